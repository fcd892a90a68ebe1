using System.Threading.RateLimiting;
using Disclosure.Gateway.Security;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Disclosure.Gateway.RulesApi;

/// <summary>How often one address may ask.</summary>
internal sealed class RulesApiLimits
{
    /// <summary>Requests that may come at once.</summary>
    public int Burst { get; init; } = 200;

    /// <summary>Requests a second in the long run.</summary>
    public int PerSecond { get; init; } = 50;
}

/// <summary>The rules API is open to everybody; nobody may take all of it.</summary>
internal sealed class RulesRateLimit(IOptions<RulesApiLimits> limits) : IRateLimiterPolicy<string>
{
    public const string Name = "rules";

    /// <summary>What is told to whom there is no place for.</summary>
    public static readonly Failure TooMany = new(FailureKind.Busy, "too-many-requests", "请求过于频繁", "请稍候几秒再试。");

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = async (context, _) =>
    {
        context.HttpContext.Response.Headers.RetryAfter = "1";
        await TooMany.ToProblem().ExecuteAsync(context.HttpContext);
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext)
        => RateLimitPartition.GetTokenBucketLimiter(CallerAddress.Of(httpContext), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.Value.Burst,
            TokensPerPeriod = limits.Value.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });
}
