using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Findings;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>确需公开: what blocks nobody releases, and everything else is answered one by one by a named reviewer.</summary>
public sealed class AnsweringTests
{
    private const string Mobile = "body/mobile-phone";
    private const string Fixed = "body/fixed-phone";
    private const string Phones = "办公电话0857-8222293，值班手机13800138000、13900139000。";

    [Fact]
    public void Nobody_approves_what_waits_for_an_answer_and_the_refusal_names_all_of_it()
    {
        var review = Open(Phones);
        var refused = Approve(review, "section-head", "head-1").Failure!;
        Assert.Equal("findings-are-unanswered", refused.Code);
        Assert.Equal("请逐项说明确需公开的理由，或者退回遮盖：正文中的手机号码（2 处）、正文中的固定电话（1 处）。", refused.Detail);
        Assert.Equal(["disclosed"], refused.Errors!.Keys);

        Assert.Contains("正文中的固定电话（1 处）。", Approve(review, "section-head", "head-1", (Mobile, "值班电话，须对外公布")).Failure!.Detail,
            StringComparison.Ordinal);
        Assert.Empty(review.Answers);
        Assert.True(review.HasOpenFindings);
    }

    [Fact]
    public void Answers_are_kept_with_who_gave_them_told_to_later_steps_and_not_asked_for_again()
    {
        var review = Open(Phones);
        var fact = Assert.Single(Approve(review, "section-head", "head-1", (Mobile, "值班电话"), (Fixed, "办公电话")).Facts);
        Assert.Contains($$"""{"finding":"{{Mobile}}","name":"正文中的手机号码","count":2,"reason":"值班电话"}""", fact.Detail!,
            StringComparison.Ordinal);
        Assert.False(review.HasOpenFindings);
        Assert.Empty(review.ToAnswer(review.Steps[1]));

        // Whoever decides later may put it in other words; both stay.
        Assert.Null(Approve(review, "deputy", "deputy-2", (Mobile, "值班手机，群众随时联系")).Failure);
        Assert.Equal(CaseState.Approved, review.State);
        Assert.Equal([("head-1", "section-head", "值班电话"), ("head-1", "section-head", "办公电话"), ("deputy-2", "deputy", "值班手机，群众随时联系")],
            review.Answers.Select(answer => (answer.By, answer.Step, answer.Reason)));
        Assert.Equal([new ReleaseAnswer(Mobile, 2, "值班手机，群众随时联系", "deputy-2"), new ReleaseAnswer(Fixed, 1, "办公电话", "head-1")],
            review.Releases);
    }

    [Theory]
    [InlineData("body/email", "理由", "finding-is-unknown")]
    [InlineData("body/identity-card", "理由", "finding-is-blocking")]
    [InlineData(null, "理由", "finding-is-unknown")]
    [InlineData(Mobile, " \u200b", "disclosed-reason-is-missing")]
    [InlineData(Mobile, null, "disclosed-reason-is-missing")]
    [InlineData(Mobile, "理\u202e由", "disclosed-reason-is-unreadable")]
    public void An_answer_that_fits_nothing_is_refused_at_its_place(string? key, string? reason, string code)
    {
        var review = Open(Phones);
        var unfit = key == "body/identity-card" ? Blocked(review) : review;
        var faults = AnswerRefusals.FaultOf(new GivenAnswer(key!, reason!), Array.Find(unfit.Findings, one => one.Key == key), false);
        Assert.Equal(code, faults!.Code);
        if (unfit != review) return;
        var refused = Approve(review, "section-head", "head-1", (Fixed, "办公电话"), (key!, reason!)).Failure!;
        Assert.Equal((code, "disclosed.1"), (refused.Code, Assert.Single(refused.Errors!).Key));
    }

    [Fact]
    public void The_same_finding_twice_too_long_a_reason_and_too_many_are_refused()
    {
        var review = Open(Phones);
        var twice = Approve(review, "section-head", "head-1", (Fixed, "一"), (Mobile, "二"), (Fixed, new string('三', 501))).Failure!;
        Assert.Equal(("finding-is-answered-twice", "disclosed.2"), (twice.Code, Assert.Single(twice.Errors!).Key));
        Assert.Equal("disclosed-reason-is-too-long",
            Approve(review, "section-head", "head-1", (Fixed, "一"), (Mobile, new string('三', 501))).Failure!.Code);
        Assert.Equal(AnswerRefusals.TooMany,
            Approve(review, "section-head", "head-1", [.. Enumerable.Repeat((Mobile, "一"), 201)]).Failure);
        Assert.Null(Approve(review, "section-head", "head-1", (Fixed, new string('一', 500)), (Mobile, "二")).Failure);
    }

    [Theory]
    [InlineData(StepOutcome.Return)]
    [InlineData(StepOutcome.Reject)]
    [InlineData(StepOutcome.Hold)]
    [InlineData(StepOutcome.Escalate)]
    public void Answers_go_with_approval_alone_and_nothing_else_asks_for_them(StepOutcome outcome)
    {
        var review = Open(Phones);
        var decision = People.Decision(review, "section-head", outcome);
        var head = People.Person("head-1", People.OwnUnit, "head");
        Assert.Equal(AnswerRefusals.OnlyWithApproval,
            review.Decide(head, decision with { Disclosed = [new GivenAnswer(Mobile, "值班电话")] }, People.Now).Failure);
        Assert.Null(review.Decide(head, decision, People.Now).Failure);
    }

    [Fact]
    public void A_proof_and_a_determination_of_secrecy_judge_no_content_and_ask_for_nothing()
    {
        var review = Open(Phones, "xinyuan", ReviewConditions.SecrecyUndetermined);
        var group = People.Person("leading-group-1", "office", "leading-group");
        var determination = People.Decision(review, "determination-1", StepOutcome.Approve) with { Reason = "不涉密" };
        Assert.Equal(AnswerRefusals.OnlyWithApproval,
            review.Decide(group, determination with { Disclosed = [new GivenAnswer(Mobile, "值班电话")] }, People.Now).Failure);
        Assert.Null(review.Decide(group, determination, People.Now).Failure);
        var proof = People.Person("office-1", "office", "office");
        var confirmed = People.Decision(review, "first-proof", StepOutcome.Approve);
        Assert.Equal(AnswerRefusals.OnlyWithApproval,
            review.Decide(proof, confirmed with { Disclosed = [new GivenAnswer(Mobile, "值班电话")] }, People.Now).Failure);
        Assert.Null(review.Decide(proof, confirmed, People.Now).Failure);
        Assert.Equal("findings-are-unanswered", review.Decide(People.Person("lgo", "office", "leading-group-office"),
            People.Decision(review, "first-review", StepOutcome.Approve), People.Now).Failure!.Code);
    }

    [Fact]
    public void A_release_past_steps_needs_the_answers_too()
    {
        var flow = People.Packs["bijie"].Flow(FlowCodes.Publication)! with { Bypass = ["director"] };
        var review = People.Open(flow, snapshot: new Snapshot(Phones, []));
        var director = People.Person("director-1", "office", "director");
        var bypass = People.Decision(review, "section-head", StepOutcome.Bypass);
        Assert.Equal("findings-are-unanswered", review.Decide(director, bypass, People.Now).Failure!.Code);
        Assert.Null(review.Decide(director, bypass with
        {
            Disclosed = [new GivenAnswer(Mobile, "值班电话"), new GivenAnswer(Fixed, "办公电话")],
        }, People.Now).Failure);
        Assert.Equal((CaseState.Approved, 2), (review.State, review.Releases.Count));
    }

    [Fact]
    public void What_a_reviewer_keeps_from_the_public_needs_no_answer()
    {
        var pack = People.Packs["bijie"];
        var flow = pack.Flow(FlowCodes.Publication)!;
        var review = People.Open(flow with { Steps = [.. flow.Steps.Skip(1)] }, [ReviewConditions.Important], attribute: "proactive",
            snapshot: new Snapshot(Phones, []));
        var deputy = People.Person("deputy-2", "office", "deputy");
        var decision = People.Decision(review, "deputy", StepOutcome.Approve);
        Assert.Equal("findings-are-unanswered", review.Decide(deputy, decision, People.Now, pack).Failure!.Code);
        var ground = pack.Grounds.First(one => one.Attribute == DisclosureAttribute.Withheld && one.StandsAlone()).Code;
        Assert.Null(review.Decide(deputy, decision with
        {
            Changes = [new ReviewerChange("attribute", "withheld"), new ReviewerChange("ground", ground)],
        }, People.Now, pack).Failure);
        Assert.False(review.HasOpenFindings);
        Assert.Empty(review.ToAnswer(review.Steps[^1]));
    }

    [Fact]
    public void What_blocks_is_approved_with_no_reason()
    {
        var review = Blocked(Open(Phones));
        Assert.Equal("finding-blocks", Approve(review, "section-head", "head-1", (Mobile, "值班电话"), (Fixed, "办公电话")).Failure!.Code);
        Assert.True(review.HasOpenFindings);
    }

    private static ReviewCase Blocked(ReviewCase review)
        => Open($"{review.Snapshot.Body}\n身份证号52050219900101001X。");

    private static ReviewCase Open(string body, string authority = "bijie", params string[] conditions)
        => People.Open(People.Packs[authority].Flow(FlowCodes.Publication)!, conditions, snapshot: new Snapshot(body, []));

    private static Verdict Approve(ReviewCase review, string step, string subject, params (string Key, string Reason)[] answers)
        => review.Decide(People.Person(subject, People.OwnUnit, subject[..^2]), People.Decision(review, step, StepOutcome.Approve) with
        {
            Disclosed = [.. answers.Select(answer => new GivenAnswer(answer.Key, answer.Reason))],
        }, People.Now, People.Packs["bijie"]);
}
