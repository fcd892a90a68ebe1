using System.Threading.RateLimiting;
using Disclosure.Kernel;

namespace Disclosure.ServiceDefaults.Replaying;

/// <summary>Lets one replay run at a time in a process: it reads all that is recorded of an authority.</summary>
public sealed class ReplayLimiter : IDisposable
{
    private readonly ConcurrencyLimiter places = new(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 0 });

    /// <summary>Another one is running.</summary>
    public static Failure IsBusy { get; } = new(FailureKind.Busy, "replay-is-running", "正在进行另一次试算", "请等它结束后再试。");

    /// <summary>A place, to be disposed of.</summary>
    /// <returns>The place; not acquired where another replay runs.</returns>
    public RateLimitLease Take() => places.AttemptAcquire();

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();
}
