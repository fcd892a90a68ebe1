using System.Threading.RateLimiting;
using Disclosure.Kernel;

namespace Disclosure.ServiceDefaults.Replaying;

/// <summary>Lets one replay of an authority run at a time in a process: it reads all that is recorded. No authority waits for
/// another.</summary>
public sealed class ReplayLimiter : IDisposable
{
    private readonly PartitionedRateLimiter<string> places = PartitionedRateLimiter.Create<string, string>(authority
        => RateLimitPartition.GetConcurrencyLimiter(authority, _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 0 }));

    /// <summary>Another one of the authority is running.</summary>
    public static Failure IsBusy { get; } = new(FailureKind.Busy, "replay-is-running", "正在进行另一次试算", "请等它结束后再试。");

    /// <summary>A place, to be disposed of.</summary>
    /// <param name="authority">The authority.</param>
    /// <returns>The place; not acquired where another replay of the authority runs.</returns>
    public RateLimitLease Take(string authority) => places.AttemptAcquire(authority);

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();
}
