using Disclosure.Contracts.Calendars;
using Disclosure.Rules.Calendar;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Persistence;

namespace Disclosure.ServiceDefaults.Calendars;

/// <summary>Notes what Review says of imported notices.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="db">The database.</param>
/// <param name="keeper">Counts with it from now on.</param>
/// <param name="clock">The clock.</param>
internal sealed class CalendarNoticeChangedConsumer<TDb>(TDb db, CalendarKeeper<TDb> keeper, TimeProvider clock)
    : InboxConsumer<CalendarNoticeChanged, TDb>(db, clock) where TDb : ServiceDbContext
{
    protected override Task HandleAsync(CalendarNoticeChanged message, CancellationToken cancellation) => Db.NoteAsync(new ImportedNotice
    {
        Id = Guid.CreateVersion7(message.OccurredAt),
        Authority = message.Authority,
        Scope = message.Scope,
        Year = message.Year,
        Edition = message.Edition,
        IsWithdrawn = message.IsWithdrawn,
        Days = [.. message.Days.Select(day => new NoticeDay(day.Date, day.IsOffDay, day.Name))],
        At = message.OccurredAt,
    }, cancellation);

    protected override void Committed() => keeper.Wake();
}
