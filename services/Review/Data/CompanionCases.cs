using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>Looks up which cases go with which: a plan's document, a document's plans (一并报批).</summary>
internal sealed class CompanionCases(ReviewDb db)
{
    /// <summary>Plans looked at of one document; nobody interprets one in more ways.</summary>
    private const int MaxPlans = 20;

    /// <summary>Tells the case what goes with it. For a case about to be decided, in a serial command: nobody opens, moves or signs the
    /// other half until it is done.</summary>
    public async Task AccompanyAsync(ReviewCase review, CancellationToken cancellation)
        => review.Accompany(await ReadAsync(review, await IdsAsync(review, cancellation), cancellation));

    /// <summary>The latest round of the document, and of every plan that ever named this document.</summary>
    private async Task<IReadOnlyList<CaseId>> IdsAsync(ReviewCase review, CancellationToken cancellation)
    {
        var plans = await db.Cases.Where(c => c.Authority == review.Authority && c.SignedWithDocument && c.DocumentId == review.SubjectId)
            .Select(c => c.SubjectId).Distinct().OrderBy(id => id).Take(MaxPlans).ToListAsync(cancellation);
        Guid[] subjects = review is { SignedWithDocument: true, DocumentId: { } document } ? [.. plans, document] : [.. plans];
        if (subjects.Length == 0) return [];
        // Of a subject that came back only the last round counts; a running one stands before all others, whatever the clocks of the askers
        // said.
        var ids = await db.Database.SqlQuery<Guid>($"""
            select distinct on (subject_id) id as "Value" from review_cases
            where authority = {review.Authority} and subject_id = any({subjects})
            order by subject_id, state in ('Open', 'Held') desc, submitted_at desc, id desc
            """).ToListAsync(cancellation);
        return [.. ids.Select(id => new CaseId(id))];
    }

    /// <summary>What was handed in is not read: twenty documents are megabytes.</summary>
    private async Task<IReadOnlyList<Companion>> ReadAsync(ReviewCase review, IReadOnlyList<CaseId> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return [];
        var rounds = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).Select(c => new
        {
            c.Id,
            c.SubjectId,
            c.SignedWithDocument,
            c.DocumentId,
            c.Title,
            c.FlowName,
            c.State,
            c.ConcludedAt,
            c.Unit,
            c.Author,
            c.Contributors,
            c.BypassRoles,
            c.RecusedPeople,
            c.RecusedUnits,
            c.Steps,
        }).ToListAsync(cancellation);
        // A plan that names another document by now is no plan of this one any more.
        return [.. from c in rounds
                   let isDocument = review.SignedWithDocument && c.SubjectId == review.DocumentId
                   where isDocument || (c.SignedWithDocument && c.DocumentId == review.SubjectId)
                   select Companion.Of(c.Id, isDocument, c.Title, c.FlowName, c.State, c.ConcludedAt,
                       new Readership(c.Author, c.Contributors, c.Unit, c.BypassRoles, c.Steps,
                       new Recusal(c.RecusedPeople, c.RecusedUnits)))];
    }
}
