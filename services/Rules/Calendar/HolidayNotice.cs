namespace Disclosure.Rules.Calendar;

/// <summary>Outcome of an import: a new calendar, or every conflict.</summary>
/// <param name="Calendar">The calendar with the year added; null when there is a conflict.</param>
/// <param name="Conflicts">Everything found, in order of lines.</param>
public sealed record NoticeImport(WorkingCalendar? Calendar, IReadOnlyList<NoticeConflict> Conflicts);

/// <summary>Imports the State Council's yearly notice (国务院办公厅关于部分节假日安排的通知) as CSV.</summary>
public static class HolidayNotice
{
    // Fewest days of each holiday: what every version of 全国年节及纪念日放假办法 since 2014 grants.
    private static readonly (string Name, int Days)[] StatutoryHolidays = [("元旦", 1), ("春节", 3), ("清明", 1), ("劳动节", 1), ("端午", 1),
        ("中秋", 1), ("国庆", 3)];

    // Days off that a year may grant beyond the statutory ones before the file is more likely wrong than generous (2020 granted 2).
    private const int MostExtra = 7;


    /// <summary>Adds a year to a calendar; nothing is changed when anything is wrong.</summary>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="year">Year of the notice.</param>
    /// <param name="csv">Rows <c>date,isOffDay,name</c>; December rows named 元旦 belong to the next year.</param>
    /// <param name="replace">Replaces a year that is already loaded, for a corrected notice such as the extension of 2020.</param>
    /// <returns>The new calendar or all conflicts.</returns>
    public static NoticeImport Import(WorkingCalendar calendar, int year, TextReader csv, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(csv);
        var conflicts = new List<NoticeConflict>();
        if (calendar.IsLoaded(year) && !replace)
        {
            conflicts.Add(new(NoticeConflictKind.YearAlreadyLoaded, 0, $"{year} 年的放假安排已经载入；更正请选择替换。"));
        }

        var rows = new Dictionary<DateOnly, NoticeRow>();
        foreach (var row in NoticeCsv.Read(csv, conflicts)) Check(row, year, rows, conflicts);
        if (rows.Count > 0) CheckHolidays(rows.Values, year, conflicts);
        else if (conflicts.Count == 0) conflicts.Add(new(NoticeConflictKind.NoDays, 0, $"文件中没有 {year} 年放假安排的任何一行。"));

        var kept = calendar.Days.Where(day => !(replace && Belongs(day, year))).ToDictionary(day => day.Date);
        foreach (var row in rows.Values) CheckLoaded(row, kept, conflicts);
        if (conflicts.Count > 0) return new NoticeImport(null, [.. conflicts.OrderBy(conflict => conflict.Line)]);

        foreach (var row in rows.Values) kept[row.Day.Date] = row.Day;
        return new NoticeImport(WorkingCalendar.Create(kept.Values, calendar.Years.Append(year)), []);
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
    /// <returns>CSV text; the header alone where the year is not loaded.</returns>
    public static string ToCsv(WorkingCalendar calendar, int year)
    {
        var lines = DaysOf(calendar, year).Select(day => $"{day.Date:yyyy-MM-dd},{(day.IsOffDay ? "true" : "false")},{day.Name}");
        return string.Concat(lines.Prepend(NoticeCsv.Header).Select(line => line + "\n"));
    }

    /// <summary>The rows of a loaded year's notice, days of the December before included.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="year">Year of the notice.</param>
    /// <returns>The rows, ascending by day.</returns>
    public static IReadOnlyList<NoticeDay> DaysOf(WorkingCalendar calendar, int year)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return [.. calendar.Days.Where(day => Belongs(day, year))];
    }

    private static void Check(NoticeRow row, int year, Dictionary<DateOnly, NoticeRow> rows, List<NoticeConflict> conflicts)
    {
        var day = row.Day;
        if (!Belongs(day, year))
        {
            conflicts.Add(new(NoticeConflictKind.WrongYear, row.Line, $"第 {row.Line} 行：{day.Date:yyyy-MM-dd} 不属于 {year} 年的放假安排。"));
        }

        if (day.Name.Length == 0)
        {
            conflicts.Add(new(NoticeConflictKind.MissingName, row.Line, $"第 {row.Line} 行：{day.Date:yyyy-MM-dd} 没有节日名称。"));
        }

        if (!day.IsOffDay && !IsWeekend(day.Date))
        {
            conflicts.Add(new(NoticeConflictKind.MakeUpOnWorkingDay, row.Line, $"第 {row.Line} 行：{day.Date:yyyy-MM-dd} 本来就是工作日，不能作为调休上班日。"));
        }

        if (rows.TryAdd(day.Date, row)) return;
        var first = rows[day.Date];
        conflicts.Add(first.Day.IsOffDay == day.IsOffDay
            ? new(NoticeConflictKind.Duplicate, row.Line, $"第 {row.Line} 行：{day.Date:yyyy-MM-dd} 与第 {first.Line} 行重复。")
            : new(NoticeConflictKind.Contradiction, row.Line, $"第 {row.Line} 行：{day.Date:yyyy-MM-dd} 在第 {first.Line} 行与本行既放假又上班。"));
    }

    private static void CheckHolidays(IReadOnlyCollection<NoticeRow> rows, int year, List<NoticeConflict> conflicts)
    {
        foreach (var (holiday, least) in StatutoryHolidays)
        {
            var days = rows.Count(row => row.Day.IsOffDay && row.Day.Name.Contains(holiday, StringComparison.Ordinal));
            if (days == 0) conflicts.Add(new(NoticeConflictKind.MissingHoliday, 0, $"{year} 年的放假安排中没有“{holiday}”的放假日。"));
            else if (days < least) conflicts
                .Add(new(NoticeConflictKind.MissingHoliday, 0, $"{year} 年的放假安排中“{holiday}”只有 {days} 个放假日，至少应有 {least} 个。"));
        }

        // Days moved around a weekend are worked off again, so what remains are the statutory days themselves.
        var net = rows.Count(row => row.Day.IsOffDay && !IsWeekend(row.Day.Date)) - rows.Count(row => !row.Day.IsOffDay);
        var statutory = year >= 2025 ? 13 : 11;
        if (net >= statutory && net <= statutory + MostExtra) return;
        conflicts.Add(new(NoticeConflictKind.ImplausibleCount, 0,
            $"{year} 年的放假安排除去周休息日和调休上班日净放假 {net} 天，应为法定的 {statutory} 天（至多 {statutory + MostExtra} 天），请核对是否缺行或多行。"));
    }

    private static void CheckLoaded(NoticeRow row, Dictionary<DateOnly, NoticeDay> loaded, List<NoticeConflict> conflicts)
    {
        if (!loaded.TryGetValue(row.Day.Date, out var other) || other.IsOffDay == row.Day.IsOffDay) return;
        var was = other.IsOffDay ? "放假" : "上班";
        conflicts.Add(new(NoticeConflictKind.ContradictsLoaded, row.Line,
            $"第 {row.Line} 行：{row.Day.Date:yyyy-MM-dd} 在已载入的安排中为{was}（{other.Name}）。"));
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static bool Belongs(NoticeDay day, int year) => YearOf(day) == year;

    // December days around new year's day stand in the next year's notice (2019: 29 December 2018 made up, 30 and 31 off).
    private static int YearOf(NoticeDay day) => day.Date.Month == 12 && day.Name.Contains("元旦", StringComparison.Ordinal)
        ? day.Date.Year + 1 : day.Date.Year;
}
