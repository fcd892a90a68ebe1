using Disclosure.Kernel;
using Disclosure.Review.Domain.Cases;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;

namespace Disclosure.Review.Domain.Steps;

/// <summary>Where steps come from: the flow, and what happens to a case.</summary>
internal sealed partial class CaseStep
{
    /// <summary>A step of the flow.</summary>
    public static CaseStep From(ReviewCase review, ReviewStep step, int passes)
    {
        var made = Of(review, step.Code, step.Name, step.Kind, step.Stage, [.. step.Roles], step.Scope);
        (made.LimitWorkingDays, made.LimitIsDefault) = (FlowSteps.LimitOf(step), step.LimitWorkingDays is null);
        made.MayChange = [.. step.MayChange];
        made.Source = $"{step.Citation.Source} {step.Citation.Article}".Trim();
        made.PassesRequired = step.Kind == StepKind.Proof ? passes : 0;
        return made;
    }

    /// <summary>A step the pack did not foresee for the case: a determination, or a higher leader's word.</summary>
    public static CaseStep Added(ReviewCase review, CaseStep cause, string code, string name, StepKind kind, string[] roles,
        string? determines = null)
    {
        var made = Of(review, code, name, kind, cause.Stage, roles, UnitScope.Authority);
        (made.LimitWorkingDays, made.LimitIsDefault) = determines is null ? (cause.LimitWorkingDays, cause.LimitIsDefault)
            : (FlowSteps.DeterminationLimit, true);
        made.Source = cause.Source;
        made.Determines = determines;
        return made;
    }

    /// <summary>涉密认定 before anything else: the content came with its secrecy undetermined (Regulation art. 17).</summary>
    public static CaseStep Determination(ReviewCase review, string code, string name, string role)
    {
        var made = Of(review, code, name, StepKind.Secrecy, BeforeAll, [role], UnitScope.Authority);
        (made.LimitWorkingDays, made.LimitIsDefault) = (FlowSteps.DeterminationLimit, true);
        made.Source = "中华人民共和国政府信息公开条例 第十七条";
        made.Determines = WholeCase;
        return made;
    }

    /// <summary>What every step repeats of its case, so that a work list is answered by the steps alone.</summary>
    private static CaseStep Of(ReviewCase review, string code, string name, StepKind kind, int stage, string[] roles, UnitScope scope)
        => new()
        {
            CaseId = review.Id,
            Authority = review.Authority,
            Unit = review.Unit,
            Writers = [review.Author, .. review.Contributors],
            RecusedPeople = review.RecusedPeople,
            RecusedUnits = review.RecusedUnits,
            Code = code,
            Name = name,
            Kind = kind,
            Stage = stage,
            Roles = roles,
            Scope = scope,
        };
}
