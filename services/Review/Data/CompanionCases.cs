using Disclosure.Review.Domain;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>Looks up which cases go with which: a plan's document, a document's plans (一并报批).</summary>
internal sealed class CompanionCases(ReviewDb db)
{
    /// <summary>Plans looked at of one document; nobody interprets one in more ways.</summary>
    private const int MaxPlans = 20;

    /// <summary>Tells the cases what goes with them.</summary>
    public async Task AccompanyAsync(IReadOnlyList<ReviewCase> cases, CancellationToken cancellation)
    {
        foreach (var review in cases) review.Accompany(await OfAsync(review, cancellation));
    }

    /// <summary>The same for a case about to be decided: nobody moves the other half until the transaction ends, so neither is signed on yesterday's word.</summary>
    public async Task AccompanyLockedAsync(ReviewCase review, CancellationToken cancellation)
    {
        var found = await OfAsync(review, cancellation);
        if (found.Count > 0)
        {
            // In one order, the case itself among them: two leaders who sign both halves at once wait for each other, never in a circle.
            Guid[] ids = [.. found.Select(companion => companion.Case.Value).Append(review.Id.Value)];
            await db.Database.ExecuteSqlAsync($"select from review_cases where id = any({ids}) order by id for update", cancellation);
            found = await OfAsync(review, cancellation);
        }

        review.Accompany(found);
    }

    private async Task<IReadOnlyList<Companion>> OfAsync(ReviewCase review, CancellationToken cancellation)
    {
        var found = new List<Companion>();
        if (review is { SignedWithDocument: true, DocumentId: { } document, DocumentKind: { } kind })
        {
            var rounds = await Latest(db.Cases.Where(c => c.Authority == review.Authority && c.SubjectId == document && c.SubjectKind == kind)).Take(1).ToListAsync(cancellation);
            found.AddRange(rounds.Select(round => Companion.Of(round, isDocument: true)));
        }

        var plans = await Latest(db.Cases.Where(c => c.Authority == review.Authority && c.SignedWithDocument && c.DocumentId == review.SubjectId && c.DocumentKind == review.SubjectKind))
            .Take(MaxPlans).ToListAsync(cancellation);
        // Of a plan that came back only the last round counts; the running ones stand first.
        found.AddRange(plans.DistinctBy(plan => plan.SubjectId).Select(plan => Companion.Of(plan, isDocument: false)));
        return found;
    }

    private static IQueryable<ReviewCase> Latest(IQueryable<ReviewCase> rounds) => rounds.AsNoTracking().Include(c => c.Steps)
        .OrderBy(c => c.State == CaseState.Open || c.State == CaseState.Held ? 0 : 1).ThenByDescending(c => c.SubmittedAt).ThenByDescending(c => c.Id);
}
