using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Answers;

/// <summary>What the deadline clock shows for some facts (期限计算).</summary>
/// <param name="Pack">Authority whose rules apply.</param>
/// <param name="Limit">Code of the limit.</param>
/// <param name="Name">Its name.</param>
/// <param name="AsOf">Day of the reading.</param>
/// <param name="Due">Last day; null while nothing bounds an open pause.</param>
/// <param name="Provisional">True when the day depends on a notice not yet loaded.</param>
/// <param name="DayOff">What kind of day off the last day is, which no rule read moves; null where it is none.</param>
/// <param name="State">Light of the limit.</param>
/// <param name="Alarm">The light to show: the strictest of the limit, <paramref name="Statutory"/> and
/// <paramref name="WithoutLateCorrection"/>.</param>
/// <param name="Remaining">Days left; negative when overdue; null when ended.</param>
/// <param name="Unit">What <paramref name="Remaining"/> and the limit count.</param>
/// <param name="Amount">Length of the limit.</param>
/// <param name="Extension">Days of extension in force, in <paramref name="Unit"/>.</param>
/// <param name="Delay">Working days by which the reply is delayed beyond that (条例第三十五条).</param>
/// <param name="EndedOn">Day it ended; null while it runs.</param>
/// <param name="End">Why it ended; null while it runs.</param>
/// <param name="OnTime">Whether it ended in time, by the upper end of a range; null while it runs.</param>
/// <param name="Latest">Upper end of a range; null where the rule gives none.</param>
/// <param name="Statutory">The statutory limit beside a stricter local one; null where there is none or they are the same.</param>
/// <param name="WithoutLateCorrection">The legal period where a notice of correction after 7 working days does not begin it anew
/// (条例第三十条); null where every notice was in time, and where it would end no earlier.</param>
/// <param name="Pauses">Pauses in order.</param>
/// <param name="Warnings">Lawful but late acts.</param>
/// <param name="Errors">Illegal facts; empty when all are lawful.</param>
/// <param name="Calendar">Version of the working calendar.</param>
/// <param name="Explanation">Every day or span counted or skipped, why, and under which article.</param>
public sealed record ClockAnswer(string Pack, string Limit, string Name, DateOnly AsOf, DateOnly? Due, bool Provisional, DayOff? DayOff,
    ClockState State, ClockState Alarm, int? Remaining, LimitUnit Unit, int Amount, int Extension, int Delay, DateOnly? EndedOn,
    ClockEnd? End, bool? OnTime, ClockTrack? Latest, ClockTrack? Statutory, ClockTrack? WithoutLateCorrection, IReadOnlyList<Pause> Pauses,
    IReadOnlyList<string> Warnings, IReadOnlyList<ClockError> Errors, string Calendar, IReadOnlyList<ExplanationLine> Explanation)
{
    /// <summary>Reads the clock of a pack's limit.</summary>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="packs">The packs.</param>
    /// <param name="authority">Authority, for instance <c>bijie</c>.</param>
    /// <param name="code">Code of the limit, for instance <c>application.reply</c>.</param>
    /// <param name="facts">Facts in order.</param>
    /// <param name="today">Day of the reading.</param>
    /// <returns>The answer, with its illegal facts if any; errors when pack or limit do not exist.</returns>
    public static Answer<ClockAnswer> Create(WorkingCalendar calendar, RulePacks packs, string authority, string code,
        ReadOnlySpan<Fact> facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(packs);
        if (!packs.TryGet(authority, out var pack))
        {
            return Answer<ClockAnswer>.No($"没有规则包“{authority}”；可用：{string.Join("、", packs.All.Select(known => known.Authority))}。");
        }

        if (pack.Limit(code) is not { } limit)
        {
            return Answer<ClockAnswer>.No($"规则包“{authority}”中没有期限“{code}”；可用：{string.Join("、", pack.Limits.Select(known => known.Code))}。");
        }

        if (!DeadlineClock.CanRead(limit))
        {
            var lengthened = LimitCodes.Extensions.Where(known => known.Value == code).Select(known => known.Key).FirstOrDefault();
            return Answer<ClockAnswer>.No($"“{limit.Name}”（{code}）只延长另一期限，没有自己的起算日："
                + $"请查询 {lengthened ?? "被延长的期限"}，并记载 extended（延长）事实。");
        }

        if (today < WorkingCalendar.MinDate || today > DueAnswer.LastDay)
        {
            return Answer<ClockAnswer>.No(
                $"查询日 {today:yyyy-MM-dd} 应在 {WorkingCalendar.MinDate:yyyy-MM-dd} 至 {DueAnswer.LastDay:yyyy-MM-dd} 之间。");
        }

        var (reading, lines) = new DeadlineClock(calendar, limit, ReplySpans.From(pack.Limits)).Explain(facts, today);
        var local = reading.Local;
        return Answer<ClockAnswer>.Of(new(authority, code, limit.Name, reading.AsOf, reading.Due, local.Provisional, local.DayOff,
            reading.State, reading.Alarm, local.Remaining, local.Unit, local.Amount, reading.Extension, reading.Delay, reading.EndedOn,
            reading.End, reading.OnTime, reading.Latest, reading.Statutory, reading.WithoutLateCorrection, reading.Pauses,
            reading.Warnings, reading.Errors, calendar.Version, lines));
    }
}
