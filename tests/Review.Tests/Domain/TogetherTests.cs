using Disclosure.Review.Domain;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>一并报批: neither the document nor its interpretation plan is signed ahead of the other.</summary>
public sealed class TogetherTests
{
    private static readonly SubjectReference Document = new("test", Guid.CreateVersion7());

    /// <summary>Where the document stands, and what the leader is told who would sign the plan; null when nothing is in the way.</summary>
    public static readonly TheoryData<string?, bool, string?> Documents = new()
    {
        { null, false, "document-is-not-submitted" },
        { nameof(CaseState.Open), false, "document-is-not-before-leader" },
        { nameof(CaseState.Held), true, "document-is-not-before-leader" },
        { nameof(CaseState.Open), true, null },
        { nameof(CaseState.Approved), false, null },
        { nameof(CaseState.Returned), false, "document-went-back" },
        { nameof(CaseState.Rejected), false, "document-went-back" },
        { nameof(CaseState.Withdrawn), false, "document-went-back" },
    };

    /// <summary>Where the plan stands, and what the leader is told who would sign the document.</summary>
    public static readonly TheoryData<string?, bool, string?> Plans = new()
    {
        { null, false, null },
        { nameof(CaseState.Open), false, "plan-is-not-before-leader" },
        { nameof(CaseState.Held), true, "plan-is-not-before-leader" },
        { nameof(CaseState.Open), true, null },
        { nameof(CaseState.Approved), false, null },
        { nameof(CaseState.Returned), false, "plan-went-back" },
        { nameof(CaseState.Rejected), false, null },
        { nameof(CaseState.Withdrawn), false, null },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    [Rule(267)]
    [Rule(339)]
    public void A_plan_is_signed_only_beside_its_document(string? state, bool beforeLeader, string? refusal)
    {
        foreach (var authority in People.Packs.All.Select(pack => pack.Authority))
        {
            var plan = Plan(authority);
            plan.Accompany(state is null ? [] : [People.Companion(true, Enum.Parse<CaseState>(state), beforeLeader)]);
            ReachSignature(plan);
            Check(plan, refusal);
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    [Rule(267)]
    public void A_document_is_signed_only_beside_its_plan(string? state, bool beforeLeader, string? refusal)
    {
        foreach (var flow in new[] { FlowCodes.Publication, FlowCodes.Attribute })
        {
            var document = People.Open(People.Packs["bijie"].Flow(flow)!, attribute: "proactive");
            // One plan that is no obstacle beside it: the one that is counts.
            document.Accompany(state is null ? [] : [People.Companion(false, CaseState.Approved), People.Companion(false, Enum.Parse<CaseState>(state), beforeLeader)]);
            ReachSignature(document);
            Check(document, refusal);
        }
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

        // Every order of approvals and returns of the two cases, each walk from the start: a case has no way back.
        void Walk(List<(bool OfPlan, bool Approves)> path)
        {
            var document = People.Open(pack.Flow(FlowCodes.Publication)!, [ReviewConditions.Important], subject: Document.Id);
            var plan = Plan("bijie");
            foreach (var (ofPlan, approves) in path) Act(document, plan, ofPlan, approves);
            if (!seen.Add($"{Where(document)}/{Where(plan)}")) return;
            Assert.False(HasSignature(document) && !IsBeforeLeader(plan) && plan.State is CaseState.Open, $"The document was signed alone after {string.Join(' ', path)}.");
            Assert.False(HasSignature(plan) && !IsBeforeLeader(document) && document.State is CaseState.Open, $"The plan was signed alone after {string.Join(' ', path)}.");
            foreach (var ofPlan in new[] { true, false })
            {
                foreach (var approves in new[] { true, false })
                {
                    if (Act(document, plan, ofPlan, approves, dryRun: true)) Walk([.. path, (ofPlan, approves)]);
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
        Assert.Equal("document-is-not-before-leader", plan.Decide(People.Person("d", "office", "director"), decision, People.Now).Refusal?.Code);
        plan.Accompany([People.Companion(true, CaseState.Approved)]);
        Assert.Null(plan.Decide(People.Person("d", "office", "director"), decision, People.Now).Refusal);
    }

    [Fact]
    public void A_flow_without_a_signature_ends_with_the_word_that_stands_for_it()
    {
        var unsigned = People.Flows().Select(f => People.Open(f.Flow, f.Conditions)).Where(review => review.Steps.All(step => step.Kind != StepKind.SignOff)).ToList();
        Assert.NotEmpty(unsigned);
        Assert.All(unsigned, review => Assert.Equal([review.Steps.Max(step => step.Stage)], review.Steps.Where(review.Signs).Select(step => step.Stage).Distinct()));
    }

    private static ReviewCase Plan(string authority) => People.Open(People.Packs[authority].Flow(FlowCodes.Interpretation)!, document: Document);

    private static void ReachSignature(ReviewCase review)
    {
        while (!review.Steps.Any(step => review.Signs(step) && step.State == StepState.Open)) Assert.True(Approve(review));
    }

    private static void Check(ReviewCase review, string? refusal)
    {
        var step = review.Steps.First(s => s.State == StepState.Open);
        var leader = Taker(review, step);
        Assert.Equal(refusal is null, review.Offered(step, leader).Contains(StepOutcome.Approve));
        // Sending it back is never in question.
        Assert.Contains(StepOutcome.Return, review.Offered(step, leader));
        Assert.Equal(refusal, review.AwaitsCompanion()?.Code);
        Assert.Equal(refusal, review.Decide(leader, People.Decision(review, step.Code, StepOutcome.Approve), People.Now).Refusal?.Code);
    }

    /// <summary>Takes the next decision of one of the two, as the service does: with the other as it stands.</summary>
    private static bool Act(ReviewCase document, ReviewCase plan, bool ofPlan, bool approves, bool dryRun = false)
    {
        var (review, other) = ofPlan ? (plan, document) : (document, plan);
        review.Accompany([Companion.Of(other, isDocument: ofPlan)]);
        if (review.IsConcluded) return false;
        var outcome = approves ? StepOutcome.Approve : StepOutcome.Return;
        var step = review.Steps.First(s => s.State == StepState.Open);
        if (dryRun) return review.Offered(step, Taker(review, step)).Contains(outcome);
        Assert.Null(review.Decide(Taker(review, step), People.Decision(review, step.Code, outcome), People.Now).Refusal);
        return true;
    }

    private static bool Approve(ReviewCase review)
    {
        var step = review.Steps.First(s => s.State == StepState.Open);
        return review.Decide(Taker(review, step), People.Decision(review, step.Code, StepOutcome.Approve), People.Now).Refusal is null;
    }

    private static Reviewer Taker(ReviewCase review, CaseStep step) => People.Everyone.First(person => Entitlement.Find(review, step, person, out _) is null);

    private static bool HasSignature(ReviewCase review) => review.Steps.Any(step => review.Signs(step) && step.State == StepState.Approved);

    private static bool IsBeforeLeader(ReviewCase review) => review.Steps.Any(step => step.Kind == StepKind.SignOff && step.State is StepState.Open or StepState.Approved);

    private static string Where(ReviewCase review) => $"{review.State} {string.Join(',', review.Steps.Select(step => step.State))}";
}
