using Disclosure.Review.Data;
using Disclosure.Review.Features;
using Disclosure.Rules.Calendar;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>A step shows the light that the deadline clock would show.</summary>
public sealed class LightsTests
{
    private static readonly Moments Shipped = new(TimeProvider.System, WorkingCalendar.Embedded);

    [Theory]
    [InlineData("2026-03-16", "2026-03-03", "green")]
    [InlineData("2026-03-16", "2026-03-09", "amber")]
    [InlineData("2026-03-16", "2026-03-12", "red")]
    [InlineData("2026-03-16", "2026-03-16", "red")]
    [InlineData("2026-03-16", "2026-03-17", "overdue")]
    [InlineData("2026-03-13", "2026-03-14", "overdue")]
    public void The_light_depends_on_the_length_of_the_limit(string due, string today, string light)
        => Assert.Equal(light, Lights.Of(DateOnly.Parse(due, null), 20, DateOnly.Parse(today, null), Shipped));

    [Fact]
    public void Without_a_due_day_there_is_no_light() => Assert.Null(Lights.Of(null, null, new(2026, 3, 2), Shipped));

    [Fact]
    public void Two_processes_count_by_the_calendar_each_was_given()
    {
        // Of one Friday a notice makes a day off; nothing of it may reach who counts by another calendar.
        var other = new Moments(TimeProvider.System,
            WorkingCalendar.Create([new NoticeDay(new DateOnly(2026, 3, 13), IsOffDay: true, "试验假期")], [2026]));
        Assert.Equal((3, 2), (Shipped.CountWorkingDays(new(2026, 3, 11), new(2026, 3, 16)),
            other.CountWorkingDays(new(2026, 3, 11), new(2026, 3, 16))));
        var (due, today) = (new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 11));
        Assert.Equal(("amber", "red"), (Lights.Of(due, 20, today, Shipped), Lights.Of(due, 20, today, other)));
    }
}
