using Disclosure.Kernel;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Xunit;
using static Disclosure.Rules.Deadlines.ClockErrorKind;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>The reasonable period by which a reply is delayed (条例第三十五条).</summary>
public sealed class DelayTests
{
    private static readonly Fact Application = Received.On("2026-09-15");

    [Fact]
    public void A_delay_is_added_to_the_period_of_article_33_and_is_no_extension()
    {
        var reading = Limits.Reply.Read(Application, Delayed.On("2026-09-18", 30));
        Assert.Equal((Day.Of("2026-11-30"), 0, 30), (reading.Due, reading.Extension, reading.Delay));
        Assert.Equal(50, WorkingCalendar.Embedded.CountWorkingDays(Application.On, reading.Due!.Value).Days);
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void The_explanation_names_article_35_and_counts_every_day_of_the_delay()
    {
        var lines = Limits.Reply.Explain(Application, Delayed.On("2026-09-18", 30));
        var told = Assert.Single(lines, line => line.Article == "条例第三十五条");
        Assert.Equal((Day.Of("2026-09-18"), ExplanationKind.Fact), (told.From, told.Kind));
        Assert.Contains("30 个工作日", told.Text, StringComparison.Ordinal);
        Assert.Equal(50, lines.Sum(line => line.Kind is ExplanationKind.Counted or ExplanationKind.MakeUp ? line.Days : 0));
        Assert.Equal((ExplanationKind.Due, 50), (lines[^1].Kind, lines[^1].Total));
    }

    [Theory]
    [InlineData(Extended, 20, Delayed, 30)]
    [InlineData(Delayed, 30, Extended, 20)]
    public void An_extension_and_a_delay_add_up_in_either_order(FactKind first, int firstDays, FactKind second, int secondDays)
    {
        var reading = Limits.Reply.Read(Application, first.On("2026-09-18", firstDays), second.On("2026-09-21", secondDays));
        Assert.Equal((20, 30), (reading.Extension, reading.Delay));
        Assert.Equal(70, WorkingCalendar.Embedded.CountWorkingDays(Application.On, reading.Due!.Value).Days);
        Assert.Empty(reading.Errors);
    }

    [Fact]
    public void A_delay_is_set_on_the_last_day_at_the_latest()
    {
        Assert.Empty(Limits.Reply.Read(Application, Delayed.On("2026-10-19", 5)).Errors);
        Refused(DelayAfterExpiry, Application, Delayed.On("2026-10-20", 5));
    }

    [Fact]
    public void A_delay_may_be_set_while_an_extension_runs_and_an_extension_not_while_only_the_delay_does()
    {
        var delayed = Limits.Reply.Read(Application, Extended.On("2026-10-19", 10), Delayed.On("2026-11-02", 5));
        Assert.Equal((10, 5, 0), (delayed.Extension, delayed.Delay, delayed.Errors.Count));
        Assert.Empty(Limits.Reply.Read(Application, Delayed.On("2026-09-18", 30), Extended.On("2026-10-19", 10)).Errors);
        var error = Refused(ExtensionAfterExpiry, Application, Delayed.On("2026-09-18", 30), Extended.On("2026-10-20", 10));
        Assert.StartsWith("延迟之前的期限已于 2026-10-19 届满", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("期限已于 2026-10-19 届满", Refused(ExtensionAfterExpiry, Application, Extended.On("2026-10-20", 10)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_delay_is_set_once_in_a_period()
    {
        Refused(SecondDelay, Application, Delayed.On("2026-09-18", 30), Delayed.On("2026-09-21", 10));
        Refused(SecondDelay, Application, Delayed.On("2026-09-18", 30), Delayed.On("2026-11-25", 10));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(401)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_delay_needs_a_number_of_days_that_can_be_meant(int days)
    {
        Refused(BadDays, Application, Delayed.On("2026-09-18", days));
        Assert.Equal(Day.Of("2026-10-19"), Limits.Reply.Read(Application, Delayed.On("2026-09-18", days)).Due);
    }

    [Fact]
    public void A_refused_delay_may_be_set_again()
        => Assert.Equal(7, Limits.Reply.Read(Application, Delayed.On("2026-09-18"), Delayed.On("2026-09-18", 7)).Delay);

    [Theory]
    [InlineData(1, false)]
    [InlineData(40, false)]
    [InlineData(41, true)]
    [InlineData(400, true)]
    public void A_delay_longer_than_the_longest_period_of_article_33_is_shown_to_a_supervisor(int days, bool warned)
    {
        var reading = Limits.Reply.Read(Application, Delayed.On("2026-09-18", days));
        Assert.Empty(reading.Errors);
        Assert.Equal(days, reading.Delay);
        Assert.Equal(warned, reading.Warnings.Any(warning => warning.Contains("40", StringComparison.Ordinal)
            && warning.Contains("第三十五条", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_out_of_proportion_is_measured_by_the_law_and_not_by_a_shorter_limit_of_the_authority()
    {
        var strict = Limits.Of("application.reply", 5, statutory: 20);
        Assert.Empty(strict.Read(Application, Delayed.On("2026-09-18", 40)).Warnings);
        Assert.Single(strict.Read(Application, Delayed.On("2026-09-18", 41)).Warnings);
    }

    [Fact]
    public void A_delay_lengthens_the_statutory_track_too()
    {
        var reading = Limits.Of("application.reply", 10, statutory: 20).Read(Application, Delayed.On("2026-09-18", 30));
        Assert.Equal((Day.Of("2026-11-16"), Day.Of("2026-11-30")), (reading.Due!.Value, reading.Statutory!.Due!.Value));
    }

    [Fact]
    public void Neither_a_stopped_nor_an_ended_clock_can_be_delayed()
    {
        Refused(NotRunning, Application, CorrectionRequested.On("2026-09-17"), Delayed.On("2026-09-18", 30));
        Refused(NotRunning, Application, FeeNotified.On("2026-09-17"), Delayed.On("2026-09-18", 30));
        Refused(AfterEnd, Application, Decided.On("2026-09-17"), Delayed.On("2026-09-18", 30));
        Refused(AfterEnd, Application, Withdrawn.On("2026-09-17"), Delayed.On("2026-09-18", 30));
    }

    [Theory]
    [InlineData(CorrectionRequested, CorrectionReceived)]
    [InlineData(FeeNotified, FeePaid)]
    public void A_period_that_begins_anew_is_not_delayed_until_that_is_set_again(FactKind stop, FactKind restart)
    {
        Fact[] facts = [Application, Delayed.On("2026-09-16", 30), stop.On("2026-09-17"), restart.On("2026-09-22")];
        var anew = Limits.Reply.Read(facts);
        Assert.Equal((0, Limits.Reply.Read(Received.On("2026-09-22")).Due), (anew.Delay, anew.Due));
        var again = Limits.Reply.Read([.. facts, Delayed.On("2026-09-23", 3)]);
        Assert.Equal((3, 0), (again.Delay, again.Errors.Count));
    }

    [Fact]
    public void A_period_that_only_paused_keeps_its_delay()
    {
        var pausing = ReplySpans.National with { FeePayment = ReplySpans.National.FeePayment with { Effect = LimitEffect.Pauses } };
        var reading = new DeadlineClock(WorkingCalendar.Embedded, Limits.Reply, pausing).Read(
            [Application, Delayed.On("2026-09-16", 30), FeeNotified.On("2026-09-17"), FeePaid.On("2026-09-22")], Limits.Early);
        Assert.Equal((30, Day.Of("2026-12-04")), (reading.Delay, reading.Due!.Value));
    }

    [Fact]
    public void In_the_delay_what_the_period_allows_is_still_allowed()
    {
        var reading = Limits.Reply.Read(Application, Delayed.On("2026-10-19", 30), ConsultationSent.On("2026-11-02"),
            ConsultationAnswered.On("2026-11-09"));
        Assert.Empty(reading.Errors);
        Assert.Equal((5, Day.Of("2026-12-07")), (reading.Pauses.Single().WorkingDays, reading.Due!.Value));
        Assert.True(Limits.Reply.Read(Application, Delayed.On("2026-10-19", 30), Decided.On("2026-11-30")).OnTime);
        Assert.False(Limits.Reply.Read(Application, Delayed.On("2026-10-19", 30), Decided.On("2026-12-01")).OnTime);
    }

    [Fact]
    public void A_delay_set_on_the_last_day_makes_it_an_ordinary_day_for_a_consultation()
        => Assert.Equal(Day.Of("2026-10-28"), Limits.Reply.Read(Application, Delayed.On("2026-10-19", 2), ConsultationSent.On("2026-10-19"),
            ConsultationAnswered.On("2026-10-26")).Due);

    [Theory]
    [InlineData("2026-11-10", ClockState.Green, 14)]
    [InlineData("2026-11-11", ClockState.Amber, 13)]
    [InlineData("2026-11-23", ClockState.Red, 5)]
    [InlineData("2026-12-01", ClockState.Overdue, -1)]
    public void The_light_measures_the_period_with_its_delay(string today, ClockState state, int remaining)
    {
        var reading = Limits.Reply.Read(today, Application, Delayed.On("2026-09-18", 30));
        Assert.Equal((state, (int?)remaining), (reading.State, reading.Local.Remaining));
    }

    [Fact]
    public void A_delay_means_nothing_to_other_limits()
    {
        Fact[] facts = [Application, Delayed.On("2026-09-18", 30)];
        foreach (var limit in new[] { Limits.Of("application.draft", 10), Limits.Of("application.correction", 7) })
        {
            var reading = limit.Read(facts);
            Assert.Equal((0, limit.Read(Application).Due), (reading.Delay, reading.Due));
            Assert.Empty(reading.Errors);
        }
    }

    [Fact]
    public void An_extension_that_is_too_long_is_referred_to_article_35()
    {
        var error = Refused(ExtensionTooLong, Application, Extended.On("2026-09-18", 30));
        Assert.Contains("delayed", error.Message, StringComparison.Ordinal);
        Assert.Contains("第三十五条", error.Message, StringComparison.Ordinal);
        Assert.Equal("条例第三十三条第二款", error.Article);
    }

    [Fact]
    public void A_delay_over_the_turn_of_the_year_is_provisional_and_one_at_the_calendars_end_is_counted()
    {
        var over = Limits.Reply.Read(Received.On("2026-11-20"), Delayed.On("2026-11-23", 20));
        Assert.Equal((Day.Of("2027-01-15"), true), (over.Due!.Value, over.Local.Provisional));
        var last = Limits.Reply.Read(Received.On("2089-12-30"), Delayed.On("2089-12-30", 400));
        Assert.Equal(420, WorkingCalendar.Embedded.CountWorkingDays(Day.Of("2089-12-30"), last.Due!.Value).Days);
    }

    [Fact]
    public void The_answer_carries_the_delay()
    {
        var answer = ClockAnswer.Create(WorkingCalendar.Embedded, RulePacks.Load(), "bijie", LimitCodes.Reply,
            [Application, Delayed.On("2026-09-18", 30)], Day.Of("2026-09-20")).Value!;
        Assert.Equal((Day.Of("2026-11-30"), 30, 0), (answer.Due!.Value, answer.Delay, answer.Extension));
    }

    private static ClockError Refused(ClockErrorKind kind, params Fact[] facts)
    {
        var error = Assert.Single(Limits.Reply.Read(facts).Errors);
        Assert.Equal((kind, facts.Length - 1), (error.Kind, error.Index));
        return error;
    }
}
