using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

public sealed class ExplanationTests
{
    [Fact]
    public void Every_day_is_counted_or_skipped_with_its_reason()
    {
        var lines = Explain(Received.On("2026-02-10"));
        Assert.Equal(
            [
                ("2026-02-10", "2026-02-10", ExplanationKind.Fact, 0), ("2026-02-11", "2026-02-13", ExplanationKind.Counted, 3),
                ("2026-02-14", "2026-02-14", ExplanationKind.MakeUp, 4), ("2026-02-15", "2026-02-23", ExplanationKind.Holiday, 4),
                ("2026-02-24", "2026-02-27", ExplanationKind.Counted, 8), ("2026-02-28", "2026-02-28", ExplanationKind.MakeUp, 9),
                ("2026-03-01", "2026-03-01", ExplanationKind.Weekend, 9), ("2026-03-02", "2026-03-06", ExplanationKind.Counted, 14),
                ("2026-03-07", "2026-03-08", ExplanationKind.Weekend, 14), ("2026-03-09", "2026-03-13", ExplanationKind.Counted, 19),
                ("2026-03-14", "2026-03-15", ExplanationKind.Weekend, 19), ("2026-03-16", "2026-03-16", ExplanationKind.Counted, 20),
                ("2026-03-16", "2026-03-16", ExplanationKind.Due, 20),
            ],
            lines.Select(line => ($"{line.From:yyyy-MM-dd}", $"{line.To:yyyy-MM-dd}", line.Kind, line.Total)));
        Assert.All(lines, line => Assert.NotEmpty(line.Article));
    }

    [Fact]
    public void Counted_days_add_up_to_the_limit_through_pauses_and_extension()
    {
        var lines = Explain(Received.On("2026-03-02"), ConsultationSent.On("2026-03-09"),
            ConsultationSent.On("2026-03-11", party: ConsultedParty.Organ), ConsultationAnswered.On("2026-03-13"),
            ConsultationAnswered.On("2026-03-18", party: ConsultedParty.Organ), Extended.On("2026-03-20", 10));
        Assert.Equal(30, lines.Sum(line => line.Kind is ExplanationKind.Counted or ExplanationKind.MakeUp ? line.Days : 0));
        Assert.Equal(7, lines.Where(line => line.Kind == ExplanationKind.Excluded).Sum(line => line.Days));
        Assert.Equal(lines.OrderBy(line => line.To).Select(line => line.To), lines.Select(line => line.To));
    }

    [Fact]
    public void Days_before_a_reset_and_of_the_wait_are_told_and_the_count_begins_at_one_again()
    {
        var lines = Explain(Received.On("2026-03-02"), CorrectionRequested.On("2026-03-06"), CorrectionReceived.On("2026-03-18"));
        Assert.Equal(
            [
                ("2026-03-02", ExplanationKind.Fact, 0, 0), ("2026-03-03", ExplanationKind.Counted, 4, 4),
                    ("2026-03-06", ExplanationKind.Fact, 0, 4),
                ("2026-03-07", ExplanationKind.Excluded, 8, 4), ("2026-03-18", ExplanationKind.Fact, 0, 0),
                    ("2026-03-19", ExplanationKind.Counted, 2, 2),
            ],
            lines.Take(6).Select(line => ($"{line.From:yyyy-MM-dd}", line.Kind, line.Days, line.Total)));
        Assert.Equal(20, lines.Where(line => line.From > Day.Of("2026-03-18")).Sum(line => line.Days));
        Assert.Contains("等待补正", lines[3].Text, StringComparison.Ordinal);
        Assert.Equal("条例第三十条", lines[3].Article);
        Assert.Contains("重新计算", lines[4].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wait_is_told_up_to_the_day_of_the_reading()
    {
        var (_, lines) = Limits.Reply.Explain("2026-03-20", Received.On("2026-03-02"), FeeNotified.On("2026-03-06"));
        Assert.Equal((ExplanationKind.Excluded, Day.Of("2026-03-07"), Day.Of("2026-03-20"), 10),
            (lines[^1].Kind, lines[^1].From, lines[^1].To, lines[^1].Days));
        Assert.Equal(4, lines.Where(line => line.Kind == ExplanationKind.Counted).Sum(line => line.Days));
    }

    [Fact]
    public void What_outlasts_the_last_day_because_of_an_obstacle_is_told_but_not_counted()
    {
        var (reading, lines) = Limits.Of("publication", 5, statutory: 20)
            .Explain("2026-03-23", Formed.On("2026-03-02"), Blocked.On("2026-03-04"), Unblocked.On("2026-03-21"));
        Assert.Equal(5, Counted(lines));
        var excluded = Assert.Single(lines, line => line.Kind == ExplanationKind.Excluded && line.Days > 0);
        Assert.Equal((9, 9), (excluded.Days, reading.Pauses.Single().WorkingDays));
        var due = Assert.Single(lines, line => line.Kind == ExplanationKind.Due);
        Assert.Equal((Day.Of("2026-03-23"), 5), (due.From, due.Total));

        var open = Limits.Of("publication", 5).Explain("2026-03-20", Formed.On("2026-03-02"), Blocked.On("2026-03-04"));
        Assert.Equal((5, ExplanationKind.Excluded, Day.Of("2026-03-20")), (Counted(open.Lines), open.Lines[^1].Kind, open.Lines[^1].To));
    }

    [Fact]
    public void Calendar_days_and_months_are_told_as_a_span()
    {
        var days = Limits.Of("any.limit", 30, LimitUnit.CalendarDay).Explain(Received.On("2026-03-02"));
        Assert.Equal((30, 30, "2026-03-03", "2026-04-01"),
            (Counted(days), days[^1].Total, $"{days[1].From:yyyy-MM-dd}", $"{days[1].To:yyyy-MM-dd}"));
        var month = Limits.Of("any.limit", 1, LimitUnit.Month).Explain(Received.On("2026-01-31"));
        Assert.Equal(("2026-02-01", "2026-02-28"), ($"{month[1].From:yyyy-MM-dd}", $"{month[1].To:yyyy-MM-dd}"));
    }

    [Fact]
    public void A_fixed_day_is_not_counted_to()
    {
        var lines = Limits.Of("submission.monthly", 20, LimitUnit.DayOfMonth).Explain(FactKind.Period.On("2026-03-02"));
        Assert.Equal([("所属期间", 0), ("规定的截止日", 0)], lines.Select(line => (line.Text, line.Days)));
    }

    [Fact]
    public void The_upper_end_of_a_range_and_the_statutory_limit_have_their_own_line()
    {
        Assert.Contains("最迟 7 个工作日", Limits.Of("any.limit", 5, max: 7).Explain(Received.On("2026-03-02"))[^1].Text,
            StringComparison.Ordinal);
        Assert.Contains("法定期限 20 个工作日", Limits.Of("publication", 5, statutory: 20).Explain(Formed.On("2026-03-02"))[^1].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void That_the_first_day_is_not_counted_is_marked_as_practice()
    {
        foreach (var line in Explain(Received.On("2026-03-02"), FeeNotified.On("2026-03-06"), FeePaid.On("2026-03-10")))
        {
            Assert.Equal(line.Text.Contains("当日不计", StringComparison.Ordinal), line.Article.Contains("通行做法", StringComparison.Ordinal));
            Assert.DoesNotContain("次日起算）", line.Article, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_late_decision_stands_after_the_due_day()
    {
        var lines = Explain(Received.On("2026-02-10"), Decided.On("2026-03-20"));
        Assert.Equal(ExplanationKind.Due, lines[^2].Kind);
        Assert.Equal(Day.Of("2026-03-20"), lines[^1].From);
    }

    [Fact]
    public void A_provisional_day_says_which_year_is_missing()
    {
        Assert.Contains("2027 年放假安排尚未载入", Explain(Received.On("2026-12-20"))[^1].Text, StringComparison.Ordinal);
        Assert.Contains("2027 年放假安排尚未载入，2026-12-25 以后", Limits.Of("any.limit", 3).Explain(Received.On("2026-12-28"))[^1].Text,
            StringComparison.Ordinal);
    }

    private static int Counted(IReadOnlyList<ExplanationLine> lines)
        => lines.Sum(line => line.Kind is ExplanationKind.Counted or ExplanationKind.MakeUp ? line.Days : 0);

    private static IReadOnlyList<ExplanationLine> Explain(params Fact[] facts) => Limits.Reply.Explain(facts);
}
