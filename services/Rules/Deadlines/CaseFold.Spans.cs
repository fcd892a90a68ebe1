using System.Runtime.InteropServices;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines;

/// <content>Corrections, consultations, extensions, fees and obstacles.</content>
internal sealed partial class CaseFold
{
    /// <summary>The last lawful day of the count as the facts stand: the statutory one where there is one.</summary>
    private DateOnly? Expiry => limit.Statutory is { } law ? Due(law.Amount, law.Unit) : Due(limit.AmountMax ?? limit.Amount, limit.Unit);

    /// <summary>The last day of a count of some length from the current start; null while nothing bounds the open pause.</summary>
    public DateOnly? Due(int amount, LimitUnit unit)
    {
        if (Start is not { } start || Waiting || _stopped) return null;
        return unit == LimitUnit.WorkingDay
            ? Exclude(start, calendar.AddWorkingDays(start, amount + Extension))
            : FixedDates.Due(calendar, start, StartDays, amount, unit);
    }

    /// <summary>Working days of a span that consultations take out of the count.</summary>
    public int ExcludedDays(DateOnly from, DateOnly to)
    {
        if (Pauses is null) return 0;
        var days = 0;
        var covered = from;
        foreach (ref readonly var pause in CollectionsMarshal.AsSpan(Pauses))
        {
            if (!Excludes(pause)) continue;
            var first = pause.From > covered ? pause.From : covered;
            var last = pause.Until < to ? pause.Until.Value : to;
            if (last <= first) continue;
            days += calendar.Count(first, last);
            covered = last;
        }

        return days;
    }

    public static bool Excludes(in Pause pause) => pause.Kind is PauseKind.ThirdParty or PauseKind.Organ;

    // Overlapping consultations are excluded once; each excluded working day moves the last day by one.
    private DateOnly Exclude(DateOnly start, DateOnly due)
    {
        if (Pauses is null) return due;
        var covered = start;
        foreach (ref readonly var pause in CollectionsMarshal.AsSpan(Pauses))
        {
            if (!Excludes(pause)) continue;
            var first = pause.From > covered ? pause.From : covered;
            if (pause.Until is not { } last || last <= first || first >= due) continue;
            due = calendar.AddWorkingDays(due, calendar.Count(first, last));
            covered = last;
        }

        return due;
    }

    private void RequestCorrection(in Fact fact, DateOnly on, int index)
    {
        if (_correctionUsed)
        {
            Fail(ClockErrorKind.SecondCorrection, index, "补正应当一次性告知，不能再次要求补正。", Articles.Correction);
            return;
        }

        if (!Running(fact.Kind, on, index, Articles.Correction) || !DaysAreSane(fact, index)) return;
        if (on > calendar.AddWorkingDays(Start!.Value, spans.Correction.Amount))
        {
            Warn($"{on:yyyy-MM-dd} 的补正告知超过收到之日起 {spans.Correction.Amount} 个工作日（{Articles.Correction}）。");
        }

        (_correctionUsed, Status) = (true, FoldStatus.AwaitingCorrection);
        Lapse = fact.Days > 0 ? calendar.AddWorkingDays(on, fact.Days) : null;
        Open(PauseKind.Correction, on, Lapse, null);
        events?.Add(new(on, "发出补正告知书，期限停止计算，自收到补正后的申请之日起重新计算", Articles.Correction));
    }

    private void ReceiveCorrection(DateOnly on, int index)
    {
        if (Status != FoldStatus.AwaitingCorrection)
        {
            Fail(ClockErrorKind.CorrectionNotRequested, index, $"{on:yyyy-MM-dd} 收到补正，但没有等待中的补正告知。", Articles.Correction);
            return;
        }

        if (on > Lapse)
        {
            Fail(ClockErrorKind.CorrectionAfterLapse, index, $"补正期限已于 {Lapse:yyyy-MM-dd} 届满，{on:yyyy-MM-dd} 的补正不使期限重新计算。", Articles.Correction);
            return;
        }

        Restart(PauseKind.Correction, on);
        events?.Add(new(on, "收到补正后的申请，期限重新计算，当日不计", Articles.Correction));
    }

    private void Extend(in Fact fact, DateOnly on, int index)
    {
        var max = spans.Extension.Amount;
        var before = _errors?.Count ?? 0;
        if (fact.Days is < 1 or > MaxDays) Fail(ClockErrorKind.BadDays, index, "延长答复应写明延长的工作日数。", Articles.Extension);
        if (fact.Days > max) Fail(ClockErrorKind.ExtensionTooLong, index, $"延长 {fact.Days} 个工作日超过上限 {max} 个工作日。", Articles.Extension);
        if (_extensionUsed) Fail(ClockErrorKind.SecondExtension, index, "答复期限只能延长一次。", Articles.Extension);
        if (Running(fact.Kind, on, index, Articles.Extension) && on > Expiry)
        {
            Fail(ClockErrorKind.ExtensionAfterExpiry, index, $"期限已于 {Expiry:yyyy-MM-dd} 届满，{on:yyyy-MM-dd} 不能再决定延长。", Articles.Extension);
        }

        if ((_errors?.Count ?? 0) > before) return;
        (_extensionUsed, Extension) = (true, fact.Days);
        events?.Add(new(on, $"决定延长 {fact.Days} 个工作日，并告知申请人", Articles.Extension));
    }

    private void NotifyFee(DateOnly on, int index)
    {
        if (Status == FoldStatus.AwaitingFee)
        {
            Fail(ClockErrorKind.SecondFeeNotice, index, "已有等待缴纳的收费通知。", Articles.Fee);
            return;
        }

        if (!Running(FactKind.FeeNotified, on, index, Articles.Fee)) return;
        if (on > Expiry)
        {
            Fail(ClockErrorKind.FeeNoticeAfterExpiry, index, $"期限已于 {Expiry:yyyy-MM-dd} 届满，收费通知应在申请处理期限内发出。", Articles.Fee);
            return;
        }

        Status = FoldStatus.AwaitingFee;
        Lapse = calendar.AddWorkingDays(on, spans.FeePayment.Amount);
        Open(PauseKind.Fee, on, Lapse, null);
        events?.Add(new(on, $"送达收费通知，期限停止计算；应于 {Lapse:yyyy-MM-dd} 前（含当日）缴费，逾期视为放弃申请", Articles.Fee));
    }

    private void PayFee(DateOnly on, int index)
    {
        if (Status != FoldStatus.AwaitingFee)
        {
            Fail(ClockErrorKind.PaidBeforeNotified, index, $"{on:yyyy-MM-dd} 缴费，但没有等待缴纳的收费通知。", Articles.Fee);
            return;
        }

        if (on > Lapse)
        {
            Fail(ClockErrorKind.PaidAfterLapse, index, $"缴费期限已于 {Lapse:yyyy-MM-dd} 届满，视为放弃申请。", Articles.Fee);
            return;
        }

        Restart(PauseKind.Fee, on);
        events?.Add(new(on, "完成缴费，处理期限自次日起重新计算", Articles.Fee));
    }

    private void Restart(PauseKind kind, DateOnly on)
    {
        Close(Pauses!.FindLastIndex(pause => pause.Kind == kind), on, PauseOutcome.Answered);
        (Status, Start, Extension, Lapse) = (FoldStatus.Running, on, 0, null);
    }

    private bool Running(FactKind kind, DateOnly on, int index, string article)
    {
        if (Status == FoldStatus.Running) return true;
        Fail(ClockErrorKind.NotRunning, index, $"{on:yyyy-MM-dd} 期限未在计算中，不能记载“{FactNames.Of(kind)}”。", article);
        return false;
    }

    private bool DaysAreSane(in Fact fact, int index)
    {
        if (fact.Days is >= 0 and <= MaxDays) return true;
        Fail(ClockErrorKind.BadDays, index, $"天数应在 1 至 {MaxDays} 之间。", Articles.Facts);
        return false;
    }
}
