using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Answers;

/// <summary>When something is due (期限试算).</summary>
/// <param name="Due">Last day.</param>
/// <param name="Provisional">True when the day depends on a notice not yet loaded.</param>
/// <param name="DayOff">What kind of day off the last day is, which does not move it; null where it is none and for working days.</param>
/// <param name="From">Day not counted.</param>
/// <param name="Days">Length asked for.</param>
/// <param name="Unit"><c>working</c>, <c>calendar</c> or <c>month</c>.</param>
/// <param name="Calendar">Version of the working calendar.</param>
/// <param name="Explanation">Every day or span counted or skipped.</param>
public sealed record DueAnswer(DateOnly Due, bool Provisional, DayOff? DayOff, DateOnly From, int Days, string Unit, string Calendar,
    IReadOnlyList<ExplanationLine> Explanation)
{
    /// <summary>Names of the units.</summary>
    public static readonly IReadOnlyList<string> Units = ["working", "calendar", "month"];

    /// <summary>Computes a last day.</summary>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="from">Day not counted.</param>
    /// <param name="days">Length, from 0: working days to 2000, calendar days to 3650, months to 120.</param>
    /// <param name="unit">One of <see cref="Units"/>.</param>
    /// <returns>The answer or the errors.</returns>
    public static Answer<DueAnswer> Create(WorkingCalendar calendar, DateOnly from, int days, string unit = "working")
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var (kind, name, most) = unit switch
        {
            "working" => (LimitUnit.WorkingDay, "工作日", 2000),
            "calendar" => (LimitUnit.CalendarDay, "自然日", 3650),
            "month" => (LimitUnit.Month, "月", 120),
            _ => (LimitUnit.Immediate, "", -1),
        };
        var errors = new List<string>();
        if (most < 0) errors.Add($"单位“{unit}”应为 working（工作日）、calendar（自然日）或 month（月）。");
        else if (days < 0 || days > most) errors.Add($"{name}数应在 0 至 {most} 之间，实为 {days}。");
        if (from < WorkingCalendar.MinDate || from > LastDay) errors
            .Add($"起始日 {from:yyyy-MM-dd} 应在 {WorkingCalendar.MinDate:yyyy-MM-dd} 至 {LastDay:yyyy-MM-dd} 之间。");
        if (errors.Count > 0) return new(null, errors);

        // A length out of the air has no article; only how days are counted has a source.
        var source = kind == LimitUnit.WorkingDay ? Articles.Weekend : "按所给期限试算";
        var limit = new LimitRule("what-if", "期限试算", days, kind, null, null, new Citation(source, "", []));
        var explained = new DeadlineClock(calendar, limit).Explain([new Fact(FactKind.Started, from)], from);
        var local = explained.Reading.Local;
        return Answer<DueAnswer>.Of(new(local.Due!.Value, local.Provisional, local.DayOff, from, days, unit, calendar.Version,
            explained.Lines));
    }

    /// <summary>Last day that can be asked about.</summary>
    public static readonly DateOnly LastDay = WorkingCalendar.MaxDate.AddYears(-10);
}
