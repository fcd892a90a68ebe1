using Disclosure.Contracts.Calendars;
using Disclosure.Review.Data;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Messaging;

namespace Disclosure.Review.Consumers;

/// <summary>Tells the latest edition of every imported notice once more, because a service has come that knows none.</summary>
/// <remarks>An authority imports a few a year; every service hears it and finds nothing new in it.</remarks>
internal sealed class CalendarsRequestedConsumer(ReviewDb db, TimeProvider clock) : InboxConsumer<CalendarsRequested, ReviewDb>(db, clock)
{
    protected override async Task HandleAsync(CalendarsRequested message, CancellationToken cancellation)
    {
        foreach (var notice in await Db.LatestNoticesAsync(cancellation)) Db.Publish(notice.Changed());
    }
}
