using Disclosure.Kernel;

namespace Disclosure.Rules.Calendar;

/// <summary>Supplements that ship with the platform: of the years whose notice has been read, and of no other.</summary>
internal static class RegionalSupplements
{
    private static readonly string[] Regions = ["xinjiang"];

    public static IReadOnlyDictionary<string, IReadOnlyList<CalendarNotice>> Shipped { get; }
        = Regions.ToDictionary(region => region, Read);

    private static IReadOnlyList<CalendarNotice> Read(string region)
        => [.. NoticeCsv.ReadEmbedded(region + ".csv").GroupBy(day => day.Date.Year)
            .Select(year => new CalendarNotice(NoticeScope.Regional, year.Key, [.. year]))];
}
