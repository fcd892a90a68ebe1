using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features;

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

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string authority, string flow, HttpContext http,
        PackOf packOf, ColleagueDirectory directory, Moments moments,
        CancellationToken cancellation, string? conditions = null, string? unit = null)
    {
        if (packOf(authority) is not { } pack || pack.Flow(flow) is not { } rule) return FlowIsUnknown.ToProblem();
        var met = (conditions ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (met.Except([.. ReviewConditions.All, ReviewConditions.SecrecyUndetermined]).Any()) return ConditionsAreUnknown.ToProblem();
        var who = http.Person();
        if (unit is not null && pack.Units.All(known => known.Code != unit)) return UnitIsUnknown.ToProblem();
        if (ReviewCase.Applicable(rule, met).Count == 0) return NoStepApplies.ToProblem();
        // A case that is never kept: the preview can then not differ from what a submission gets.
        var now = moments.Now();
        var review = ReviewCase.Open(Draft(who, unit ?? who.Mandates[0].Unit, met, now), rule, now);
        var candidates = await directory.CandidatesAsync(authority, review.Steps.Select(step => (review, step)), cancellation);
        return TypedResults.Ok(new Response(rule.Code, rule.Name, rule.BulkApproval, review.Checklist,
            [.. review.Steps.Select(step => StepOf(step, [.. candidates[(review.Id, step.Code)].Take(CaseReader.MaxCandidates)]))]));
    }

    private static Submission Draft(Person who, string unit, string[] conditions, Moment now) => new()
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
        => new(step.Code, step.Name, Codes.Of(step.Kind), step.Stage, step.Roles, Codes.Of(step.Scope),
        step.LimitWorkingDays, step.LimitIsDefault, step.PassesRequired, step.MayChange, step.Source, candidates);

    /// <summary>The flow as it would run.</summary>
    /// <param name="Flow">Code.</param>
    /// <param name="Name">Name.</param>
    /// <param name="BulkApproval">Whether several cases may be approved in one act.</param>
    /// <param name="Checklist">Questions that reviewers confirm.</param>
    /// <param name="Steps">The steps that apply, in order; equal stages run in parallel.</param>
    internal sealed record Response(string Flow, string Name, bool BulkApproval, IReadOnlyList<ChecklistQuestion> Checklist,
        IReadOnlyList<PreviewStep> Steps);

    /// <summary>A step of the preview.</summary>
    /// <param name="Code">Code.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Kind"><c>review, proof, secrecy, sign-off</c>.</param>
    /// <param name="Stage">Stage; 0 is the determination of secrecy before all others.</param>
    /// <param name="Roles">Any one of these roles may take it.</param>
    /// <param name="Scope"><c>own</c> unit or whole <c>authority</c>.</param>
    /// <param name="LimitWorkingDays">Limit, working days.</param>
    /// <param name="LimitIsDefault">Whether the limit is the platform's and no rule's.</param>
    /// <param name="PassesRequired">校次 of a proof; 0 for other kinds.</param>
    /// <param name="MayChange">Fields the reviewer may correct.</param>
    /// <param name="Source">Rule the step comes from.</param>
    /// <param name="Candidates">Colleagues who could take it, at most 10; the caller counts as the author.</param>
    internal sealed record PreviewStep(string Code, string Name, string Kind, int Stage, IReadOnlyList<string> Roles, string Scope,
        int? LimitWorkingDays, bool LimitIsDefault,
        int PassesRequired, IReadOnlyList<string> MayChange, string Source, IReadOnlyList<Candidate> Candidates);
}
