using System.Globalization;
using System.Text.RegularExpressions;

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

/// <summary>The files of a calendar directory: one notice each, named after its year, a supplement's after its region too.</summary>
internal static partial class CalendarFiles
{
    /// <summary>National notices first, then the supplements by region, each by year.</summary>
    public static IReadOnlyList<(string? Region, int Year, string File)> Of(string directory, List<CalendarFault> faults)
    {
        if (!Directory.Exists(directory))
        {
            faults.Add(new(directory, "目录不存在。"));
            return [];
        }

        var files = new List<(string? Region, int Year, string File)>();
        foreach (var file in Directory.EnumerateFiles(directory, "*.csv").Order(StringComparer.Ordinal))
        {
            var match = Name().Match(Path.GetFileNameWithoutExtension(file));
            var year = match.Success ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : 0;
            if (IsYear(year)) files.Add((match.Groups["region"] is { Success: true } region ? region.Value : null, year, file));
            else faults.Add(new(Path.GetFileName(file), $"文件名应为 {WorkingCalendar.MinDate.Year} 至 {WorkingCalendar.MaxDate.Year} 的年份，"
                + "例如 2027.csv；地区的安排冠以地区代码，例如 xinjiang-2027.csv。"));
        }

        return [.. files.OrderBy(file => file.Region, StringComparer.Ordinal).ThenBy(file => file.Year)];
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

    /// <summary>The name of a notice's file.</summary>
    public static string NameOf(CalendarRegion? region, int year)
        => string.Create(CultureInfo.InvariantCulture, $"{(region is null ? "" : region.Code + "-")}{year}.csv");

    [GeneratedRegex("^(?:(?<region>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)-)?(?<year>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
