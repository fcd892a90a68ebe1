using Disclosure.Kernel;
using Disclosure.Review.Data;
using Disclosure.Review.Features.Supervision;
using Disclosure.Rules.Calendar;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>A step shows the light that the deadline clock would show.</summary>
public sealed class DueLightTests
{
    private static readonly LegalClock Shipped = new(TimeProvider.System, WorkingCalendar.Embedded);

    [Theory]
    [InlineData("2026-03-16", "2026-03-03", ClockState.Green)]
    [InlineData("2026-03-16", "2026-03-09", ClockState.Amber)]
    [InlineData("2026-03-16", "2026-03-12", ClockState.Red)]
    [InlineData("2026-03-16", "2026-03-16", ClockState.Red)]
    [InlineData("2026-03-16", "2026-03-17", ClockState.Overdue)]
    [InlineData("2026-03-13", "2026-03-14", ClockState.Overdue)]
    public void The_light_depends_on_the_length_of_the_limit(string due, string today, ClockState light)
        => Assert.Equal(light, DueLight.Of(DateOnly.Parse(due, null), 20, DateOnly.Parse(today, null), Shipped));

    [Fact]
    public void Without_a_due_day_there_is_no_light() => Assert.Null(DueLight.Of(null, null, new(2026, 3, 2), Shipped));

    [Fact]
    public void Two_processes_count_by_the_calendar_each_was_given()
    {
        // Of one Friday a notice makes a day off; nothing of it may reach who counts by another calendar.
        var other = new LegalClock(TimeProvider.System,
            WorkingCalendar.Create([new NoticeDay(new DateOnly(2026, 3, 13), IsOffDay: true, "试验假期")], [2026]));
        Assert.Equal((3, 2), (Shipped.CountWorkingDays(new(2026, 3, 11), new(2026, 3, 16)),
            other.CountWorkingDays(new(2026, 3, 11), new(2026, 3, 16))));
        var (due, today) = (new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 11));
        Assert.Equal<(ClockState?, ClockState?)>((ClockState.Amber, ClockState.Red),
            (DueLight.Of(due, 20, today, Shipped), DueLight.Of(due, 20, today, other)));
    }
}
