using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines.Timing;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Answers;

/// <summary>When a matter of a timing class has to be public (公开时间试算).</summary>
public static class TimingAnswer
{
    /// <summary>Reads a matter.</summary>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="packs">The packs.</param>
    /// <param name="authority">Authority, for instance <c>bijie</c>.</param>
    /// <param name="code">Code of the timing class, for instance <c>finance</c>.</param>
    /// <param name="matter">The matter.</param>
    /// <param name="today">Day of the reading.</param>
    /// <returns>The reading or the errors.</returns>
    public static Answer<TimingReading> Create(WorkingCalendar calendar, RulePacks packs, string authority, string code, TimedMatter matter,
        DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(matter);
        if (!packs.TryGet(authority, out var pack)) return Answer<TimingReading>.No(DutyAnswer.NoPack(packs, authority));
        if (pack.Timings.All(known => known.Code != code))
        {
            return Answer<TimingReading>.No(pack.Timings.Count == 0 ? $"规则包“{authority}”没有规定公开时间的类别。"
                : $"规则包“{authority}”中没有公开时间类别“{code}”；可用：{string.Join("、", pack.Timings.Select(known => known.Code))}。");
        }

        string[] errors = [.. new[] { matter.Formed, today }.Concat(matter.Published).Where(day => !DutyAnswer.IsKnown(day))
            .Select(DutyAnswer.OutOfRange)];
        return errors.Length > 0 ? Answer<TimingReading>.No(errors)
            : Answer<TimingReading>.Of(new DisclosureTiming(calendar, pack).Read(code, matter, today));
    }
}

/// <summary>The occurrences of a periodic duty (定期事项逐期核对).</summary>
/// <param name="Pack">Authority.</param>
/// <param name="Limit">Code of the limit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Since">Day the duty began.</param>
/// <param name="AsOf">Day of the reading.</param>
/// <param name="Citation">Source of the limit.</param>
/// <param name="Missed">Number of occurrences that were missed.</param>
/// <param name="Occurrences">The occurrences, in order.</param>
public sealed record DutyAnswer(string Pack, string Limit, string Name, DateOnly Since, DateOnly AsOf, Citation Citation, int Missed,
    IReadOnlyList<Occurrence> Occurrences)
{
    /// <summary>Compares what was done with a duty that a limit of a pack sets.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="authority">Authority, for instance <c>jiangxi</c>.</param>
    /// <param name="code">Code of the limit, for instance <c>submission.monthly</c>.</param>
    /// <param name="since">Day the duty began.</param>
    /// <param name="done">Days on which it was done.</param>
    /// <param name="today">Day of the reading.</param>
    /// <returns>The answer or the errors.</returns>
    public static Answer<DutyAnswer> Create(RulePacks packs, string authority, string code, DateOnly since, IReadOnlyList<DateOnly> done,
        DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(done);
        if (!packs.TryGet(authority, out var pack)) return Answer<DutyAnswer>.No(NoPack(packs, authority));
        if (pack.Limit(code) is not { } limit || PeriodicDuty.Of(limit) is not { } duty)
        {
            return Answer<DutyAnswer>.No($"规则包“{authority}”中没有定期期限“{code}”；可用："
                + $"{string.Join("、", pack.Limits.Where(known => PeriodicDuty.Of(known) is not null).Select(known => known.Code))}。");
        }

        string[] errors = [.. new[] { since, today }.Concat(done).Where(day => !IsKnown(day)).Select(OutOfRange)];
        if (errors.Length > 0) return Answer<DutyAnswer>.No(errors);
        var occurrences = duty.Occurrences(since, done, today);
        return Answer<DutyAnswer>.Of(new(authority, code, limit.Name, since, today, limit.Citation,
            occurrences.Count(occurrence => occurrence.State == OccurrenceState.Missed), occurrences));
    }

    /// <summary>That there is no such pack, and which there are.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="authority">The authority asked for.</param>
    /// <returns>A sentence.</returns>
    public static string NoPack(RulePacks packs, string authority)
        => $"没有规则包“{authority}”；可用：{string.Join("、", packs.All.Select(known => known.Authority))}。";

    internal static bool IsKnown(DateOnly day) => day >= WorkingCalendar.MinDate && day <= DueAnswer.LastDay;

    internal static string OutOfRange(DateOnly day)
        => $"{day:yyyy-MM-dd} 应在 {WorkingCalendar.MinDate:yyyy-MM-dd} 至 {DueAnswer.LastDay:yyyy-MM-dd} 之间。";
}
