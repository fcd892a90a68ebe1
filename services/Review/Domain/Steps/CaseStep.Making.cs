using Disclosure.Rules.Packs;

namespace Disclosure.Review.Domain;

/// <summary>Where steps come from: the flow, and what happens to a case.</summary>
internal sealed partial class CaseStep
{
    /// <summary>A step of the flow.</summary>
    public static CaseStep From(ReviewCase review, ReviewStep step, int passes) => new()
    {
        CaseId = review.Id,
        Authority = review.Authority,
        Unit = review.Unit,
        Writers = [review.Author, .. review.Contributors],
        RecusedPeople = review.RecusedPeople,
        RecusedUnits = review.RecusedUnits,
        Code = step.Code,
        Name = step.Name,
        Kind = step.Kind,
        Stage = step.Stage,
        Roles = [.. step.Roles],
        Scope = step.Scope,
        LimitWorkingDays = step.LimitWorkingDays ?? DefaultLimits.Of(step.Kind),
        LimitIsDefault = step.LimitWorkingDays is null,
        MayChange = [.. step.MayChange],
        Source = $"{step.Citation.Source} {step.Citation.Article}".Trim(),
        PassesRequired = step.Kind == StepKind.Proof ? passes : 0,
    };

    /// <summary>A step the pack did not foresee for the case: a determination, or a higher leader's word.</summary>
    public static CaseStep Added(CaseStep cause, string code, string name, StepKind kind, string[] roles, string? determines = null) => new()
    {
        CaseId = cause.CaseId,
        Authority = cause.Authority,
        Unit = cause.Unit,
        Writers = cause.Writers,
        RecusedPeople = cause.RecusedPeople,
        RecusedUnits = cause.RecusedUnits,
        Code = code,
        Name = name,
        Kind = kind,
        Stage = cause.Stage,
        Roles = roles,
        Scope = UnitScope.Authority,
        LimitWorkingDays = determines is null ? cause.LimitWorkingDays : DefaultLimits.Determination,
        LimitIsDefault = determines is not null || cause.LimitIsDefault,
        Source = cause.Source,
        Determines = determines,
    };

    /// <summary>涉密认定 before anything else: the content came with its secrecy undetermined (Regulation art. 17).</summary>
    public static CaseStep Determination(ReviewCase review, string code, string name, string role) => new()
    {
        CaseId = review.Id,
        Authority = review.Authority,
        Unit = review.Unit,
        Writers = [review.Author, .. review.Contributors],
        RecusedPeople = review.RecusedPeople,
        RecusedUnits = review.RecusedUnits,
        Code = code,
        Name = name,
        Kind = StepKind.Secrecy,
        Stage = BeforeAll,
        Roles = [role],
        Scope = UnitScope.Authority,
        LimitWorkingDays = DefaultLimits.Determination,
        LimitIsDefault = true,
        Source = "中华人民共和国政府信息公开条例 第十七条",
        Determines = WholeCase,
    };
}
