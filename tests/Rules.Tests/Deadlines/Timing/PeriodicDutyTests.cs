using Disclosure.Rules.Deadlines.Timing;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Deadlines.Timing.OccurrenceState;

namespace Disclosure.Rules.Tests.Deadlines.Timing;

public sealed class PeriodicDutyTests
{
    [Theory]
    [InlineData(Cycle.Month, "2026-01-31,2026-02-28,2026-03-31,2026-04-30")]
    [InlineData(Cycle.Quarter, "2026-03-31,2026-06-30")]
    [InlineData(Cycle.HalfYear, "2026-06-30")]
    [InlineData(Cycle.Year, "2026-12-31")]
    public void A_period_of_the_calendar_year_is_due_on_its_last_day(Cycle period, string due)
        => Assert.Equal(due.Split(','), Of(PeriodicDuty.Of(period)!, "2026-01-15", "2026-04-01")
        .Select(occurrence => $"{occurrence.Due:yyyy-MM-dd}"));

    [Theory]
    [InlineData(Cycle.Regularly)]
    [InlineData(Cycle.AtOnce)]
    public void What_names_no_period_has_no_occurrences(Cycle period) => Assert.Null(PeriodicDuty.Of(period));

    [Fact]
    public void What_is_done_counts_for_its_own_period_and_never_for_one_that_is_over()
    {
        var months = Of(PeriodicDuty.Of(Cycle.Month)!, "2025-12-10", "2026-03-31", "2025-12-31", "2026-02-01", "2026-02-20");
        Assert.Equal([(Done, "2025-12-31"), (Missed, ""), (Done, "2026-02-01"), (Open, "")],
            months.Select(month => (month.State, $"{month.DoneOn:yyyy-MM-dd}")));
        Assert.Equal(Missed, Of(PeriodicDuty.Of(Cycle.Month)!, "2025-12-10", "2026-04-01", "2025-12-31", "2026-02-01")[3].State);
    }

    [Fact]
    [Rule(287)]
    public void A_section_that_reports_after_the_twentieth_is_late_and_one_that_does_not_has_missed_the_month()
    {
        var duty = PeriodicDuty.Of(BureauPacks.Jiangxi.Limit("submission.monthly")!)!;
        var months = Of(duty, "2026-01-21", "2026-05-20", "2026-02-20", "2026-03-21", "2026-05-01");
        Assert.Equal([("2026-02-20", Done), ("2026-03-20", DoneLate), ("2026-04-20", Missed), ("2026-05-20", Done)],
            months.Select(month => ($"{month.Due:yyyy-MM-dd}", month.State)));
    }

    [Fact]
    [Rule(295)]
    public void The_list_of_staff_is_filed_each_january()
    {
        var duty = PeriodicDuty.Of(BureauPacks.Jiangxi.Limit("personnel.list")!)!;
        Assert.Equal([("2024-01-31", Done), ("2025-01-31", DoneLate), ("2026-01-31", Missed)],
            Of(duty, "2024-01-01", "2026-02-01", "2024-01-31", "2025-02-03").Select(year => ($"{year.Due:yyyy-MM-dd}", year.State)));
    }

    [Fact]
    [Rule(205)]
    public void The_appraisal_is_held_once_a_year()
    {
        var duty = PeriodicDuty.Of(BureauPacks.Bijie.Limit("appraisal")!)!;
        Assert.Equal([Done, Missed, Open], Of(duty, "2024-06-01", "2026-11-24", "2024-12-31").Select(year => year.State));
    }

    [Fact]
    [Rule(144)]
    public void The_annual_report_is_out_by_the_end_of_each_january()
        => Assert.Equal([("2025-01-31", Done), ("2026-01-31", DoneLate)],
            Of(PeriodicDuty.Of(BureauPacks.Bijie.Limit("annual-report.department")!)!, "2025-01-01", "2026-03-01", "2025-01-31",
                "2026-02-02")
            .Select(year => ($"{year.Due:yyyy-MM-dd}", year.State)));

    [Fact]
    public void Twice_a_year_is_done_with_the_second_time()
    {
        var duty = PeriodicDuty.Of(Limits.Of("any.limit", 2, LimitUnit.TimesPerYear))!;
        Assert.Equal([Missed, Done], Of(duty, "2024-01-01", "2025-12-31", "2024-05-01", "2025-05-01", "2025-11-01")
            .Select(year => year.State));
    }

    [Fact]
    public void A_limit_that_runs_from_a_fact_does_not_come_back() => Assert.Null(PeriodicDuty.Of(Limits.Reply));

    [Fact]
    public void A_duty_that_begins_later_owes_nothing_yet_and_a_day_outside_the_calendar_is_refused()
    {
        Assert.Empty(Of(PeriodicDuty.Of(Cycle.Month)!, "2026-05-01", "2026-04-30"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(PeriodicDuty.Of(Cycle.Month)!, "1989-12-31", "2026-04-30"));
    }

    private static IReadOnlyList<Occurrence> Of(PeriodicDuty duty, string since, string today, params string[] done)
        => duty.Occurrences(Day.Of(since), done.Select(Day.Of), Day.Of(today));
}
