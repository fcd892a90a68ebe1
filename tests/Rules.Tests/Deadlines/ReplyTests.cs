using Disclosure.Kernel;
using Disclosure.Rules.Deadlines;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

public sealed class ReplyTests
{
    [Theory]
    [Rule(165)]
    [InlineData("2026-02-10", "2026-03-16")]
    [InlineData("2025-09-24", "2025-10-28")]
    [InlineData("2024-01-25", "2024-02-27")]
    [InlineData("2026-09-15", "2026-10-19")]
    [InlineData("2020-01-20", "2020-02-25")]
    public void A_reply_is_due_twenty_working_days_after_receipt(string received, string due)
        => Assert.Equal(Day.Of(due), Limits.Reply.Read(Received.On(received)).Due);

    [Fact]
    [Rule(168)]
    public void An_extension_of_twenty_days_makes_it_forty()
    {
        var reading = Limits.Reply.Read(Received.On("2026-02-10"), Extended.On("2026-03-16", 20));
        Assert.Equal(Day.Of("2026-04-14"), reading.Due);
        Assert.Equal(20, reading.Extension);
        Assert.Empty(reading.Errors);
    }

    [Fact]
    public void A_correction_starts_the_count_anew_instead_of_pausing_it()
    {
        var waiting = Limits.Reply.Read("2026-03-20", Received.On("2026-02-10"), CorrectionRequested.On("2026-02-26"));
        Assert.Null(waiting.Due);
        Assert.Equal(ClockState.Paused, waiting.State);
        var reset = Limits.Reply
            .Read("2026-03-20", Received.On("2026-02-10"), CorrectionRequested.On("2026-02-26"), CorrectionReceived.On("2026-03-10"));
        Assert.Equal(Day.Of("2026-04-08"), reset.Due);
        Assert.Equal(Day.Of("2026-03-10"), reset.Start);
    }

    [Fact]
    public void A_correction_not_supplied_in_its_period_lapses()
    {
        Fact[] facts = [Received.On("2026-02-10"), CorrectionRequested.On("2026-02-12", days: 10)];
        Assert.Equal(ClockState.Paused, Limits.Reply.Read("2026-03-04", facts).State);
        var lapsed = Limits.Reply.Read("2026-03-05", facts);
        Assert.Equal((ClockState.Ended, ClockEnd.CorrectionLapsed, Day.Of("2026-03-04")), (lapsed.State, lapsed.End, lapsed.EndedOn));
        var late = Limits.Reply.Read([.. facts, CorrectionReceived.On("2026-03-05")]);
        Assert.Equal(ClockErrorKind.CorrectionAfterLapse, Assert.Single(late.Errors).Kind);
    }

    [Fact]
    [Rule(169)]
    public void Consultation_is_not_counted()
    {
        var reading = Limits.Reply
            .Read(Received.On("2026-03-02"), ConsultationSent.On("2026-03-09"), ConsultationAnswered.On("2026-03-16"));
        Assert.Equal(5, reading.Pauses.Single().WorkingDays);
        Assert.Equal(Day.Of("2026-04-07"), reading.Due);
    }

    [Fact]
    public void Silence_of_a_third_party_ends_the_pause_after_fifteen_days_and_lets_the_organ_decide()
    {
        Fact[] facts = [Received.On("2026-03-02"), ConsultationSent.On("2026-03-09")];
        var open = Limits.Reply.Read("2026-03-30", facts);
        Assert.Equal((ClockState.Paused, Day.Of("2026-04-21")), (open.State, open.Due));
        var silent = Limits.Reply.Read("2026-03-31", facts);
        Assert.Equal(PauseOutcome.OrganDecides, silent.Pauses.Single().Outcome);
        Assert.Equal((15, Day.Of("2026-04-21")), (silent.Pauses.Single().WorkingDays, silent.Due));
        Assert.NotEqual(ClockState.Paused, silent.State);
    }

    [Fact]
    public void Silence_of_another_organ_is_consent()
    {
        var reading = Limits.Reply
            .Read("2026-03-31", Received.On("2026-03-02"), ConsultationSent.On("2026-03-09", party: ConsultedParty.Organ));
        Assert.Equal(PauseOutcome.Consent, reading.Pauses.Single().Outcome);
    }

    [Fact]
    public void A_late_answer_does_not_lengthen_the_pause()
    {
        var reading = Limits.Reply
            .Read(Received.On("2026-03-02"), ConsultationSent.On("2026-03-09"), ConsultationAnswered.On("2026-04-10"));
        Assert.Equal(15, reading.Pauses.Single().WorkingDays);
        Assert.Single(reading.Warnings);
        Assert.Empty(reading.Errors);
    }

    [Fact]
    public void Consultations_side_by_side_are_excluded_once()
    {
        var reading = Limits.Reply.Read(Received.On("2026-03-02"), ConsultationSent.On("2026-03-09"),
            ConsultationSent.On("2026-03-11", party: ConsultedParty.Organ), ConsultationAnswered.On("2026-03-13"),
            ConsultationAnswered.On("2026-03-18", party: ConsultedParty.Organ));
        Assert.Equal(Day.Of("2026-04-09"), reading.Due);
    }

    [Fact]
    public void Fifteen_days_run_from_delivery_when_it_is_known()
    {
        var reading = Limits.Reply
            .Read(Received.On("2026-03-02"), ConsultationSent.On("2026-03-09"), ConsultationDelivered.On("2026-03-12"));
        Assert.Equal(18, reading.Pauses.Single().WorkingDays);
        Assert.Equal(Day.Of("2026-04-02"), reading.Pauses.Single().Until);
    }

    [Fact]
    [Rule(182)]
    public void A_fee_notice_stops_the_clock_and_payment_starts_it_anew()
    {
        Fact[] facts = [Received.On("2026-03-02"), FeeNotified.On("2026-03-09")];
        var waiting = Limits.Reply.Read("2026-04-01", facts);
        Assert.Equal((ClockState.Paused, (DateOnly?)null), (waiting.State, waiting.Due));
        Assert.Equal(Day.Of("2026-04-07"), waiting.Pauses.Single().Until);
        Assert.Equal(Limits.Reply.Read(Received.On("2026-03-20")).Due, Limits.Reply.Read([.. facts, FeePaid.On("2026-03-20")]).Due);
        var lapsed = Limits.Reply.Read("2026-04-08", facts);
        Assert.Equal((ClockState.Ended, ClockEnd.FeeLapsed), (lapsed.State, lapsed.End));
        Assert.Equal(ClockErrorKind.PaidAfterLapse, Assert.Single(Limits.Reply.Read([.. facts, FeePaid.On("2026-04-08")]).Errors).Kind);
    }

    [Theory]
    [InlineData("2026-03-03", ClockState.Green, 9)]
    [InlineData("2026-03-09", ClockState.Amber, 5)]
    [InlineData("2026-03-12", ClockState.Red, 2)]
    [InlineData("2026-03-16", ClockState.Red, 0)]
    [InlineData("2026-03-17", ClockState.Overdue, -1)]
    public void The_light_changes_as_days_run_out(string today, ClockState state, int remaining)
    {
        var reading = Limits.Reply.Read(today, Received.On("2026-02-10"));
        Assert.Equal((state, (int?)remaining), (reading.State, reading.Local.Remaining));
    }

    [Fact]
    public void A_decision_ends_the_clock_and_says_whether_it_was_in_time()
    {
        var inTime = Limits.Reply.Read("2026-06-01", Received.On("2026-02-10"), Decided.On("2026-03-16"));
        Assert.Equal((ClockState.Ended, true, Day.Of("2026-03-16")), (inTime.State, inTime.Local.OnTime, inTime.EndedOn));
        var late = Limits.Reply.Read("2026-06-01", Received.On("2026-02-10"), Decided.On("2026-03-17"));
        Assert.False(late.Local.OnTime);
    }

    [Fact]
    public void A_due_day_beyond_the_notices_is_provisional()
        => Assert.True(Limits.Reply.Read(Received.On("2026-12-20")).Local.Provisional);
}
