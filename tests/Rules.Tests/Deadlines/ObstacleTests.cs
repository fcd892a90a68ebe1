using Disclosure.Kernel;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>
/// Obstacles to publication (因特殊原因不能按时公开). Formed on Monday 2 March 2026: the bureau's own 5 working days end on Monday 9 March, the
/// statutory 20 on Monday 30 March.
/// </summary>
public sealed class ObstacleTests
{
    private static readonly LimitRule Publication = Limits.Of("publication", 5, statutory: 20);

    private static readonly Fact Formed = FactKind.Formed.On("2026-03-02");

    [Theory]
    [Rule(141)]
    [InlineData("2026-03-04", "2026-03-04", "2026-03-09", 0)]
    [InlineData("2026-03-04", "2026-03-06", "2026-03-09", 0)]
    [InlineData("2026-03-04", "2026-03-08", "2026-03-09", 0)]
    [InlineData("2026-03-04", "2026-03-09", "2026-03-09", 0)]
    [InlineData("2026-03-04", "2026-03-10", "2026-03-10", 0)]
    [InlineData("2026-03-04", "2026-03-11", "2026-03-11", 1)]
    [InlineData("2026-03-04", "2026-03-13", "2026-03-13", 3)]
    [InlineData("2026-03-04", "2026-03-14", "2026-03-16", 4)]
    [InlineData("2026-03-04", "2026-03-16", "2026-03-16", 4)]
    [InlineData("2026-03-09", "2026-03-11", "2026-03-11", 1)]
    [InlineData("2026-03-02", "2026-04-04", "2026-04-07", 19)]
    public void What_outlasts_the_last_day_makes_the_first_working_day_after_it_the_last_and_anything_shorter_changes_nothing(
        string blocked, string unblocked, string due, int days)
    {
        var (reading, lines) = Publication.Explain("1990-01-01", Formed, Blocked.On(blocked), Unblocked.On(unblocked));
        Assert.Equal((Day.Of(due), days), (reading.Due!.Value, reading.Pauses.Single().WorkingDays));
        Assert.Equal(Day.Of("2026-03-30"), reading.Statutory!.Due);
        Assert.Equal((5, days), (Counted(lines), lines.Where(line => line.Kind == ExplanationKind.Excluded).Sum(line => line.Days)));
        var last = Assert.Single(lines, line => line.Kind == ExplanationKind.Due);
        Assert.Equal((Day.Of(due), due == "2026-03-09" ? "第 5 个工作日，期限届满" : "特殊原因已消除，应于当日公开"), (last.From, last.Text));
        Assert.Empty(reading.Errors);
    }

    [Fact]
    public void While_it_lasts_the_bureaus_clock_stands_still_and_the_statutory_one_raises_the_alarm()
    {
        var early = Publication.Read("2026-03-20", Formed, Blocked.On("2026-03-04"));
        Assert.Equal((ClockState.Paused, (DateOnly?)null, (int?)null), (early.State, early.Due, early.Local.Remaining));
        Assert.Equal((ClockState.Green, ClockState.Green), (early.Statutory!.State, early.Alarm));
        Assert.False(early.IsLate);
        var late = Publication.Read("2026-03-31", Formed, Blocked.On("2026-03-04"));
        Assert.Equal((ClockState.Paused, ClockState.Overdue, ClockState.Overdue), (late.State, late.Statutory!.State, late.Alarm));
        Assert.True(late.IsLate);
    }

    [Theory]
    [InlineData("2026-03-20", true, true, false)]
    [InlineData("2026-03-30", true, true, false)]
    [InlineData("2026-03-31", true, false, true)]
    public void Publishing_ends_it_in_the_bureaus_time_and_by_the_statutory_day_or_late(string published, bool own, bool lawful, bool late)
    {
        var reading = Publication.Read(Formed, Blocked.On("2026-03-04"), Published.On(published));
        Assert.Equal((own, lawful, late), (reading.OnTime!.Value, reading.Statutory!.OnTime!.Value, reading.IsLate));
        Assert.Equal((PauseOutcome.Answered, Day.Of(published)), (reading.Pauses.Single().Outcome, reading.Pauses.Single().Until!.Value));
    }

    [Fact]
    public void The_day_after_the_new_last_day_is_overdue()
    {
        Fact[] facts = [Formed, Blocked.On("2026-03-04"), Unblocked.On("2026-03-14")];
        Assert.Equal([ClockState.Red, ClockState.Overdue],
            new[] { "2026-03-16", "2026-03-17" }.Select(today => Publication.Read(today, facts).State));
        Assert.False(Publication.Read([.. facts, Published.On("2026-03-17")]).OnTime);
    }

    [Fact]
    public void A_second_obstacle_may_follow_the_first_as_long_as_the_limit_runs()
    {
        Fact[] first = [Formed, Blocked.On("2026-03-04"), Unblocked.On("2026-03-16")];
        var both = Publication.Read([.. first, Blocked.On("2026-03-16"), Unblocked.On("2026-03-19")]);
        Assert.Equal((Day.Of("2026-03-19"), 0), (both.Due!.Value, both.Errors.Count));
        Assert.Equal(2, both.Pauses.Count);
        var late = Publication.Read([.. first, Blocked.On("2026-03-17"), Unblocked.On("2026-03-19")]);
        Assert.Equal([ClockErrorKind.ObstacleAfterExpiry, ClockErrorKind.UnblockedBeforeBlocked], late.Errors.Select(error => error.Kind));
        Assert.Equal(Day.Of("2026-03-16"), late.Due);
        var early = Publication.Read(Formed, Blocked.On("2026-03-03"), Unblocked.On("2026-03-04"), Blocked.On("2026-03-05"),
            Unblocked.On("2026-03-11"));
        Assert.Equal(Day.Of("2026-03-11"), early.Due);
    }

    [Fact]
    public void An_obstacle_that_lasts_cannot_begin_again_and_one_that_nobody_recorded_cannot_end()
    {
        var twice = Publication.Read(Formed, Blocked.On("2026-03-04"), Blocked.On("2026-03-05"));
        Assert.Equal((ClockErrorKind.NotRunning, 2), (Assert.Single(twice.Errors).Kind, twice.Errors[0].Index));
        Assert.Equal(Day.Of("2026-03-04"), Assert.Single(twice.Pauses).From);
        Assert.Equal(ClockErrorKind.UnblockedBeforeBlocked,
            Assert.Single(Publication.Read(Formed, Unblocked.On("2026-03-04")).Errors).Kind);
        var before = Publication.Read(Blocked.On("2026-03-01"), Formed);
        Assert.Equal((ClockErrorKind.NotRunning, Day.Of("2026-03-09")), (Assert.Single(before.Errors).Kind, before.Due!.Value));
        Assert.Empty(Publication.Read(Formed, Blocked.On("2026-03-09")).Errors);
        Assert.Equal(ClockErrorKind.ObstacleAfterExpiry, Assert.Single(Publication.Read(Formed, Blocked.On("2026-03-10")).Errors).Kind);
    }

    private static int Counted(IEnumerable<ExplanationLine> lines)
        => lines.Sum(line => line.Kind is ExplanationKind.Counted or ExplanationKind.MakeUp ? line.Days : 0);
}
