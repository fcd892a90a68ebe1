using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Timing;

/// <summary>How long a draft has to be shown, and how long it may be (预公开期间). Pure: it bounds the showing and says nothing of the day of
/// the decision.</summary>
/// <param name="Period">The period that holds; null where no rule sets one.</param>
/// <param name="From">First day shown; not counted, as no day is on which a period begins.</param>
/// <param name="EarliestEnd">First day on which the showing may end (最早截止); null where no least is set.</param>
/// <param name="LatestEnd">Last day on which it has to end (最迟截止); null where no most is set.</param>
/// <param name="Provisional">Whether one of the days depends on a notice not yet published.</param>
public sealed record PreDisclosureTerm(PreDisclosurePeriod? Period, DateOnly From, DateOnly? EarliestEnd, DateOnly? LatestEnd,
    bool Provisional)
{
    /// <summary>The term of a draft.</summary>
    /// <param name="calendar">The working calendar of the authority.</param>
    /// <param name="pack">Its pack.</param>
    /// <param name="from">First day shown.</param>
    /// <param name="isMajor">Whether it is the draft of a major administrative decision (重大行政决策), whose least goes before any most.</param>
    /// <returns>The term.</returns>
    public static PreDisclosureTerm Of(WorkingCalendar calendar, RulePack pack, DateOnly from, bool isMajor)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(pack);
        var code = isMajor ? PreDisclosurePeriods.MajorDecision : PreDisclosurePeriods.Other;
        if (pack.PreDisclosure.Periods.FirstOrDefault(known => known.Code == code) is not { } period)
            return new(null, from, null, null, false);
        var (earliest, latest) = (Add(period.Least), Add(period.Most));
        return new(period, from, earliest, latest, period.Unit == LimitUnit.WorkingDay
            && new[] { earliest, latest }.Any(day => day is { } end && calendar.IsProvisional(from, end)));

        DateOnly? Add(int? amount) => amount is not { } days ? null
            : period.Unit == LimitUnit.WorkingDay ? calendar.TryAdd(from, new WorkingDays(days))
            : WorkingCalendar.TryAdd(from, new CalendarDays(days));
    }

    /// <summary>What is wrong with the last day that was set, or null.</summary>
    /// <param name="until">Last day shown.</param>
    /// <returns>One sentence, Chinese: a warning, because a shorter time may be lawful with its reason told and a longer one by another
    /// law.</returns>
    public string? Fault(DateOnly until)
    {
        if (until < EarliestEnd)
            return $"“{Period!.Name}”不少于 {Told(Period.Least!.Value)}：自 {From:yyyy-MM-dd} 起，最早于 {EarliestEnd:yyyy-MM-dd} 截止；"
                + $"因情况紧急等原因缩短的，应当在公布时说明理由（{Period.Citation.Source}{Period.Citation.Article}）。";
        if (until > LatestEnd)
            return $"“{Period!.Name}”不超过 {Told(Period.Most!.Value)}：自 {From:yyyy-MM-dd} 起，最迟于 {LatestEnd:yyyy-MM-dd} 截止；"
                + $"其他法律、行政法规规定更长期限的从其规定（{Period.Citation.Source}{Period.Citation.Article}）。";
        return null;
    }

    private string Told(int days) => Period!.Unit == LimitUnit.WorkingDay ? $"{days} 个工作日" : $"{days} 日";
}
