using System.Diagnostics;
using Disclosure.Contracts.Work;
using Disclosure.Gateway.Notifications.Channels;
using Disclosure.Gateway.Notifications.Domain;
using Disclosure.Gateway.Security;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults;
using Disclosure.ServiceDefaults.Persistence;

namespace Disclosure.Gateway.Notifications.Sending;

/// <summary>Sends everything that is due: looks again whether it holds, gathers it into one message for each receiver and channel, and
/// notes what became of it.</summary>
internal sealed partial class DeliveryRound(DueDeliveries due, HeldNotices notices, IEnumerable<INotificationChannel> channels,
    ColumnProtector protector, PublicAddress site, ILogger<DeliveryRound> log)
{
    /// <summary>How long one message may take, services and server together; less than its lease.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var receivers = await due.ReceiversAsync(cancellation);
            var taken = 0;
            foreach (var receiver in receivers)
            {
                if (await due.TakeAsync(receiver, cancellation) is not { } batch) continue;
                taken++;
                await DeliverAsync(batch, cancellation);
            }

            // Whoever has more than one message waiting is looked at again; what somebody else holds is theirs.
            if (taken == 0) return;
        }
    }

    private async Task DeliverAsync(Batch batch, CancellationToken cancellation)
    {
        using var activity = Telemetry.Activities.StartActivity("notification delivery");
        activity?.SetTag("disclosure.channel", Codes.Of(batch.To.Channel)).SetTag("disclosure.authority", batch.To.Authority)
            .SetTag("disclosure.notices", batch.Deliveries.Count);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            var sent = await SendAsync(batch, limit.Token);
            // What was taken was taken, also where the process ends just now.
            await due.FinishAsync(batch, sent, DeliveryOutcome.Sent, CancellationToken.None);
            DeliveryMeters.Sent(batch.To.Channel, sent.Count);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            await FailAsync(batch, failure);
        }
    }

    /// <summary>Sends what still holds, and drops the rest.</summary>
    /// <returns>The deliveries that were sent.</returns>
    private async Task<IReadOnlyCollection<PendingDelivery>> SendAsync(Batch batch, CancellationToken cancellation)
    {
        var held = new Dictionary<Guid, HoldingNotice>();
        foreach (var group in batch.Deliveries.GroupBy(delivery => delivery.Service))
        {
            Guid[] ids = [.. group.Select(delivery => delivery.NoticeId)];
            foreach (var notice in await notices.OfAsync(group.Key, batch.To.Authority, ids, cancellation))
                // Nobody is sent what is another's, whatever a service answers.
                if (ids.Contains(notice.Id) && notice.Receiver == batch.To.Receiver) held[notice.Id] = notice;
        }

        var holding = batch.Deliveries.Where(delivery => held.ContainsKey(delivery.NoticeId)).ToList();
        List<PendingDelivery> dropped = [.. batch.Deliveries.Except(holding)];
        await due.FinishAsync(batch, dropped, DeliveryOutcome.Dropped, cancellation);
        DeliveryMeters.Dropped(batch.To.Channel, dropped.Count);
        if (holding.Count == 0) return [];
        var message = new OutgoingMessage(batch.Id, batch.To.Authority, batch.UserName, AddressOf(batch),
            [.. holding.OrderBy(delivery => held[delivery.NoticeId].At).Select(delivery => Outgoing(delivery, held[delivery.NoticeId]))]);
        await channels.Single(channel => channel.Kind == batch.To.Channel).SendAsync(message, cancellation);
        return holding;
    }

    /// <summary>A failure's words may quote an address or a title: its kind says enough.</summary>
    private async Task FailAsync(Batch batch, Exception failure)
    {
        var channel = Codes.Of(batch.To.Channel);
        DeliveryMeters.Failed(batch.To.Channel);
        var givenUp = await due.FailAsync(batch, CancellationToken.None);
        if (givenUp == 0)
        {
            LogFailed(log, batch.Id, channel, failure.GetType().Name);
            return;
        }

        DeliveryMeters.GivenUp(batch.To.Channel, givenUp);
        LogGivenUp(log, batch.Id, channel, givenUp, failure.GetType().Name);
    }

    private string? AddressOf(Batch batch) => batch.To.Channel == NotificationChannel.Email && batch.ProtectedAddress is { } address
        ? protector.Unprotect(address, NotificationPreferences.PlaceOf(batch.To.Authority, batch.To.Receiver)) : null;

    /// <summary>The link leads to the notice, which leads its receiver on: where to is nobody else's to know.</summary>
    private OutgoingNotice Outgoing(PendingDelivery delivery, HoldingNotice notice) => new(notice.Kind, notice.Title,
        new Uri(site.Value, $"/staff/notices/{delivery.Service}/{notice.Id}"), notice.At);

    [LoggerMessage(4201, LogLevel.Information, "Notification {Batch} by {Channel} failed ({Kind}); it is tried again")]
    private static partial void LogFailed(ILogger logger, Guid batch, string channel, string kind);

    [LoggerMessage(4202, LogLevel.Warning, "Notification {Batch} by {Channel} with {Count} notices is given up ({Kind})")]
    private static partial void LogGivenUp(ILogger logger, Guid batch, string channel, int count, string kind);
}
