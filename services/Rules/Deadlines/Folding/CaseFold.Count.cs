using System.Runtime.InteropServices;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Folding;

/// <content>The count: its last day, and the days taken out of it.</content>
internal sealed partial class CaseFold
{
    /// <summary>The last lawful day of the count as the facts stand: the statutory one where there is one.</summary>
    private DateOnly? Expiry => Due(lawful);

    /// <summary>The last lawful day without a delay: the end of the period of article 33, in which an extension belongs.</summary>
    private DateOnly? OrdinaryExpiry => Due(lawful, delayed: false);

    /// <summary>The last day of a count of some length from the current start; null while nothing bounds the open pause.</summary>
    public DateOnly? Due(in Length length, bool delayed = true)
        => Start is { } start && !Waiting && !stopped ? Count(start, length, null, delayed: delayed) : null;

    /// <summary>The last day of the authority's own limit, which an obstacle suspends; null while it does.</summary>
    public DateOnly? Local(in Length length)
    {
        var due = Due(length);
        if (Blocked && Status == FoldStatus.Running) return null;
        return UnblockedOn > due ? UnblockedOn : due;
    }

    /// <summary>Working days of a span that pauses take out of the count.</summary>
    public int ExcludedDays(DateOnly from, DateOnly to)
    {
        if (Pauses is null) return 0;
        var days = 0;
        var covered = from;
        foreach (ref readonly var pause in CollectionsMarshal.AsSpan(Pauses))
        {
            if (!Excludes(pause.Kind)) continue;
            var first = pause.From > covered ? pause.From : covered;
            var last = pause.Until < to ? pause.Until.Value : to;
            if (last <= first) continue;
            days += calendar.Count(first, last);
            covered = last;
        }

        return days;
    }

    /// <summary>Whether the days of a pause are taken out of the count that runs on after it.</summary>
    public bool Excludes(PauseKind kind) => kind switch
    {
        PauseKind.ThirdParty => spans.ThirdParty.Effect is null or LimitEffect.Pauses,
        PauseKind.Organ => spans.JointOrgan.Effect is null or LimitEffect.Pauses,
        PauseKind.Correction => spans.Correction.Effect == LimitEffect.Pauses,
        PauseKind.Fee => spans.FeePayment.Effect == LimitEffect.Pauses,
        _ => false,
    };

    private DateOnly? Count(DateOnly start, in Length length, List<Exclusion>? exclusions, bool settle = false, bool delayed = true)
    {
        var amount = length.Amount + (length.Unit == limit.Unit ? Added(length.Unit, delayed) : 0);
        if (FixedDates.Due(calendar, start, StartDays, amount, length.Unit) is not { } last) return null;
        if (length.LastDayOff == LastDayOff.Moves && FixedDates.MayEndOnDayOff(length.Unit)) return Move(last, exclusions);
        return length.Unit == LimitUnit.WorkingDay && Pauses is not null ? Exclude(start, last, exclusions, settle) : last;
    }

    private int Added(LimitUnit unit, bool delayed)
        => FixedDates.CanBeLengthened(unit) ? Extension + (delayed ? Delay : 0) : 0;

    // An extension is added before the last day moves, so that days off count for it too.
    private DateOnly? Move(DateOnly last, List<Exclusion>? exclusions)
    {
        if (calendar.Works(last)) return last;
        if (Later(last, 1) is not { } next) return null;
        exclusions?.Add(new(last.AddDays(1), next, "最后一日为休息日，期限顺延", Own));
        return next;
    }

    // Pauses side by side are excluded once; each excluded working day moves the last day by one.
    private DateOnly? Exclude(DateOnly start, DateOnly due, List<Exclusion>? exclusions, bool settle)
    {
        var covered = start;
        foreach (ref var pause in CollectionsMarshal.AsSpan(Pauses))
        {
            if (!Excludes(pause.Kind)) continue;
            var first = pause.From > covered ? pause.From : covered;
            if (pause.Until is not { } last || last <= first || first > due) continue;

            // What is sent on the last day leaves no day to act on the answer, so that day is not counted either.
            var lastDay = first == due;
            if (Later(due, calendar.Count(first, last) + (lastDay ? 1 : 0)) is not { } moved) return null;
            exclusions?.Add(new(lastDay ? first : first.AddDays(1), last, TextOf(pause) + (lastDay ? "（期限最后一日发出，当日亦不计）" : ""),
                ArticleOf(pause.Kind)));
            if (settle && lastDay) pause = pause with { WorkingDays = pause.WorkingDays + 1 };
            (due, covered) = (moved, last);
        }

        return due;
    }

    private DateOnly? Later(DateOnly day, int days) => WorkingDays.TryCreate(days) is { } length ? calendar.TryAdd(day, length) : null;

    /// <summary>A day some working days later, or the calendar's end where that lies beyond it.</summary>
    private DateOnly Bounded(DateOnly day, int days) => Later(day, days) ?? WorkingCalendar.MaxDate;
}
