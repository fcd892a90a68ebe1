using Disclosure.Review.Features;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>A step shows the light that the deadline clock would show.</summary>
public sealed class LightsTests
{
    [Theory]
    [InlineData("2026-03-16", "2026-03-03", "green")]
    [InlineData("2026-03-16", "2026-03-09", "amber")]
    [InlineData("2026-03-16", "2026-03-12", "red")]
    [InlineData("2026-03-16", "2026-03-16", "red")]
    [InlineData("2026-03-16", "2026-03-17", "overdue")]
    [InlineData("2026-03-13", "2026-03-14", "overdue")]
    public void The_light_depends_on_the_length_of_the_limit(string due, string today, string light)
        => Assert.Equal(light, Lights.Of(DateOnly.Parse(due, null), 20, DateOnly.Parse(today, null)));

    [Fact]
    public void Without_a_due_day_there_is_no_light() => Assert.Null(Lights.Of(null, null, new(2026, 3, 2)));
}
