using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Folding;

internal enum FoldStatus
{
    NotStarted,
    Running,
    AwaitingCorrection,
    AwaitingFee,
    Ended,
}

/// <summary>The state of a limit after some facts; each fact either moves it, or is reported and passed over.</summary>
internal sealed partial class CaseFold(WorkingCalendar calendar, LimitRule limit, ReplySpans spans, LimitBehaviour behaviour,
    List<FoldEvent>? events)
{
    /// <summary>Longest number of days a fact may carry.</summary>
    public const int MaxDays = 400;

    /// <summary>Room that is left for limits and pauses below the calendar's end.</summary>
    public static readonly DateOnly LastFact = WorkingCalendar.MaxDate.AddYears(-10);

    private readonly Length own = Length.Of(limit);

    private readonly Length lawful = Length.LawfulOf(limit);
    private FactKind startKind;
    private DateOnly? received;
    private bool correctionUsed;
    private bool extensionUsed;

    // Days of extension decided so far, also for periods that have begun anew since.
    private int extended;
    private bool delayUsed;
    private bool stopped;
    private DateOnly previous = DateOnly.MinValue;
    private List<ClockError>? errors;
    private List<string>? warnings;

    public FoldStatus Status { get; private set; }

    public DateOnly? Start { get; private set; }

    public int StartDays { get; private set; }

    /// <summary>Days of extension (延长), of the limit's own kind.</summary>
    public int Extension { get; private set; }

    /// <summary>Working days by which the reply is delayed beyond the period of article 33 (条例第三十五条).</summary>
    public int Delay { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public ClockEnd? End { get; private set; }

    /// <summary>Whether silence ended it: nobody did in time what the limit asks for.</summary>
    public bool Silent { get; private set; }

    /// <summary>Last day of an open correction or fee pause; null when nothing bounds it.</summary>
    public DateOnly? Lapse { get; private set; }

    public List<Pause>? Pauses { get; private set; }

    /// <summary>Index of the notice of correction that came after the days of article 30 and moved the period all the same; null where
    /// none did.</summary>
    public int? LateCorrection { get; private set; }

    public bool Waiting => Status is FoldStatus.AwaitingCorrection or FoldStatus.AwaitingFee;

    public IReadOnlyList<ClockError> Errors => errors ?? (IReadOnlyList<ClockError>)[];

    public IReadOnlyList<string> Warnings => warnings ?? (IReadOnlyList<string>)[];

    // The reply limit judges the facts of an application; a limit beside it looks on, so that nothing is reported twice.
    private bool Judges => behaviour.Has(ClockTraits.Judges);

    public void Apply(in Fact fact, int index)
    {
        if (fact.On < WorkingCalendar.MinDate || fact.On > LastFact)
        {
            Fail(ClockErrorKind.OutOfRange, index, $"{fact.On:yyyy-MM-dd} 超出可计算的日期范围。", Articles.Facts);
            return;
        }

        var on = fact.On;
        if (on < previous)
        {
            Fail(ClockErrorKind.OutOfOrder, index, $"{on:yyyy-MM-dd} 早于前一事实的 {previous:yyyy-MM-dd}。", Articles.Facts);
            return;
        }

        previous = on;
        if (IsConsultation(fact.Kind) && behaviour.Party is { } own && (fact.Party ?? own) != own) return;

        // A delivery only becomes known later; until it is, the days run from the sending.
        if (behaviour.Has(ClockTraits.SilenceEnds) && fact.Kind != FactKind.ConsultationDelivered) EndBySilence(on);
        if (behaviour.Starts(fact.Kind) && Begin(fact, on, index)) return;
        if (behaviour.Ends(fact.Kind)) Finish(fact.Kind, on, index);
        else if (Moves(fact.Kind)) Move(fact, on, index);
    }

    public void Complete()
    {
        if (Status == FoldStatus.NotStarted)
        {
            Fail(ClockErrorKind.NotStarted, -1, $"没有使“{limit.Name}”起算的事实。", limit.Citation.Article);
        }
        else if (!Waiting && !stopped && limit.Unit != LimitUnit.SetDate && Due(own) is null)
        {
            Fail(ClockErrorKind.OutOfRange, -1, $"“{limit.Name}”的届满日超出可计算的范围（至 {WorkingCalendar.MaxDate:yyyy-MM-dd}）。",
                limit.Citation.Article);
        }
    }

    private bool Begin(in Fact fact, DateOnly on, int index)
    {
        var renews = behaviour.Has(ClockTraits.Renews);
        if (Status == FoldStatus.NotStarted || behaviour.Restarts(fact.Kind) || (renews && Status == FoldStatus.Ended))
        {
            if (limit.Unit == LimitUnit.SetDate && !DaysAreSane(fact, index)) return true;
            if (Waiting)
            {
                events?.Add(new(on, $"{FactNames.Of(fact.Kind)}；期限仍停止计算", Own));
                return true;
            }

            if (Status == FoldStatus.Ended) RememberLateness();
            ClosePeriod(on);
            received ??= on;
            (Status, Start, StartDays, startKind, EndedOn, End, Silent) = (FoldStatus.Running, on, fact.Days, fact.Kind, null, null,
                false);
            events?.Add(FixedDates.CountsDays(limit.Unit)
                ? new(on, $"{FactNames.Of(fact.Kind)}，当日不计", $"{Own}；{Articles.Practice}", EventMark.Starts)
                : new(on, FactNames.Of(fact.Kind), Own, EventMark.Starts));
            return true;
        }

        if (renews)
        {
            events?.Add(new(on, $"{FactNames.Of(fact.Kind)}；{Start:yyyy-MM-dd} 起算的事项尚未办结，期限不因此推后", Own));
            return true;
        }

        if (fact.Kind != startKind) return false;
        Fail(ClockErrorKind.StartedTwice, index, $"{on:yyyy-MM-dd} 重复记载“{FactNames.Of(fact.Kind)}”。", Articles.Facts);
        return true;
    }

    // The reading shows the count that runs; what was done late before it would be forgotten.
    private void RememberLateness()
    {
        if (Local(own) is { } due && EndedOn > due)
            Warn($"{Start:yyyy-MM-dd} 起算的“{limit.Name}”应于 {due:yyyy-MM-dd} 前（含当日）办结，实于 {EndedOn:yyyy-MM-dd} 办结。");
    }

    private void Finish(FactKind kind, DateOnly on, int index)
    {
        if (Status == FoldStatus.NotStarted) return;
        if (Status == FoldStatus.Ended)
        {
            if (Judges) FailAfterEnd(kind, on, index);
            return;
        }

        if (Waiting && on > Lapse)
        {
            // What lapsed stays lapsed; the organ's closing letter comes after it.
            EndByLapse();
            events?.Add(new(on, FactNames.Of(kind), Own));
            return;
        }

        if (Blocked) Unblock(on, index);
        End = behaviour.Defers(kind) ? ClockEnd.Deferred : kind == FactKind.Withdrawn ? ClockEnd.Withdrawn : ClockEnd.Completed;
        stopped = Waiting;
        (Status, EndedOn) = (FoldStatus.Ended, on);
        events?.Add(new(on, $"{FactNames.Of(kind)}，期限终止", Own, EventMark.Ends));
    }

    private static bool IsConsultation(FactKind kind)
        => kind is FactKind.ConsultationSent or FactKind.ConsultationDelivered or FactKind.ConsultationAnswered;

    private bool Moves(FactKind kind) => kind switch
    {
        FactKind.CorrectionRequested or FactKind.CorrectionReceived => behaviour.Has(ClockTraits.Corrections),
        FactKind.ConsultationSent or FactKind.ConsultationDelivered or FactKind.ConsultationAnswered
        => behaviour.Has(ClockTraits.Consultations),
        FactKind.Extended => behaviour.Has(ClockTraits.Extensions),
        FactKind.Delayed => behaviour.Has(ClockTraits.Delays),
        FactKind.FeeNotified or FactKind.FeePaid => behaviour.Has(ClockTraits.Fees),
        FactKind.Blocked or FactKind.Unblocked => behaviour.Has(ClockTraits.Obstacles),
        _ => false,
    };

    private void Move(in Fact fact, DateOnly on, int index)
    {
        if (Status == FoldStatus.Ended)
        {
            // Who beside the limit that is extended could judge it?
            if (Judges || fact.Kind == FactKind.Extended) FailAfterEnd(fact.Kind, on, index);
            return;
        }

        switch (fact.Kind)
        {
            case FactKind.CorrectionRequested: RequestCorrection(fact, on, index); break;
            case FactKind.CorrectionReceived: ReceiveCorrection(on, index); break;
            case FactKind.ConsultationSent: SendConsultation(fact, on, index); break;
            case FactKind.ConsultationDelivered: DeliverConsultation(fact, on, index); break;
            case FactKind.ConsultationAnswered: AnswerConsultation(fact, on, index); break;
            case FactKind.Extended: Extend(fact, on, index); break;
            case FactKind.Delayed: DelayReply(fact, on, index); break;
            case FactKind.FeeNotified: NotifyFee(on, index); break;
            case FactKind.FeePaid: PayFee(on, index); break;
            case FactKind.Blocked: Block(on, index); break;
            default: Unblock(on, index); break;
        }
    }

    private string Own => limit.Citation.Source + limit.Citation.Article;

    private void FailAfterEnd(FactKind kind, DateOnly on, int index)
        => Fail(ClockErrorKind.AfterEnd, index, $"已于 {EndedOn:yyyy-MM-dd} 终止，不能再记载 {on:yyyy-MM-dd} 的“{FactNames.Of(kind)}”。",
        Articles.Facts);

    private void Fail(ClockErrorKind kind, int index, string message, string article)
        => (errors ??= []).Add(new(kind, index, message, article));

    private void Warn(string message) => (warnings ??= []).Add(message);
}
