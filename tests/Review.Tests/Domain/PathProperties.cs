using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.People;
using Disclosure.Review.Tests.Domain.Model;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Replay;
using Disclosure.Rules.Reviewing;
using Disclosure.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>Whatever people try, in whatever order, for whatever flow: nothing is approved past a step or by one person twice.</summary>
/// <remarks>People hold, pass on, take over, release, end, withdraw, act for others and succeed those who left. Judged is by what the audit
/// log would say: the facts.</remarks>
public sealed class PathProperties
{
    private static readonly (RulePack Pack, ReviewFlow Flow, string[] Conditions)[] Flows = [.. People.FlowsAndUndetermined(),
        .. Enumerable.Repeat(OneProof(), 8)];

    /// <summary>No bureau has a flow with a single proof step, which takes all three passes; a pack may.</summary>
    private static (RulePack Pack, ReviewFlow Flow, string[] Conditions) OneProof()
    {
        var pack = People.Packs["xinyuan"];
        var flow = pack.Flow(FlowCodes.Publication)!;
        return (pack, flow with { Steps = [.. flow.Steps.Where(step => step.Kind != StepKind.Proof || step.Code == "first-proof")] }, []);
    }

    /// <param name="Person">Chooses who.</param>
    /// <param name="Act">Chooses what.</param>
    /// <param name="Able">0 anything by anybody, 1 an approval that is offered, 2 a taking over or else that, 3 whatever is
    /// offered.</param>
    /// <param name="Stale">Whether the content was read before it changed.</param>
    /// <param name="WithChecklist">Whether every question is confirmed.</param>
    /// <param name="WithReason">Whether a reason is given.</param>
    private sealed record Attempt(int Person, int Act, int Able, bool Stale, bool WithChecklist, bool WithReason);

    private sealed record Story(int Flow, bool Small, bool HeadWrote, bool MayBypass, Attempt[] Attempts);

    [Fact]
    [Rule(104)]
    [Rule(183)]
    [Rule(185)]
    public void No_path_reaches_approved_without_every_required_step_by_a_distinct_entitled_person()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        Prop.ForAll(Stories().ToArbitrary(), story =>
        {
            var (_, flow, conditions) = Flows[story.Flow];
            if (story.MayBypass) flow = flow with { Bypass = ["deputy", "director"] };
            string[] authors = story.HeadWrote ? [People.Author, "head"] : [People.Author];
            IReadOnlyList<Person> people = story.Small ? [.. People.SmallBureau.Where(who => who.Subject != "successor")]
                : [.. People.SmallBureau, .. People.Everyone.Skip(1)];
            var review = People.Open(flow, conditions, authors[0], authors[1..]);
            List<AuditFact> facts = [];
            foreach (var attempt in story.Attempts)
                if (!review.IsConcluded) facts.AddRange(Try(review, people, attempt));
            if (review.State != CaseState.Approved) return;
            AssertSound(review, facts, flow, conditions, authors);
            foreach (var act in facts.Select(fact => fact.Actor.OnBehalfOf is null ? fact.Act : "on-behalf").Distinct()) seen[act] = seen
                .GetValueOrDefault(act) + 1;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_500).WithReplay(20260304, 1));
        // Most attempts are refused; the property would say nothing if no approved path went by way of each of these.
        TestContext.Current.TestOutputHelper?.WriteLine(string
            .Join(", ", seen.OrderBy(act => act.Key).Select(act => $"{act.Key} {act.Value}")));
        foreach (var act in new[] { Acts.Approved, Acts.ProofPassed, Acts.Held, Acts.Determined, Acts.Escalated, Acts.Raised, Acts.Bypassed,
            "on-behalf" })
            Assert.InRange(seen.GetValueOrDefault(act), 10, int.MaxValue);
    }

    /// <summary>Whatever happens to a case, its own rules find nothing wrong with it: who replays them is told only what a candidate
    /// changes.</summary>
    [Fact]
    public void The_rules_that_a_case_was_opened_with_object_to_nothing_that_is_recorded_of_it()
    {
        var ends = new Dictionary<CaseState, int>();
        var record = CaseRecord.Of.Compile();
        Prop.ForAll(Stories().ToArbitrary(), story =>
        {
            var (pack, flow, conditions) = Flows[story.Flow];
            if (story.MayBypass) flow = flow with { Bypass = ["deputy", "director"] };
            IReadOnlyList<Person> people = [.. People.SmallBureau, .. People.Everyone.Skip(1)];
            var review = People.Open(flow, conditions);
            var facts = new List<AuditFact>();
            foreach (var attempt in story.Attempts)
                if (!review.IsConcluded) facts.AddRange(Try(review, people, attempt));
            // A step that was raised is a higher role's from then on, whatever the flow says.
            if (facts.Exists(fact => fact.Act == Acts.Raised)) return;
            ends[review.State] = ends.GetValueOrDefault(review.State) + 1;
            var replayed = ReviewReplay.Of(record(review).ToRecord(), pack with { Flows = [flow] },
                WorkingCalendar.Embedded, People.Now.Today);
            Assert.Empty(replayed.Objections);
            Assert.Equal(review.State switch
            {
                CaseState.Open or CaseState.Held => ReplayedOutcome.Running,
                CaseState.Approved => ReplayedOutcome.Approved,
                CaseState.Withdrawn => ReplayedOutcome.Withdrawn,
                _ => ReplayedOutcome.TurnedDown,
            }, replayed.Outcome);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20261130, 1));
        // Hardly a story comes to a withdrawal, and no rule decides about one.
        Assert.All(Enum.GetValues<CaseState>().Except([CaseState.Withdrawn]),
            state => Assert.InRange(ends.GetValueOrDefault(state), 10, int.MaxValue));
    }

    private static IReadOnlyList<AuditFact> Try(ReviewCase review, IReadOnlyList<Person> people, Attempt attempt)
    {
        var acts = Act.All(review).ToList();
        var (act, who) = (acts[attempt.Act % acts.Count], people[attempt.Person % people.Count]);
        // Most attempts come from somebody who may do something, or hardly a story would get far; and mostly they approve.
        if (attempt.Able > 0)
        {
            var able = people.SelectMany(p
                => review.Steps.SelectMany(s => review.Offered(s, p).Where(outcome => attempt.Able > 2 || outcome == StepOutcome.Approve)
                .Select(outcome => (new Act(ActKind.Decide, s.Code, outcome, (DeterminedBy)(attempt.Act % 2)), p))));
            var stranded = review.Steps.Where(s => !people.Any(other => Entitlement.Find(review, s, other, out _) is null)).ToList();
            var raises = people.SelectMany(p
                => stranded.Where(s => review.MayBeRaisedBy(s, p)).Select(s => (new Act(ActKind.Raise, s.Code), p)));
            var choice = (attempt.Able == 2 ? raises : []).ToList();
            if (choice.Count == 0) choice = [.. able];
            if (choice.Count > 0) (act, who) = choice[attempt.Person % choice.Count];
        }

        var before = Oracle.Of(review);
        var verdict = attempt is { Stale: false, WithChecklist: true, WithReason: true } || act.Kind != ActKind.Decide
            ? act.Try(review, who, people)
            : review.Decide(who, People.Decision(review, act.Step, act.Outcome) with
            {
                Digest = attempt.Stale ? "stale" : review.ContentDigest,
                Checklist = attempt.WithChecklist ? [.. review.Checklist.Select(question => question.Code)] : [],
                Reason = attempt.WithReason ? People.Cited : null,
                HoldTo = act.To,
            }, People.Now);
        if (verdict.Failure is not null) Assert.Equal(before, Oracle.Of(review));
        else if (act.Kind == ActKind.Decide) Assert.True(!attempt.Stale && (attempt.WithReason || act.Outcome == StepOutcome.Approve));
        return verdict.Facts;
    }

    private static void AssertSound(ReviewCase review, List<AuditFact> facts, ReviewFlow flow, string[] conditions, string[] authors)
    {
        // Nobody who wrote it, or stands in for somebody who did, had a hand in it; nor did whoever has left or is kept apart.
        Assert.All(facts.Where(fact => fact.Act != Acts.Urged), fact =>
        {
            Assert.DoesNotContain(fact.Actor.Subject,
                (string[])[.. authors, "author-stand-in", "left", "discipline", "system-admin", "audit-admin"]);
            Assert.DoesNotContain(fact.Actor.OnBehalfOf, authors);
        });
        var determinations = facts.Where(fact => fact.Act == Acts.Determined).ToList();
        if (conditions.Contains(ReviewConditions.SecrecyUndetermined))
        {
            Assert.Contains(determinations, fact => fact.Actor.Role is "leading-group" or "secrecy");
            Assert.Equal(ReviewedDigest.After(People.Digest, [ReviewerChange.SecrecyCleared]), review.ContentDigest);
        }
        else Assert.Equal(People.Digest, review.ContentDigest);

        // Every hold was answered, and by somebody else, in whosever name.
        Assert.All(facts.Where(fact => fact.Act == Acts.Held), held => Assert.Contains(facts.SkipWhile(fact => fact != held),
            fact => fact.Act == Acts.Determined && (fact.Actor.Role == "secrecy" || !Hands(fact).Intersect(Hands(held)).Any())));

        // Of the flow's own steps nobody takes two; only the passes of one proof may be one person's.
        var questions = review.Steps.Where(step => step.Determines is not null).Select(step => step.Code).ToHashSet(StringComparer.Ordinal);
        var own = facts.Where(fact => fact.Step is { } code && !questions.Contains(code)
            && fact.Act is Acts.Approved or Acts.ProofPassed or Acts.Escalated or Acts.Bypassed).ToList();
        var hands = own.SelectMany(fact => Hands(fact).Select(person => (person, fact.Step))).Distinct().ToList();
        Assert.Equal(hands.Count, hands.DistinctBy(hand => hand.person).Count());

        var released = own.SingleOrDefault(fact => fact.Act == Acts.Bypassed);
        if (released is not null)
        {
            Assert.Contains(released.Actor.Role, flow.Bypass);
            Assert.False(string.IsNullOrWhiteSpace(released.Reason));
        }

        foreach (var rule in flow.Steps.Where(rule => rule.When.Count == 0 || rule.When.Intersect(conditions).Any()))
        {
            // A release passes over steps, never over the secrecy review.
            if (released is not null && rule.Kind != StepKind.Secrecy) continue;
            var done = own.Where(fact => fact.Step == rule.Code).ToList();
            Assert.Equal(rule.Kind == StepKind.Proof ? FlowSteps.PassesOf(flow.Applicable(conditions)) : 1, done.Count);
            foreach (var fact in done)
            {
                var raised = facts.TakeWhile(other => other != fact)
                    .LastOrDefault(other => other.Act == Acts.Raised && other.Step == rule.Code);
                if (raised is null) Assert.Contains(fact.Actor.Role, rule.Roles);
                else Assert.Equal(raised.Actor.Role, fact.Actor.Role);
                if (raised is null && rule.Scope == UnitScope.Own) Assert.Equal(People.OwnUnit, fact.Actor.Unit);
            }
        }
    }

    private static string[] Hands(AuditFact fact) => fact.Actor.OnBehalfOf is null ? [fact.Actor.Subject]
        : [fact.Actor.Subject, fact.Actor.OnBehalfOf];

    private static Gen<Story> Stories()
        => from flow in Gen.Choose(0, Flows.Length - 1)
           from small in Gen.Elements(true, false)
           from headWrote in Gen.Elements(true, false)
           from bypass in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
           from attempts in (from person in Gen.Choose(0, 99_999)
                             from act in Gen.Choose(0, 99_999)
                             from able in Gen.Frequency((2, Gen.Constant(0)), (6, Gen.Constant(1)), (3, Gen.Constant(2)),
                             (3, Gen.Constant(3)))
                             from stale in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
                             from check in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
                             from reason in Gen.Frequency((1, Gen.Constant(false)), (6, Gen.Constant(true)))
                             select new Attempt(person, act, able, stale, check, reason)).ArrayOf().Resize(40)
           select new Story(flow, small, headWrote, bypass, attempts);
}
