using System.Collections.Frozen;

namespace Disclosure.Rules.Calendar;

/// <summary>
/// The calendars of a deployment: one for every region that has a supplement of its own, and the national one for all others. They come
/// with the platform and from a directory of later notices; what an authority imports for itself is laid over its own.
/// </summary>
public sealed class WorkingCalendars
{
    private static readonly Lazy<WorkingCalendars> Shipped = new(() => new(WorkingCalendar.Embedded, RegionalSupplements.Shipped));
    private readonly FrozenDictionary<string, IReadOnlyList<CalendarNotice>> supplements;

    private WorkingCalendars(WorkingCalendar national, IReadOnlyDictionary<string, IReadOnlyList<CalendarNotice>> supplements)
        => (National, this.supplements) = (national, supplements.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>The calendars that ship with the platform.</summary>
    public static WorkingCalendars Embedded => Shipped.Value;

    /// <summary>The calendar without any supplement.</summary>
    public WorkingCalendar National { get; }

    /// <summary>The calendar of a region, or of the whole country.</summary>
    /// <param name="region">The authority's region; null where its rules name none.</param>
    /// <returns>The calendar; a region of which no supplement is loaded has one whose days may all still change.</returns>
    public WorkingCalendar Of(CalendarRegion? region) => region is null ? National
        : supplements.GetValueOrDefault(region.Code, []).Aggregate(National.In(region), (calendar, notice) => calendar.With(notice));

    /// <summary>The file of a notice in a directory of notices.</summary>
    /// <param name="region">The region of a supplement; null for a national notice.</param>
    /// <param name="year">The year.</param>
    /// <returns>For instance <c>2027.csv</c> or <c>xinjiang-2027.csv</c>.</returns>
    public static string FileOf(CalendarRegion? region, int year) => CalendarFiles.NameOf(region, year);

    /// <summary>Loads the embedded calendars and the notices of a directory; a year that is already loaded is replaced.</summary>
    /// <param name="directory">Directory with one file a notice, for instance <c>2027.csv</c> and <c>xinjiang-2027.csv</c> in a mounted
    /// ConfigMap; null for none.</param>
    /// <returns>The calendars.</returns>
    /// <exception cref="CalendarException">Any file has a fault; carries all of them.</exception>
    public static WorkingCalendars Load(string? directory = null)
    {
        if (directory is null) return Embedded;
        var faults = new List<CalendarFault>();
        var national = WorkingCalendar.Embedded;
        var supplements = new Dictionary<string, IReadOnlyList<CalendarNotice>>(Embedded.supplements, StringComparer.Ordinal);

        // National notices come first: a supplement is read against the whole country's days.
        foreach (var (region, year, file) in CalendarFiles.Of(directory, faults))
        {
            if (CalendarFiles.Read(file, faults) is not { } csv) continue;
            var name = Path.GetFileName(file);
            var import = region is null ? HolidayNotice.Import(national, year, new StringReader(csv), replace: true)
                : RegionalNotice.Import(national.In(new(region, region)), year, new StringReader(csv), replace: true);
            faults.AddRange(import.Conflicts.Select(conflict => new CalendarFault(name, conflict.Message)));
            if (import.Notice is not { } notice) continue;
            if (region is null) national = import.Calendar!;
            else supplements[region] = [.. supplements.GetValueOrDefault(region, []).Where(known => known.Year != year), notice];
        }

        return faults.Count == 0 ? new(national, supplements) : throw new CalendarException(faults);
    }
}
