using Disclosure.Contracts.Calendars;
using Disclosure.ServiceDefaults.Calendars;

namespace Disclosure.Review.Data;

/// <summary>What Review tells the other services of calendars.</summary>
internal static class CalendarMessages
{
    public static CalendarNoticeChanged Changed(this ImportedNotice n) => new(Guid.CreateVersion7(), n.At, n.Authority, n.Scope, n.Year,
        n.Edition, n.IsWithdrawn, [.. n.Days.Select(day => new ArrangedDay(day.Date, day.IsOffDay, day.Name))]);
}
