using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Folding;

/// <content>What follows when nothing comes: silence of a consulted party, and a lapsed application.</content>
internal sealed partial class CaseFold
{
    /// <summary>Marks what is still open at the day of the reading as silent or lapsed where its time has passed.</summary>
    public void Settle(DateOnly asOf)
    {
        for (var index = 0; index < (Pauses?.Count ?? 0); index++)
        {
            if (Pauses![index] is { Outcome: PauseOutcome.Open, Kind: PauseKind.ThirdParty or PauseKind.Organ, Until: { } until }
                && asOf > until) FallSilent(index);
        }

        if (Waiting && asOf > Lapse) EndByLapse();
        if (Pauses is not null && Start is { } start && !Waiting && !stopped) Count(start, own, null, settle: true);
        if (behaviour.Has(ClockTraits.SilenceEnds)) EndBySilence(asOf);
        if (limit.Silence == Silence.NoEvidence) TellNoEvidence(asOf);
    }

    // The clock does not end with it: what is not yet filed stays somebody's work, and overdue.
    private void TellNoEvidence(DateOnly asOf)
    {
        if (Expiry is not { } last || End == ClockEnd.Withdrawn || (EndedOn ?? asOf) <= last) return;
        const string Consequence = "视为该行政行为没有证据、依据，第三人提供证据的除外";
        Warn($"“{limit.Name}”已于 {last:yyyy-MM-dd} 届满而未提交书面答复和证据，{Consequence}（{Articles.NoEvidence}）。");
        Tell(new(last, $"期满未提交书面答复和证据，{Consequence}", Articles.NoEvidence, EventMark.Closes));
    }

    private LimitRule SpanOf(PauseKind kind) => kind switch
    {
        PauseKind.Organ => spans.JointOrgan,
        PauseKind.ThirdParty => spans.ThirdParty,
        PauseKind.Correction => spans.Correction,
        _ => spans.FeePayment,
    };

    private void FallSilent(int index)
    {
        var pause = Pauses![index];
        var silence = Meaning(SpanOf(pause.Kind), pause.Kind);
        Pauses[index] = pause with
        {
            Outcome = silence switch
            {
                Silence.Consent => PauseOutcome.Consent,
                Silence.OrganDecides => PauseOutcome.OrganDecides,
                _
                => PauseOutcome.Lapsed
            },
        };
        Tell(new(pause.Until!.Value, Told(silence, NameOf(pause.Kind, pause.With)), ArticleOfSilence(SpanOf(pause.Kind), pause.Kind)));
    }

    private void EndByLapse()
    {
        var fee = Status == FoldStatus.AwaitingFee;
        stopped = true;
        (End, Status, EndedOn) = (fee ? ClockEnd.FeeLapsed : ClockEnd.CorrectionLapsed, FoldStatus.Ended, Lapse);
        var open = Pauses!.FindLastIndex(pause => pause.Kind == (fee ? PauseKind.Fee : PauseKind.Correction));
        Pauses[open] = Pauses[open] with { Outcome = PauseOutcome.Lapsed };
        Tell(new(Lapse!.Value, fee ? "逾期未缴费，视为放弃申请，不再处理" : "无正当理由逾期不补正，视为放弃申请，不再处理", fee ? Articles.Fee : Articles.Correction));
    }

    // A shorter limit of the authority's own cannot bring the legal consequence forward, so silence counts from the statutory end.
    private void EndBySilence(DateOnly asOf)
    {
        if (Status != FoldStatus.Running || Expiry is not { } last || asOf <= last) return;
        var kind = behaviour.Party switch
        {
            ConsultedParty.Organ => PauseKind.Organ,
            ConsultedParty.ThirdParty => PauseKind.ThirdParty,
            _ => PauseKind.Fee,
        };
        var silence = Meaning(limit, kind);
        (Status, EndedOn, Silent) = (FoldStatus.Ended, last, true);
        End = silence switch
        {
            Silence.Consent => ClockEnd.Consent,
            Silence.OrganDecides => ClockEnd.OrganDecides,
            _
            => ClockEnd.FeeLapsed
        };
        Tell(new(last, Told(silence, NameOf(kind, null)), ArticleOfSilence(limit, kind), EventMark.Closes));
    }

    private static Silence Lawful(PauseKind kind) => kind switch
    {
        PauseKind.Organ => Silence.Consent,
        PauseKind.ThirdParty => Silence.OrganDecides,
        _ => Silence.Lapse,
    };

    private static Silence Meaning(LimitRule span, PauseKind kind) => span.Silence ?? Lawful(kind);

    private static string Told(Silence silence, string who) => silence switch
    {
        Silence.Consent => $"期满未收到{who}的意见，视为同意公开",
        Silence.OrganDecides => $"期满未收到{who}的意见，由行政机关决定是否公开",
        _ => "期满，视为放弃申请，不再处理",
    };

    // Articles 32 and 34 say the opposite of each other, so the line names the one that applies; a pack that departs from them is cited
    // itself.
    private static string ArticleOfSilence(LimitRule span, PauseKind kind) => Meaning(span, kind) != Lawful(kind)
        ? span.Citation.Source + span.Citation.Article
        : kind switch { PauseKind.Organ => "条例第三十四条", PauseKind.ThirdParty => "条例第三十二条", _ => Articles.Fee };

    private void Tell(FoldEvent happened)
    {
        if (events is null) return;
        var at = events.FindLastIndex(earlier => earlier.On <= happened.On) + 1;
        events.Insert(at, happened);
    }
}
