using Disclosure.Kernel;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>
/// A notice of correction after its 7 working days (条例第三十条) still begins the period anew, and the legal period without it runs on as
/// the alarm. Received on 10 February 2026: day 7 is 26 February, day 20 is 16 March.
/// </summary>
public sealed class LateCorrectionTests
{
    private static readonly Fact Application = Received.On("2026-02-10");

    private static readonly Fact Notice = CorrectionRequested.On("2026-02-27");

    private static readonly Fact Corrected = CorrectionReceived.On("2026-03-10");

    [Fact]
    [Rule(177)]
    public void The_period_begins_anew_and_the_legal_day_without_it_stays_as_the_alarm()
    {
        var reading = Limits.Reply.Read("2026-03-17", Application, Notice, Corrected);
        Assert.Equal((Day.Of("2026-04-08"), ClockState.Green), (reading.Due!.Value, reading.State));
        var alarm = reading.WithoutLateCorrection!;
        Assert.Equal((Day.Of("2026-03-16"), ClockState.Overdue, -1, 20), (alarm.Due!.Value, alarm.State, alarm.Remaining!.Value,
            alarm.Amount));
        Assert.Equal(("政府信息公开条例", "第三十条、第三十三条第二款"), (alarm.Citation.Source, alarm.Citation.Article));
        Assert.Equal((ClockState.Overdue, true), (reading.Alarm, reading.IsLate));
        Assert.Empty(reading.Errors);
    }

    [Fact]
    public void A_notice_on_the_seventh_working_day_leaves_no_alarm()
    {
        var reading = Limits.Reply.Read("2026-03-17", Application, CorrectionRequested.On("2026-02-26"), Corrected);
        Assert.Null(reading.WithoutLateCorrection);
        Assert.Equal((ClockState.Green, false, 0), (reading.Alarm, reading.IsLate, reading.Warnings.Count));
    }

    [Theory]
    [InlineData("2026-02-27", ClockState.Green, 12)]
    [InlineData("2026-03-09", ClockState.Amber, 5)]
    [InlineData("2026-03-12", ClockState.Red, 2)]
    [InlineData("2026-03-16", ClockState.Red, 0)]
    [InlineData("2026-03-17", ClockState.Overdue, -1)]
    public void While_the_correction_is_awaited_the_alarm_has_its_own_light(string today, ClockState light, int remaining)
    {
        var reading = Limits.Reply.Read(today, Application, Notice);
        Assert.Equal((ClockState.Paused, (DateOnly?)null), (reading.State, reading.Due));
        Assert.Equal((light, (int?)remaining, light),
            (reading.WithoutLateCorrection!.State, reading.WithoutLateCorrection.Remaining, reading.Alarm));
    }

    [Fact]
    public void The_warning_and_the_lines_name_the_day_and_article_30()
    {
        var (reading, lines) = Limits.Reply.Explain("2026-03-12", Application, Notice, Corrected);
        Assert.Equal("2026-02-27 的补正告知超过收到之日起 7 个工作日（条例第三十条），重新计算的期限可能不被认可；"
            + "不重新计算的，法定期限于 2026-03-16 届满，应以该日为警示。", Assert.Single(reading.Warnings));
        Assert.Contains("另列不重新计算的法定期限", Assert.Single(lines, line => line.From == Notice.On && line.Kind == ExplanationKind.Fact).Text,
            StringComparison.Ordinal);
        var note = Assert.Single(lines, line => line.Kind == ExplanationKind.Note);
        Assert.Equal((Day.Of("2026-03-16"), 0, "政府信息公开条例第三十条、第三十三条第二款"), (note.From, note.Days, note.Article));
        Assert.Equal("补正告知逾期、期限不因此重新计算的，法定期限 20 个工作日，于该日届满", note.Text);
        Assert.DoesNotContain("另列", Limits.Reply.Explain(Application, CorrectionRequested.On("2026-02-26"))[^1].Text,
            StringComparison.Ordinal);
    }

    // Asked on 3 March and answered on the 10th, 5 working days: before the corrected application came, but in the period that runs on.
    [Fact]
    public void A_consultation_and_an_extension_before_the_notice_count_for_the_alarm()
    {
        Fact[] consulted = [Application, ConsultationSent.On("2026-02-24"), ConsultationAnswered.On("2026-02-26")];
        Assert.Equal(Day.Of("2026-03-18"), Limits.Reply.Read([.. consulted, Notice, Corrected]).WithoutLateCorrection!.Due);
        Fact[] extended = [Application, Extended.On("2026-02-24", 5), CorrectionRequested.On("2026-02-27")];
        Assert.Equal(Day.Of("2026-03-23"), Limits.Reply.Read(extended).WithoutLateCorrection!.Due);
        Assert.Equal((Day.Of("2026-04-08"), 0, Day.Of("2026-03-23")), Shown(Limits.Reply.Read([.. extended, Corrected])));
        static (DateOnly, int, DateOnly) Shown(ClockReading reading)
            => (reading.Due!.Value, reading.Extension, reading.WithoutLateCorrection!.Due!.Value);
    }

    [Fact]
    public void What_follows_the_reset_counts_for_the_alarm_while_it_still_runs_and_not_after_its_last_day()
    {
        Fact[] corrected = [Application, Notice, CorrectionReceived.On("2026-03-03")];
        var inTime = Limits.Reply.Read([.. corrected, ConsultationSent.On("2026-03-09"), ConsultationAnswered.On("2026-03-12")]);
        Assert.Equal(("2026-04-03", "2026-03-19"), Days(inTime));
        var afterwards = Limits.Reply.Read([.. corrected, ConsultationSent.On("2026-03-17"), ConsultationAnswered.On("2026-03-20")]);
        Assert.Equal(("2026-04-03", "2026-03-16"), Days(afterwards));
        Assert.Equal(("2026-04-08", "2026-03-23"), Days(Limits.Reply.Read([.. corrected, Extended.On("2026-03-16", 5)])));
        Assert.Equal(("2026-04-08", "2026-03-16"), Days(Limits.Reply.Read([.. corrected, Extended.On("2026-03-17", 5)])));
        Assert.Equal(("2026-04-08", "2026-03-23"), Days(Limits.Reply.Read([.. corrected, Delayed.On("2026-03-16", 5)])));
    }

    [Fact]
    public void An_illegal_fact_does_not_put_the_alarm_off()
    {
        var whileWaiting = Limits.Reply.Read(Application, Notice, ConsultationSent.On("2026-03-02"), ConsultationAnswered.On("2026-03-09"));
        Assert.Equal(2, whileWaiting.Errors.Count);
        Assert.Equal(Day.Of("2026-03-16"), whileWaiting.WithoutLateCorrection!.Due);
        var again = Limits.Reply.Read(Application, Notice, Corrected, CorrectionRequested.On("2026-03-11"));
        Assert.Equal(ClockErrorKind.SecondCorrection, Assert.Single(again.Errors).Kind);
        Assert.Equal(Day.Of("2026-03-16"), again.WithoutLateCorrection!.Due);
    }

    [Fact]
    public void A_fee_that_begins_both_periods_anew_ends_the_alarm_and_one_asked_for_too_late_does_not()
    {
        var both = Limits.Reply.Read(Application, Notice, Corrected, FeeNotified.On("2026-03-16"), FeePaid.On("2026-03-18"));
        Assert.Null(both.WithoutLateCorrection);
        Assert.Equal("2026-02-27 的补正告知超过收到之日起 7 个工作日（条例第三十条）。", Assert.Single(both.Warnings));
        Assert.Null(Limits.Reply.Read(Application, Notice, Corrected, FeeNotified.On("2026-03-16")).WithoutLateCorrection);
        var late = Limits.Reply.Read(Application, Notice, Corrected, FeeNotified.On("2026-03-17"), FeePaid.On("2026-03-18"));
        Assert.Equal((Day.Of("2026-03-18"), Day.Of("2026-03-16")), (late.Start!.Value, late.WithoutLateCorrection!.Due!.Value));
    }

    [Theory]
    [InlineData("2026-03-16", true, false)]
    [InlineData("2026-03-17", false, true)]
    [InlineData("2026-04-08", false, true)]
    public void A_reply_in_the_new_period_is_in_time_and_may_still_be_late_without_it(string decided, bool without, bool late)
    {
        var reading = Limits.Reply.Read("2026-06-01", Application, Notice, Corrected, Decided.On(decided));
        Assert.Equal((ClockState.Ended, ClockState.Ended, true), (reading.State, reading.Alarm, reading.OnTime!.Value));
        Assert.Equal((ClockState.Ended, without, (int?)null), (reading.WithoutLateCorrection!.State,
            reading.WithoutLateCorrection.OnTime!.Value, reading.WithoutLateCorrection.Remaining));
        Assert.Equal((late, late), (reading.IsLate, reading.Warnings.Single().Contains("警示", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_application_that_lapsed_is_over_for_the_alarm_too()
    {
        Fact[] facts = [Application, CorrectionRequested.On("2026-02-27", days: 15)];
        var lapsed = Limits.Reply.Read("2026-04-01", facts);
        Assert.Equal((ClockEnd.CorrectionLapsed, Day.Of("2026-03-19"), ClockState.Ended),
            (lapsed.End, lapsed.EndedOn!.Value, lapsed.Alarm));
        Assert.Equal((ClockState.Ended, false), (lapsed.WithoutLateCorrection!.State, lapsed.WithoutLateCorrection.OnTime!.Value));
        Assert.True(Limits.Reply.Read(Application, Notice, Withdrawn.On("2026-03-02")).WithoutLateCorrection!.OnTime);
    }

    [Fact]
    public void The_seven_days_run_from_the_receipt_also_after_a_payment_began_the_period_anew()
    {
        var reading = Limits.Reply.Read(Application, FeeNotified.On("2026-02-24"), FeePaid.On("2026-02-26"),
            CorrectionRequested.On("2026-02-27"), CorrectionReceived.On("2026-03-10"));
        Assert.Equal((Day.Of("2026-04-08"), Day.Of("2026-03-25")), (reading.Due!.Value, reading.WithoutLateCorrection!.Due!.Value));
    }

    [Fact]
    public void Where_the_period_without_the_reset_would_end_later_there_is_no_alarm()
    {
        var reading = Limits.Reply.Read(Application, Extended.On("2026-02-24", 20), Notice, CorrectionReceived.On("2026-03-02"));
        Assert.Equal(Day.Of("2026-03-30"), reading.Due);
        Assert.Null(reading.WithoutLateCorrection);
        Assert.Single(reading.Warnings);
    }

    [Fact]
    public void An_authority_that_gives_itself_fewer_days_is_warned_by_its_own_article_and_alarmed_by_the_law()
    {
        var own = ReplySpans.National.Correction with
        {
            Amount = 5,
            Statutory = new(7, LimitUnit.WorkingDay, ReplySpans.National.Correction.Citation),
            Citation = new("某办法", "第九条", []),
        };
        var clock = new DeadlineClock(WorkingCalendar.Embedded, Limits.Reply, ReplySpans.National with { Correction = own });
        Assert.Empty(clock.Read([Application, CorrectionRequested.On("2026-02-24")], Limits.Early).Warnings);
        var sixth = clock.Read([Application, CorrectionRequested.On("2026-02-25")], Limits.Early);
        Assert.Equal(("2026-02-25 的补正告知超过收到之日起 5 个工作日（某办法第九条）。", (ClockTrack?)null),
            (Assert.Single(sixth.Warnings), sixth.WithoutLateCorrection));
        Assert.NotNull(clock.Read([Application, Notice], Limits.Early).WithoutLateCorrection);
    }

    [Fact]
    public void A_correction_that_only_pauses_is_at_risk_in_the_same_way()
    {
        var pausing = ReplySpans.National with { Correction = ReplySpans.National.Correction with { Effect = LimitEffect.Pauses } };
        var reading = new DeadlineClock(WorkingCalendar.Embedded, Limits.Reply, pausing)
            .Read([Application, Notice, Corrected], Limits.Early);
        Assert.Equal(("2026-03-26", "2026-03-16"), Days(reading));
    }

    [Fact]
    public void The_alarm_measures_the_law_where_the_authority_replies_sooner()
    {
        var strict = Limits.Of("application.reply", 12, statutory: 20).Read("2026-03-12", Application, Notice, Corrected);
        Assert.Equal(("2026-03-26", "2026-03-16", "2026-04-08"),
            ($"{strict.Due:yyyy-MM-dd}", $"{strict.WithoutLateCorrection!.Due:yyyy-MM-dd}", $"{strict.Statutory!.Due:yyyy-MM-dd}"));
        Assert.Equal((20, ClockState.Red), (strict.WithoutLateCorrection.Amount, strict.Alarm));
    }

    [Fact]
    public void A_limit_beside_the_reply_looks_on()
    {
        var draft = Limits.Of("application.draft", 20).Read(Application, Transferred.On("2026-02-11"), Notice, Corrected);
        Assert.Equal((0, 0, (ClockTrack?)null), (draft.Warnings.Count, draft.Errors.Count, draft.WithoutLateCorrection));
    }

    [Fact]
    public void The_answer_carries_the_alarm_and_its_light()
    {
        var answer = ClockAnswer.Create(WorkingCalendar.Embedded, RulePacks.Load(), "bijie", LimitCodes.Reply,
            [Application, Notice, Corrected], Day.Of("2026-03-17")).Value!;
        Assert.Equal((ClockState.Green, ClockState.Overdue, Day.Of("2026-03-16")),
            (answer.State, answer.Alarm, answer.WithoutLateCorrection!.Due!.Value));
    }

    private static (string Due, string Alarm) Days(ClockReading reading)
        => ($"{reading.Due:yyyy-MM-dd}", $"{reading.WithoutLateCorrection?.Due:yyyy-MM-dd}");
}
