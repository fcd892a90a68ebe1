using Disclosure.Gateway.Data;
using Disclosure.Gateway.Notifications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Gateway.Notifications.Sending;

/// <summary>Takes what is due out of the queue, and notes what became of it. Two gateways never take the same.</summary>
/// <remarks>
/// What is taken is leased, and sent after the commit: no transaction waits for a mail server. A gateway that dies while it sends leaves
/// the lease behind, and the same message, with the same identity, is sent again when it ends.
/// </remarks>
internal sealed class DueDeliveries(GatewayDb db, AvailableChannels channels, TimeProvider clock)
{
    /// <summary>Receivers that are looked at together.</summary>
    public const int MostReceivers = 50;

    /// <summary>Notices that a service is asked for at once, and that a message holds.</summary>
    private const int MostNotices = 100;

    /// <summary>Longer than an attempt can take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Whom something is due for, who has waited longest first.</summary>
    public async Task<IReadOnlyList<DueReceiver>> ReceiversAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await db.Deliveries.Where(d => d.FinishedAt == null && d.NotBefore <= now)
            .GroupBy(d => new { d.Authority, d.Receiver, d.Channel })
            .OrderBy(group => group.Min(d => d.NotBefore)).ThenBy(group => group.Key.Receiver)
            .Take(MostReceivers).Select(group => new DueReceiver(group.Key.Authority, group.Key.Receiver, group.Key.Channel))
            .ToListAsync(cancellation);
    }

    /// <summary>Takes the next message for a receiver; null where somebody else has it, it is wanted no longer, or it is quiet.</summary>
    public async Task<Batch?> TakeAsync(DueReceiver to, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // One at a time for a receiver: of two, each would take a part of what belongs into one message.
        var turn = $"deliveries {to.Authority} {to.Receiver} {to.Channel}";
        var mine = await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtextextended({turn}, 0)) as \"Value\"")
            .SingleAsync(cancellation);
        if (!mine) return null;
        var due = await DueAsync(to, now, cancellation);
        if (due.Count == 0) return null;
        var wish = await db.Preferences.AsNoTracking()
            .FirstOrDefaultAsync(p => p.Authority == to.Authority && p.Subject == to.Receiver, cancellation);
        var batch = Decide(to, due, wish, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return batch;
    }

    /// <summary>Notes what became of deliveries of a message.</summary>
    public Task FinishAsync(Batch batch, IReadOnlyCollection<PendingDelivery> deliveries, DeliveryOutcome outcome,
        CancellationToken cancellation)
        => NoteAsync(batch, deliveries, delivery => delivery.Finish(outcome, clock.GetUtcNow()), cancellation);

    /// <summary>Notes that an attempt failed.</summary>
    /// <returns>How many of them are given up with it.</returns>
    public async Task<int> FailAsync(Batch batch, CancellationToken cancellation)
    {
        var unfinished = batch.Deliveries.Where(delivery => delivery.FinishedAt is null).ToList();
        await NoteAsync(batch, unfinished, delivery => delivery.Fail(clock.GetUtcNow()), cancellation);
        return unfinished.Count(delivery => delivery.Outcome == DeliveryOutcome.GivenUp);
    }

    private Batch? Decide(DueReceiver to, List<PendingDelivery> due, NotificationPreferences? wish, DateTimeOffset now)
    {
        if (wish is null || !channels.Has(to.Channel) || !wish.Wants(to.Channel))
        {
            foreach (var delivery in due) delivery.Finish(DeliveryOutcome.Dropped, now);
            DeliveryMeters.Dropped(to.Channel, due.Count);
            return null;
        }

        // Quiet hours that came meanwhile, by the clock or by the person.
        if (wish.Times.AfterQuiet(now) is var until && until > now)
        {
            foreach (var delivery in due) delivery.Postpone(until);
            return null;
        }

        var id = due[0].Batch ?? Guid.CreateVersion7();
        foreach (var delivery in due) delivery.Take(id, now, Lease);
        return new Batch(id, to, wish.UserName, wish.ProtectedAddress, due);
    }

    /// <summary>The rows of one message: those of an attempt that is repeated, or all that are new.</summary>
    private async Task<List<PendingDelivery>> DueAsync(DueReceiver to, DateTimeOffset now, CancellationToken cancellation)
    {
        var channel = to.Channel.ToString();
        var due = await db.Deliveries.FromSql($"""
            select * from pending_deliveries
            where authority = {to.Authority} and receiver = {to.Receiver} and channel = {channel}
                and finished_at is null and not_before <= {now}
            order by not_before, id limit {MostNotices} for update skip locked
            """).ToListAsync(cancellation);
        return due.Count == 0 ? due : [.. due.Where(delivery => delivery.Batch == due[0].Batch)];
    }

    private async Task NoteAsync(Batch batch, IReadOnlyCollection<PendingDelivery> deliveries, Action<PendingDelivery> change,
        CancellationToken cancellation)
    {
        foreach (var delivery in deliveries) change(delivery);
        db.ChangeTracker.Clear();
        Guid[] ids = [.. deliveries.Select(delivery => delivery.Id)];
        var first = deliveries.FirstOrDefault();
        if (first is null) return;
        var (outcome, finishedAt, notBefore) = (first.Outcome, first.FinishedAt, first.NotBefore);
        // Whoever has lost the lease writes nothing over what its next holder found.
        await db.Deliveries.Where(d => ids.Contains(d.Id) && d.Batch == batch.Id && d.Attempts == first.Attempts && d.FinishedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Outcome, outcome).SetProperty(d => d.FinishedAt, finishedAt)
                .SetProperty(d => d.NotBefore, notBefore), cancellation);
    }
}
