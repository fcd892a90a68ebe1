using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>Silence of a third party (article 32) and of another organ (article 34) mean opposite things.</summary>
public sealed class SilenceTests
{
    private static readonly LimitRule Organs = Limits.Of("application.joint-organs", 15, silence: Silence.Consent);

    private static readonly LimitRule ThirdParty = Limits.Of("application.third-party", 15, silence: Silence.OrganDecides);

    [Fact]
    public void The_explanation_says_what_silence_means_and_under_which_article()
    {
        Fact[] facts =
        [
            Received.On("2026-03-02"), ConsultationSent.On("2026-03-09", with: "甲公司"),
            ConsultationSent.On("2026-03-10", party: ConsultedParty.Organ, with: "财政局"),
        ];
        var lines = Limits.Reply.Explain("2026-04-10", facts).Lines.Where(line => line.Text.Contains("期满未收到", StringComparison.Ordinal))
            .ToList();
        Assert.Equal([("2026-03-30", "条例第三十二条"), ("2026-03-31", "条例第三十四条")],
            lines.Select(line => ($"{line.From:yyyy-MM-dd}", line.Article)));
        Assert.Equal(["期满未收到甲公司的意见，由行政机关决定是否公开", "期满未收到财政局的意见，视为同意公开"], lines.Select(line => line.Text));
        Assert.DoesNotContain(Limits.Reply.Explain("2026-03-30", facts).Lines, line
            => line.Text.Contains("期满未收到", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_consultation_limits_say_it_after_their_last_day()
    {
        var third = ThirdParty.Explain("2026-04-01", ConsultationSent.On("2026-03-09")).Lines;
        Assert.Equal((ExplanationKind.Due, "条例第三十二条"), (third[^2].Kind, third[^1].Article));
        Assert.Equal("条例第三十四条", Organs.Explain("2026-04-01", ConsultationSent.On("2026-03-09")).Lines[^1].Article);
    }

    [Fact]
    public void Silence_ends_every_track()
    {
        var reading = (Organs with { Amount = 10, Statutory = new(15, LimitUnit.WorkingDay, new("条例", "第三十四条", [])) })
            .Read("2026-04-10", ConsultationSent.On("2026-03-09"));
        Assert.Equal((ClockEnd.Consent, Day.Of("2026-03-30")), (reading.End!.Value, reading.EndedOn!.Value));
        Assert.Equal([ClockState.Ended, ClockState.Ended], new[] { reading.Local.State, reading.Statutory!.State });
        Assert.Equal((false, (int?)null), (reading.OnTime!.Value, reading.Statutory.Remaining));
    }

    [Fact]
    public void On_the_last_day_an_opinion_may_still_come_and_the_day_after_silence_has_ended_it_late()
    {
        var last = ThirdParty.Read("2026-03-30", ConsultationSent.On("2026-03-09"));
        Assert.Equal((ClockState.Red, (ClockEnd?)null, (bool?)null), (last.State, last.End, last.OnTime));
        Assert.True(ThirdParty.Read(ConsultationSent.On("2026-03-09"), ConsultationAnswered.On("2026-03-30")).OnTime);
        var silent = ThirdParty.Read("2026-03-31", ConsultationSent.On("2026-03-09"));
        Assert.Equal((ClockState.Ended, (ClockEnd?)ClockEnd.OrganDecides, (bool?)false), (silent.State, silent.End, silent.OnTime));
    }

    [Fact]
    public void Silence_is_told_after_what_happened_on_its_day()
    {
        var lines = Limits.Reply.Explain("2026-04-10", Received.On("2026-03-02"), ConsultationSent.On("2026-03-05", with: "甲"),
            ConsultationSent.On("2026-03-26", with: "乙"), ConsultationAnswered.On("2026-03-30", with: "乙")).Lines;
        Assert.Equal(["发出征求意见书（乙），至答复或期满前不计入期限", "期满未收到甲的意见，由行政机关决定是否公开"],
            lines.Where(line => line.Kind == ExplanationKind.Fact && line.From == Day.Of("2026-03-26")).Select(line => line.Text));
    }

    [Fact]
    public void What_a_pack_says_about_silence_is_applied()
    {
        var spans = ReplySpans.National with
        {
            ThirdParty = ReplySpans.National.ThirdParty with
            {
                Silence = Silence.Consent,
                Citation = new("某办法", "第九条", [])
            }
        };
        var (reading, lines) = new DeadlineClock(WorkingCalendar.Embedded, Limits.Reply, spans)
            .Explain([Received.On("2026-03-02"), ConsultationSent.On("2026-03-09")], Day.Of("2026-04-10"));
        Assert.Equal(PauseOutcome.Consent, reading.Pauses.Single().Outcome);
        Assert.Contains(lines, line => line.Article == "某办法第九条" && line.Text.EndsWith("视为同意公开", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_pack_says_a_span_does_to_the_reply_is_applied()
    {
        Fact[] facts = [Received.On("2026-03-02"), FeeNotified.On("2026-03-09"), FeePaid.On("2026-03-16")];
        var pausing = ReplySpans.National with { FeePayment = ReplySpans.National.FeePayment with { Effect = LimitEffect.Pauses } };
        var (paused, lines) = new DeadlineClock(WorkingCalendar.Embedded, Limits.Reply, pausing).Explain(facts, Limits.Early);
        Assert.Equal((Day.Of("2026-03-02"), Day.Of("2026-04-07")), (paused.Start!.Value, paused.Due!.Value));
        Assert.Equal(5, lines.Where(line => line.Kind == ExplanationKind.Excluded).Sum(line => line.Days));
        Assert.Equal(Day.Of("2026-03-16"), Limits.Reply.Read(facts).Start);
    }

    [Fact]
    public void A_fact_without_a_party_concerns_the_party_whose_limit_is_read()
    {
        Assert.Equal(Day.Of("2026-03-23"), Organs.Read(ConsultationSent.On("2026-03-02")).Due);
        Assert.Equal(Day.Of("2026-03-23"), ThirdParty.Read(ConsultationSent.On("2026-03-02")).Due);
        Assert.Equal(ClockErrorKind.NotStarted,
            Assert.Single(Organs.Read(ConsultationSent.On("2026-03-02", party: ConsultedParty.ThirdParty)).Errors).Kind);
    }

    [Fact]
    public void A_withdrawal_ends_a_consultation_of_either_kind()
    {
        Assert.Equal(ClockEnd.Withdrawn, Organs.Read(ConsultationSent.On("2026-03-02"), Withdrawn.On("2026-03-05")).End);
        Assert.Equal(ClockEnd.Withdrawn,
            Organs.Read(ConsultationSent.On("2026-03-02"), Withdrawn.On("2026-03-05", party: ConsultedParty.ThirdParty)).End);
        Assert.Equal(ClockEnd.Withdrawn, ThirdParty.Read(ConsultationSent.On("2026-03-02"), Withdrawn.On("2026-03-05")).End);
    }

    [Fact]
    public void An_answer_after_the_end_does_not_undo_silence()
    {
        var reading = Organs.Read(ConsultationSent.On("2026-03-02"), ConsultationAnswered.On("2026-04-01"));
        Assert.Equal((ClockEnd.Consent, Day.Of("2026-03-23")), (reading.End!.Value, reading.EndedOn!.Value));
    }

    [Fact]
    public void A_delivery_known_later_replaces_the_days_from_sending()
        => Assert.Equal(Day.Of("2026-04-23"), Organs.Read(ConsultationSent.On("2026-03-02"), ConsultationDelivered.On("2026-04-01")).Due);
}
