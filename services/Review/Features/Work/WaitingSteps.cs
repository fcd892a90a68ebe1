using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Domain.Submissions;
using Disclosure.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Work;

/// <summary>Steps that a person may decide now, the most urgent first, of all powers of the person.</summary>
internal static class WaitingSteps
{
    /// <summary>A page of them.</summary>
    /// <param name="db">The database.</param>
    /// <param name="who">The person.</param>
    /// <param name="after">The place after which to begin.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="inBulk">Only of cases that may be approved together with others.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<List<WaitingStep>> ListAsync(ReviewDb db, Person who, WorkPlace? after, int limit, bool inBulk,
        CancellationToken cancellation)
    {
        var rows = new List<WaitingStep>();
        // Each mandate's page on its own, then merged: none can hide another's earlier rows.
        foreach (var (steps, mandate) in Queries(db, who))
            rows.AddRange((await Rows(db, Open(steps, who, mandate, after), inBulk).Take(limit).ToListAsync(cancellation))
                .Select(row => row with { OnBehalfOfName = mandate.Principal == who.Subject ? null : mandate.PrincipalName }));
        return [.. rows.DistinctBy(row => (row.CaseId, row.Step)).OrderBy(row => row.Place.ToString(), StringComparer.Ordinal).Take(limit)];
    }

    /// <summary>How many, and how many of them past their due day.</summary>
    public static async Task<(int All, int Overdue)> CountAsync(ReviewDb db, Person who, DateOnly today, int limit,
        CancellationToken cancellation)
    {
        var found = new Dictionary<(CaseId Case, string), (DateOnly Due, bool Determines)>();
        foreach (var (steps, mandate) in Queries(db, who))
        {
            foreach (var row in await Open(steps, who, mandate, null).OrderBy(step => step.SortOn).ThenBy(step => step.CaseId)
                .ThenBy(step => step.Code).Take(limit).Select(step => new { step.CaseId, step.Code, step.SortOn, step.Determines })
                .ToListAsync(cancellation))
                found[(row.CaseId, row.Code)] = (row.SortOn, row.Determines is not null);
        }

        // Apart, by their ids: joined with, the table of cases would be read from end to end.
        CaseId[] ids = [.. found.Keys.Select(key => key.Case).Distinct()];
        var held = await db.Cases.Where(c => ids.Contains(c.Id) && c.State == CaseState.Held).Select(c => c.Id)
            .ToHashSetAsync(cancellation);
        var waiting = found.Where(row => row.Value.Determines || !held.Contains(row.Key.Case)).Select(row => row.Value.Due).ToList();
        return (Math.Min(waiting.Count, limit), Math.Min(waiting.Count(due => due < today), limit));
    }

    /// <summary>Which open steps of these cases the person may take.</summary>
    public static async Task<HashSet<(Guid Case, string Step)>> TakeableAsync(ReviewDb db, Person who, CaseId[] cases,
        CancellationToken cancellation)
    {
        var found = new HashSet<(Guid Case, string Step)>();
        foreach (var (steps, mandate) in Queries(db, who))
        {
            found.UnionWith((await Open(steps, who, mandate, null).Where(step => cases.Contains(step.CaseId))
                .Select(step => new { step.CaseId, step.Code }).ToListAsync(cancellation)).Select(row => (row.CaseId.Value, row.Code)));
        }

        return found;
    }

    // Two questions, each answered by an index of its own: one with "or" reads every open step of the authority.
    private static IEnumerable<(IQueryable<CaseStep> Steps, Mandate Mandate)> Queries(ReviewDb db, Person who)
        => who.IsKeptApart ? [] : who.Mandates.SelectMany(mandate => new[]
        {
            (OfUnit(db, who.Authority, mandate.Unit), mandate),
            (OfAuthority(db, who.Authority), mandate),
        });

    private static IQueryable<CaseStep> OfUnit(ReviewDb db, string authority, string unit)
        => db.Steps.Where(step => step.Authority == authority && step.State == StepState.Open && step.Scope == UnitScope.Own
        && step.Unit == unit);

    private static IQueryable<CaseStep> OfAuthority(ReviewDb db, string authority)
        => db.Steps.Where(step => step.Authority == authority && step.State == StepState.Open && step.Scope == UnitScope.Authority);

    /// <summary>Those that the person may take under these powers.</summary>
    private static IQueryable<CaseStep> Open(IQueryable<CaseStep> open, Person who, Mandate mandate, WorkPlace? after)
    {
        string[] mine = [.. mandate.Roles];
        string[] people = [.. who.StandsFor.Distinct()];
        string[] hands = [who.Subject, mandate.Principal];
        // All of it is said by the step itself: whoever may take none of many open steps learns so without a look at their cases.
        var steps = open.OpenTo(who).Where(step => step.Roles.Any(role => mine.Contains(role))
            && !step.Writers.Any(person => people.Contains(person)) && !step.Barred.Any(person => hands.Contains(person)));
        return steps.After(after);
    }

    private static IQueryable<WaitingStep> Rows(ReviewDb db, IQueryable<CaseStep> steps, bool inBulk)
        => from step in steps
           join review in db.Cases on step.CaseId equals review.Id
           where review.State == CaseState.Open || step.Determines != null
           // Whoever approves many at once reads none of them: what blocks or waits for an answer is looked at one by one.
           where !inBulk || (review.BulkApproval && (step.Kind == StepKind.Proof || !review.HasOpenFindings))
           orderby step.SortOn, step.CaseId, step.Code
           select new WaitingStep(step.CaseId, review.Title, review.Flow, review.FlowName, review.Unit, step.Code, step.Name, step.Kind,
               review.SubmittedAt, step.OpenedAt, step.SortOn, step.DueOn, step.LimitWorkingDays, step.Urges, step.UrgeWords,
               review.BulkApproval && (step.Kind == StepKind.Proof || !review.HasOpenFindings), review.ContentDigest, review.Checklist,
               db.Steps.Any(other => other.CaseId == step.CaseId && other.Kind == StepKind.Review));

    /// <summary>The steps behind a place.</summary>
    public static IQueryable<CaseStep> After(this IQueryable<CaseStep> steps, WorkPlace? after)
    {
        if (after is null) return steps;
        // Steps have no order of their own within a day; a place of another service with one stands behind them all.
        if (after.Order > 0) return steps.Where(step => step.SortOn > after.Due);
        var id = new CaseId(after.Id);
        return steps.Where(step => EF.Functions.GreaterThan(ValueTuple.Create(step.SortOn, step.CaseId, step.Code),
            ValueTuple.Create(after.Due, id, after.Part)));
    }
}

/// <summary>A step that waits for somebody, with what its lists show of the case.</summary>
internal sealed record WaitingStep(CaseId CaseId, string Title, string Flow, string FlowName, string Unit, string Step, string StepName,
    StepKind Kind, DateTimeOffset SubmittedAt, DateTimeOffset? OpenedAt, DateOnly SortOn, DateOnly? DueOn, int? LimitWorkingDays,
    int Urges, string? UrgeWords, bool BulkApproval, string ContentDigest, ChecklistQuestion[] Checklist, bool IsJudgedElsewhere)
{
    /// <summary>In whose place the reader may take it; null where the powers are the reader's own.</summary>
    public string? OnBehalfOfName { get; init; }

    public WorkPlace Place => new(SortOn, 0, CaseId.Value, Step);
}
