using Disclosure.Kernel;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

public sealed class OtherLimitsTests
{
    [Fact]
    [Rule(163)]
    public void An_application_is_transferred_within_three_working_days()
    {
        var limit = Limits.Of("application.transfer", 3);
        Assert.Equal(Day.Of("2026-02-13"), limit.Read(Received.On("2026-02-10")).Due);
        Assert.True(limit.Read(Received.On("2026-02-10"), Transferred.On("2026-02-13"), CorrectionRequested.On("2026-02-14")).Local.OnTime);
    }

    [Fact]
    [Rule(164)]
    public void A_unit_drafts_within_ten_working_days_of_its_own_receipt()
    {
        var limit = Limits.Of("application.draft", 10);
        Assert.Equal(Day.Of("2026-03-03"), limit.Read(Received.On("2026-02-11")).Due);
        Assert.Equal(Day.Of("2026-03-05"), limit.Read(Received.On("2026-02-11"), Transferred.On("2026-02-13")).Due);
        Assert.Equal(ClockState.Ended, limit.Read(Received.On("2026-02-11"), Transferred.On("2026-02-13"), Drafted.On("2026-03-02")).State);
    }

    [Fact]
    [Rule(177)]
    public void A_correction_is_asked_for_within_seven_working_days()
    {
        var limit = Limits.Of("application.correction", 7);
        Assert.Equal(Day.Of("2026-02-26"), limit.Read(Received.On("2026-02-10")).Due);
        Assert.Single(Limits.Reply.Read(Received.On("2026-02-10"), CorrectionRequested.On("2026-02-27")).Warnings);
        Assert.Empty(Limits.Reply.Read(Received.On("2026-02-10"), CorrectionRequested.On("2026-02-26")).Warnings);
    }

    [Fact]
    public void Silence_ends_a_consultation_by_its_own_article()
    {
        var third = Limits.Of("application.third-party", 15).Read("2026-04-01", ConsultationSent.On("2026-03-09"));
        Assert.Equal((ClockState.Ended, ClockEnd.OrganDecides, Day.Of("2026-03-30")), (third.State, third.End, third.EndedOn));
        var organ = Limits.Of("application.joint-organs", 15)
            .Read("2026-04-01", ConsultationSent.On("2026-03-09", party: ConsultedParty.Organ));
        Assert.Equal(ClockEnd.Consent, organ.End);
        var fee = Limits.Of("application.fee-payment", 20, silence: Silence.Lapse).Read("2026-04-08", FeeNotified.On("2026-03-09"));
        Assert.Equal(ClockEnd.FeeLapsed, fee.End);
    }

    [Fact]
    [Rule(140)]
    public void Publication_tracks_the_local_and_the_statutory_limit()
    {
        var limit = Limits.Of("publication", 5, statutory: 20);
        var reading = limit.Read("2026-02-26", Formed.On("2026-02-10"));
        Assert.Equal((Day.Of("2026-02-24"), ClockState.Overdue), (reading.Due, reading.State));
        Assert.Equal((Day.Of("2026-03-16"), ClockState.Green), (reading.Statutory!.Due, reading.Statutory.State));
        var published = limit.Read(Formed.On("2026-02-10"), Published.On("2026-03-02"));
        Assert.Equal((false, true), (published.Local.OnTime, published.Statutory!.OnTime));
    }

    [Fact]
    [Rule(141)]
    public void An_obstacle_suspends_the_local_limit_only_until_it_ends()
    {
        var limit = Limits.Of("publication", 5, statutory: 20);
        Fact[] facts = [Formed.On("2026-03-02"), Blocked.On("2026-03-04")];
        var open = limit.Read("2026-03-20", facts);
        Assert.Equal((ClockState.Paused, (DateOnly?)null), (open.State, open.Due));
        Assert.Equal(Day.Of("2026-03-30"), open.Statutory!.Due);
        Assert.Equal(Day.Of("2026-03-23"), limit.Read([.. facts, Unblocked.On("2026-03-21")]).Due);
        Assert.Equal(Day.Of("2026-03-09"), limit.Read([.. facts, Unblocked.On("2026-03-05")]).Due);
        Assert.Equal(ClockErrorKind.UnblockedBeforeBlocked, Assert.Single(limit.Read(facts[0], Unblocked.On("2026-03-05")).Errors).Kind);
    }

    [Fact]
    [Rule(142)]
    public void Changed_information_is_updated_within_ten_working_days()
        => Assert.Equal(Day.Of("2026-03-16"), Limits.Of("publication.update", 10, statutory: 20).Read(Changed.On("2026-03-02")).Due);

    [Fact]
    [Rule(268)]
    public void Interpretation_follows_publication_within_three_working_days()
        => Assert.Equal(Day.Of("2026-03-05"), Limits.Of("interpretation", 3).Read(Formed.On("2026-02-27"), Published.On("2026-03-02")).Due);

    [Theory]
    [Rule(230)]
    [Rule(232)]
    [InlineData(3, "2026-03-05")]
    [InlineData(10, "2026-03-16")]
    public void A_message_is_answered_in_its_kinds_days(int days, string due)
        => Assert.Equal(Day.Of(due), Limits.Of("interaction.any", days).Read(Received.On("2026-03-02")).Due);

    [Theory]
    [Rule(231)]
    [Rule(233)]
    [InlineData(5, 7, "2026-03-09", "2026-03-11")]
    [InlineData(15, 30, "2026-03-23", "2026-04-14")]
    public void A_range_is_red_between_its_ends_and_overdue_after(int days, int max, string first, string last)
    {
        var limit = Limits.Of("interaction.any", days, max: max);
        var between = limit.Read(last, Received.On("2026-03-02"));
        Assert.Equal((Day.Of(first), Day.Of(last), ClockState.Red), (between.Due, between.Latest!.Due, between.State));
        var after = Day.Of(last).AddDays(1).ToString("yyyy-MM-dd", null);
        Assert.Equal(ClockState.Overdue, limit.Read(after, Received.On("2026-03-02")).State);
    }

    [Fact]
    [Rule(203)]
    public void Measures_are_proposed_within_a_month_clamped_to_the_months_end_and_acted_on_at_once()
    {
        var pack = BureauPacks.Bijie;
        var measures = pack.Limit("rectification.measures")!;
        Assert.Equal(Day.Of("2026-02-28"), measures.Read(Notified.On("2026-01-31")).Due);
        Fact[] proposed = [Notified.On("2026-01-31"), MeasuresProposed.On("2026-02-28")];
        Assert.True(measures.Read(proposed).OnTime);
        // 2026-02-28 is a Saturday that is worked (春节调休), so the start is due on it.
        var start = pack.Limit("rectification.start")!;
        Assert.Equal((Day.Of("2026-02-28"), ClockState.Overdue),
            (start.Read("2026-03-01", proposed).Due!.Value, start.Read("2026-03-01", proposed).State));
        Assert.True(start.Read([.. proposed, RectificationStarted.On("2026-02-28")]).OnTime);
        Assert.False(start.Read([.. proposed, RectificationStarted.On("2026-03-02")]).OnTime);
    }

    [Fact]
    [Rule(204)]
    public void The_outcome_of_a_rectification_is_told_promptly()
    {
        var feedback = BureauPacks.Bijie.Limit("rectification.feedback")!;
        Assert.Equal(Day.Of("2026-03-09"), feedback.Read(Rectified.On("2026-03-07")).Due);
        Assert.True(feedback.Read(Rectified.On("2026-03-07"), Answered.On("2026-03-09")).OnTime);
    }

    [Fact]
    [Rule(328)]
    public void A_column_is_stale_after_forty_five_working_days_without_update()
    {
        var limit = Limits.Of("column.staleness", 45);
        var reading = limit.Read("2026-05-01", Updated.On("2026-01-05"), Updated.On("2026-03-02"));
        Assert.Equal((Day.Of("2026-05-08"), Day.Of("2026-03-02")), (reading.Due, reading.Start));
        Assert.Equal(ClockState.Overdue, limit.Read("2026-05-09", Updated.On("2026-03-02")).State);
    }

    [Fact]
    [Rule(287)]
    public void A_monthly_report_is_due_on_the_twentieth()
    {
        var reading = Limits.Of("submission.monthly", 20, LimitUnit.DayOfMonth).Read("2026-03-19", FactKind.Period.On("2026-03-01"));
        Assert.Equal((Day.Of("2026-03-20"), 1, ClockState.Red), (reading.Due, reading.Local.Remaining, reading.State));
    }

    [Fact]
    [Rule(316)]
    [Rule(317)]
    public void A_solicited_or_proactive_item_earns_nothing_one_working_day_late()
        => Assert.Equal(Day.Of("2026-02-24"), Limits.Of("submission.commissioned", 1).Read(Requested.On("2026-02-14")).Due);

    [Fact]
    [Rule(318)]
    public void An_activity_is_reported_within_five_working_days_of_its_end()
        => Assert.False(Limits.Of("submission.activity", 5).Read(Concluded.On("2026-03-02"), Submitted.On("2026-03-10")).Local.OnTime);

    [Fact]
    [Rule(319)]
    public void Research_is_reported_within_thirty_days_of_its_end()
        => Assert.Equal(Day.Of("2026-04-01"), Limits.Of("submission.research", 30, LimitUnit.CalendarDay)
        .Read(Concluded.On("2026-03-02")).Due);

    [Fact]
    [Rule(144)]
    [Rule(85)]
    public void The_annual_report_is_due_on_31_January_and_the_governments_on_31_March()
    {
        Assert.Equal(Day.Of("2026-01-31"), Limits.Of("annual-report.department", 131, LimitUnit.MonthDay)
            .Read(FactKind.Period.On("2025-12-31")).Due);
        Assert.Equal(Day.Of("2026-03-31"), Limits.Of("annual-report.government", 331, LimitUnit.MonthDay)
            .Read(FactKind.Period.On("2025-06-01")).Due);
    }

    [Theory]
    [InlineData(LimitUnit.MonthOfYear, 1, "2026-03-02", "2027-01-31")]
    [InlineData(LimitUnit.MonthOfYear, 3, "2026-03-02", "2026-03-31")]
    [InlineData(LimitUnit.TimesPerYear, 1, "2026-03-02", "2026-12-31")]
    [InlineData(LimitUnit.Immediate, 0, "2026-03-02", "2026-03-02")]
    [InlineData(LimitUnit.BeforeStart, 0, "2026-03-02", "2026-03-02")]
    public void Every_unit_has_a_last_day(LimitUnit unit, int amount, string from, string due)
        => Assert.Equal(Day.Of(due), Limits.Of("any.limit", amount, unit).Read(Received.On(from)).Due);

    [Fact]
    [Rule(105)]
    public void A_set_date_comes_from_whoever_sets_it()
        => Assert.Equal(Day.Of("2026-03-09"), Limits.Of("any.limit", 0, LimitUnit.SetDate).Read(Notified.On("2026-03-02", days: 5)).Due);
}
