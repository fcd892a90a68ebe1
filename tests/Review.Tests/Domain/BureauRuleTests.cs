using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>Rules of single bureaus about who signs, in which order, having confirmed what.</summary>
public sealed class BureauRuleTests
{
    [Fact]
    [Rule(17)]
    public void A_submission_of_Gaotai_reaches_the_office_only_after_the_leader_of_the_unit_has_signed()
        => Walk("gaotai", FlowCodes.Submission, [], ("deputy", "leader-in-charge"), ("office", "office"));

    [Fact]
    [Rule(218)]
    public void A_meeting_plan_of_Bijie_that_does_not_state_its_openness_is_not_approved()
    {
        var review = People.Open(People.Packs["bijie"].Flow(FlowCodes.MeetingPlan)!);
        var withoutOpenness = People.Decision(review, "section-head", StepOutcome.Approve) with { Checklist = [] };
        Assert.Contains("是否公开", review.Decide(Somebody("head"), withoutOpenness, People.Now).Failure!.Detail, StringComparison.Ordinal);
        Walk("bijie", FlowCodes.MeetingPlan, [], ("head", "section-head"), ("office", "office"), ("director", "decide"));
    }

    [Fact]
    [Rule(223)]
    public void Minutes_of_Bijie_go_from_the_office_to_the_deputy_and_are_signed_by_the_director_alone()
    {
        Walk("bijie", FlowCodes.Minutes, [], ("office", "office"), ("deputy", "deputy"), ("director", "sign-off"));
        var review = People.Open(People.Packs["bijie"].Flow(FlowCodes.Minutes)!);
        Approve(review, "office", "office");
        Approve(review, "deputy", "deputy");
        Assert.Equal(Refusals.RoleIsNotOfThisStep,
            review.Decide(Somebody("leading-group"), People.Decision(review, "sign-off", StepOutcome.Approve), People.Now).Failure);
    }

    [Fact]
    [Rule(266)]
    public void An_interpretation_plan_of_Bijie_reaches_the_policy_section_with_its_section_heads_approval()
        => Walk("bijie", FlowCodes.Interpretation, [], ("head", "section-head"), ("policy", "policy"), ("director", "sign-off"));

    [Theory]
    [InlineData(FlowCodes.Publication)]
    [InlineData(FlowCodes.Submission)]
    [Rule(291)]
    [Rule(292)]
    public void Nothing_leaves_a_unit_of_Jiangxi_without_its_head_and_what_is_important_or_sensitive_needs_a_department_leader(string flow)
    {
        Walk("jiangxi", flow, [], ("head", "unit-head"));
        foreach (var condition in new[] { ReviewConditions.Important, ReviewConditions.Sensitive })
            foreach (var leader in new[] { "deputy", "director" }) Walk("jiangxi", flow, [condition], ("head", "unit-head"),
            (leader, "department-leader"));
    }

    [Theory]
    [InlineData("considered-together")]
    [InlineData("arranged-together")]
    [InlineData("signed-together")]
    [InlineData("published-together")]
    [Rule(339)]
    public void An_interpretation_of_Taishan_passes_only_as_considered_arranged_signed_and_published_with_its_policy(string question)
    {
        var review = People.Open(People.Packs["taishan"].Flow(FlowCodes.Interpretation)!);
        var decision = People.Decision(review, "section-head", StepOutcome.Approve);
        var refused = review.Decide(Somebody("head"), decision with { Checklist = [.. decision.Checklist.Where(code => code != question)] },
            People.Now).Failure;
        Assert.Equal("checklist-is-incomplete", refused?.Code);
        Assert.Null(review.Decide(Somebody("head"), decision, People.Now).Failure);
    }

    [Fact]
    [Rule(211)]
    public void A_document_of_Bijie_goes_on_only_with_its_attribute_marked()
    {
        var pack = People.Packs["bijie"];
        var review = People.Open(pack.Flow(FlowCodes.Attribute)!, unmarked: true);
        var decision = People.Decision(review, "pre-review", StepOutcome.Approve);
        Assert.Equal(ChangeRefusals.AttributeIsNotMarked, review.Decide(Somebody("head"), decision, People.Now, pack).Failure);
        var marked = decision with
        {
            Changes = [new ReviewerChange("attribute", "withheld"),
                new ReviewerChange("ground", pack.Grounds.First(ground => ground.Attribute == DisclosureAttribute.Withheld).Code)],
        };
        Assert.Null(review.Decide(Somebody("head"), marked, People.Now, pack).Failure);
        Assert.Equal(("withheld", StepState.Open), (review.Attribute, review.Steps.Single(step => step.Code == "office-review").State));
    }

    /// <summary>Exactly these people approve, in this order: nobody before the turn, and nothing is approved before the last.</summary>
    private static void Walk(string authority, string flow, string[] conditions, params (string Who, string Step)[] path)
    {
        var review = People.Open(People.Packs[authority].Flow(flow)!, conditions);
        foreach (var (turn, index) in path.Select((turn, index) => (turn, index)))
        {
            Assert.Equal(CaseState.Open, review.State);
            foreach (var (who, step) in path.Skip(index + 1))
                Assert.Equal(Refusals.StepIsWaiting,
                review.Decide(Somebody(who), People.Decision(review, step, StepOutcome.Approve), People.Now).Failure);
            Approve(review, turn.Who, turn.Step);
        }

        Assert.Equal(CaseState.Approved, review.State);
    }

    private static void Approve(ReviewCase review, string who, string step)
        => Assert.Null(review.Decide(Somebody(who), People.Decision(review, step, StepOutcome.Approve), People.Now).Failure);

    private static Person Somebody(string role) => People.SmallBureau.Single(who => who.Subject == role);
}
