using System.Globalization;
using Disclosure.Rules.Reading;

namespace Disclosure.Rules.Calendar;

/// <summary>What is wrong with a notice.</summary>
public enum NoticeConflictKind
{
    /// <summary>表头不是 date,isOffDay,name.</summary>
    BadHeader,

    /// <summary>行格式、日期或标志无法识别.</summary>
    BadRow,

    /// <summary>同一日期重复: a warning, it is taken once.</summary>
    Duplicate,

    /// <summary>同一日期既放假又上班.</summary>
    Contradiction,

    /// <summary>日期不属于该年度.</summary>
    WrongYear,

    /// <summary>调休上班日本来就是工作日: a warning, the row is left out.</summary>
    MakeUpOnWorkingDay,

    /// <summary>没有节日名称.</summary>
    MissingName,

    /// <summary>节日名称过长，或者不只是文字.</summary>
    BadName,

    /// <summary>缺少法定节日.</summary>
    MissingHoliday,

    /// <summary>该年度已载入.</summary>
    YearAlreadyLoaded,

    /// <summary>与已载入的日期不一致.</summary>
    ContradictsLoaded,

    /// <summary>只有表头，没有一行放假安排.</summary>
    NoDays,

    /// <summary>放假和调休的天数与法定天数不符.</summary>
    ImplausibleCount,

    /// <summary>行数过多.</summary>
    TooManyRows,

    /// <summary>与全国的安排相同: a warning, the rows are left out.</summary>
    Redundant,

    /// <summary>规则包没有写明地区.</summary>
    NoRegion,

    /// <summary>全国的安排尚未载入.</summary>
    NationalYearMissing,
}

/// <summary>One finding about a notice.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Line">Line of the CSV file from 1; 0 for the whole file.</param>
/// <param name="Message">The finding in Chinese.</param>
public sealed record NoticeConflict(NoticeConflictKind Kind, int Line, string Message);

internal readonly record struct NoticeRow(int Line, NoticeDay Day);

internal static class NoticeCsv
{
    // A year has no more days, and the embedded table holds fewer.
    private const int MaxLines = 1000;

    /// <summary>Longest name: 国庆节、中秋节 and the like. Explanations show it to everybody.</summary>
    public const int MaxName = 20;

    public const string Header = "date,isOffDay,name";

    /// <summary>The rows of a table that ships.</summary>
    /// <exception cref="InvalidDataException">The table is faulty.</exception>
    public static IReadOnlyList<NoticeDay> ReadEmbedded(string name)
    {
        using var stream = typeof(NoticeCsv).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not embedded.");
        using var reader = new StreamReader(stream);
        var conflicts = new List<NoticeConflict>();
        NoticeDay[] days = [.. Read(reader, conflicts).Select(row => row.Day)];
        return conflicts.Count == 0 ? days
            : throw new InvalidDataException(string.Join('\n', conflicts.Select(conflict => conflict.Message)));
    }

    public static IEnumerable<NoticeRow> Read(TextReader reader, List<NoticeConflict> conflicts)
    {
        var header = reader.ReadLine()?.Trim().TrimStart('\uFEFF');
        if (header != Header)
        {
            conflicts.Add(new(NoticeConflictKind.BadHeader, 1, $"第 1 行：表头应为“{Header}”，实为“{Excerpt.Of(header ?? "")}”。"));
        }

        var number = 1;
        while (reader.ReadLine() is { } line)
        {
            if (++number > MaxLines)
            {
                conflicts.Add(new(NoticeConflictKind.TooManyRows, number, $"第 {number} 行：放假安排不应超过 {MaxLines} 行。"));
                yield break;
            }

            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Parse(line, number, conflicts) is { } day) yield return new NoticeRow(number, day);
        }
    }

    private static NoticeDay? Parse(string line, int number, List<NoticeConflict> conflicts)
    {
        var cells = line.Split(',');
        if (cells.Length != 3)
        {
            conflicts.Add(new(NoticeConflictKind.BadRow, number, $"第 {number} 行：应有 3 列，实有 {cells.Length} 列。"));
            return null;
        }

        if (!DateOnly.TryParseExact(cells[0].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || !WorkingCalendar.Supports(date))
        {
            conflicts.Add(new(NoticeConflictKind.BadRow, number, $"第 {number} 行：“{Excerpt.Of(cells[0].Trim())}”不是有效日期（yyyy-MM-dd）。"));
            return null;
        }

        if (!bool.TryParse(cells[1].Trim(), out var off))
        {
            conflicts.Add(new(NoticeConflictKind.BadRow, number, $"第 {number} 行：“{Excerpt.Of(cells[1].Trim())}”应为 true（放假）或 false（调休上班）。"));
            return null;
        }

        return new NoticeDay(date, off, cells[2].Trim());
    }
}
