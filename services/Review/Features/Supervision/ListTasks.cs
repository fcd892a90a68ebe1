using Disclosure.Contracts;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Review.Features.Cases;
using Disclosure.Review.Features.Shared;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Supervision;

/// <summary>待办审核: what the caller may decide now, the most urgent first.</summary>
internal static class ListTasks
{
    public static void Map(RouteGroupBuilder cases) => cases.MapGet("tasks", Handle).WithName("ListTasks").WithSummary("我的待办审核");

    private static async Task<Results<Ok<Page<TaskView>>, ProblemHttpResult>> Handle(string authority, HttpContext http, ReviewDb db,
        LegalClock legalClock, CancellationToken cancellation,
        string? after = null, int? limit = null)
    {
        if (PageLimit.Of(limit) is not { } size) return PageLimit.LimitIsInvalid.ToProblem();
        var cursor = after is null ? null : TaskCursor.Parse(after);
        if (after is not null && cursor is null) return PageLimit.CursorIsInvalid.ToProblem();
        var who = http.Person();
        var rows = new List<Row>();
        // Each mandate's page on its own, then merged: none can hide another's earlier rows.
        foreach (var mandate in who.IsKeptApart ? [] : who.Mandates)
        {
            foreach (var steps in new[] { OfUnit(db, authority, mandate.Unit), OfAuthority(db, authority) })
                rows.AddRange(await Query(db, steps, who, mandate, cursor).Take(size + 1).ToListAsync(cancellation));
        }

        var page = rows.DistinctBy(row => (row.CaseId, row.Step)).OrderBy(row => row.DueOn ?? CaseStep.Undated)
            .ThenBy(row => row.CaseId.Value)
            .ThenBy(row => row.Step, StringComparer.Ordinal).Take(size + 1).ToList();
        var today = legalClock.Now().Today;
        var last = page.Count > size ? page[size - 1] : null;
        return TypedResults.Ok(new Page<TaskView>([.. page.Take(size).Select(row => row.ToView(today, legalClock))],
            last is null ? null : new TaskCursor(last.DueOn ?? CaseStep.Undated, last.CaseId.Value, last.Step).ToString()));
    }

    // Two questions, each answered by an index of its own: one with "or" reads every open step of the authority.
    private static IQueryable<CaseStep> OfUnit(ReviewDb db, string authority, string unit)
        => db.Steps.Where(step => step.Authority == authority && step.State == StepState.Open && step.Scope == UnitScope.Own
        && step.Unit == unit);

    private static IQueryable<CaseStep> OfAuthority(ReviewDb db, string authority)
        => db.Steps.Where(step => step.Authority == authority && step.State == StepState.Open && step.Scope == UnitScope.Authority);

    private static IQueryable<Row> Query(ReviewDb db, IQueryable<CaseStep> open, Person who, Mandate mandate, TaskCursor? cursor)
    {
        string[] mine = [.. mandate.Roles];
        string[] people = [.. who.StandsFor.Distinct()];
        string[] hands = [who.Subject, mandate.Principal];
        open = open.OpenTo(who);
        // All of it is said by the step itself: whoever may take none of many open steps learns so without a look at their cases.
        var steps = open.Where(step => step.Roles.Any(role => mine.Contains(role)) && !step.Writers.Any(person => people.Contains(person))
            && !step.Barred.Any(person => hands.Contains(person)));
        if (cursor is { } from)
        {
            var afterCase = new CaseId(from.Case);
            steps = steps.Where(step
                => EF.Functions.GreaterThan(ValueTuple.Create(step.SortOn, step.CaseId, step.Code),
                ValueTuple.Create(from.Due, afterCase, from.Step)));
        }

        return from step in steps
               join review in db.Cases on step.CaseId equals review.Id
               where review.State == CaseState.Open || step.Determines != null
               orderby step.SortOn, step.CaseId, step.Code
               select new Row(step.CaseId, review.Title, review.Flow, review.FlowName, review.Unit, step.Code, step.Name, step.Kind,
               review.SubmittedAt, step.DueOn, step.LimitWorkingDays, step.Urges,
                   step.UrgeWords, review.BulkApproval, review.ContentDigest, review.Checklist,
                   db.Steps.Any(other => other.CaseId == step.CaseId && other.Kind == StepKind.Review));
    }

    private sealed record Row(CaseId CaseId, string Title, string Flow, string FlowName, string Unit, string Step, string StepName,
        StepKind Kind, DateTimeOffset SubmittedAt,
        DateOnly? DueOn, int? LimitWorkingDays, int Urges, string? UrgeWords, bool BulkApproval, string ContentDigest,
        ChecklistQuestion[] Checklist, bool IsJudgedElsewhere)
    {
        public TaskView ToView(DateOnly today, LegalClock legalClock)
        {
            var checklist = ReviewCase.NeedsChecklist(Kind, Checklist.Length, IsJudgedElsewhere) ? Checklist : [];
            return new TaskView(CaseId.Value, Title, Flow, FlowName, Unit, Step, StepName, SubmittedAt, DueOn,
                DueLight.Of(DueOn, LimitWorkingDays, today, legalClock), Urges, UrgeWords,
                BulkApproval, ContentDigest, checklist.Length > 0, CaseViews.Questions(checklist));
        }
    }
}
