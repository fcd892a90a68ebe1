using Disclosure.Rules.Calendar;

namespace Disclosure.Rules.Deadlines;

/// <content>Consultations and obstacles: spans that may be open side by side.</content>
internal sealed partial class CaseFold
{
    /// <summary>Day on which the last obstacle ended; null when none did.</summary>
    public DateOnly? UnblockedOn { get; private set; }

    public bool Blocked => Pauses is not null && FindOpen(PauseKind.Obstacle, null) >= 0;

    private void SendConsultation(in Fact fact, DateOnly on, int index)
    {
        var kind = KindOf(fact);
        if (!Running(fact.Kind, on, index, ArticleOf(kind))) return;
        if (FindOpen(kind, fact.With) is >= 0 and var open && Pauses![open].Until >= on)
        {
            Fail(ClockErrorKind.AlreadyConsulted, index, $"向同一对象的征求意见（{Pauses[open].From:yyyy-MM-dd} 发出）尚未结束。", ArticleOf(kind));
            return;
        }

        if (on > Expiry)
        {
            // The bureau's own limit for a draft may pass while the reply is still in time; only the reply makes it illegal.
            if (!behaviour.Has(ClockTraits.Extensions)) return;
            Fail(ClockErrorKind.ConsultationAfterExpiry, index, $"期限已于 {Expiry:yyyy-MM-dd} 届满，{on:yyyy-MM-dd} 征求意见不再扣除时间。", ArticleOf(kind));
            return;
        }

        Open(kind, on, Cap(kind, on), fact.With);
        events?.Add(new(on, $"发出征求意见书（{NameOf(kind, fact.With)}），至答复或期满前不计入期限", ArticleOf(kind)));
    }

    private void DeliverConsultation(in Fact fact, DateOnly on, int index)
    {
        var kind = KindOf(fact);
        var open = FindOpen(kind, fact.With);
        if (open < 0)
        {
            Fail(ClockErrorKind.AnsweredBeforeSent, index, $"{on:yyyy-MM-dd} 征求意见书送达，但没有发出的记载。", ArticleOf(kind));
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
            Fail(ClockErrorKind.AnsweredBeforeSent, index, $"{on:yyyy-MM-dd} 收到征求意见的答复，但没有等待答复的征求意见。", ArticleOf(kind));
            return;
        }

        var pause = Pauses![open];
        if (on > pause.Until)
        {
            Warn($"{NameOf(kind, fact.With)}的意见于 {on:yyyy-MM-dd} 收到，已过 {pause.Until:yyyy-MM-dd} 的期限，逾期时间计入答复期限（{ArticleOf(kind)}）。");
            Pauses[open] = pause with { Outcome = Silent(kind) };
        }
        else
        {
            Close(open, on, PauseOutcome.Answered);
        }

        events?.Add(new(on, $"收到{NameOf(kind, fact.With)}的意见，期限继续计算", ArticleOf(kind)));
    }

    private void Block(DateOnly on, int index)
    {
        if (!Running(FactKind.Blocked, on, index, limit.Citation.Article)) return;
        Open(PauseKind.Obstacle, on, null, null);
        events?.Add(new(on, "因特殊原因不能按时公开，待原因消除后立即公开；法定期限不因此停止", limit.Citation.Source + limit.Citation.Article));
    }

    private void Unblock(DateOnly on, int index)
    {
        if (Pauses is null || FindOpen(PauseKind.Obstacle, null) is not (>= 0 and var open))
        {
            Fail(ClockErrorKind.UnblockedBeforeBlocked, index, $"{on:yyyy-MM-dd} 原因消除，但没有记载不能按时公开的原因。", limit.Citation.Article);
            return;
        }

        Close(open, on, PauseOutcome.Answered);
        UnblockedOn = calendar.Works(on) ? on : calendar.AddWorkingDays(on, 1);
        events?.Add(new(on, "特殊原因消除，应当立即公开", limit.Citation.Source + limit.Citation.Article));
    }

    /// <summary>Marks what is still open at the day of the reading as silent or lapsed where its time has passed.</summary>
    public void Settle(DateOnly asOf)
    {
        for (var index = 0; index < (Pauses?.Count ?? 0); index++)
        {
            var pause = Pauses![index];
            if (pause.Outcome != PauseOutcome.Open || pause.Until is not { } until || asOf <= until) continue;
            Pauses[index] = pause with { Outcome = Excludes(pause) ? Silent(pause.Kind) : PauseOutcome.Lapsed };
        }

        if (Waiting && asOf > Lapse)
        {
            _stopped = true;
            End = Status == FoldStatus.AwaitingFee ? ClockEnd.FeeLapsed : ClockEnd.CorrectionLapsed;
            (Status, EndedOn) = (FoldStatus.Ended, Lapse);
            events?.Add(new(Lapse!.Value, End == ClockEnd.FeeLapsed ? "逾期未缴费，视为放弃申请，不再处理" : "无正当理由逾期不补正，视为放弃申请，不再处理",
                End == ClockEnd.FeeLapsed ? Articles.Fee : Articles.Correction));
        }
    }

    public static string ArticleOf(PauseKind kind) => kind == PauseKind.Organ ? Articles.JointOrgan : Articles.ThirdParty;

    public static string NameOf(PauseKind kind, string? with) => with ?? (kind == PauseKind.Organ ? "其他行政机关" : "第三方");

    private static PauseKind KindOf(in Fact fact) => fact.Party == ConsultedParty.Organ ? PauseKind.Organ : PauseKind.ThirdParty;

    private static PauseOutcome Silent(PauseKind kind) => kind == PauseKind.Organ ? PauseOutcome.Consent : PauseOutcome.OrganDecides;

    private DateOnly Cap(PauseKind kind, DateOnly on)
        => calendar.AddWorkingDays(on, (kind == PauseKind.Organ ? spans.JointOrgan : spans.ThirdParty).Amount);

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
