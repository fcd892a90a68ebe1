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
    /// <summary>People looked at in one round; a bureau has a handful of delegates.</summary>
    private const int Batch = 200;

    /// <summary>Days after its last one for which a delegation is looked at: the service may have been down.</summary>
    private const int Looked = 30;

    /// <summary>Of one delegation, within the transaction that ends it: its powers are left out whatever the tables still say.</summary>
    public async Task SettleAsync(Delegation ended, CancellationToken cancellation)
    {
        if (ended.AcceptedAt is null) return;
        foreach (var notice in await StaleAsync(ended.Authority, ended.Delegate, ended.Principal, cancellation)) notices.Settle(notice);
    }

    /// <summary>Of delegations that reached their last day, or whose principal handed over: no command says so then.</summary>
    public async Task SettleExpiredAsync(DateOnly today, CancellationToken cancellation)
    {
        var lately = today.AddDays(-Looked);
        var replaced = db.Substitutions.Where(s => s.Kind == SubstitutionKind.Replacement && !s.IsRevoked && s.StartsOn <= today);
        var people = await db.Delegations.AsNoTracking().Where(d => d.Kind == SubstitutionKind.Delegation && d.AcceptedAt != null
                && d.RevokedAt == null && d.EndsOn >= lately
                && (d.EndsOn < today || replaced.Any(s => s.Authority == d.Authority && s.Principal == d.Principal))
                && db.Notices.Any(n => n.Authority == d.Authority && n.Receiver == d.Delegate && n.SettledAt == null
                    && (n.Kind == NoticeKind.Offered || n.Kind == NoticeKind.Urged)))
            .Select(d => new { d.Authority, d.Delegate }).Distinct()
            .OrderBy(d => d.Authority).ThenBy(d => d.Delegate).Take(Batch)
            .ToListAsync(cancellation);
        foreach (var person in people)
        {
            var stale = await StaleAsync(person.Authority, person.Delegate, without: null, cancellation);
            await notices.SettleAtOnceAsync([.. stale.Select(notice => notice.Id)], cancellation);
        }
    }

    /// <summary>Notices that ask the person for a step that is not the person's to take.</summary>
    private async Task<List<Notice>> StaleAsync(string authority, string subject, string? without, CancellationToken cancellation)
    {
        var standing = await db.Notices.Where(n => n.Authority == authority && n.Receiver == subject && n.SettledAt == null
            && n.Step != null && (n.Kind == NoticeKind.Offered || n.Kind == NoticeKind.Urged)).ToListAsync(cancellation);
        var own = standing.Count == 0 ? null : await db.Colleagues.AsNoTracking()
            .FirstOrDefaultAsync(k => k.Authority == authority && k.Subject == subject, cancellation);
        if (own is null) return [];
        var person = (await everybody.OfAsync(authority, [own.Own()], cancellation))[0];
        person = person with { Mandates = [.. person.Mandates.Where(mandate => mandate.Principal != without)] };
        CaseId[] cases = [.. standing.Select(notice => new CaseId(notice.SubjectId)).Distinct()];
        var takeable = await WaitingSteps.TakeableAsync(db, person, cases, cancellation);
        return [.. standing.Where(notice => !takeable.Contains((notice.SubjectId, notice.Step!)))];
    }
}
