using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Folding;

/// <content>Corrections and fees, which stop the count.</content>
internal sealed partial class CaseFold
{
    // The correction or fee notice that the count stands still for.
    private Pause? stop;

    private void RequestCorrection(in Fact fact, DateOnly on, int index)
    {
        if (correctionUsed)
        {
            Fail(ClockErrorKind.SecondCorrection, index, "补正应当一次性告知，不能再次要求补正。", Articles.Correction);
            return;
        }

        if (!Running(fact.Kind, on, index, Articles.Correction) || !DaysAreSane(fact, index)) return;
        if (!InTime(ClockErrorKind.CorrectionAfterExpiry, on, index, "不能再要求补正，期限不重新计算", Articles.Correction)) return;
        var late = IsLateByLaw(on, index);
        correctionUsed = true;
        Stop(FoldStatus.AwaitingCorrection, PauseKind.Correction, on, fact.Days > 0 ? Bounded(on, fact.Days) : null);
        events?.Add(new(on, "发出补正告知书，期限停止计算，自收到补正后的申请之日起重新计算"
            + (late ? $"；告知超过收到之日起 {LawfulNotice} 个工作日，重新计算可能不被认可，另列不重新计算的法定期限" : ""), Articles.Correction));
    }

    /// <summary>Working days that article 30 leaves for the notice of correction, whatever shorter span the authority set itself.</summary>
    public int LawfulNotice => spans.Correction.Statutory?.Amount ?? spans.Correction.Amount;

    // The days run from the receipt of the application, also where a payment has begun the period anew since. Only the law's own days put
    // the new period at risk; who misses the authority's shorter ones is told so.
    private bool IsLateByLaw(DateOnly on, int index)
    {
        if (!Judges) return false;
        if (on > Later(received!.Value, LawfulNotice))
        {
            LateCorrection = index;
            return true;
        }

        var own = spans.Correction;
        if (on > Later(received.Value, own.Amount))
            Warn($"{on:yyyy-MM-dd} 的补正告知超过收到之日起 {own.Amount} 个工作日（{own.Citation.Source}{own.Citation.Article}）。");
        return false;
    }

    private void ReceiveCorrection(DateOnly on, int index)
    {
        if (Status != FoldStatus.AwaitingCorrection)
        {
            if (Judges) Fail(ClockErrorKind.CorrectionNotRequested, index, $"{on:yyyy-MM-dd} 收到补正，但没有等待中的补正告知。", Articles.Correction);
            return;
        }

        if (on > Lapse)
        {
            Fail(ClockErrorKind.CorrectionAfterLapse, index, $"补正期限已于 {Lapse:yyyy-MM-dd} 届满，{on:yyyy-MM-dd} 的补正不使期限重新计算。",
                Articles.Correction);
            return;
        }

        Resume(PauseKind.Correction, spans.Correction.Effect, on, "收到补正后的申请", Articles.Correction);
    }

    private void NotifyFee(DateOnly on, int index)
    {
        if (Status == FoldStatus.AwaitingFee)
        {
            Fail(ClockErrorKind.SecondFeeNotice, index, "已有等待缴纳的收费通知。", Articles.Fee);
            return;
        }

        if (!Running(FactKind.FeeNotified, on, index, Articles.Fee)
            || !InTime(ClockErrorKind.FeeNoticeAfterExpiry, on, index, "收费通知应在申请处理期限内发出", Articles.Fee)) return;
        Stop(FoldStatus.AwaitingFee, PauseKind.Fee, on, Bounded(on, spans.FeePayment.Amount));
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

        Resume(PauseKind.Fee, spans.FeePayment.Effect, on, "完成缴费", $"{Articles.Fee}；{Articles.AfterPayment}");
    }

    private void Stop(FoldStatus status, PauseKind kind, DateOnly on, DateOnly? lapse)
    {
        (Status, Lapse) = (status, lapse);
        Open(kind, on, lapse, null);
        stop = Pauses![^1];
    }

    // A new period has its own extension and delay: the old ones went with the period they lengthened.
    private void Resume(PauseKind kind, LimitEffect? effect, DateOnly on, string text, string article)
    {
        var restarts = effect != LimitEffect.Pauses;
        if (restarts) ClosePeriod(on);
        Close(Pauses!.FindLastIndex(pause => pause.Kind == kind), on, PauseOutcome.Answered);
        (Status, Lapse, stop) = (FoldStatus.Running, null, null);
        if (restarts) (Start, Extension, extensionUsed, Delay, delayUsed) = (on, 0, false, 0, false);
        events?.Add(restarts
            ? new(on, $"{text}，期限重新计算，当日不计", $"{article}；{Articles.Practice}", EventMark.Starts)
            : new(on, $"{text}，期限继续计算", article));
    }

    private bool InTime(ClockErrorKind kind, DateOnly on, int index, string consequence, string article)
    {
        if (!(on > Expiry)) return true;
        var message = $"期限已于 {Expiry:yyyy-MM-dd} 届满，{on:yyyy-MM-dd} {consequence}。";
        if (Judges) Fail(kind, index, message, article);
        else Warn($"“{limit.Name}”{message}");
        return false;
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
        Fail(ClockErrorKind.BadDays, index, $"天数 {fact.Days} 应在 1 至 {MaxDays} 之间。", Articles.Facts);
        return false;
    }
}
