using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features.Cases;

/// <summary>审核流程预览: the steps a submission would go through, before it is handed in.</summary>
internal static class PreviewFlow
{
    private static readonly Failure FlowIsUnknown = new(FailureKind.NotFound, "flow-is-unknown", "没有这个审核流程", "请从本机关的审核流程中选择。");

    private static readonly Failure ConditionsAreUnknown = new(FailureKind.Invalid, "condition-is-unknown", "没有这种情形", "请从页面列出的情形中选择。");

    private static readonly Failure UnitIsUnknown = new(FailureKind.Invalid, "unit-is-unknown", "没有这个单位", "请从本机关的单位中选择。");

    private static readonly Failure NoStepApplies = new(FailureKind.Conflict, "no-step-applies", "该流程没有适用的审核环节",
        "未经审核的内容不能发布，请联系办公室核对审核流程。");

    public static void Map(RouteGroupBuilder cases) => cases.MapGet("flows/{flow}/preview", Handle).WithName("PreviewFlow")
        .WithSummary("审核流程预览");

    private static async Task<Results<Ok<FlowPreview>, ProblemHttpResult>> Handle(string authority, string flow, HttpContext http,
        RulePackLookup packOf, ColleagueDirectory directory, LegalClock legalClock,
        CancellationToken cancellation, string? conditions = null, string? unit = null)
    {
        if (packOf(authority) is not { } pack || pack.Flow(flow) is not { } rule) return FlowIsUnknown.ToProblem();
        var met = (conditions ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (met.Except([.. ReviewConditions.All, ReviewConditions.SecrecyUndetermined]).Any()) return ConditionsAreUnknown.ToProblem();
        var who = http.Person();
        if (unit is not null && pack.Units.All(known => known.Code != unit)) return UnitIsUnknown.ToProblem();
        if (rule.Applicable(met).Count == 0) return NoStepApplies.ToProblem();
        // A case that is never kept: the preview can then not differ from what a submission gets.
        var now = legalClock.Now(authority);
        var review = ReviewCase.Open(Draft(who, unit ?? who.Mandates[0].Unit, met, now), rule, now);
        var candidates = await directory.CandidatesAsync(authority, review.Steps.Select(step => (review, step)), cancellation);
        return TypedResults.Ok(new FlowPreview(rule.Code, rule.Name, rule.BulkApproval, CaseViews.Questions(review.Checklist),
            [.. review.Steps.Select(step => StepOf(step, [.. candidates[(review.Id, step.Code)].Take(CaseViewBuilder.MaxCandidates)]))]));
    }

    private static Submission Draft(Person who, string unit, string[] conditions, LegalTime now) => new()
    {
        CaseId = new CaseId(Guid.CreateVersion7()),
        Authority = who.Authority,
        SubjectKind = "preview",
        SubjectId = Guid.Empty,
        Title = "",
        Unit = unit,
        Author = who.Subject,
        ContentDigest = "",
        Snapshot = new Snapshot("", []),
        Conditions = conditions,
        SubmittedAt = now.At,
    };

    private static PreviewStep StepOf(CaseStep step, IReadOnlyList<Candidate> candidates)
        => new(step.Code, step.Name, step.Kind, step.Stage, step.Roles, step.Scope,
        step.LimitWorkingDays, step.LimitIsDefault, step.PassesRequired, step.MayChange, step.Source, CaseViews.Candidates(candidates));
}
