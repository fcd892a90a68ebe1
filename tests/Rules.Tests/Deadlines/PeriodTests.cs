using Disclosure.Rules.Deadlines;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>How one period after another is told: every day once, each period from 1.</summary>
public sealed class PeriodTests
{
    [Fact]
    public void A_consultation_that_a_fee_notice_cuts_short_is_told_up_to_the_notice()
    {
        var lines = Limits.Reply.Explain(Received.On("2026-03-02"), ConsultationSent.On("2026-03-04"), FeeNotified.On("2026-03-10"),
            ConsultationAnswered.On("2026-03-12"), FeePaid.On("2026-03-17"));
        Assert.Equal(
            [
                "03-03–03-04 第 1 至第 2 个工作日", "03-05–03-10 征求第三方意见期间，4 个工作日不计入期限",
                "03-11–03-12 等待缴费，2 个工作日不计入期限", "03-13–03-17 等待缴费，3 个工作日不计入期限", "03-18–03-20 第 1 至第 3 个工作日",
            ], Days(lines).Take(5));
    }

    [Fact]
    public void A_consultation_that_outlasts_a_payment_is_told_in_the_new_period()
    {
        var lines = Limits.Reply.Explain(Received.On("2026-03-02"), ConsultationSent.On("2026-03-04"), FeeNotified.On("2026-03-05"),
            FeePaid.On("2026-03-09"), ConsultationAnswered.On("2026-03-11"));
        Assert.Equal(
            [
                "03-03–03-04 第 1 至第 2 个工作日", "03-05–03-05 征求第三方意见期间，1 个工作日不计入期限",
                "03-06–03-09 等待缴费，2 个工作日不计入期限", "03-10–03-11 征求第三方意见期间，2 个工作日不计入期限",
                "03-12–03-13 第 1 至第 2 个工作日",
            ], Days(lines).Take(5));
        Assert.Equal(20, lines.Where(line => line.From > Day.Of("2026-03-09")).Sum(Counted));
    }

    [Fact]
    public void Consultations_sent_on_the_day_of_a_fee_notice_are_told_as_the_wait_for_the_fee()
    {
        var lines = Limits.Reply.Explain(Received.On("2026-03-02"), ConsultationSent.On("2026-03-04"),
            ConsultationSent.On("2026-03-04", party: ConsultedParty.Organ), FeeNotified.On("2026-03-04"),
            ConsultationAnswered.On("2026-03-06"), ConsultationAnswered.On("2026-03-10", party: ConsultedParty.Organ),
            FeePaid.On("2026-03-12"));
        Assert.All(lines.Where(line => line.Kind == ExplanationKind.Excluded), line
            => Assert.StartsWith("等待缴费", line.Text, StringComparison.Ordinal));
        Assert.Equal(6, lines.Where(line => line.Kind == ExplanationKind.Excluded).Sum(line => line.Days));
    }

    [Fact]
    public void A_fee_notice_after_the_authoritys_own_days_and_within_the_laws_is_told_after_the_days_overdue()
    {
        var lines = Limits.Of("application.reply", 10, statutory: 20).Explain(Received.On("2026-03-02"), FeeNotified.On("2026-03-20"),
            FeePaid.On("2026-03-24"));
        Assert.Contains(lines, line => Told(line) == "03-17–03-20 期限届满后 4 个工作日，超期");
        Assert.Contains(lines, line => Told(line) == "03-21–03-24 等待缴费，2 个工作日不计入期限");
        Assert.Equal(Day.Of("2026-04-08"), lines.Single(line => line.Kind == ExplanationKind.Due).From);
    }

    [Fact]
    public void Two_resets_make_three_periods_and_each_begins_at_one()
    {
        var lines = Limits.Reply.Explain(Received.On("2026-03-02"), CorrectionRequested.On("2026-03-04"),
            CorrectionReceived.On("2026-03-06"), FeeNotified.On("2026-03-10"), FeePaid.On("2026-03-12"));
        Assert.Equal([2, 2, 2, 2, 1], lines.Where(line => line.Kind is ExplanationKind.Counted or ExplanationKind.Excluded).Take(5)
            .Select(line => line.Days));
        Assert.Equal(["03-03", "03-09", "03-13"], lines.Where(line => line is { Kind: ExplanationKind.Counted } && line.Total == line.Days)
            .Select(line => $"{line.From:MM-dd}"));
        Assert.Equal((Day.Of("2026-04-10"), 20), (lines[^1].From, lines[^1].Total));
    }

    [Fact]
    public void A_wait_that_lapsed_is_told_to_the_day_of_the_lapse_and_no_further()
    {
        var (reading, lines) = Limits.Reply.Explain("2026-05-20", Received.On("2026-03-02"), CorrectionRequested.On("2026-03-04", days: 5));
        Assert.Equal((ClockEnd.CorrectionLapsed, Day.Of("2026-03-11")), (reading.End!.Value, reading.EndedOn!.Value));
        Assert.Equal(["03-03–03-04 第 1 至第 2 个工作日", "03-05–03-11 等待补正，5 个工作日不计入期限"], Days(lines));
        Assert.Equal((Day.Of("2026-03-11"), "无正当理由逾期不补正，视为放弃申请，不再处理", "条例第三十条"),
            (lines[^1].From, lines[^1].Text, lines[^1].Article));
    }

    [Fact]
    public void A_decision_while_the_clock_waits_ends_the_telling_on_its_day()
    {
        var (reading, lines) = Limits.Reply.Explain("2026-05-20", Received.On("2026-03-02"), FeeNotified.On("2026-03-04"),
            Decided.On("2026-03-09"));
        Assert.Equal((ClockEnd.Completed, Day.Of("2026-03-09"), (DateOnly?)null, true),
            (reading.End!.Value, reading.EndedOn!.Value, reading.Due, reading.OnTime!.Value));
        Assert.Equal(["03-03–03-04 第 1 至第 2 个工作日", "03-05–03-09 等待缴费，3 个工作日不计入期限"], Days(lines));
    }

    [Fact]
    public void Days_after_the_last_one_are_told_as_overdue_up_to_the_new_start_of_a_consultation_limit()
    {
        var (reading, lines) = Limits.Of("application.third-party", 2).Explain("2026-03-20", ConsultationSent.On("2026-03-02"),
            ConsultationDelivered.On("2026-03-09"));
        Assert.Equal((Day.Of("2026-03-11"), Day.Of("2026-03-09")), (reading.Due!.Value, reading.Start!.Value));
        Assert.Equal(["03-03–03-04 第 1 至第 2 个工作日", "03-05–03-09 期限届满后 3 个工作日，超期", "03-10–03-11 第 1 至第 2 个工作日"],
            lines.Where(line => line.Kind is ExplanationKind.Counted || line.Text.Contains("超期", StringComparison.Ordinal)).Select(Told));
    }

    private static int Counted(ExplanationLine line) => line.Kind is ExplanationKind.Counted or ExplanationKind.MakeUp ? line.Days : 0;

    // Without the days off, which ExplanationTests tell.
    private static IEnumerable<string> Days(IEnumerable<ExplanationLine> lines)
        => lines.Where(line => line.Kind is ExplanationKind.Counted or ExplanationKind.Excluded).Select(Told);

    private static string Told(ExplanationLine line) => $"{line.From:MM-dd}–{line.To:MM-dd} {line.Text}";
}
