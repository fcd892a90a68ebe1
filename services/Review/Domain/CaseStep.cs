using Disclosure.Rules.Packs;

namespace Disclosure.Review.Domain;

/// <summary>A step (审核环节) of a case, as the pack stood when the case opened.</summary>
internal sealed class CaseStep
{
    private CaseStep()
    {
    }

    public CaseId CaseId { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public StepKind Kind { get; private set; }

    /// <summary>Stages run in ascending order, equal stages in parallel.</summary>
    public int Stage { get; private set; }

    public string[] Roles { get; private set; } = [];

    public UnitScope Scope { get; private set; }

    public int? LimitWorkingDays { get; private set; }

    /// <summary>制度依据: where the step comes from.</summary>
    public string Source { get; private set; } = "";

    public StepState State { get; private set; }

    /// <summary>Passes (校次) still required before a proof is done; 0 for other kinds.</summary>
    public int PassesRequired { get; private set; }

    public int PassesConfirmed { get; private set; }

    /// <summary>Whether the step determines secrecy for a held step.</summary>
    public string? Determines { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>Everyone who acted at the step and in whose place: none of them may take another step of the case.</summary>
    public string[] TakenBy { get; private set; } = [];

    public string? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    public string? DecidedRole { get; private set; }

    public string? DecidedUnit { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? Reason { get; private set; }

    public bool IsDone => State is StepState.Approved or StepState.Escalated;

    public static CaseStep From(CaseId caseId, ReviewStep step, int passes) => new()
    {
        CaseId = caseId,
        Code = step.Code,
        Name = step.Name,
        Kind = step.Kind,
        Stage = step.Stage,
        Roles = [.. step.Roles],
        Scope = step.Scope,
        LimitWorkingDays = step.LimitWorkingDays,
        Source = $"{step.Citation.Source} {step.Citation.Article}".Trim(),
        PassesRequired = step.Kind == StepKind.Proof ? passes : 0,
    };

    /// <summary>A step the pack did not foresee for the case: a determination, or a higher leader's word.</summary>
    public static CaseStep Added(CaseStep cause, string code, string name, StepKind kind, string[] roles, string? determines = null) => new()
    {
        CaseId = cause.CaseId,
        Code = code,
        Name = name,
        Kind = kind,
        Stage = cause.Stage,
        Roles = roles,
        Scope = UnitScope.Authority,
        LimitWorkingDays = cause.LimitWorkingDays,
        Source = cause.Source,
        Determines = determines,
    };

    public void Open(Moment now)
    {
        State = StepState.Open;
        OpenedAt = now.At;
        DueOn = LimitWorkingDays is { } limit ? now.WorkingDays?.Invoke(now.Today, limit) : null;
    }

    public void ConfirmPass(Reviewer who, Mandate mandate)
    {
        PassesConfirmed++;
        Take(who, mandate);
    }

    /// <summary>The step waits; it is nobody's decision yet, so the same person may take it up again.</summary>
    public void Hold() => State = StepState.Held;

    public void Decide(StepState state, Reviewer who, Mandate mandate, string role, string? reason, Moment now)
    {
        State = state;
        Take(who, mandate);
        DecidedBy = who.Subject;
        DecidedByName = who.Name;
        DecidedRole = role;
        DecidedUnit = mandate.Unit;
        DecidedAt = now.At;
        Reason = reason;
    }

    public void EndUntaken(StepState state) => State = state;

    private void Take(Reviewer who, Mandate mandate) => TakenBy = [.. TakenBy.Append(who.Subject).Append(mandate.Principal).Distinct(StringComparer.Ordinal)];
}
