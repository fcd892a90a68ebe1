using System.Globalization;

namespace Disclosure.Rules.Calendar;

/// <summary>One fault of a calendar directory.</summary>
/// <param name="File">File name, for instance <c>2027.csv</c>, or the directory.</param>
/// <param name="Message">What is wrong, Chinese.</param>
public sealed record CalendarFault(string File, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}：{Message}";
}

/// <summary>The notices of a directory are not usable; carries every fault at once.</summary>
/// <param name="faults">The faults.</param>
public sealed class CalendarException(IReadOnlyList<CalendarFault> faults)
    : Exception($"放假安排有 {faults.Count} 处错误：{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    /// <summary>Every fault found.</summary>
    public IReadOnlyList<CalendarFault> Faults { get; } = faults;
}

/// <summary>The files of a calendar directory: one notice each, named after its year.</summary>
internal static class CalendarFiles
{
    public static IReadOnlyList<(int Year, string File)> Of(string directory, List<CalendarFault> faults)
    {
        if (!Directory.Exists(directory))
        {
            faults.Add(new(directory, "目录不存在。"));
            return [];
        }

        var files = new SortedList<int, string>();
        foreach (var file in Directory.EnumerateFiles(directory, "*.csv").Order(StringComparer.Ordinal))
        {
            if (int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && IsYear(year)) files[year] = file;
            else faults.Add(new(Path.GetFileName(file),
                $"文件名应为 {WorkingCalendar.MinDate.Year} 至 {WorkingCalendar.MaxDate.Year} 的年份，例如 2027.csv。"));
        }

        return [.. files.Select(pair => (pair.Key, pair.Value))];
    }

    public static string? Read(string file, List<CalendarFault> faults)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            faults.Add(new(Path.GetFileName(file), "文件无法读取。"));
            return null;
        }
    }

    public static bool IsYear(int year) => year >= WorkingCalendar.MinDate.Year && year <= WorkingCalendar.MaxDate.Year;
}
