using Disclosure.Kernel;

namespace Disclosure.Rules.Calendar;

/// <summary>Outcome of an import: a new calendar, or every conflict.</summary>
/// <param name="Notice">The notice as it is kept, without redundant rows; null when there is a conflict.</param>
/// <param name="Calendar">The calendar with the notice; null when there is a conflict.</param>
/// <param name="Conflicts">Everything that stands against it, in order of lines.</param>
/// <param name="Warnings">What was passed over or should be looked at, in order of lines.</param>
public sealed record NoticeImport(CalendarNotice? Notice, WorkingCalendar? Calendar, IReadOnlyList<NoticeConflict> Conflicts,
    IReadOnlyList<NoticeConflict> Warnings);

/// <summary>Imports the State Council's yearly notice (国务院办公厅关于部分节假日安排的通知) as CSV.</summary>
public static class HolidayNotice
{
    // Days off that a year may grant beyond the statutory ones before the file is more likely wrong than generous (2020 granted 2).
    private const int MostExtra = 7;

    /// <summary>Adds a year to a calendar; nothing is changed when anything is wrong.</summary>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="year">Year of the notice.</param>
    /// <param name="csv">Rows <c>date,isOffDay,name</c>; December rows named 元旦 belong to the next year.</param>
    /// <param name="replace">Replaces a year that is already loaded, for a corrected notice such as the extension of 2020.</param>
    /// <returns>The new calendar or all conflicts; what is redundant is left out and warned about.</returns>
    public static NoticeImport Import(WorkingCalendar calendar, int year, TextReader csv, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(csv);
        var rows = NoticeRows.Read(csv, day => YearOf(day) == year, day => !WorkingCalendar.IsWeekend(day), year);
        if (calendar.IsLoaded(year) && !replace) rows.Conflict(NoticeConflictKind.YearAlreadyLoaded, 0,
            $"{year} 年的放假安排已经载入；更正请选择替换。");
        if (rows.Count > 0) CheckHolidays(rows, year);
        else if (!rows.HasConflicts) rows.Conflict(NoticeConflictKind.NoDays, 0, $"文件中没有 {year} 年放假安排的任何一行。");

        // Days that the notice replaces cannot contradict it.
        var loaded = calendar.Days.Where(day => !(replace && Belongs(day, year))).ToDictionary(day => day.Date);
        foreach (var row in rows.All.ToList()) CheckLoaded(row, loaded, rows);
        CheckRegion(calendar, rows);
        rows.CheckSpans(loaded);
        return rows.Result(calendar, NoticeScope.National, year);
    }

    /// <summary>The year that most rows of a notice belong to.</summary>
    /// <param name="csv">Rows <c>date,isOffDay,name</c>.</param>
    /// <returns>The year; null where no row can be read.</returns>
    public static int? YearOf(TextReader csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        return NoticeCsv.Read(csv, []).GroupBy(row => YearOf(row.Day)).OrderByDescending(year => year.Count())
            .Select(year => (int?)year.Key).FirstOrDefault();
    }

    /// <summary>A loaded year's notice as <see cref="Import"/> reads it.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="year">Year of the notice.</param>
    /// <param name="scope">The national notice, or the region's supplement.</param>
    /// <returns>CSV text; the header alone where the year is not loaded.</returns>
    public static string ToCsv(WorkingCalendar calendar, int year, NoticeScope scope = NoticeScope.National)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var lines = (calendar.NoticeOf(scope, year)?.Days ?? [])
            .Select(day => $"{day.Date:yyyy-MM-dd},{(day.IsOffDay ? "true" : "false")},{day.Name}");
        return string.Concat(lines.Prepend(NoticeCsv.Header).Select(line => line + "\n"));
    }

    /// <summary>The holidays of a year and their days at least: what the version of 全国年节及纪念日放假办法 in force grants.</summary>
    internal static IReadOnlyList<(string Name, int Days)> Statutory(int year) => year switch
    {
        >= 2025 => [("元旦", 1), ("春节", 4), ("清明", 1), ("劳动节", 2), ("端午", 1), ("中秋", 1), ("国庆", 3)],
        >= 2008 => [("元旦", 1), ("春节", 3), ("清明", 1), ("劳动节", 1), ("端午", 1), ("中秋", 1), ("国庆", 3)],
        >= 2000 => [("元旦", 1), ("春节", 3), ("劳动节", 3), ("国庆", 3)],
        _ => [("元旦", 1), ("春节", 3), ("劳动节", 1), ("国庆", 2)],
    };

    internal static bool Belongs(NoticeDay day, int year) => YearOf(day) == year;

    private static void CheckHolidays(NoticeRows rows, int year)
    {
        var holidays = Statutory(year);
        foreach (var (holiday, least) in holidays)
        {
            var days = rows.All.Count(row => row.Day.IsOffDay && row.Day.Name.Contains(holiday, StringComparison.Ordinal));
            if (days == 0) rows.Conflict(NoticeConflictKind.MissingHoliday, 0, $"{year} 年的放假安排中没有“{holiday}”的放假日。");
            else if (days < least) rows.Conflict(NoticeConflictKind.MissingHoliday, 0,
                $"{year} 年的放假安排中“{holiday}”只有 {days} 个放假日，至少应有 {least} 个。");
        }

        // Days moved around a weekend are worked off again, so what remains are the statutory days themselves.
        var (net, statutory) = (rows.NetDaysOff, holidays.Sum(holiday => holiday.Days));
        if (net >= statutory && net <= statutory + MostExtra) return;
        rows.Conflict(NoticeConflictKind.ImplausibleCount, 0,
            $"{year} 年的放假安排除去周休息日和调休上班日净放假 {net} 天，应为法定的 {statutory} 天（至多 {statutory + MostExtra} 天），请核对是否缺行或多行。");
    }

    private static void CheckLoaded(NoticeRow row, Dictionary<DateOnly, NoticeDay> loaded, NoticeRows rows)
    {
        if (!loaded.TryGetValue(row.Day.Date, out var other)) return;
        if (other.IsOffDay == row.Day.IsOffDay)
        {
            // Days around new year's day stand in the notice of the year they lead to, and there alone.
            rows.Warn(NoticeConflictKind.Redundant, row.Line,
                $"第 {row.Line} 行：{row.Day.Date:yyyy-MM-dd} 已由另一年的放假安排规定（{other.Name}），不重复载入。");
            rows.LeaveOut(row);
            return;
        }

        var was = other.IsOffDay ? "放假" : "上班";
        rows.Conflict(NoticeConflictKind.ContradictsLoaded, row.Line,
            $"第 {row.Line} 行：{row.Day.Date:yyyy-MM-dd} 在已载入的安排中为{was}（{other.Name}）。");
    }

    /// <summary>Nobody works on a statutory holiday because the region once said so.</summary>
    private static void CheckRegion(WorkingCalendar calendar, NoticeRows rows)
    {
        var off = rows.All.Where(row => row.Day.IsOffDay).ToDictionary(row => row.Day.Date);
        foreach (var day in calendar.RegionalDays.Where(day => !day.IsOffDay))
        {
            if (off.TryGetValue(day.Date, out var row)) rows.Conflict(NoticeConflictKind.ContradictsLoaded, row.Line,
                $"第 {row.Line} 行：{day.Date:yyyy-MM-dd} 在本地区已载入的安排中为上班（{day.Name}），请先更正本地区的安排。");
        }
    }

    // The last days of December around new year's day stand in the next year's notice (2019: 29 December 2018 made up, 30 and 31 off).
    private static int YearOf(NoticeDay day) => WorkingCalendar.IsYearsEnd(day.Date) && day.Name.Contains("元旦", StringComparison.Ordinal)
        ? day.Date.Year + 1 : day.Date.Year;
}
