using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features;

/// <summary>Shows cases with their history and with who can go on.</summary>
internal sealed class CaseReader(ReviewDb db, ColleagueDirectory directory, Moments moments, CompanionCases companions)
{
    /// <summary>People named as able to take a step.</summary>
    public const int MaxCandidates = 10;

    /// <summary>Acts shown with a case, the latest; a case of more is read through the audit log.</summary>
    private const int MaxHistory = 200;

    public async Task<IReadOnlyList<CaseView>> ViewsAsync(IReadOnlyList<ReviewCase> cases, Reviewer who, CancellationToken cancellation)
    {
        if (cases.Count == 0) return [];
        Guid?[] ids = [.. cases.Select(review => (Guid?)review.Id.Value)];
        var acts = await db.AuditEntries.AsNoTracking().Where(e => e.Authority == who.Authority && ids.Contains(e.CaseId)).GroupBy(e => e.CaseId)
            .Select(group => new { CaseId = group.Key, Latest = group.OrderByDescending(e => e.Position).Take(MaxHistory).ToList() }).ToListAsync(cancellation);
        foreach (var review in cases) await companions.AccompanyAsync(review, cancellation);
        var candidates = await directory.CandidatesAsync(who.Authority, cases, cancellation);
        string[] writers = [.. cases.SelectMany(review => review.Contributors.Append(review.Author).Concat(review.RecusedPeople)).Distinct()];
        var names = await db.Colleagues.AsNoTracking().Where(k => writers.Contains(k.Subject)).ToDictionaryAsync(k => k.Subject, k => k.Name, cancellation);
        var today = moments.Now().Today;
        return [.. cases.Select(review => CaseView.Of(review, who, new CaseSurroundings(
            [.. (acts.Find(row => row.CaseId == review.Id.Value)?.Latest ?? []).OrderBy(e => e.Position)],
            step => [.. candidates[(review.Id, step.Code)].Take(MaxCandidates)], names, today, moments.CountWorkingDays)))];
    }

    public async Task<IResult> ShowAsync(ReviewCase review, Reviewer who, CancellationToken cancellation)
        => TypedResults.Ok((await ViewsAsync([review], who, cancellation))[0]);
}
