using Disclosure.Contracts.Work;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.People;
using Disclosure.Review.Features.Work;
using Disclosure.ServiceDefaults.People;
using Disclosure.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Delegations;

/// <summary>What waited for somebody under powers that have ended (授权结束) waits for that person no more: notices that say so are
/// settled.</summary>
internal sealed class EndedPowers(ReviewDb db, NoticeStore<ReviewDb> notices, IPeople everybody)
{
    /// <summary>People, or offers, looked at in one round.</summary>
    public const int Batch = 200;

    /// <summary>Days after its last one for which a delegation is looked at: the service may have been down.</summary>
    private const int Looked = 30;

    /// <summary>Of one delegation, within the transaction that ends it: it is left out whatever the tables still say, and nothing else
    /// is.</summary>
    public async Task SettleAsync(Delegation ended, CancellationToken cancellation)
    {
        if (ended.AcceptedAt is null) return;
        foreach (var notice in await StaleAsync(ended.Authority, ended.Delegate, ended.Id, cancellation)) notices.Settle(notice);
    }

    /// <summary>A page of the people whose delegations reached their last day, or whose principal handed over, while notices still ask them
    /// for something: no command says so then.</summary>
    /// <param name="today">Today's legal day.</param>
    /// <param name="after">The person after whom to begin; empty for the beginning.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>At most <see cref="Batch"/> people. Those who are asked under powers they still have are among them every day, so whoever
    /// reads a full page goes on behind it.</returns>
    public async Task<List<(string Authority, string Subject)>> ExpiredAsync(DateOnly today, (string Authority, string Subject) after,
        CancellationToken cancellation)
    {
        var lately = today.AddDays(-Looked);
        var (authority, subject) = after;
        var replaced = db.Substitutions.Where(s => s.Kind == SubstitutionKind.Replacement && !s.IsRevoked && s.StartsOn <= today);
        var people = await db.Delegations.AsNoTracking().Where(d => d.Kind == SubstitutionKind.Delegation && d.AcceptedAt != null
                && d.RevokedAt == null && d.EndsOn >= lately
                && (d.EndsOn < today || replaced.Any(s => s.Authority == d.Authority && s.Principal == d.Principal))
                && EF.Functions.GreaterThan(ValueTuple.Create(d.Authority, d.Delegate), ValueTuple.Create(authority, subject))
                && db.Notices.Any(n => n.Authority == d.Authority && n.Receiver == d.Delegate && n.SettledAt == null
                    && (n.Kind == NoticeKind.Offered || n.Kind == NoticeKind.Urged)))
            .Select(d => new { d.Authority, d.Delegate }).Distinct()
            .OrderBy(d => d.Authority).ThenBy(d => d.Delegate).Take(Batch)
            .ToListAsync(cancellation);
        return [.. people.Select(person => (person.Authority, person.Delegate))];
    }

    /// <summary>Of one such person.</summary>
    public async Task SettleExpiredAsync(string authority, string subject, CancellationToken cancellation)
    {
        var stale = await StaleAsync(authority, subject, without: null, cancellation);
        if (stale.Count > 0) await notices.SettleAtOnceAsync([.. stale.Select(notice => notice.Id)], cancellation);
    }

    /// <summary>Offers that nobody accepted until their last day ask for nothing any more. What is settled is not found again, so what one
    /// round leaves the next one reaches.</summary>
    public async Task SettleLapsedAsync(DateOnly today, CancellationToken cancellation)
    {
        var lately = today.AddDays(-Looked);
        var lapsed = await (from d in db.Delegations.AsNoTracking()
                            where d.AcceptedAt == null && d.RevokedAt == null && d.EndsOn >= lately && d.EndsOn < today
                            join n in db.Notices on d.Id equals n.SubjectId
                            where n.SettledAt == null && n.Kind == NoticeKind.SubstitutionOffered
                            orderby n.Id
                            select n.Id).Take(Batch).ToListAsync(cancellation);
        if (lapsed.Count > 0) await notices.SettleAtOnceAsync(lapsed, cancellation);
    }

    /// <summary>Notices that ask the person for a step that is not the person's to take.</summary>
    private async Task<List<Notice>> StaleAsync(string authority, string subject, Guid? without, CancellationToken cancellation)
    {
        var standing = await db.Notices.Where(n => n.Authority == authority && n.Receiver == subject && n.SettledAt == null
            && n.Step != null && (n.Kind == NoticeKind.Offered || n.Kind == NoticeKind.Urged)).ToListAsync(cancellation);
        var own = standing.Count == 0 ? null : await db.Colleagues.AsNoTracking()
            .FirstOrDefaultAsync(k => k.Authority == authority && k.Subject == subject, cancellation);
        if (own is null) return [];
        var person = (await everybody.OfAsync(authority, [own.Own()], cancellation, without))[0];
        CaseId[] cases = [.. standing.Select(notice => new CaseId(notice.SubjectId)).Distinct()];
        var takeable = await WaitingSteps.TakeableAsync(db, person, cases, cancellation);
        return [.. standing.Where(notice => !takeable.Contains((notice.SubjectId, notice.Step!)))];
    }
}
