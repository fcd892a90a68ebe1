using Disclosure.Gateway.RulesApi;
using Xunit;

namespace Disclosure.Gateway.Tests.RulesApi;

/// <summary>Few costly questions at a time, of one caller fewer.</summary>
public sealed class RulesLimiterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_are_at_work_some_wait_and_the_next_is_refused()
    {
        using var desk = new RulesLimiter();
        var asked = Enumerable.Range(0, RulesLimiter.AtWork + RulesLimiter.Waiting)
            .Select(caller => desk.TakeAsync($"{caller}", Cancellation).AsTask()).ToList();

        Assert.Equal(RulesLimiter.AtWork, asked.Count(place => place.IsCompleted));
        using (var refused = await desk.TakeAsync("late", Cancellation)) Assert.False(refused.IsAcquired);
        foreach (var place in asked)
        {
            using var taken = await place.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
            Assert.True(taken.IsAcquired);
        }

        using var free = await desk.TakeAsync("late", Cancellation);
        Assert.True(free.IsAcquired);
    }

    [Fact]
    public async Task Nobody_takes_all_places()
    {
        using var desk = new RulesLimiter();
        var asked = Enumerable.Range(0, RulesLimiter.OfOneCaller).Select(_ => desk.TakeAsync("greedy", Cancellation).AsTask()).ToList();

        using (var refused = await desk.TakeAsync("greedy", Cancellation)) Assert.False(refused.IsAcquired);
        var other = desk.TakeAsync("other", Cancellation).AsTask();
        foreach (var place in asked) (await place.WaitAsync(TimeSpan.FromMinutes(1), Cancellation)).Dispose();

        using var taken = await other.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        Assert.True(taken.IsAcquired);
    }
}
