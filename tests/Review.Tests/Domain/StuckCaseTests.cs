using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>Bureaus are small: with one person to each role, no hold, escalation or correction may leave a case without a way on.</summary>
public sealed class StuckCaseTests
{
    /// <summary>One person per role; each head is of the submitting unit.</summary>
    private static readonly IReadOnlyList<Person> Bureau =
        [.. new[] { "officer", "head", "office", "deputy", "director", "policy", "secrecy", "promotion", "leading-group",
            "leading-group-office" }
        .Select(role => People.Person(role, role == "head" ? People.OwnUnit : "office", role))];

    private static readonly ReviewFlow Bijie = People.Packs["bijie"].Flow(FlowCodes.Publication)!;

    public static TheoryData<string, string> EveryFlow() => StateMachineTests.EveryFlow();

    [Theory]
    [MemberData(nameof(EveryFlow))]
    public void In_every_state_that_one_person_per_role_can_reach_somebody_can_go_on(string authority, string code)
    {
        foreach (var (_, flow, conditions) in People.FlowsAndUndetermined()
            .Where(f => f.Pack.Authority == authority && f.Flow.Code == code))
        {
            var queue = new Queue<(string Step, Person Who, StepOutcome Outcome, DeterminedBy To)[]>([[]]);
            var seen = new HashSet<string>();
            while (queue.TryDequeue(out var path))
            {
                var review = People.Open(flow, conditions);
                foreach (var move in path) Assert
                    .Null(review.Decide(move.Who, People.Decision(review, move.Step, move.Outcome) with { HoldTo = move.To },
                    People.Now).Failure);
                if (review.IsConcluded
                    || !seen.Add(string.Join('|',
                    review.Steps.Select(s => $"{s.Code}:{s.State}:{s.PassesConfirmed}:{string.Join(',', s.TakenBy)}"))
                    + review.HeldBy)) continue;
                foreach (var step in review.Steps.Where(review.WaitsForSomebody))
                    Assert.True(Bureau.Any(who => review.Offered(step, who).Contains(StepOutcome.Approve)
                    || review.MayBeRaisedBy(step, who)),
                        $"{authority} {code} [{string.Join(',', conditions)}] "
                        + $"{string.Join("; ", path.Select(m => $"{m.Step} {m.Who.Subject} {m.Outcome} {m.To}"))}: nobody for {step.Code}");
                var moves = from step in review.Steps
                            from who in Bureau
                            from outcome in review.Offered(step, who)
                            where outcome == StepOutcome.Approve
                            || (outcome is StepOutcome.Hold or StepOutcome.Escalate
                            && path.Count(m => m.Outcome != StepOutcome.Approve) < 2)
                            from to in outcome == StepOutcome.Hold ? Enum.GetValues<DeterminedBy>() : [DeterminedBy.LeadingGroup]
                            select (step.Code, who, outcome, to);
                foreach (var move in moves) queue.Enqueue([.. path, move]);
            }
        }
    }

    [Fact]
    public void A_deputy_to_whom_the_head_passes_a_matter_on_answers_once_and_not_twice()
    {
        var review = People.Open(Bijie);
        Do(review, "head", "section-head", StepOutcome.Escalate);
        Assert.DoesNotContain(review.Steps, step => step.Code == "escalation-1");
        Do(review, "deputy", "deputy", StepOutcome.Approve);
        Assert.Equal(CaseState.Approved, review.State);
    }

    [Fact]
    public void A_matter_is_passed_on_above_the_powers_that_were_used()
    {
        // Deputy or director may sign; the deputy passes on to the director, not to the deputies again.
        var review = People.Open(People.Packs["bijie"].Flow(FlowCodes.Attribute)!);
        Do(review, "head", "pre-review", StepOutcome.Approve);
        Do(review, "office", "office-review", StepOutcome.Approve);
        Do(review, "director", "fix-at-signing", StepOutcome.Escalate);
        Assert.Equal(["leading-group"], review.Steps.Single(step => step.Code == "escalation-1").Roles);
    }

    [Fact]
    [Rule(128)]
    public void The_question_of_secrecy_is_not_evaded_by_a_new_round()
    {
        var review = People.Open(Bijie, stillUndetermined: true);
        Assert.Equal(CaseState.Held, review.State);
        Assert.Equal(Refusals.HeldCaseIsNotWithdrawn,
            review.Withdraw(People.Person(People.Author, People.OwnUnit, "officer"), null, People.Now).Failure);
        Do(review, "leading-group", "determination-1", StepOutcome.Approve);
        // The owner did not hand it in as undetermined: its content is what it was.
        Assert.Equal((CaseState.Open, People.Digest), (review.State, review.ContentDigest));
    }

    [Fact]
    public void The_delegate_holds_and_the_principal_does_not_determine()
    {
        var review = People.Open(Bijie);
        var substitute = new Person("substitute", "代办人", "any",
            [new Mandate("substitute", "代办人", "office", new HashSet<string> { "officer" }),
            new Mandate("both", "两职", People.OwnUnit, new HashSet<string> { "head" })]);
        Assert.Null(review.Decide(substitute, People.Decision(review, "section-head", StepOutcome.Hold), People.Now).Failure);
        var principal = People.Person("both", People.OwnUnit, "head", "leading-group");
        Assert.Equal(Refusals.AlreadyTookPart,
            review.Decide(principal, People.Decision(review, "determination-1", StepOutcome.Approve), People.Now).Failure);
    }

    [Fact]
    public void A_step_with_nobody_left_is_taken_by_the_next_higher_role_and_never_while_somebody_is_left()
    {
        var review = People.Open(Bijie, author: "head");
        var deputy = Bureau.Single(who => who.Subject == "deputy");
        Assert.Equal(Refusals.OwnDraft,
            review.Decide(Bureau.Single(who => who.Subject == "head"), People.Decision(review, "section-head", StepOutcome.Approve),
            People.Now).Failure);
        Assert.Equal(Refusals.SomebodyIsLeft, review.Raise("section-head", deputy, "负责人自己起草", nobodyIsLeft: false).Failure);
        Assert.Equal(Refusals.ReasonIsMissing, review.Raise("section-head", deputy, " ", nobodyIsLeft: true).Failure);
        Assert.Equal(Refusals.StepIsNotRaised,
            review.Raise("section-head", Bureau.Single(who => who.Subject == "policy"), "越权", nobodyIsLeft: true).Failure);
        Assert.Equal(Acts.Raised, Assert.Single(review.Raise("section-head", deputy, "负责人自己起草", nobodyIsLeft: true).Facts).Act);
        Do(review, "deputy", "section-head", StepOutcome.Approve);
        // Four eyes still: the deputy's own step is another person's, here again one role higher.
        Assert.Equal(Refusals.AlreadyTookPart,
            review.Decide(deputy, People.Decision(review, "deputy", StepOutcome.Approve), People.Now).Failure);
        Assert.Null(review.Raise("deputy", Bureau.Single(who => who.Subject == "director"), "分管领导已代办", nobodyIsLeft: true).Failure);
        Do(review, "director", "deputy", StepOutcome.Approve);
        Assert.Equal(CaseState.Approved, review.State);
    }

    [Fact]
    public void Only_the_director_or_the_leading_group_end_a_case_and_it_comes_back_to_its_author()
    {
        var review = People.Open(Bijie);
        Assert.Equal(Refusals.OnlyLeadersEnd,
            review.EndAsReturned(Bureau.Single(who => who.Subject == "deputy"), "无人可办", People.Now).Failure);
        var director = Bureau.Single(who => who.Subject == "director");
        Assert.Equal(Refusals.ReasonIsMissing, review.EndAsReturned(director, null, People.Now).Failure);
        Assert.Equal(Acts.Ended, Assert.Single(review.EndAsReturned(director, "无人可办", People.Now).Facts).Act);
        Assert.Equal((CaseState.Returned, "无人可办"), (review.State, review.ConclusionReason));
    }

    [Fact]
    public void An_approval_does_not_stand_over_content_changed_beside_it()
    {
        var pack = People.Packs["taishan"];
        var review = People.Open(pack.Flow(FlowCodes.Publication)!, attribute: "proactive");
        Do(review, "head", "section-head", StepOutcome.Approve);
        Do(review, "secrecy", "secrecy", StepOutcome.Approve);
        var change = People.Decision(review, "office", StepOutcome.Approve) with { Changes = [new ReviewerChange("scope", "public")] };
        Assert.Null(review.Decide(Bureau.Single(who => who.Subject == "office"), change, People.Now, pack).Failure);
        Assert.Equal((CaseState.Open, StepState.Open), (review.State, review.Steps.Single(step => step.Code == "secrecy").State));
        Do(review, "secrecy", "secrecy", StepOutcome.Approve);
        Assert.Equal(CaseState.Approved, review.State);
    }

    [Fact]
    public void A_secrecy_review_looks_again_where_more_is_disclosed_than_it_cleared()
    {
        var pack = People.Packs["bijie"];
        foreach (var (to, again) in new[] { (DisclosureAttribute.Proactive, true), (DisclosureAttribute.OnRequest, false) })
        {
            var review = People.Open(pack.Flow(FlowCodes.Attribute)!, attribute: "withheld");
            Do(review, "head", "pre-review", StepOutcome.Approve);
            var code = to == DisclosureAttribute.Proactive ? "proactive" : "on-request";
            var change = People.Decision(review, "office-review", StepOutcome.Approve) with
            {
                Changes = [new ReviewerChange("attribute", code),
                    new ReviewerChange("ground", pack.Grounds.First(ground => ground.Attribute == to).Code)],
            };
            Assert.Null(review.Decide(Bureau.Single(who => who.Subject == "office"), change, People.Now, pack).Failure);
            Assert.Equal(again ? StepState.Open : StepState.Approved, review.Steps.Single(step => step.Code == "pre-review").State);
        }
    }

    [Fact]
    public void A_ground_alone_must_support_the_attribute_as_it_stands()
    {
        var pack = People.Packs["taishan"];
        var wrong = pack.Grounds.First(ground => ground.Attribute != DisclosureAttribute.Proactive).Code;
        var right = pack.Grounds.First(ground => ground.Attribute == DisclosureAttribute.Proactive).Code;
        foreach (var (attribute, ground, accepted) in new[] { ("proactive", wrong, false), ("proactive", right, true),
            (null, right, false) })
        {
            var review = People.Open(pack.Flow(FlowCodes.Publication)!, attribute: attribute);
            Do(review, "head", "section-head", StepOutcome.Approve);
            var change = People.Decision(review, "office", StepOutcome.Approve) with { Changes = [new ReviewerChange("ground", ground)] };
            Assert.Equal(accepted, review.Decide(Bureau.Single(who => who.Subject == "office"), change, People.Now, pack).Failure is null);
        }
    }

    [Fact]
    public void A_condition_the_reviewer_finds_met_switches_its_steps_on()
    {
        var review = People.Open(Bijie);
        var decision = People.Decision(review, "section-head", StepOutcome.Approve) with { Conditions = [ReviewConditions.Important] };
        Assert.Null(review.Decide(Bureau.Single(who => who.Subject == "head"), decision, People.Now, People.Packs["bijie"]).Failure);
        Do(review, "deputy", "deputy", StepOutcome.Approve);
        Assert.Equal(CaseState.Open, review.State);
        Do(review, "director", "director", StepOutcome.Approve);
        Assert.Equal(CaseState.Approved, review.State);
    }

    [Fact]
    public void Nobody_who_wrote_the_content_takes_a_step_of_it_under_whatever_powers()
    {
        var review = People.Open(Bijie, contributors: ["head", "second"]);
        var head = Bureau.Single(who => who.Subject == "head");
        Assert.Equal(Refusals.OwnDraft,
            review.Decide(head, People.Decision(review, "section-head", StepOutcome.Approve), People.Now).Failure);
        var standIn = new Person("third", "代办人", "any", [new Mandate("third", "代办人", People.OwnUnit, new HashSet<string> { "head" }),
            new Mandate("second", "共同起草人", "office", new HashSet<string> { "deputy" })]);
        Assert.Equal(Refusals.OwnDraft,
            review.Decide(standIn, People.Decision(review, "section-head", StepOutcome.Approve), People.Now).Failure);
        Assert.True(review.MayBeReadBy(People.Person("second", "elsewhere", "promotion")));
    }

    private static void Do(ReviewCase review, string who, string step, StepOutcome outcome)
        => Assert.Null(review.Decide(Bureau.Single(person => person.Subject == who), People.Decision(review, step, outcome),
        People.Now).Failure);
}
