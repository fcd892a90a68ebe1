namespace Disclosure.Rules.Calendar;

/// <summary>Outcome of an import: a new calendar, or every conflict.</summary>
/// <param name="Calendar">The calendar with the year added; null when there is a conflict.</param>
/// <param name="Conflicts">Everything found, in order of lines.</param>
public sealed record NoticeImport(WorkingCalendar? Calendar, IReadOnlyList<NoticeConflict> Conflicts);

/// <summary>Imports the State Council's yearly notice (国务院办公厅关于部分节假日安排的通知) as CSV.</summary>
public static class HolidayNotice
{
    private static readonly string[] StatutoryHolidays = ["元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆"];

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

        var kept = calendar.Days.Where(day => !(replace && Belongs(day, year))).ToDictionary(day => day.Date);
        foreach (var row in rows.Values) CheckLoaded(row, kept, conflicts);
        if (conflicts.Count > 0) return new NoticeImport(null, [.. conflicts.OrderBy(conflict => conflict.Line)]);

        foreach (var row in rows.Values) kept[row.Day.Date] = row.Day;
        return new NoticeImport(WorkingCalendar.Create(kept.Values, calendar.Years.Append(year)), []);
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

        if (!day.IsOffDay && day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
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
        foreach (var holiday in StatutoryHolidays)
        {
            if (rows.Any(row => row.Day.IsOffDay && row.Day.Name.Contains(holiday, StringComparison.Ordinal))) continue;
            conflicts.Add(new(NoticeConflictKind.MissingHoliday, 0, $"{year} 年的放假安排中没有“{holiday}”的放假日。"));
        }
    }

    private static void CheckLoaded(NoticeRow row, Dictionary<DateOnly, NoticeDay> loaded, List<NoticeConflict> conflicts)
    {
        if (!loaded.TryGetValue(row.Day.Date, out var other) || other.IsOffDay == row.Day.IsOffDay) return;
        var was = other.IsOffDay ? "放假" : "上班";
        conflicts.Add(new(NoticeConflictKind.ContradictsLoaded, row.Line, $"第 {row.Line} 行：{row.Day.Date:yyyy-MM-dd} 在已载入的安排中为{was}（{other.Name}）。"));
    }

    // December days around new year's day stand in the next year's notice (2019: 29 December 2018 made up, 30 and 31 off).
    private static bool Belongs(NoticeDay day, int year)
        => year == (day.Date.Month == 12 && day.Name.Contains("元旦", StringComparison.Ordinal) ? day.Date.Year + 1 : day.Date.Year);
}
