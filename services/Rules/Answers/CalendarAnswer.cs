using Disclosure.Kernel;
using Disclosure.Rules.Calendar;

namespace Disclosure.Rules.Answers;

/// <summary>A year of the working calendar (放假安排).</summary>
/// <param name="Year">The year.</param>
/// <param name="Loaded">Whether its national notice is loaded; without it every day is provisional.</param>
/// <param name="Provisional">Whether any of its days may still change: the year's own notice is missing, or the region's supplement, or
/// the next year's notice, which arranges the last days of December.</param>
/// <param name="WorkingDays">Working days of the year.</param>
/// <param name="Calendar">Version of the working calendar.</param>
/// <param name="Days">The national notice's days off and make-up days; empty where it is not loaded.</param>
/// <param name="Region">Name of the region whose supplement counts; null where there is none.</param>
/// <param name="RegionLoaded">Whether the region's supplement is loaded; null where there is none.</param>
/// <param name="RegionDays">The supplement's days; empty where it is not loaded or adds nothing.</param>
public sealed record CalendarAnswer(int Year, bool Loaded, bool Provisional, int WorkingDays, string Calendar,
    IReadOnlyList<NoticeDay> Days, string? Region, bool? RegionLoaded, IReadOnlyList<NoticeDay> RegionDays)
{
    /// <summary>Shows a year.</summary>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="year">The year.</param>
    /// <returns>The answer or the errors.</returns>
    public static Answer<CalendarAnswer> Create(WorkingCalendar calendar, int year)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var (least, most) = (WorkingCalendar.MinDate.Year + 1, WorkingCalendar.MaxDate.Year);
        if (year < least || year > most) return Answer<CalendarAnswer>.No($"年份 {year} 应在 {least} 至 {most} 之间。");
        var last = new DateOnly(year, 12, 31);
        return Answer<CalendarAnswer>.Of(new(year, calendar.IsLoaded(year), calendar.IsProvisional(new DateOnly(year, 1, 1), last),
            calendar.CountWorkingDays(new DateOnly(year - 1, 12, 31), last).Days, calendar.Version,
            calendar.NoticeOf(NoticeScope.National, year)?.Days ?? [], calendar.Region?.Name,
            calendar.Region is null ? null : calendar.IsLoaded(year, NoticeScope.Regional),
            calendar.NoticeOf(NoticeScope.Regional, year)?.Days ?? []));
    }
}

/// <summary>What became of a notice that was imported (导入放假安排).</summary>
/// <param name="Year">Year of the notice.</param>
/// <param name="Accepted">Whether it has no conflict.</param>
/// <param name="Conflicts">Every conflict, in order of lines.</param>
/// <param name="Warnings">What was left out or should be looked at, in order of lines.</param>
/// <param name="WorkingDays">Working days of the year under the notice; null where it was not accepted.</param>
/// <param name="Written">File it was written to; null where it was not written.</param>
/// <param name="Calendar">Version of the calendar with the notice; null where it was not accepted.</param>
public sealed record ImportAnswer(int Year, bool Accepted, IReadOnlyList<NoticeConflict> Conflicts, IReadOnlyList<NoticeConflict> Warnings,
    int? WorkingDays, string? Written, string? Calendar)
{
    /// <summary>Tells of an import.</summary>
    /// <param name="year">Year of the notice.</param>
    /// <param name="import">Its outcome.</param>
    /// <param name="written">File it was written to, or null.</param>
    /// <returns>The answer.</returns>
    public static ImportAnswer Create(int year, NoticeImport import, string? written)
    {
        ArgumentNullException.ThrowIfNull(import);
        return new(year, import.Calendar is not null, import.Conflicts, import.Warnings, import.Calendar is { } calendar
            ? CalendarAnswer.Create(calendar, year).Value?.WorkingDays : null,
            written, import.Calendar?.Version);
    }
}
