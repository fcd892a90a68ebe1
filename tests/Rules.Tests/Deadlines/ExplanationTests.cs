using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
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
    public void Days_before_a_reset_are_told_but_not_counted()
    {
        var lines = Explain(Received.On("2026-02-10"), CorrectionRequested.On("2026-02-26"), CorrectionReceived.On("2026-03-10"));
        Assert.Equal(3, lines.Count(line => line.Kind == ExplanationKind.Fact));
        Assert.Equal(20, lines.Sum(line => line.Days));
        Assert.Contains("重新计算", lines[2].Text, StringComparison.Ordinal);
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
        => Assert.Contains("2027 年放假安排尚未载入", Explain(Received.On("2026-12-20"))[^1].Text, StringComparison.Ordinal);

    private static IReadOnlyList<ExplanationLine> Explain(params Fact[] facts)
        => new DeadlineClock(WorkingCalendar.Embedded, Limits.Reply).Explain(facts, Limits.Early).Lines;
}
