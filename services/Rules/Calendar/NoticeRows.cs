using Disclosure.Kernel;

namespace Disclosure.Rules.Calendar;

/// <summary>The rows of a notice while it is read: each day once, and what is to be said about them.</summary>
internal sealed class NoticeRows
{
    // 2020 had ten days off together with its extension, and eight make-up days are the most of any year.
    private const int MostDaysTogether = 12;
    private const int MostMakeUpDays = 12;

    private readonly List<NoticeConflict> conflicts = [];
    private readonly List<NoticeConflict> warnings = [];
    private readonly Dictionary<DateOnly, NoticeRow> rows = [];

    public IReadOnlyCollection<NoticeRow> All => rows.Values;

    public int Count => rows.Count;

    public bool HasConflicts => conflicts.Count > 0;

    /// <summary>Days off that no weekend has, less the days worked for them.</summary>
    public int NetDaysOff => rows.Values.Count(row => row.Day.IsOffDay && !WorkingCalendar.IsWeekend(row.Day.Date))
        - rows.Values.Count(row => !row.Day.IsOffDay);

    /// <summary>Reads a file.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="belongs">Whether a row is one of the notice's year.</param>
    /// <param name="works">Whether people work on a day without the notice.</param>
    /// <param name="year">The year.</param>
    public static NoticeRows Read(TextReader csv, Func<NoticeDay, bool> belongs, Func<DateOnly, bool> works, int year)
    {
        var made = new NoticeRows();
        foreach (var row in NoticeCsv.Read(csv, made.conflicts)) made.Take(row, belongs, works, year);
        return made;
    }

    public void Conflict(NoticeConflictKind kind, int line, string message) => conflicts.Add(new(kind, line, message));

    public void Warn(NoticeConflictKind kind, int line, string message) => warnings.Add(new(kind, line, message));

    public void LeaveOut(NoticeRow row) => rows.Remove(row.Day.Date);

    /// <summary>A year's arrangement moves days around a holiday; it does not turn the year around.</summary>
    /// <param name="around">Days that other notices arrange.</param>
    public void CheckSpans(Dictionary<DateOnly, NoticeDay> around)
    {
        var worked = rows.Values.Count(row => !row.Day.IsOffDay);
        if (worked > MostMakeUpDays) Conflict(NoticeConflictKind.ImplausibleCount, 0,
            $"安排了 {worked} 个调休上班日，至多应有 {MostMakeUpDays} 个，请核对。");
        var told = DateOnly.MinValue;
        foreach (var row in rows.Values.Where(row => row.Day.IsOffDay).OrderBy(row => row.Day.Date))
        {
            if (row.Day.Date <= told) continue;
            var (first, last) = (row.Day.Date, row.Day.Date);
            while (IsOff(first.AddDays(-1)) && last.DayNumber - first.DayNumber < MostDaysTogether) first = first.AddDays(-1);
            while (IsOff(last.AddDays(1))) last = last.AddDays(1);
            told = last;
            var days = last.DayNumber - first.DayNumber + 1;
            if (days > MostDaysTogether) Conflict(NoticeConflictKind.ImplausibleCount, row.Line,
                $"第 {row.Line} 行：{first:yyyy-MM-dd} 至 {last:yyyy-MM-dd} 连续放假 {days} 天，至多应有 {MostDaysTogether} 天，请核对。");
        }

        bool IsOff(DateOnly day) => rows.TryGetValue(day, out var row) ? row.Day.IsOffDay
            : around.TryGetValue(day, out var other) ? other.IsOffDay : WorkingCalendar.IsWeekend(day);
    }

    public NoticeImport Result(WorkingCalendar calendar, NoticeScope scope, int year)
    {
        IReadOnlyList<NoticeConflict> told = [.. warnings.OrderBy(warning => warning.Line)];
        if (conflicts.Count > 0) return new(null, null, [.. conflicts.OrderBy(conflict => conflict.Line)], told);
        var notice = new CalendarNotice(scope, year, [.. rows.Values.Select(row => row.Day).OrderBy(day => day.Date)]);
        return new(notice, calendar.With(notice), [], told);
    }

    private static bool IsName(string name)
        => name.Length <= NoticeCsv.MaxName && name.All(c => char.IsLetter(c) || c is '、' or '·' or '（' or '）' or '(' or ')');

    private void Take(NoticeRow row, Func<NoticeDay, bool> belongs, Func<DateOnly, bool> works, int year)
    {
        var (line, day) = (row.Line, row.Day);
        if (!belongs(day)) Conflict(NoticeConflictKind.WrongYear, line, $"第 {line} 行：{day.Date:yyyy-MM-dd} 不属于 {year} 年的放假安排。");
        if (day.Name.Length == 0) Conflict(NoticeConflictKind.MissingName, line, $"第 {line} 行：{day.Date:yyyy-MM-dd} 没有节日名称。");
        else if (!IsName(day.Name)) Conflict(NoticeConflictKind.BadName, line,
            $"第 {line} 行：{day.Date:yyyy-MM-dd} 的节日名称应为 1 至 {NoticeCsv.MaxName} 个文字，可以用顿号和括号，不能有数字和其他符号。");
        if (rows.TryGetValue(day.Date, out var first))
        {
            if (first.Day.IsOffDay == day.IsOffDay) Warn(NoticeConflictKind.Duplicate, line,
                $"第 {line} 行：{day.Date:yyyy-MM-dd} 与第 {first.Line} 行重复，只载入一次。");
            else Conflict(NoticeConflictKind.Contradiction, line,
                $"第 {line} 行：{day.Date:yyyy-MM-dd} 在第 {first.Line} 行与本行既放假又上班。");
            return;
        }

        // “2月3日（星期一）起正常上班” of the 2020 extension: true, and changes nothing.
        if (!day.IsOffDay && works(day.Date)) Warn(NoticeConflictKind.MakeUpOnWorkingDay, line,
            $"第 {line} 行：{day.Date:yyyy-MM-dd} 本来就是工作日，不必列为调休上班，不载入；如果日期写错，请更正后重新载入。");
        else rows.Add(day.Date, row);
    }
}
