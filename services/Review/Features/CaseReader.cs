using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features;

/// <summary>Shows a case with its history.</summary>
internal sealed class CaseReader(ReviewDb db)
{
    /// <summary>Acts shown with a case; a case of more is read through the audit log.</summary>
    private const int MaxHistory = 200;

    public async Task<CaseView> ViewAsync(ReviewCase review, Reviewer who, CancellationToken cancellation)
    {
        var id = review.Id.Value;
        var history = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.Position).Take(MaxHistory).ToListAsync(cancellation);
        return CaseView.Of(review, who, history);
    }

    public async Task<IResult> ShowAsync(ReviewCase review, Reviewer who, CancellationToken cancellation)
        => TypedResults.Ok(await ViewAsync(review, who, cancellation));
}
