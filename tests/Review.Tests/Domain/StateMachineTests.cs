using System.Text.Json;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Tests.Domain.Model;
using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>Who may do what in each state, and what comes of it: all packs × flows × conditions × people × acts, against the
/// <see cref="Oracle"/>.</summary>
/// <remarks>Acts are all decisions with all outcomes, taking a step over, ending, withdrawing and urging. Paths are those of approvals with
/// a hold, a passing on or a
/// taking over wherever it is possible; longer stories are told by <see cref="PathProperties"/>.</remarks>
public sealed class StateMachineTests
{
    /// <summary>Every flow of the five packs; one that several packs have word for word is named by the first, because a case knows its
    /// flow and not its pack.</summary>
    public static TheoryData<string, string> EveryFlow()
    {
        var data = new TheoryData<string, string>();
        foreach (var (pack, flow, _) in People.Flows().DistinctBy(f => JsonSerializer.Serialize(f.Flow))) data
            .Add(pack.Authority, flow.Code);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryFlow))]
    public void With_several_people_to_each_role_exactly_the_entitled_may_act_and_only_as_offered(string authority, string code)
        => Explore(authority, code, [People.Author], People.Everyone);

    [Theory]
    [MemberData(nameof(EveryFlow))]
    public void With_one_person_to_each_role_stand_ins_successors_and_leavers_too(string authority, string code)
        => Explore(authority, code, [People.Author, "head", "left"], People.SmallBureau);

    [Theory]
    [MemberData(nameof(EveryFlow))]
    public void Where_a_pack_allows_a_release_past_steps_it_too_is_for_the_entitled_alone(string authority, string code)
        => Explore(authority, code, [People.Author], People.SmallBureau, bypass: ["director", "deputy"]);

    [Theory]
    [MemberData(nameof(EveryFlow))]
    public void Every_flow_can_be_approved_by_distinct_people(string authority, string code)
    {
        foreach (var (_, flow, conditions) in People.FlowsAndUndetermined()
            .Where(f => f.Pack.Authority == authority && f.Flow.Code == code))
        {
            var review = People.Open(flow, conditions);
            while (!review.IsConcluded)
            {
                var (step, who) = (from s in review.Steps
                                   from p in People.Everyone
                                   where review.Offered(s, p).Contains(StepOutcome.Approve)
                                   select (s, p)).First();
                Assert.Null(review.Decide(who, People.Decision(review, step.Code, StepOutcome.Approve), People.Now).Failure);
            }

            Assert.Equal(CaseState.Approved, review.State);
        }
    }

    private static void Explore(string authority, string code, string[] authors, IReadOnlyList<Person> known, string[]? bypass = null)
    {
        var visited = 0;
        var flows = People.FlowsToExplore(authority, code);
        // A release does not depend on conditions: the flow with all of its steps says enough.
        foreach (var (_, flow, conditions) in bypass is null ? flows : flows.TakeLast(1))
            visited += new Exploration(bypass is null ? flow : flow with { Bypass = bypass }, conditions, authors, known).Run();
        Assert.True(visited > 0);
    }

    private sealed record Move(Person Who, Act Act);

    private sealed record Exploration(ReviewFlow Flow, string[] Conditions, string[] Authors, IReadOnlyList<Person> Known)
    {
        /// <summary>Walks on from every state that is reached for the first time; returns how many there are.</summary>
        public int Run()
        {
            var queue = new Queue<Move[]>([[]]);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (queue.TryDequeue(out var path))
            {
                var (review, oracle) = Replay(path);
                if (!seen.Add(oracle.ToString())) continue;
                // What is refused changes nothing, so each person is asked once per step what is offered.
                var offered = review.Steps.SelectMany(step => Known.Select(who => (step, who)))
                    .ToDictionary(row => (row.step.Code, row.who.Subject), row => Offered(review, row.step, row.who));
                foreach (var act in Act.All(review).ToList())
                {
                    var allowed = Known.Where(who => IsAllowed(path, review, oracle, who, act, offered)).ToList();
                    // People of the same powers are interchangeable: of each kind one acts, and one of each role goes on.
                    foreach (var who in allowed.DistinctBy(who => Powers(who, withUnit: true))) Check(path, who, act);
                    if (LeadsOn(path, act))
                        foreach (var who in allowed.DistinctBy(who => Powers(who, withUnit: false))) queue
                        .Enqueue([.. path, new Move(who, act)]);
                }

                if (oracle.ToString() != Oracle.Of(review)) Assert
                    .Fail($"{string.Join("; ", path.Select(move => $"{move.Who.Subject} {move.Act}"))}: what was refused has left a trace");
            }

            return seen.Count;
        }

        /// <summary>Asks whether a person may do this now and compares the answer; whoever may not tries, and changes nothing.</summary>
        private bool IsAllowed(Move[] path, ReviewCase review, Oracle oracle, Person who, Act act,
            Dictionary<(string Step, string Person), IReadOnlyList<StepOutcome>> offered)
        {
            var expected = oracle.May(who, act);
            if (expected != (act.Kind == ActKind.Decide ? offered[(act.Step, who.Subject)].Contains(act.Outcome)
                : Announced(review, oracle, who, act))) Assert.Fail(Told(path, who, act, expected));
            if (expected) return true;
            if (act.Try(review, who, Known).Failure is null) Assert.Fail(Told(path, who, act, expected));
            return false;
        }

        /// <summary>Does it to a copy, and compares what comes of it.</summary>
        private void Check(Move[] path, Person who, Act act)
        {
            var (review, oracle) = Replay(path);
            var verdict = act.Try(review, who, Known);
            if (verdict.Failure is { } refusal) Assert.Fail($"{Told(path, who, act, true)} {refusal.Code}");
            oracle.Do(who, act);
            if (oracle.ToString() != Oracle.Of(review)) Assert
                .Fail($"{Told(path, who, act, true)}\nexpected {oracle}\nis {Oracle.Of(review)}");
            Assert.Equal(who.Subject, Assert.Single(verdict.Facts).Actor.Subject);
        }

        /// <summary>What the case itself says beforehand about who may do what; pages offer by it.</summary>
        private static bool Announced(ReviewCase review, Oracle oracle, Person who, Act act) => act.Kind switch
        {
            ActKind.Raise => review.MayBeRaisedBy(review.Steps.Single(step => step.Code == act.Step), who)
                && !oracle.SomebodyIsLeft(act.Step),
            ActKind.End => review.MayBeEndedBy(who),
            _ => oracle.May(who, act),
        };

        private static IReadOnlyList<StepOutcome> Offered(ReviewCase review, CaseStep step, Person who)
        {
            // Work lists ask the steps alone; they list exactly what the case then lets the person do.
            var listed = !who.IsKeptApart && review.WaitsForSomebody(step) && !step.Writers.Intersect(who.StandsFor).Any()
                && who.Mandates.Any(mandate => mandate.Roles.Overlaps(step.Roles)
                && (step.Scope == UnitScope.Authority || mandate.Unit == step.Unit) && !step.Barred.Contains(who.Subject)
                && !step.Barred.Contains(mandate.Principal));
            var offered = review.Offered(step, who);
            Assert.Equal(listed, offered.Contains(StepOutcome.Approve));
            return offered;
        }

        /// <summary>Approvals lead on, and taking over, without which a small bureau comes to no end; of holds and passings on
        /// one.</summary>
        private static bool LeadsOn(Move[] path, Act act) => act switch
        {
            { Kind: ActKind.Decide, Outcome: StepOutcome.Approve } or { Kind: ActKind.Raise } => true,
            { Kind: ActKind.Decide, Outcome: StepOutcome.Hold or StepOutcome.Escalate }
            => !path.Any(move => move.Act is { Outcome: StepOutcome.Hold or StepOutcome.Escalate }),
            _ => false,
        };

        private (ReviewCase, Oracle) Replay(Move[] path)
        {
            var review = People.Open(Flow, Conditions, Authors[0], Authors[1..]);
            var oracle = new Oracle(Flow, Conditions, Authors, Known);
            foreach (var (who, act) in path)
            {
                Assert.Null(act.Try(review, who, Known).Failure);
                oracle.Do(who, act);
            }

            return (review, oracle);
        }

        private string Told(Move[] path, Person who, Act act, bool expected)
            => $"{Flow.Code} [{string.Join(',', Conditions)}] {string.Join("; ", path.Select(move => $"{move.Who.Subject} {move.Act}"))} "
                + $"→ {who.Subject} {act}: expected {expected}";

        private static string Powers(Person who, bool withUnit)
            => string.Join(';', who.Mandates
            .Select(mandate => $"{(withUnit ? mandate.Unit : "")}:{string.Join(',', mandate.Roles)}:{mandate.Principal == who.Subject}"));
    }
}
