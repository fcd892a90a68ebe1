using Xunit;

namespace Disclosure.Testing;

/// <summary>Waits for a condition, never for a time.</summary>
public static class Eventually
{
    /// <summary>Asks until the condition holds; fails with the reason when it never does.</summary>
    /// <param name="condition">What must become true.</param>
    /// <param name="because">The sentence that failed.</param>
    /// <param name="seconds">Bound, generous: it is only reached when the test fails.</param>
    /// <returns>A task that ends when the condition holds.</returns>
    public static async Task Holds(Func<Task<bool>> condition, string because, int seconds = 60)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await condition())
        {
            if (limit.IsCancellationRequested) Assert.Fail($"After {seconds} s it is still not so that {because}.");
            await tick.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
