using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;

namespace Disclosure.Rules.Replay;

/// <summary>规则变更试算 of review: what a pack and a calendar make of a recorded case, as if it had been handled by them.</summary>
/// <remarks>A running case keeps the flow it was opened with: this says what a new pack would mean for cases like it, not what becomes of
/// it.</remarks>
public static class ReviewReplay
{
    /// <summary>Reads a recorded case by a pack.</summary>
    /// <param name="record">What happened.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="calendar">The authority's calendar.</param>
    /// <param name="today">Day of the question: what is not taken by then is late if it was due before.</param>
    /// <returns>Where the case would stand.</returns>
    public static ReplayedReview Of(RecordedReview record, RulePack pack, WorkingCalendar calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(calendar);
        if (pack.Flow(record.Flow) is not { } flow) return NotAccepted(ReplayObjection.FlowIsMissing);
        var applicable = flow.Applicable(record.Conditions);
        if (applicable.Count == 0) return NotAccepted(ReplayObjection.NoStepApplies);
        if (flow.WithDocument && !record.HasDocument) return NotAccepted(ReplayObjection.DocumentIsMissing);
        return new Reading(record, flow, applicable, calendar, today).Read();
    }

    private static ReplayedReview NotAccepted(ReplayObjection why) => new(ReplayedOutcome.NotAccepted, [new Objection(why)], []);

    private sealed class Reading(RecordedReview record, ReviewFlow flow, IReadOnlyList<ReviewStep> applicable, WorkingCalendar calendar,
        DateOnly today)
    {
        private readonly Dictionary<string, RecordedStep> recorded = record.Steps.ToDictionary(step => step.Code);
        private readonly List<Objection> objections = [];
        private readonly List<ReplayedStep> steps = [];

        public ReplayedReview Read()
        {
            var release = record.Steps.FirstOrDefault(step => step.End == RecordedStepEnd.Released);
            if (release?.Role is { } role && !flow.Bypass.Contains(role)) Object(ReplayObjection.ReleaseIsForbidden, Of(release.Code));
            var passes = FlowSteps.PassesOf(applicable);
            IReadOnlyList<ReviewStep> before = [];
            foreach (var stage in applicable.GroupBy(step => step.Stage))
            {
                foreach (var step in stage) Read(step, before, passes, isReleased: release is not null);
                before = [.. stage];
            }

            if (record.End == RecordedEnd.Approved && release is null)
            {
                foreach (var question in flow.Checklist.Where(question => !record.Answered.Contains(question.Code)))
                    objections.Add(new Objection(ReplayObjection.QuestionIsMissing, question.Code, question.Name));
            }

            return new ReplayedReview(Outcome(), this.objections, this.steps);
        }

        private void Read(ReviewStep step, IReadOnlyList<ReviewStep> before, int passes, bool isReleased)
        {
            var taken = this.recorded.GetValueOrDefault(step.Code) is { End: not RecordedStepEnd.Untaken } one ? one : null;
            if (taken is null)
            {
                // What waits for somebody in a running case is no fault; a release passes every step but that of secrecy.
                if (record.End == RecordedEnd.Approved && (!isReleased || step.Kind == StepKind.Secrecy))
                    Object(ReplayObjection.StepIsMissing, step);
            }
            else if (taken.End != RecordedStepEnd.Released)
            {
                if (!step.Roles.Contains(taken.Role) || (step.Scope == UnitScope.Own && taken.RoleUnit != record.Unit))
                    Object(ReplayObjection.RoleIsNotEntitled, step);
                if (step.Kind == StepKind.Proof && taken.End == RecordedStepEnd.Passed && taken.Passes < passes)
                    Object(ReplayObjection.PassesAreMissing, step);
                if (before.Any(earlier => DecidedOn(earlier) is { } done ? done > taken.DecidedOn : record.End != RecordedEnd.Approved))
                    Object(ReplayObjection.TakenTooEarly, step);
            }

            if (taken is not null && taken.Corrected.Except(step.MayChange, StringComparer.Ordinal).Any())
                Object(ReplayObjection.CorrectionIsForbidden, step);
            var due = OpensOn(step, before) is { } opens
                ? FlowSteps.DueBy(calendar, opens, FlowSteps.LimitOf(step), record.SubjectDueOn) : null;
            var until = taken?.DecidedOn ?? (record.End == RecordedEnd.Running ? today : null);
            this.steps.Add(new ReplayedStep(step.Code, step.Name, step.Roles, step.Scope, taken is not null, due, until > due));
        }

        /// <summary>From when a step waits: since it did by the record, where the same steps went before it; otherwise since they were
        /// done.</summary>
        private DateOnly? OpensOn(ReviewStep step, IReadOnlyList<ReviewStep> before)
        {
            if (this.recorded.GetValueOrDefault(step.Code) is { } known && Preceding(known).SetEquals(before.Select(one => one.Code)))
                return known.OpenedOn;
            var opens = record.OpenedOn;
            foreach (var earlier in before)
            {
                if (DecidedOn(earlier) is not { } done) return null;
                if (done > opens) opens = done;
            }

            return opens;
        }

        private HashSet<string> Preceding(RecordedStep step)
        {
            var stage = record.Steps.Where(one => one.Stage < step.Stage).Select(one => one.Stage).DefaultIfEmpty().Max();
            return [.. record.Steps.Where(one => one.Stage == stage && one.Stage < step.Stage).Select(one => one.Code)];
        }

        private DateOnly? DecidedOn(ReviewStep step)
            => this.recorded.GetValueOrDefault(step.Code) is { End: RecordedStepEnd.Passed } taken ? taken.DecidedOn : null;

        private ReplayedOutcome Outcome() => record.End switch
        {
            RecordedEnd.Withdrawn => ReplayedOutcome.Withdrawn,
            RecordedEnd.Approved => this.objections.Count == 0 ? ReplayedOutcome.Approved : ReplayedOutcome.Running,
            RecordedEnd.TurnedDown => TurnedDownLawfully() ? ReplayedOutcome.TurnedDown : ReplayedOutcome.Running,
            _ => !record.AwaitsMore && this.objections.Count == 0 && applicable.All(step => DecidedOn(step) is not null)
                ? ReplayedOutcome.Approved : ReplayedOutcome.Running,
        };

        /// <summary>Whether the step that ended the case is one of the flow, and was that person's to take.</summary>
        private bool TurnedDownLawfully()
        {
            // Ended by the office, at no step: nothing of the flow decides that.
            if (record.Steps.FirstOrDefault(step => step.End == RecordedStepEnd.TurnedDown) is not { } ended) return true;
            return Of(ended.Code) is not null && !this.objections.Exists(one => one.Code == ended.Code
                && one.Kind is ReplayObjection.RoleIsNotEntitled or ReplayObjection.TakenTooEarly);
        }

        private ReviewStep? Of(string code) => applicable.FirstOrDefault(step => step.Code == code);

        private void Object(ReplayObjection kind, ReviewStep? step) => this.objections.Add(new Objection(kind, step?.Code, step?.Name));
    }
}
