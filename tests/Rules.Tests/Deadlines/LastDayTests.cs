using Disclosure.Kernel;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>What happens on the last day, and to an extension when the period is replaced.</summary>
public sealed class LastDayTests
{
    [Fact]
    [Rule(169)]
    public void A_consultation_sent_on_the_last_day_leaves_the_first_working_day_after_it_to_reply()
    {
        Fact[] facts = [Received.On("2026-02-10"), ConsultationSent.On("2026-03-16")];
        var sent = Limits.Reply.Read("2026-03-16", facts);
        Assert.Equal((ClockState.Paused, Day.Of("2026-04-08"), 1), (sent.State, sent.Due, sent.Local.Remaining!.Value));
        var silent = Limits.Reply.Read("2026-04-08", facts);
        Assert.Equal((ClockState.Red, 0, PauseOutcome.OrganDecides),
            (silent.State, silent.Local.Remaining!.Value, silent.Pauses.Single().Outcome));
        Assert.Equal(Day.Of("2026-03-23"), Limits.Reply.Read([.. facts, ConsultationAnswered.On("2026-03-20")]).Due);
        Assert.Equal(Day.Of("2026-03-16"), Limits.Reply.Read([.. facts, ConsultationAnswered.On("2026-03-16")]).Due);
    }

    [Fact]
    public void The_explanation_of_a_consultation_on_the_last_day_still_counts_twenty_days()
    {
        var lines = Limits.Reply
            .Explain(Received.On("2026-02-10"), ConsultationSent.On("2026-03-16"), ConsultationAnswered.On("2026-03-20"));
        Assert.Equal(20, lines.Sum(line => line.Kind is ExplanationKind.Counted or ExplanationKind.MakeUp ? line.Days : 0));
        Assert.Equal(5, lines.Where(line => line.Kind == ExplanationKind.Excluded).Sum(line => line.Days));
    }

    [Fact]
    [Rule(168)]
    public void A_new_period_may_be_extended_again()
    {
        Fact[] facts = [Received.On("2026-02-10"), Extended.On("2026-02-24", 10), FeeNotified.On("2026-02-26"), FeePaid.On("2026-03-02")];
        Assert.Equal((0, Day.Of("2026-03-30")), (Limits.Reply.Read(facts).Extension, Limits.Reply.Read(facts).Due!.Value));
        var again = Limits.Reply.Read([.. facts, Extended.On("2026-03-20", 10)]);
        Assert.Equal((10, Day.Of("2026-04-14")), (again.Extension, again.Due!.Value));
        Assert.Empty(again.Errors);
        Assert.Equal(ClockErrorKind.SecondExtension,
            Assert.Single(Limits.Reply.Read([.. facts, Extended.On("2026-03-20", 10), Extended.On("2026-03-23", 5)]).Errors).Kind);
    }

    [Fact]
    [Rule(182)]
    public void A_decision_after_the_fee_lapsed_keeps_the_lapse()
    {
        var reading = Limits.Reply.Read(Received.On("2026-03-02"), FeeNotified.On("2026-03-09"), Decided.On("2026-04-20"));
        Assert.Equal((ClockEnd.FeeLapsed, Day.Of("2026-04-07"), true), (reading.End!.Value, reading.EndedOn!.Value, reading.OnTime!.Value));
        Assert.Equal(PauseOutcome.Lapsed, reading.Pauses.Single().Outcome);
        Assert.Empty(reading.Errors);
    }

    [Theory]
    [Rule(231)]
    [InlineData("2026-03-09", true)]
    [InlineData("2026-03-10", true)]
    [InlineData("2026-03-11", true)]
    [InlineData("2026-03-12", false)]
    public void An_answer_within_the_range_is_in_time(string answered, bool onTime)
        => Assert.Equal(onTime, Limits.Of("interaction.complaint", 5, max: 7)
        .Read(Received.On("2026-03-02"), Answered.On(answered)).OnTime);

    [Fact]
    [Rule(164)]
    public void An_act_after_the_sections_own_limit_is_told_and_does_not_revive_it()
    {
        var draft = Limits.Of("application.draft", 10);
        var reading = draft.Read(Received.On("2026-02-10"), CorrectionRequested.On("2026-03-03"), CorrectionReceived.On("2026-03-06"),
            ConsultationSent.On("2026-03-09"), ConsultationAnswered.On("2026-03-10"));
        Assert.Equal((Day.Of("2026-03-02"), 2), (reading.Due!.Value, reading.Warnings.Count));
        Assert.Empty(reading.Errors);
    }

    [Fact]
    [Rule(164)]
    public void A_transfer_starts_the_sections_days_and_a_second_receipt_does_not()
    {
        var draft = Limits.Of("application.draft", 10);
        Assert.Equal(ClockErrorKind.StartedTwice,
            Assert.Single(draft.Read(Received.On("2026-02-10"), Received.On("2026-02-11")).Errors).Kind);
        Assert.Equal(Day.Of("2026-04-01"),
            draft.Read(Received.On("2026-03-02"), CorrectionRequested.On("2026-03-04"), Transferred.On("2026-03-05"),
            CorrectionReceived.On("2026-03-18")).Due);
    }

    [Fact]
    public void Working_days_of_a_consultation_do_not_lengthen_a_limit_in_calendar_days()
    {
        var draft = Limits.Of("application.draft", 14, LimitUnit.CalendarDay);
        Assert.Equal(Day.Of("2026-03-16"), draft.Read(Received.On("2026-03-02"), ConsultationSent.On("2026-03-04"),
            ConsultationAnswered.On("2026-03-11")).Due);
    }

    [Fact]
    [Rule(141)]
    public void An_obstacle_after_the_last_day_does_not_revive_the_limit()
    {
        var reading = Limits.Of("publication", 5).Read("2026-06-01", Formed.On("2026-03-02"), Blocked.On("2026-05-06"));
        Assert.Equal((Day.Of("2026-03-09"), ClockState.Overdue), (reading.Due!.Value, reading.State));
        Assert.Equal(ClockErrorKind.ObstacleAfterExpiry, Assert.Single(reading.Errors).Kind);
    }

    [Fact]
    [Rule(141)]
    public void Publishing_ends_the_obstacle()
        => Assert.True(Limits.Of("publication", 5)
        .Read(Formed.On("2026-03-02"), Blocked.On("2026-03-04"), Published.On("2026-03-20")).OnTime);
}
