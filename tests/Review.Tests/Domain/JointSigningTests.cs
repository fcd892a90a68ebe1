using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.People;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Review.Tests.Domain.Model;
using Disclosure.Review.Tests.Service.Flows;
using Disclosure.Review.Tests.Service.Scale;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>一并报批: neither the document nor its interpretation plan is signed ahead of the other.</summary>
public sealed class JointSigningTests
{
    private static readonly Guid Document = Guid.CreateVersion7();

    /// <summary>Where the document stands, what the leader is told who would sign the plan, and whether only waiting helps.</summary>
    public static readonly TheoryData<string?, bool, string?, bool> Documents = new()
    {
        { null, false, "document-is-not-submitted", false },
        { nameof(CaseState.Open), false, "document-is-not-before-leader", true },
        { nameof(CaseState.Held), true, "document-is-not-before-leader", true },
        { nameof(CaseState.Open), true, null, false },
        { nameof(CaseState.Approved), false, null, false },
        { nameof(CaseState.Returned), false, "document-went-back", false },
        { nameof(CaseState.Rejected), false, "document-went-back", false },
        { nameof(CaseState.Withdrawn), false, "document-went-back", false },
    };

    /// <summary>Where the plan stands, and the same for who would sign the document.</summary>
    public static readonly TheoryData<string?, bool, string?, bool> Plans = new()
    {
        { null, false, null, false },
        { nameof(CaseState.Open), false, "plan-is-not-before-leader", true },
        { nameof(CaseState.Held), true, "plan-is-not-before-leader", true },
        { nameof(CaseState.Open), true, null, false },
        { nameof(CaseState.Approved), false, null, false },
        { nameof(CaseState.Returned), false, "plan-went-back", false },
        { nameof(CaseState.Rejected), false, null, false },
        { nameof(CaseState.Withdrawn), false, null, false },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    [Rule(267)]
    [Rule(339)]
    public void A_plan_is_signed_only_beside_its_document(string? state, bool beforeLeader, string? refusal, bool isFinal)
    {
        foreach (var authority in People.Packs.All.Select(pack => pack.Authority))
        {
            var plan = Plan(authority);
            plan.Accompany(state is null ? [] : [People.Companion(true, Enum.Parse<CaseState>(state), beforeLeader)]);
            ReachSignature(plan);
            Check(plan, refusal, isFinal);
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    [Rule(267)]
    public void A_document_is_signed_only_beside_its_plan(string? state, bool beforeLeader, string? refusal, bool isFinal)
    {
        foreach (var flow in new[] { FlowCodes.Publication, FlowCodes.Attribute })
        {
            var document = People.Open(People.Packs["bijie"].Flow(flow)!, attribute: "proactive");
            // One plan that is no obstacle beside it: the one that is counts.
            document.Accompany(state is null ? []
                : [People.Companion(false, CaseState.Approved), People.Companion(false, Enum.Parse<CaseState>(state), beforeLeader)]);
            ReachSignature(document);
            Check(document, refusal, isFinal);
        }
    }

    [Fact]
    [Rule(267)]
    public void A_signature_from_before_this_round_was_given_to_another_text()
    {
        var plan = Plan("bijie");
        plan.Accompany([People.Companion(true, CaseState.Approved, earlier: true)]);
        ReachSignature(plan);
        Check(plan, "document-was-signed-before", isFinal: false);
        var document = People.Open(People.Packs["bijie"].Flow(FlowCodes.Publication)!);
        document.Accompany([People.Companion(false, CaseState.Approved, earlier: true)]);
        ReachSignature(document);
        Check(document, "plan-is-of-an-earlier-text", isFinal: false);
    }

    [Fact]
    public void What_only_waiting_helps_against_is_told_first_and_nobody_is_urged_meanwhile()
    {
        var document = People.Open(People.Packs["bijie"].Flow(FlowCodes.Publication)!);
        var head = document.Steps.First(step => step.State == StepState.Open);
        Assert.Null(document.Decide(Taker(document, head), People.Decision(document, head.Code, StepOutcome.Approve),
            People.Now with { Calendar = WorkingCalendar.Embedded }).Failure);
        var late = new LegalTime(People.Now.At.AddDays(30), People.Now.Today.AddDays(30));
        document.Accompany([People.Companion(false, CaseState.Returned), People.Companion(false, CaseState.Open)]);
        Assert.Equal("plan-is-not-before-leader", document.AwaitsCompanion(null)?.Failure.Code);
        Assert.Empty(document.UrgeOverdue(Kernel.Actor.System("bijie"), late).Facts);
        document.Accompany([People.Companion(false, CaseState.Returned)]);
        Assert.Equal("deputy", Assert.Single(document.UrgeOverdue(Kernel.Actor.System("bijie"), late).Facts).Step);
    }

    [Fact]
    [Rule(267)]
    public void Whatever_the_order_of_their_steps_neither_is_signed_before_the_other_lies_before_the_leader()
    {
        var pack = People.Packs["bijie"];
        var seen = new HashSet<string>();
        Walk([]);
        Assert.True(seen.Count > 20, $"Only {seen.Count} states.");
        // Both signed: reachable, so that what is refused above is not everything.
        Assert.Contains(seen, state => state.Split('/').All(half => half.StartsWith(nameof(CaseState.Approved), StringComparison.Ordinal)));

        // Every order of what people do with the two cases, each walk from the start: a case has no way back.
        void Walk(List<(bool OfPlan, StepOutcome Outcome)> path)
        {
            var document = People.Open(pack.Flow(FlowCodes.Publication)!, [ReviewConditions.Important], subject: Document);
            var plan = Plan("bijie");
            foreach (var (ofPlan, outcome) in path) Act(document, plan, ofPlan, outcome);
            if (!seen.Add($"{Where(document)}/{Where(plan)}")) return;
            foreach (var ofPlan in new[] { true, false })
            {
                foreach (var outcome in new[] { StepOutcome.Approve, StepOutcome.Return, StepOutcome.Reject, StepOutcome.Hold })
                {
                    if (Act(document, plan, ofPlan, outcome, dryRun: true)) Walk([.. path, (ofPlan, outcome)]);
                }
            }
        }
    }

    [Fact]
    public void A_release_past_steps_is_no_way_around_the_other_half()
    {
        var plan = People.Open(People.Packs["bijie"].Flow(FlowCodes.Interpretation)! with { Bypass = ["director"] }, document: Document);
        plan.Accompany([People.Companion(true, CaseState.Open)]);
        var decision = People.Decision(plan, "section-head", StepOutcome.Bypass);
        Assert.Equal("document-is-not-before-leader",
            plan.Decide(People.Person("d", "office", "director"), decision, People.Now).Failure?.Code);
        plan.Accompany([People.Companion(true, CaseState.Approved)]);
        Assert.Null(plan.Decide(People.Person("d", "office", "director"), decision, People.Now).Failure);
    }

    [Fact]
    public void A_flow_without_a_signature_ends_with_the_word_that_stands_for_it()
    {
        var unsigned = People.Flows().Select(f => People.Open(f.Flow, f.Conditions))
            .Where(review => review.Steps.All(step => step.Kind != StepKind.SignOff)).ToList();
        Assert.NotEmpty(unsigned);
        Assert.All(unsigned, review
            => Assert.Equal([review.Steps.Max(step => step.Stage)], review.Steps.Where(review.Signs).Select(step => step.Stage)
            .Distinct()));
    }

    private static ReviewCase Plan(string authority)
        => People.Open(People.Packs[authority].Flow(FlowCodes.Interpretation)!, document: Document);

    private static void ReachSignature(ReviewCase review)
    {
        while (!review.Steps.Any(step => review.Signs(step) && step.State == StepState.Open)) Assert.True(Approve(review));
    }

    private static void Check(ReviewCase review, string? refusal, bool isFinal)
    {
        var step = review.Steps.First(s => s.State == StepState.Open);
        var leader = Taker(review, step);
        Assert.Equal(!isFinal, review.Offered(step, leader).Contains(StepOutcome.Approve));
        // Sending it back is never in question.
        Assert.Contains(StepOutcome.Return, review.Offered(step, leader));
        Assert.Equal(refusal, review.AwaitsCompanion(leader)?.Failure.Code);
        var decision = People.Decision(review, step.Code, StepOutcome.Approve);
        var verdict = review.Decide(leader, decision, People.Now);
        Assert.Equal(refusal, verdict.Failure?.Code);
        if (refusal is null) return;
        // Whoever may not read the other half is told that there is one, and nothing of it.
        if (review.Companions.Count > 0)
            Assert.Equal(isFinal ? "other-half-is-on-its-way" : "other-half-is-missing",
            review.AwaitsCompanion(People.Person("elsewhere", "elsewhere", "promotion"))?.Failure.Code);
        // Alone it is signed with a word to those who look at it later, or not at all.
        var alone = review.Decide(leader, decision with { Reason = "上级文件，仅解读" }, People.Now);
        Assert.Equal(isFinal ? refusal : null, alone.Failure?.Code);
        if (!isFinal) Assert.Contains($"\"signedAlone\":\"{refusal}\"", Assert.Single(alone.Facts).Detail, StringComparison.Ordinal);
    }

    /// <summary>Takes the next decision of one of the two, as the service does: with the other as it stands, and without a word that would
    /// excuse anything.</summary>
    private static bool Act(ReviewCase document, ReviewCase plan, bool ofPlan, StepOutcome outcome, bool dryRun = false)
    {
        var (review, other) = ofPlan ? (plan, document) : (document, plan);
        review.Accompany([Told(other, isDocument: ofPlan)]);
        if (review.State != CaseState.Open) return false;
        var step = review.Steps.First(s => s.State == StepState.Open);
        if (dryRun) return review.Offered(step, Taker(review, step)).Contains(outcome);
        var verdict = review.Decide(Taker(review, step), People.Decision(review, step.Code, outcome), People.Now);
        if (outcome != StepOutcome.Approve || !review.Signs(step)) Assert.Null(verdict.Failure);
        // Signed means: the other lies before the leader or has been signed, or it is a plan that is no more.
        else if (verdict.Failure is null)
            Assert.True(other.State is CaseState.Approved || (other.State == CaseState.Open && IsBeforeLeader(other))
            || (!ofPlan && other.State == CaseState.Rejected), $"Signed beside {Where(other)}.");
        return true;
    }

    private static Companion Told(ReviewCase review, bool isDocument)
        => Companion.Of(review.Id, isDocument, review.Title, review.FlowName, review.State, review.ConcludedAt, review.Readers);

    private static bool Approve(ReviewCase review)
    {
        var step = review.Steps.First(s => s.State == StepState.Open);
        return review.Decide(Taker(review, step), People.Decision(review, step.Code, StepOutcome.Approve), People.Now).Failure is null;
    }

    private static Person Taker(ReviewCase review, CaseStep step)
        => People.Everyone.First(person => Entitlement.Find(review, step, person, out _) is null);

    private static bool IsBeforeLeader(ReviewCase review)
        => review.Steps.Any(step => step.Kind == StepKind.SignOff && step.State is StepState.Open or StepState.Approved);

    private static string Where(ReviewCase review) => $"{review.State} {string.Join(',', review.Steps.Select(step => step.State))}";
}
