using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Reviewing;

/// <summary>What a review flow (审核流程) asks of a case: its steps, their passes, and their due days.</summary>
public static class FlowSteps
{
    /// <summary>三校: passes a proof takes when the flow has one proof step; shared out when it has more.</summary>
    public const int ProofPasses = 3;

    /// <summary>涉密认定, by the leading group or the secrecy authority: the platform's limit, working days, as no rule gives one.</summary>
    public const int DeterminationLimit = 5;

    private const int ProofLimit = 1;
    private const int JudgementLimit = 2;

    /// <summary>The steps of a flow that a case of these conditions takes, in order.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="conditions">Conditions set on the case, see <see cref="ReviewConditions"/>.</param>
    /// <returns>The steps; empty where none applies, and the case may not be opened.</returns>
    public static IReadOnlyList<ReviewStep> Applicable(this ReviewFlow flow, IReadOnlyCollection<string> conditions)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return [.. flow.Steps.Where(step => step.When.Count == 0 || step.When.Intersect(conditions, StringComparer.Ordinal).Any())
            .OrderBy(step => step.Stage)];
    }

    /// <summary>校次 that each proof step takes: three in all, shared out.</summary>
    /// <param name="steps">Steps of the case.</param>
    /// <returns>The passes; 0 without a proof step.</returns>
    public static int PassesOf(IReadOnlyList<ReviewStep> steps)
    {
        var proofs = steps.Count(step => step.Kind == StepKind.Proof);
        return proofs == 0 ? 0 : (ProofPasses + proofs - 1) / proofs;
    }

    /// <summary>The limit of a step (办理期限): its own, or the platform's where the pack gives none.</summary>
    /// <remarks>The platform's is no rule; but without any, no step would ever be urged.</remarks>
    /// <param name="step">The step.</param>
    /// <returns>Working days.</returns>
    public static int LimitOf(ReviewStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.LimitWorkingDays ?? (step.Kind == StepKind.Proof ? ProofLimit : JudgementLimit);
    }

    /// <summary>The due day of a step.</summary>
    /// <param name="calendar">The authority's working calendar; null where none is at hand.</param>
    /// <param name="opened">Legal day from which it waits; not counted.</param>
    /// <param name="limit">Its limit, working days; null for none.</param>
    /// <param name="latest">Legal deadline of the subject, which the step may not outlast; null for none.</param>
    /// <returns>The day; null for none.</returns>
    public static DateOnly? DueBy(WorkingCalendar? calendar, DateOnly opened, int? limit, DateOnly? latest)
    {
        var due = limit is { } days ? calendar?.AddWorkingDays(opened, new WorkingDays(days)).Date : null;
        return due is null || latest < due ? latest : due;
    }
}
