using Disclosure.Kernel;

namespace Disclosure.Rules.Calendar;

/// <summary>Imports what a region adds to the national holidays (地区节假日安排), as CSV.</summary>
/// <remarks>A region's notice repeats the national days; they are recognised and left out, so that a corrected national notice is not
/// held back by a copy of the old one.</remarks>
public static class RegionalNotice
{
    // Two customary holidays of at most three days each, and days moved around them.
    private const int MostDays = 8;

    /// <summary>Adds a year's supplement to a calendar; nothing is changed when anything is wrong.</summary>
    /// <param name="calendar">The calendar in force, of a region.</param>
    /// <param name="year">Year of the notice.</param>
    /// <param name="csv">Rows <c>date,isOffDay,name</c>; the header alone says that the region adds nothing that year.</param>
    /// <param name="replace">Replaces a supplement that is already loaded.</param>
    /// <returns>The new calendar or all conflicts; what is redundant is left out and warned about.</returns>
    public static NoticeImport Import(WorkingCalendar calendar, int year, TextReader csv, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(csv);
        var national = calendar.Days.ToDictionary(day => day.Date);
        var rows = NoticeRows.Read(csv, day => day.Date.Year == year || HolidayNotice.Belongs(day, year),
            day => !WorkingCalendar.IsWeekend(day) && !national.ContainsKey(day), year);
        if (calendar.Region is null) rows.Conflict(NoticeConflictKind.NoRegion, 0, "规则包没有写明地区，不能载入地区的放假安排。");
        if (calendar.IsLoaded(year, NoticeScope.Regional) && !replace) rows.Conflict(NoticeConflictKind.YearAlreadyLoaded, 0,
            $"{calendar.Region!.Name} {year} 年的放假安排已经载入；更正请选择替换。");
        if (!calendar.IsLoaded(year)) rows.Conflict(NoticeConflictKind.NationalYearMissing, 0,
            $"{year} 年全国的放假安排尚未载入，请先载入：地区的安排以它为基础。");
        LeaveOutNational(rows, national);
        foreach (var row in rows.All.Where(row => row.Day.Date.Year != year)) rows.Conflict(NoticeConflictKind.WrongYear, row.Line,
            $"第 {row.Line} 行：{row.Day.Date:yyyy-MM-dd} 不属于本地区 {year} 年的放假安排。");
        rows.CheckSpans(national);
        if (rows.Count == 0 && !rows.HasConflicts) rows.Warn(NoticeConflictKind.NoDays, 0, $"文件中没有 {year} 年本地区增加的放假日。");
        if (rows.NetDaysOff is < 0 or > MostDays) rows.Conflict(NoticeConflictKind.ImplausibleCount, 0,
            $"除去周休息日和调休上班日，本地区比全国净多放假 {rows.NetDaysOff} 天，应为 0 至 {MostDays} 天，请核对是否缺行或多行。");
        return rows.Result(calendar, NoticeScope.Regional, year);
    }

    private static void LeaveOutNational(NoticeRows rows, Dictionary<DateOnly, NoticeDay> national)
    {
        var repeated = new List<int>();
        foreach (var row in rows.All.ToList())
        {
            if (!national.TryGetValue(row.Day.Date, out var other)) continue;
            if (other.IsOffDay == row.Day.IsOffDay)
            {
                repeated.Add(row.Line);
                rows.LeaveOut(row);
            }
            else if (row.Day.IsOffDay)
            {
                rows.Warn(NoticeConflictKind.ContradictsLoaded, row.Line,
                    $"第 {row.Line} 行：{row.Day.Date:yyyy-MM-dd} 全国调休上班（{other.Name}），本地区放假；以本地区为准。");
            }
            else
            {
                rows.Conflict(NoticeConflictKind.ContradictsLoaded, row.Line,
                    $"第 {row.Line} 行：{row.Day.Date:yyyy-MM-dd} 全国放假（{other.Name}），本地区不能安排上班。");
            }
        }

        if (repeated.Count > 0) rows.Warn(NoticeConflictKind.Redundant, repeated[0],
            $"第 {string.Join('、', repeated)} 行与全国的安排相同，不重复载入。");
    }
}
