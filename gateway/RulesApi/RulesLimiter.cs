using System.Threading.RateLimiting;
using Disclosure.Gateway.Security;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Gateway.RulesApi;

/// <summary>
/// Lets two costly questions be worked on at a time and a few wait: what a megabyte is read into takes many times its memory.
/// </summary>
internal sealed class RulesLimiter : IDisposable
{
    /// <summary>Questions that are worked on at a time.</summary>
    public const int AtWork = 2;

    /// <summary>Questions that wait for a place.</summary>
    public const int Waiting = 8;

    /// <summary>Questions of one caller that wait or are worked on, so that nobody takes all places.</summary>
    public const int OfOneCaller = 4;

    private readonly PartitionedRateLimiter<string> places = PartitionedRateLimiter.CreateChained(
        Places(caller => caller, OfOneCaller, 0), Places(_ => "", AtWork, Waiting));

    /// <summary>Answers when a place is free, or refuses.</summary>
    /// <param name="context">The request, whose body has been read: who sends slowly keeps no place.</param>
    /// <param name="work">What costs.</param>
    public async Task<IResult> WorkAsync(HttpContext context, Func<IResult> work)
    {
        using var place = await TakeAsync(CallerAddress.Of(context), context.RequestAborted);
        if (place.IsAcquired) return work();
        context.Response.Headers.RetryAfter = "1";
        return RulesRateLimit.TooMany.ToProblem();
    }

    /// <summary>A place, to be disposed; not acquired when too many wait already.</summary>
    public ValueTask<RateLimitLease> TakeAsync(string caller, CancellationToken cancellation)
        => places.AcquireAsync(caller, cancellationToken: cancellation);

    public void Dispose() => places.Dispose();

    private static PartitionedRateLimiter<string> Places(Func<string, string> partition, int permits, int queue)
        => PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetConcurrencyLimiter(partition(caller),
            _ => new ConcurrencyLimiterOptions { PermitLimit = permits, QueueLimit = queue }));
}
