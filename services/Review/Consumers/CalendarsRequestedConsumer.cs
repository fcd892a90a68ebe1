using Disclosure.Contracts.Calendars;
using Disclosure.Review.Data;
using Disclosure.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Consumers;

/// <summary>Tells every imported notice once more, because a service has come that knows none.</summary>
/// <remarks>An authority imports a few a year; every service hears it and finds nothing new in it.</remarks>
internal sealed class CalendarsRequestedConsumer(ReviewDb db, TimeProvider clock) : InboxConsumer<CalendarsRequested, ReviewDb>(db, clock)
{
    protected override async Task HandleAsync(CalendarsRequested message, CancellationToken cancellation)
    {
        await foreach (var notice in Db.ImportedNotices.AsNoTracking().OrderBy(n => n.Position).AsAsyncEnumerable()
            .WithCancellation(cancellation)) Db.Publish(notice.Changed());
    }
}
