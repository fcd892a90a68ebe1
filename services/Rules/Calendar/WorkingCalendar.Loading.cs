namespace Disclosure.Rules.Calendar;

/// <content>Where the notices come from: those that ship, and a directory of later ones.</content>
public sealed partial class WorkingCalendar
{
    private static readonly Lazy<WorkingCalendar> Shipped = new(LoadEmbedded);

    /// <summary>The calendar that ships with the platform (2019–2026).</summary>
    public static WorkingCalendar Embedded => Shipped.Value;

    /// <summary>Loads the embedded calendar and the notices of a directory; a year that is already loaded is replaced.</summary>
    /// <param name="directory">Directory with one <c>year.csv</c> a notice, for instance <c>2027.csv</c> in a mounted ConfigMap; null for
    /// none.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="CalendarException">Any file has a fault; carries all of them.</exception>
    public static WorkingCalendar Load(string? directory = null)
    {
        if (directory is null) return Embedded;
        var calendar = Embedded;
        var faults = new List<CalendarFault>();
        foreach (var (year, file) in CalendarFiles.Of(directory, faults))
        {
            if (CalendarFiles.Read(file, faults) is not { } csv) continue;
            var import = HolidayNotice.Import(calendar, year, new StringReader(csv), replace: true);
            faults.AddRange(import.Conflicts.Select(conflict => new CalendarFault(Path.GetFileName(file), conflict.Message)));
            calendar = import.Calendar ?? calendar;
        }

        return faults.Count == 0 ? calendar : throw new CalendarException(faults);
    }

    private static WorkingCalendar LoadEmbedded()
    {
        using var stream = typeof(WorkingCalendar).Assembly.GetManifestResourceStream("holidays.csv")
            ?? throw new InvalidOperationException("The holiday table is not embedded.");
        using var reader = new StreamReader(stream);
        var days = new List<NoticeDay>();
        var conflicts = new List<NoticeConflict>();
        foreach (var row in NoticeCsv.Read(reader, conflicts)) days.Add(row.Day);
        if (conflicts.Count > 0) throw new InvalidDataException(string.Join('\n', conflicts.Select(conflict => conflict.Message)));

        // A December row may belong to the next year's notice (2018-12-29 make-up, 2022-12-31 off); new year's day tells which years are
        // loaded.
        var years = days.Where(day => day.Date is { Month: 1, Day: 1 }).Select(day => day.Date.Year);
        return new WorkingCalendar(days, years);
    }
}
