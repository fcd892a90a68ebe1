using Disclosure.Kernel;
using Disclosure.Review.Domain;
using Disclosure.Review.Features.Supervision;
using Disclosure.Rules.Calendar;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>A step shows the light that the deadline clock would show.</summary>
public sealed class DueLightTests
{
    [Theory]
    [InlineData("2026-03-16", "2026-03-03", ClockState.Green)]
    [InlineData("2026-03-16", "2026-03-09", ClockState.Amber)]
    [InlineData("2026-03-16", "2026-03-12", ClockState.Red)]
    [InlineData("2026-03-16", "2026-03-16", ClockState.Red)]
    [InlineData("2026-03-16", "2026-03-17", ClockState.Overdue)]
    [InlineData("2026-03-13", "2026-03-14", ClockState.Overdue)]
    public void The_light_depends_on_the_length_of_the_limit(string due, string today, ClockState light)
        => Assert.Equal(light, DueLight.Of(DateOnly.Parse(due, null), 20, On(DateOnly.Parse(today, null), WorkingCalendar.Embedded)));

    [Fact]
    public void Without_a_due_day_there_is_no_light() => Assert.Null(DueLight.Of(null, null, On(new(2026, 3, 2),
        WorkingCalendar.Embedded)));

    [Fact]
    public void Each_authority_is_counted_by_its_own_calendar()
    {
        // Of one Friday a notice makes a day off; nothing of it may reach who counts by another calendar.
        var other = WorkingCalendar.Create([new NoticeDay(new DateOnly(2026, 3, 13), IsOffDay: true, "试验假期")], [2026]);
        var (due, today) = (new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 11));
        Assert.Equal<(int?, int?)>((3, 2), (DueLight.Remaining(due, On(today, WorkingCalendar.Embedded)), DueLight.Remaining(due,
            On(today, other))));
        Assert.Equal<(ClockState?, ClockState?)>((ClockState.Amber, ClockState.Red),
            (DueLight.Of(due, 20, On(today, WorkingCalendar.Embedded)), DueLight.Of(due, 20, On(today, other))));
    }

    private static LegalTime On(DateOnly today, WorkingCalendar calendar) => new(LegalDay.Start(today), today, calendar);
}
