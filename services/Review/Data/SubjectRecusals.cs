using Disclosure.Kernel;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Submissions;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.People;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>回避 of a subject, over all its rounds: whom one request names, none of them is open to.</summary>
internal sealed class SubjectRecusals(ReviewDb db, AuditLog<ReviewDb> audit, IPeople everybody)
{
    /// <summary>Keeps every round of the subject from whoever is named now, the running one and those of before among them.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="subject">The subject at its owner.</param>
    /// <param name="named">Whom the request names.</param>
    /// <param name="who">Who says so, for the history of each round that changes.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Everybody whom any request of the subject has named.</returns>
    public async Task<Recusal> WidenAsync(string authority, Guid subject, Recusal named, Actor who, CancellationToken cancellation)
    {
        var rounds = await db.Cases.AsNoTracking().Where(c => c.Authority == authority && c.SubjectId == subject)
            .Select(c => new { c.Id, Recusal = new Recusal(c.RecusedPeople, c.RecusedUnits) }).ToListAsync(cancellation);
        var all = rounds.Aggregate(named, (sum, round) => sum.And(round.Recusal));
        CaseId[] open = [.. rounds.Where(round => !round.Recusal.Covers(all)).Select(round => round.Id)];
        if (open.Length == 0) return all;
        foreach (var review in await db.Cases.Include(c => c.Steps).Where(c => open.Contains(c.Id)).OrderBy(c => c.Id)
            .ToListAsync(cancellation))
            await db.RecordAsync(audit, authority, review, review.Recuse(all, who).Facts, cancellation);

        return all;
    }

    /// <summary>Whether somebody who wrote or submitted the content must stand aside, or stands in for somebody who must.</summary>
    public async Task<bool> ConcernsAsync(string authority, Recusal recusal, string unit, string[] writers, CancellationToken cancellation)
    {
        if (recusal.IsEmpty) return false;
        if (recusal.Concerns(unit, writers)) return true;
        var known = await db.Colleagues.AsNoTracking().Where(k => k.Authority == authority && writers.Contains(k.Subject))
            .ToListAsync(cancellation);
        // Whoever has handed over may still have written of the own unit; having left says nothing about what was written.
        return (await everybody.OfAsync(authority, [.. known.Select(colleague => colleague.Own())], cancellation)).Any(recusal.Names)
            || known.Exists(colleague => Recusal.IsOfUnit(colleague.Own().Roles)
            && recusal.Units.Contains(colleague.Unit, StringComparer.Ordinal));
    }
}
