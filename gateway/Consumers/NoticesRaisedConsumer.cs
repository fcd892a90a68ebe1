using Disclosure.Contracts.Work;
using Disclosure.Gateway.Data;
using Disclosure.Gateway.Notifications.Domain;
using Disclosure.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Gateway.Consumers;

/// <summary>Notes which notices are to leave the page, and when; of whoever wants none nothing is kept.</summary>
internal sealed class NoticesRaisedConsumer(GatewayDb db, AvailableChannels channels, TimeProvider clock)
    : InboxConsumer<NoticesRaised, GatewayDb>(db, clock)
{
    private readonly TimeProvider clock = clock;

    protected override async Task HandleAsync(NoticesRaised message, CancellationToken cancellation)
    {
        string[] receivers = [.. message.Notices.Select(notice => notice.Receiver).Distinct(StringComparer.Ordinal)];
        var wishes = await Db.Preferences.AsNoTracking()
            .Where(p => p.Authority == message.Authority && receivers.Contains(p.Subject))
            .ToDictionaryAsync(p => p.Subject, StringComparer.Ordinal, cancellation);
        Guid[] ids = [.. message.Notices.Select(notice => notice.Id)];
        var known = await Db.Deliveries.Where(d => ids.Contains(d.NoticeId)).Select(d => d.NoticeId).ToHashSetAsync(cancellation);
        var now = clock.GetUtcNow();
        foreach (var notice in message.Notices.DistinctBy(notice => notice.Id).Where(notice => !known.Contains(notice.Id)))
        {
            if (!wishes.TryGetValue(notice.Receiver, out var wish)) continue;
            foreach (var channel in channels.All.Where(wish.Wants))
                Db.Deliveries.Add(PendingDelivery.Of(message.Authority, notice.Receiver, channel, message.Service, notice.Id,
                    message.OccurredAt, wish.Times.NotBefore(wish.Choice.Of(channel), now)));
        }
    }
}
