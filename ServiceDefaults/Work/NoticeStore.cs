using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.People;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Work;

/// <summary>Raises and settles notices (通知) in the transaction of what they tell of.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="db">The database of the scope.</param>
/// <param name="service">The service.</param>
/// <param name="clock">The clock.</param>
public sealed class NoticeStore<TDb>(TDb db, ServiceName service, TimeProvider clock) where TDb : ServiceDbContext
{
    /// <summary>Receivers of one notice at most; no step of a bureau has more takers.</summary>
    public const int MaxReceivers = 100;

    /// <summary>Tells people something. Whoever has left is told nothing: the successor is.</summary>
    /// <param name="authority">The authority of the receivers.</param>
    /// <param name="kind">What is told.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="receivers">Subject claims; who did it oneself needs no notice.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="step">Code of the step it is about; null for the whole.</param>
    /// <param name="among">Chooses among those who are in office; null for all of them.</param>
    /// <returns>A task that ends when the notices are prepared; they are saved with the rest.</returns>
    public async Task RaiseAsync(string authority, NoticeKind kind, Guid subject, IEnumerable<string> receivers,
        CancellationToken cancellation, string? step = null, Func<IReadOnlyList<string>, Task<IReadOnlyList<string>>>? among = null)
    {
        string[] named = [.. receivers.Where(person => person != Actor.SystemSubject).Distinct(StringComparer.Ordinal).Take(MaxReceivers)];
        if (named.Length == 0) return;
        var now = clock.GetUtcNow();
        IReadOnlyList<string> chosen = [.. await InOfficeAsync(authority, named, LegalDay.Of(now), cancellation)];
        if (among is not null) chosen = await among(chosen);
        if (chosen.Count == 0) return;
        var notices = chosen.Select(receiver => new Notice
        {
            Id = Guid.CreateVersion7(now),
            Authority = authority,
            Receiver = receiver,
            Kind = kind,
            SubjectId = subject,
            Step = step,
            At = now,
        }).ToList();
        db.Notices.AddRange(notices);
        db.Publish(new NoticesRaised(Guid.CreateVersion7(), now, authority, service.Value, subject,
            [.. notices.Select(notice => new RaisedNotice(notice.Id, notice.Receiver, notice.Kind))]));
    }

    /// <summary>What some notices told is so no longer.</summary>
    /// <param name="subject">What they are about.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="step">Only of this step; null for all of the subject.</param>
    /// <param name="kind">Only of this kind; null for all.</param>
    /// <param name="receivers">Only theirs; null for everybody's.</param>
    /// <param name="except">Not of this step; null for no exception.</param>
    /// <returns>A task that ends when it is prepared; it is saved with the rest.</returns>
    public async Task SettleAsync(Guid subject, CancellationToken cancellation, string? step = null, NoticeKind? kind = null,
        string[]? receivers = null, string? except = null)
    {
        var now = clock.GetUtcNow();
        // Through the context, so that a command that is refused or tried again leaves nothing behind.
        foreach (var notice in await db.Notices.Where(n => n.SubjectId == subject && n.SettledAt == null && (step == null || n.Step == step)
            && (except == null || n.Step != except) && (kind == null || n.Kind == kind)
            && (receivers == null || receivers.Contains(n.Receiver)))
            .ToListAsync(cancellation)) notice.SettledAt = now;
    }

    /// <summary>What a notice told is so no longer.</summary>
    /// <param name="notice">The notice, as the database of the scope has read it; it is saved with the rest.</param>
    public void Settle(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        notice.SettledAt = clock.GetUtcNow();
    }

    /// <summary>What some notices told is so no longer, where no command says it but the day. It changes nothing but what people are
    /// reminded of, and may be said as often as one likes.</summary>
    /// <param name="ids">The notices.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>A task that ends when it is saved.</returns>
    public async Task SettleAtOnceAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await db.Notices.Where(n => ids.Contains(n.Id) && n.SettledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.SettledAt, now), cancellation);
    }

    /// <summary>Every notice of a receiver.</summary>
    internal IQueryable<Notice> Of(string authority, Person receiver)
        => db.Notices.AsNoTracking().Where(n => n.Authority == authority && n.Receiver == receiver.Subject);

    /// <summary>Those that the receiver has still to look at.</summary>
    internal IQueryable<Notice> Unseen(string authority, Person receiver)
        => Of(authority, receiver).Where(n => n.SeenAt == null && n.SettledAt == null);

    /// <summary>The receiver has seen them. No command: it changes nothing but what the receiver is reminded of, and may be said as often
    /// as one likes.</summary>
    internal async Task SeenAsync(string authority, Person receiver, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await db.Notices.Where(n => n.Authority == authority && n.Receiver == receiver.Subject && n.SeenAt == null && ids.Contains(n.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.SeenAt, now), cancellation);
    }

    /// <summary>Those of the notices that still hold and were not seen, by receiver.</summary>
    internal async Task<ILookup<string, Guid>> HoldingAsync(string authority, IReadOnlyList<Guid> ids, CancellationToken cancellation)
        => (await db.Notices.Where(n => n.Authority == authority && ids.Contains(n.Id) && n.SeenAt == null && n.SettledAt == null)
            .Select(n => new { n.Receiver, n.Id }).ToListAsync(cancellation)).ToLookup(n => n.Receiver, n => n.Id, StringComparer.Ordinal);

    /// <summary>People with all powers of today; whoever never signed in is not among them.</summary>
    /// <param name="authority">Their authority.</param>
    /// <param name="everybody">Knows their powers.</param>
    /// <param name="subjects">Subject claims.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The people that are known, in no order.</returns>
    public async Task<IReadOnlyList<Person>> PeopleAsync(string authority, IPeople everybody, IEnumerable<string> subjects,
        CancellationToken cancellation)
    {
        string[] wanted = [.. subjects];
        var known = await db.Colleagues.AsNoTracking().Where(k => k.Authority == authority && wanted.Contains(k.Subject))
            .ToListAsync(cancellation);
        return await everybody.OfAsync(authority, [.. known.Select(colleague => colleague.Own())], cancellation);
    }

    /// <summary>The people, with the successor for whoever has left.</summary>
    private async Task<IEnumerable<string>> InOfficeAsync(string authority, string[] people, DateOnly today,
        CancellationToken cancellation)
    {
        var successors = await db.Substitutions.AsNoTracking().Where(s => s.Authority == authority
            && s.Kind == SubstitutionKind.Replacement && !s.IsRevoked && s.StartsOn <= today && people.Contains(s.Principal))
            .Select(s => new { s.Principal, s.Delegate }).ToListAsync(cancellation);
        var left = successors.Select(s => s.Principal).ToHashSet(StringComparer.Ordinal);
        return people.Where(person => !left.Contains(person)).Concat(successors.Select(s => s.Delegate)).Distinct(StringComparer.Ordinal);
    }
}
