using Disclosure.Review.Domain;
using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>Who may do what in each state, over all packs × flows × conditions × roles × outcomes, against a second, plainer account of the rules.</summary>
public sealed class StateMachineTests
{
    public static TheoryData<string, string> EveryFlow()
    {
        var data = new TheoryData<string, string>();
        foreach (var (pack, flow) in People.Flows().Select(f => (f.Pack.Authority, f.Flow.Code)).Distinct()) data.Add(pack, flow);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryFlow))]
    public void In_every_reachable_state_exactly_the_entitled_may_act_and_only_as_offered(string authority, string code)
    {
        var visited = 0;
        foreach (var (_, flow, conditions) in People.FlowsAndUndetermined().Where(f => f.Pack.Authority == authority && f.Flow.Code == code))
            visited += Explore(flow, conditions);
        Assert.True(visited > 0);
    }

    [Theory]
    [MemberData(nameof(EveryFlow))]
    public void Every_flow_can_be_approved_by_distinct_people(string authority, string code)
    {
        foreach (var (_, flow, conditions) in People.FlowsAndUndetermined().Where(f => f.Pack.Authority == authority && f.Flow.Code == code))
        {
            var review = People.Open(flow, conditions);
            while (!review.IsConcluded)
            {
                var (step, who) = (from s in review.Steps from p in People.Everyone where review.Offered(s, p).Contains(StepOutcome.Approve) select (s, p)).First();
                Assert.Null(review.Decide(who, People.Decision(review, step.Code, StepOutcome.Approve), People.Now).Refusal);
            }

            Assert.Equal(CaseState.Approved, review.State);
        }
    }

    /// <summary>Walks every path of approvals, with one hold or one escalation anywhere; in each state asks for every step, person and outcome whether the
    /// answer is the expected one.</summary>
    private static int Explore(ReviewFlow flow, string[] conditions)
    {
        var queue = new Queue<Move[]>([[]]);
        var seen = new HashSet<string>();
        while (queue.TryDequeue(out var path))
        {
            var review = Replay(flow, conditions, path);
            var state = string.Join('|', review.Steps.Select(step => $"{step.Code}:{step.State}:{step.PassesConfirmed}:{string.Join(',', step.TakenBy)}")) + review.HeldBy;
            if (!seen.Add(state)) continue;
            foreach (var step in review.Steps)
            {
                foreach (var who in People.Everyone)
                {
                    foreach (var outcome in Enum.GetValues<StepOutcome>()) AssertAnswer(flow, conditions, path, review, step, who, outcome);
                    // Persons of the same role and unit are interchangeable: the first of them leads on.
                    foreach (var outcome in new[] { StepOutcome.Approve, StepOutcome.Hold, StepOutcome.Escalate }.Where(outcome => Leads(path, outcome)))
                        if (review.Offered(step, who).Contains(outcome) && First(review, step, who, outcome)) queue.Enqueue([.. path, new Move(step.Code, who, outcome)]);
                }
            }
        }

        return seen.Count;
    }

    private static bool Leads(Move[] path, StepOutcome outcome) => outcome == StepOutcome.Approve || Array.TrueForAll(path, move => move.Outcome == StepOutcome.Approve);

    private static bool First(ReviewCase review, CaseStep step, Reviewer who, StepOutcome outcome)
        => People.Everyone.First(p => p.Mandates[0].Roles.SetEquals(who.Mandates[0].Roles) && review.Offered(step, p).Contains(outcome)).Subject == who.Subject;

    private static ReviewCase Replay(ReviewFlow flow, string[] conditions, Move[] path)
    {
        var review = People.Open(flow, conditions);
        foreach (var (step, who, outcome) in path) Assert.Null(review.Decide(who, People.Decision(review, step, outcome), People.Now).Refusal);
        return review;
    }

    private static void AssertAnswer(ReviewFlow flow, string[] conditions, Move[] path, ReviewCase review, CaseStep step, Reviewer who, StepOutcome outcome)
    {
        var expected = Expected(flow, review, step, who, outcome);
        Assert.True(expected == review.Offered(step, who).Contains(outcome),
            $"{flow.Code} [{string.Join(',', conditions)}] {string.Join(';', path.Select(move => $"{move.Step} {move.Who.Subject} {move.Outcome}"))} → {step.Code} {step.State} {who.Subject} {outcome}: expected {expected}");
        // A refused act is asked of the case itself, to see that it changes nothing; an accepted one of a copy.
        var target = expected ? Replay(flow, conditions, path) : review;
        var (version, state) = (target.Version, target.State);
        var verdict = target.Decide(who, People.Decision(target, step.Code, outcome), People.Now);
        Assert.Equal(expected, verdict.Refusal is null);
        if (!expected) Assert.Equal(version, target.Version);
        else AssertEffect(target, step.Code, outcome, state);
    }

    private static void AssertEffect(ReviewCase review, string step, StepOutcome outcome, CaseState before)
    {
        var after = review.Steps.Single(s => s.Code == step);
        switch (outcome)
        {
            case StepOutcome.Return:
                Assert.Equal((CaseState.Returned, StepState.Returned), (review.State, after.State));
                break;
            case StepOutcome.Reject:
                Assert.Equal((CaseState.Rejected, StepState.Rejected), (review.State, after.State));
                break;
            case StepOutcome.Hold:
                Assert.Equal((CaseState.Held, StepState.Held), (review.State, after.State));
                break;
            case StepOutcome.Escalate:
                Assert.Equal((before, StepState.Escalated), (review.State, after.State));
                break;
            case StepOutcome.Bypass:
                Assert.Equal((CaseState.Approved, true), (review.State, review.IsBypassed));
                break;
            default:
                Assert.True(after.State == StepState.Approved || after.PassesConfirmed > 0);
                Assert.NotEqual(CaseState.Held, review.State);
                break;
        }
    }

    /// <summary>The rules once more, from the flow alone.</summary>
    private static bool Expected(ReviewFlow flow, ReviewCase review, CaseStep step, Reviewer who, StepOutcome outcome)
    {
        var rule = flow.Steps.SingleOrDefault(s => s.Code == step.Code);
        var (roles, kind, own) = (rule?.Roles ?? step.Roles, rule?.Kind ?? step.Kind, rule?.Scope == UnitScope.Own);
        var determines = step.Code.StartsWith("determination", StringComparison.Ordinal) || step.Determines is not null;
        var mandate = who.Mandates.Single();
        if (who.Subject == People.Author || mandate.Roles.Overlaps(["discipline", "system-admin", "security-admin", "audit-admin"])) return false;
        var active = step.State == StepState.Open && (review.State == CaseState.Open || (review.State == CaseState.Held && determines))
            && review.Steps.Where(s => s.Stage < step.Stage).All(s => s.State is StepState.Approved or StepState.Escalated);
        var fresh = determines
            ? roles.Contains("secrecy") || review.HeldBy != who.Subject
            : review.Steps.Where(s => s.Code != step.Code && s.Determines is null).All(s => !s.TakenBy.Contains(who.Subject));
        if (!active || !fresh) return false;
        if (outcome == StepOutcome.Bypass)
            return !determines && mandate.Roles.Overlaps(flow.Bypass) && review.Steps.All(s => s.Kind != StepKind.Secrecy || s.IsDone);
        if (!mandate.Roles.Overlaps(roles) || (own && mandate.Unit != People.OwnUnit)) return false;
        return outcome switch
        {
            StepOutcome.Reject => kind != StepKind.Proof,
            StepOutcome.Hold => kind != StepKind.Proof && !determines,
            StepOutcome.Escalate => kind != StepKind.Proof && (determines ? roles.Contains("leading-group") : SomebodyIsAbove(mandate.Roles.Single(), review)),
            _ => true,
        };
    }

    private static bool SomebodyIsAbove(string role, ReviewCase review)
    {
        string[] ladder = role switch
        {
            "officer" => ["head", "deputy", "director", "leading-group"],
            "deputy" => ["director", "leading-group"],
            "director" or "secrecy" => ["leading-group"],
            "leading-group" => [],
            _ => ["deputy", "director", "leading-group"],
        };
        return ladder.Except(review.Steps.Where(s => s.IsDone && s.Determines is null).Select(s => s.DecidedRole!)).Any();
    }

    private sealed record Move(string Step, Reviewer Who, StepOutcome Outcome);
}
