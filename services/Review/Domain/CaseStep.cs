using Disclosure.Rules.Packs;

namespace Disclosure.Review.Domain;

/// <summary>A step (审核环节) of a case, as the pack stood when the case opened.</summary>
internal sealed class CaseStep
{
    /// <summary>Stands for "no due day" where work lists sort by it.</summary>
    public static readonly DateOnly Undated = new(9999, 12, 31);

    private CaseStep()
    {
    }

    public CaseId CaseId { get; private set; }

    /// <summary>The case's authority, repeated for the work list.</summary>
    public string Authority { get; private set; } = "";

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public StepKind Kind { get; private set; }

    /// <summary>Stages run in ascending order, equal stages in parallel.</summary>
    public int Stage { get; private set; }

    public string[] Roles { get; private set; } = [];

    public UnitScope Scope { get; private set; }

    public int? LimitWorkingDays { get; private set; }

    /// <summary>Fields the reviewer may correct.</summary>
    public string[] MayChange { get; private set; } = [];

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

    /// <summary>Place in work lists: the due day, or <see cref="Undated"/>.</summary>
    public DateOnly SortOn { get; private set; } = Undated;

    /// <summary>催办: how often, and on which legal day last.</summary>
    public int Urges { get; private set; }

    public DateOnly? UrgedOn { get; private set; }

    /// <summary>Everyone who acted at the step and in whose place: none of them may take another step of the case.</summary>
    public string[] TakenBy { get; private set; } = [];

    public string? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    public string? DecidedRole { get; private set; }

    public string? DecidedUnit { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? Reason { get; private set; }

    public bool IsDone => State is StepState.Approved or StepState.Escalated;

    public static CaseStep From(ReviewCase review, ReviewStep step, int passes) => new()
    {
        CaseId = review.Id,
        Authority = review.Authority,
        Code = step.Code,
        Name = step.Name,
        Kind = step.Kind,
        Stage = step.Stage,
        Roles = [.. step.Roles],
        Scope = step.Scope,
        LimitWorkingDays = step.LimitWorkingDays,
        MayChange = [.. step.MayChange],
        Source = $"{step.Citation.Source} {step.Citation.Article}".Trim(),
        PassesRequired = step.Kind == StepKind.Proof ? passes : 0,
    };

    /// <summary>A step the pack did not foresee for the case: a determination, or a higher leader's word.</summary>
    public static CaseStep Added(CaseStep cause, string code, string name, StepKind kind, string[] roles, string? determines = null) => new()
    {
        CaseId = cause.CaseId,
        Authority = cause.Authority,
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
        SortOn = DueOn ?? Undated;
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

    public void Urge(Moment now)
    {
        Urges++;
        UrgedOn = now.Today;
    }

    public void EndUntaken(StepState state) => State = state;

    private void Take(Reviewer who, Mandate mandate) => TakenBy = [.. TakenBy.Append(who.Subject).Append(mandate.Principal).Distinct(StringComparer.Ordinal)];
}
