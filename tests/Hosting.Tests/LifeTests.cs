using Disclosure.Hosting.Processes;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Disclosure.Hosting.Tests;

/// <summary>What is a death and what is not, and when the next start is due.</summary>
public sealed class LifeTests
{
    private static readonly RestartPolicy Policy = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), 6, TimeSpan.FromMinutes(1));
    private readonly FakeTimeProvider clock = new();
    private readonly Life life;

    public LifeTests() => life = new Life(Policy, clock);

    [Fact]
    public void Who_served_and_ended_by_itself_is_started_again()
    {
        Served();
        Assert.Equal(1, See("Finished"));
        Assert.True(life.IsDown);
    }

    [Fact]
    public void Who_was_asked_to_stop_is_not()
    {
        Served();
        Assert.Null(See("Stopping"));
        Assert.Null(See("Finished"));
    }

    [Fact]
    public void Who_never_served_is_not_for_somebody_waits_for_the_reason()
    {
        Assert.Null(See("Starting"));
        Assert.Null(See("Running"));
        Assert.Null(See("FailedToStart"));
    }

    [Fact]
    public void A_start_that_fails_counts_as_the_next_attempt()
    {
        Served();
        Assert.Equal(1, See("Finished"));
        Assert.Null(See("Starting"));
        Assert.Equal(2, See("FailedToStart"));
        Assert.Null(See("Waiting"));
        Assert.Null(See("Running"));
        Assert.Equal(3, See("Exited"));
    }

    [Fact]
    public void Whoever_lived_long_enough_begins_anew()
    {
        Served();
        Assert.Equal(1, See("Finished"));
        Served();
        clock.Advance(Policy.Recovered - TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, See("Finished"));
        Served();
        clock.Advance(Policy.Recovered);
        Assert.Equal(1, See("Finished"));
    }

    [Fact]
    public void A_stop_by_hand_begins_anew_as_well()
    {
        Served();
        Assert.Equal(1, See("Finished"));
        Served();
        Assert.Null(See("Stopping"));
        Assert.Null(See("Finished"));
        Served();
        Assert.Equal(1, See("Finished"));
    }

    [Fact]
    public void The_delay_doubles_up_to_its_bound()
        => Assert.Equal([1, 2, 4, 8, 16, 30, 30], Enumerable.Range(1, 6).Append(1000)
            .Select(attempt => (int)Policy.DelayBefore(attempt).TotalSeconds));

    private void Served()
    {
        Assert.Null(See("Starting"));
        Assert.Null(life.See("Running", healthy: true));
    }

    private int? See(string state) => life.See(state, healthy: false);
}
