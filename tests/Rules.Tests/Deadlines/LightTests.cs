using Disclosure.Kernel;
using Disclosure.Rules.Deadlines;
using Xunit;
using static Disclosure.Kernel.ClockState;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>Lights (红黄绿灯) of one limit and of several side by side.</summary>
public sealed class LightTests
{
    [Theory]
    [InlineData(-1, 20, Overdue)]
    [InlineData(0, 20, Red)]
    [InlineData(2, 20, Red)]
    [InlineData(3, 20, Amber)]
    [InlineData(5, 20, Amber)]
    [InlineData(6, 20, Green)]
    [InlineData(1, 1, Red)]
    [InlineData(3, 21, Red)]
    [InlineData(6, 21, Amber)]
    [InlineData(7, 21, Green)]
    [InlineData(0, 0, Red)]
    [InlineData(1, 0, Green)]
    public void Red_is_a_tenth_and_amber_a_quarter_both_rounded_up(int remaining, int length, ClockState light)
        => Assert.Equal(light, ClockLight.Of(remaining, length));

    [Fact]
    public void Of_several_the_strictest_is_shown_and_one_that_runs_is_stricter_than_one_that_stands_still()
    {
        ClockState[] strict = [Overdue, Red, Amber, Green, Paused, Ended];
        for (var first = 0; first < strict.Length; first++)
            for (var second = 0; second < strict.Length; second++)
            {
                Assert.Equal(strict[Math.Min(first, second)], ClockLight.Strictest(strict[first], strict[second]));
                Assert.Equal(strict[Math.Min(first, second)], ClockLight.Strictest(strict[first], null, strict[second]));
            }

        Assert.Equal(Amber, ClockLight.Strictest(Amber, null, null));
    }
}
