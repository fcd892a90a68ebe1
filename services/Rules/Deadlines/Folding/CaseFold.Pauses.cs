namespace Disclosure.Rules.Deadlines.Folding;

/// <content>Consultations, which may be open side by side.</content>
internal sealed partial class CaseFold
{
    public static string ArticleOf(PauseKind kind) => kind switch
    {
        PauseKind.Organ => Articles.JointOrgan,
        PauseKind.ThirdParty => Articles.ThirdParty,
        PauseKind.Correction => Articles.Correction,
        _ => Articles.Fee,
    };

    private static string NameOf(PauseKind kind, string? with) => with ?? (kind == PauseKind.Organ ? "其他行政机关" : "第三方");

    private static string TextOf(in Pause pause) => pause.Kind switch
    {
        PauseKind.Correction => "等待补正",
        PauseKind.Fee => "等待缴费",
        _ => $"征求{NameOf(pause.Kind, pause.With)}意见期间",
    };

    private static PauseKind KindOf(in Fact fact) => fact.Party == ConsultedParty.Organ ? PauseKind.Organ : PauseKind.ThirdParty;

    private void SendConsultation(in Fact fact, DateOnly on, int index)
    {
        var kind = KindOf(fact);
        if (!Running(fact.Kind, on, index, ArticleOf(kind))) return;
        if (FindOpen(kind, fact.With) is >= 0 and var open && Pauses![open].Until >= on)
        {
            Fail(ClockErrorKind.AlreadyConsulted, index, $"向同一对象的征求意见（{Pauses[open].From:yyyy-MM-dd} 发出）尚未结束。", ArticleOf(kind));
            return;
        }

        // The bureau's own limit for a draft may pass while the reply is still in time; only the reply makes it illegal.
        if (!InTime(ClockErrorKind.ConsultationAfterExpiry, on, index, "征求意见不再扣除时间", ArticleOf(kind))) return;
        Open(kind, on, Cap(kind, on), fact.With);
        events?.Add(new(on, $"发出征求意见书（{NameOf(kind, fact.With)}），至答复或期满前不计入期限", ArticleOf(kind)));
    }

    private void DeliverConsultation(in Fact fact, DateOnly on, int index)
    {
        var kind = KindOf(fact);
        var open = FindOpen(kind, fact.With);
        if (open < 0)
        {
            FailUnsent(on, index, "征求意见书送达，但没有发出的记载", kind);
            return;
        }

        // The consulted party's days run from its own receipt, so the span not counted ends that much later.
        var pause = Pauses![open];
        var until = Cap(kind, on);
        Pauses[open] = pause with { Until = until, WorkingDays = calendar.Count(pause.From, until) };
        events?.Add(new(on, $"征求意见书送达（{NameOf(kind, fact.With)}），{until:yyyy-MM-dd} 期满", ArticleOf(kind)));
    }

    private void AnswerConsultation(in Fact fact, DateOnly on, int index)
    {
        var kind = KindOf(fact);
        var open = FindOpen(kind, fact.With);
        if (open < 0)
        {
            FailUnsent(on, index, "收到征求意见的答复，但没有等待答复的征求意见", kind);
            return;
        }

        var pause = Pauses![open];
        if (on > pause.Until)
        {
            Warn($"{NameOf(kind, fact.With)}的意见于 {on:yyyy-MM-dd} 收到，已过 {pause.Until:yyyy-MM-dd} 的期限，逾期时间计入答复期限（{ArticleOf(kind)}）。");
            FallSilent(open);
            events?.Add(new(on, $"收到{NameOf(kind, fact.With)}逾期的意见", ArticleOf(kind)));
            return;
        }

        Close(open, on, PauseOutcome.Answered);
        events?.Add(new(on, $"收到{NameOf(kind, fact.With)}的意见，期限继续计算", ArticleOf(kind)));
    }

    private void FailUnsent(DateOnly on, int index, string what, PauseKind kind)
    {
        if (Judges) Fail(ClockErrorKind.AnsweredBeforeSent, index, $"{on:yyyy-MM-dd} {what}。", ArticleOf(kind));
    }

    private DateOnly Cap(PauseKind kind, DateOnly on) => Bounded(on, SpanOf(kind).Amount);

    private void Open(PauseKind kind, DateOnly on, DateOnly? until, string? with)
        => (Pauses ??= []).Add(new(kind, on, until, PauseOutcome.Open, until is { } day ? calendar.Count(on, day) : 0, with));

    private void Close(int index, DateOnly on, PauseOutcome outcome)
        => Pauses![index] = Pauses[index] with { Until = on, Outcome = outcome, WorkingDays = calendar.Count(Pauses[index].From, on) };

    private int FindOpen(PauseKind kind, string? with)
    {
        for (var index = (Pauses?.Count ?? 0) - 1; index >= 0; index--)
        {
            var pause = Pauses![index];
            if (pause.Kind == kind && pause.Outcome == PauseOutcome.Open && pause.With == with) return index;
        }

        return -1;
    }
}
