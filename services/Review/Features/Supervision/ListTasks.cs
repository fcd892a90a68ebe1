using Disclosure.Contracts;
using Disclosure.Contracts.Review.Api;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Features.Cases;
using Disclosure.Review.Features.Work;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Disclosure.ServiceDefaults.Work;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features.Supervision;

/// <summary>待办审核: what the caller may decide now, the most urgent first, with what a decision needs.</summary>
internal static class ListTasks
{
    public static void Map(RouteGroupBuilder cases) => cases.MapGet("tasks", Handle).WithName("ListTasks").WithSummary("我的待办审核");

    private static async Task<Results<Ok<Page<TaskView>>, ProblemHttpResult>> Handle(string authority, HttpContext http, ReviewDb db,
        LegalClock legalClock, CancellationToken cancellation, bool bulk = false, string? after = null, int? limit = null)
    {
        if (PageLimit.Of(limit) is not { } size) return PageLimit.LimitIsInvalid.ToProblem();
        var place = after is null ? null : WorkPlace.Parse(after);
        if (after is not null && place is null) return PageLimit.CursorIsInvalid.ToProblem();
        var rows = await WaitingSteps.ListAsync(db, http.Person(), place, size + 1, bulk, cancellation);
        var now = legalClock.Now(authority);
        return TypedResults.Ok(new Page<TaskView>([.. rows.Take(size).Select(row => ToView(row, now))],
            rows.Count > size ? rows[size - 1].Place.ToString() : null));
    }

    private static TaskView ToView(WaitingStep row, LegalTime now)
    {
        var checklist = ReviewCase.NeedsChecklist(row.Kind, row.Checklist.Length, row.IsJudgedElsewhere) ? row.Checklist : [];
        return new TaskView(row.CaseId.Value, row.Title, row.Flow, row.FlowName, row.Unit, row.Step, row.StepName, row.SubmittedAt,
            row.DueOn, DueLight.Of(row.DueOn, row.LimitWorkingDays, now), row.Urges, row.UrgeWords, row.BulkApproval,
            row.ContentDigest, checklist.Length > 0, CaseViews.Questions(checklist));
    }
}
