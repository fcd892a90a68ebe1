using Disclosure.Review.Domain;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;
using Disclosure.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>Whatever people try, in whatever order, for whatever flow: nothing is approved past a step or by one person twice.</summary>
public sealed class PathProperties
{
    private static readonly (RulePack Pack, ReviewFlow Flow, string[] Conditions)[] Flows = [.. People.FlowsAndUndetermined()];

    private sealed record Attempt(int Person, int Step, StepOutcome Outcome, bool Stale, bool WithChecklist, bool WithReason, DeterminedBy To);

    private sealed record Story(int Flow, Attempt[] Attempts);

    [Fact]
    [Rule(104)]
    [Rule(183)]
    [Rule(185)]
    public void No_path_reaches_approved_without_every_required_step_by_a_distinct_entitled_person()
    {
        var approved = 0;
        Prop.ForAll(Stories().ToArbitrary(), story =>
        {
            var (_, flow, conditions) = Flows[story.Flow];
            var review = People.Open(flow, conditions);
            foreach (var attempt in story.Attempts) Try(review, attempt);
            AssertSound(review, flow, conditions);
            if (review.State == CaseState.Approved && !review.IsBypassed) approved++;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500).WithReplay(20260304, 1));
        // Most attempts are refused; the property would say nothing if all were.
        Assert.InRange(approved, 50, int.MaxValue);
    }

    private static void Try(ReviewCase review, Attempt attempt)
    {
        var step = review.Steps[attempt.Step % review.Steps.Count];
        // Half of the attempts come from somebody who may do something, or hardly a story would get far.
        var able = People.Everyone.Where(p => review.Steps.Any(s => review.Offered(s, p).Count > 0)).ToList();
        var who = attempt.Person % 2 == 0 || able.Count == 0 ? People.Everyone[attempt.Person % People.Everyone.Count] : able[attempt.Person % able.Count];
        if (attempt.Person % 2 == 1 && able.Count > 0) step = review.Steps.First(s => review.Offered(s, who).Count > 0);
        var before = (review.Version, review.State);
        var verdict = review.Decide(who, People.Decision(review, step.Code, attempt.Outcome) with
        {
            Digest = attempt.Stale ? "stale" : review.ContentDigest,
            Checklist = attempt.WithChecklist ? [.. review.Checklist.Select(question => question.Code)] : [],
            Reason = attempt.WithReason ? People.Cited : null,
            HoldTo = attempt.To,
        }, People.Now);
        if (verdict.Refusal is not null) Assert.Equal(before, (review.Version, review.State));
        else
        {
            Assert.False(attempt.Stale);
            Assert.True(attempt.WithReason || attempt.Outcome == StepOutcome.Approve);
            Assert.NotEqual(People.Author, who.Subject);
        }
    }

    private static void AssertSound(ReviewCase review, ReviewFlow flow, string[] conditions)
    {
        if (review.State != CaseState.Approved) return;
        var required = flow.Steps.Where(step => step.When.Count == 0 || step.When.Intersect(conditions).Any()).ToList();
        if (review.IsBypassed)
        {
            var bypass = review.Steps.Single(step => step.State == StepState.Bypassed && step.DecidedBy is not null);
            Assert.Contains(bypass.DecidedRole, flow.Bypass);
            Assert.NotEqual(People.Author, bypass.DecidedBy);
            Assert.False(string.IsNullOrWhiteSpace(bypass.Reason));
            Assert.DoesNotContain(review.Steps, step => step.Kind == StepKind.Secrecy && !step.IsDone);
            return;
        }

        foreach (var rule in required)
        {
            var step = review.Steps.Single(s => s.Code == rule.Code);
            Assert.True(step.IsDone);
            Assert.Contains(step.DecidedRole, rule.Roles);
            if (rule.Scope == UnitScope.Own) Assert.Equal(People.OwnUnit, step.DecidedUnit);
            if (rule.Kind == StepKind.Proof) Assert.Equal(step.PassesRequired, step.PassesConfirmed);
        }

        Assert.All(review.Steps, step => Assert.True(step.IsDone));
        if (conditions.Contains(ReviewConditions.SecrecyUndetermined))
        {
            Assert.Contains(review.Steps, step => step.Determines == CaseStep.WholeCase && step.State == StepState.Approved && step.DecidedRole is "leading-group" or "secrecy");
            Assert.Equal(ReviewedDigest.After(People.Digest, [ReviewedChange.SecrecyCleared]), review.ContentDigest);
        }
        else Assert.Equal(People.Digest, review.ContentDigest);

        // A determination is a question apart; of the flow's own steps nobody takes two.
        var people = review.Steps.Where(step => step.Determines is null).SelectMany(step => step.TakenBy).ToList();
        Assert.DoesNotContain(People.Author, people);
        Assert.Equal(people.Count, people.Distinct().Count());
    }

    private static Gen<Story> Stories()
        => from flow in Gen.Choose(0, Flows.Length - 1)
           from attempts in (from person in Gen.Choose(0, 999)
                             from step in Gen.Choose(0, 9)
                             from outcome in Gen.Frequency((12, Gen.Constant(StepOutcome.Approve)), (1, Gen.Elements(StepOutcome.Return, StepOutcome.Reject)),
                                 (2, Gen.Elements(StepOutcome.Hold, StepOutcome.Escalate, StepOutcome.Bypass)))
                             from stale in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
                             from check in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
                             from reason in Gen.Frequency((1, Gen.Constant(false)), (6, Gen.Constant(true)))
                             from to in Gen.Elements(DeterminedBy.LeadingGroup, DeterminedBy.SecrecyAuthority)
                             select new Attempt(person, step, outcome, stale, check, reason, to)).ArrayOf().Resize(40)
           select new Story(flow, attempts);
}
