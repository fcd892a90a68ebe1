namespace Disclosure.Rules.Calendar;

/// <content>The notices that ship.</content>
public sealed partial class WorkingCalendar
{
    private static readonly Lazy<WorkingCalendar> Shipped = new(LoadEmbedded);

    /// <summary>The national calendar that ships with the platform (2019–2026).</summary>
    public static WorkingCalendar Embedded => Shipped.Value;

    private static WorkingCalendar LoadEmbedded()
    {
        var days = NoticeCsv.ReadEmbedded("holidays.csv");

        // A December row may belong to the next year's notice (2018-12-29 make-up, 2022-12-31 off); new year's day tells which years are
        // loaded.
        return new WorkingCalendar(days, days.Where(day => day.Date is { Month: 1, Day: 1 }).Select(day => day.Date.Year));
    }
}
