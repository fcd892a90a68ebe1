using System.Buffers.Text;
using System.Threading.RateLimiting;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;

namespace Disclosure.Gateway.Security;

/// <summary>How much one address may read and write, unless a person is signed in here; section <c>Limits</c>.</summary>
/// <remarks>Stands inside the cache of public pages: what is answered from there costs nothing and counts for nothing.</remarks>
internal sealed class CallerLimits
{
    public const string Section = "Limits";

    private const string Bearer = "Bearer ";

    private static readonly Failure TooMany = new(FailureKind.Busy, "too-many-requests", "操作过于频繁", "请稍等一分钟再试。");

    /// <summary>Writes a minute of one address without a token.</summary>
    public int AnonymousWritesPerMinute { get; init; } = 30;

    /// <summary>Writes a minute of one address with an access token: the service judges it, so here it is no proof of anything.</summary>
    public int BearerWritesPerMinute { get; init; } = 1200;

    /// <summary>Reads that may come from one address at once: an office behind one address opens a page with all it shows.</summary>
    public int ReadsAtOnce { get; init; } = 600;

    /// <summary>Reads a second of one address in the long run.</summary>
    public int ReadsPerSecond { get; init; } = 100;

    public void Apply(RateLimiterOptions options)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        options.OnRejected = async (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                .ToString(System.Globalization.CultureInfo.InvariantCulture);
            await TooMany.ToProblem().ExecuteAsync(context.HttpContext);
        };
    }

    private RateLimitPartition<string> Partition(HttpContext context)
    {
        var request = context.Request;
        // The rules API only computes, and has a limit of its own; style sheets and icons are files; probes decide over life and death.
        if (context.User.Identity?.IsAuthenticated == true || request.Path.StartsWithSegments("/api/rules") || Probes.Are(request.Path)
            || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return RateLimitPartition.GetNoLimiter("");
        var address = CallerAddress.Of(context);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsOptions(request.Method)) return Bucket("reads " + address);
        return HasToken(request) ? Window("bearer " + address, BearerWritesPerMinute) : Window(address, AnonymousWritesPerMinute);
    }

    /// <summary>Whether the request carries what could be a signed token: three parts of base64url. Any other <c>Authorization</c> is
    /// nobody's.</summary>
    private static bool HasToken(HttpRequest request)
        => request.Headers.Authorization is [{ } value] && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && value[Bearer.Length..].Split('.') is [_, _, _] parts && parts.All(part => part.Length > 0 && Base64Url.IsValid(part));

    private static RateLimitPartition<string> Window(string key, int permits)
        => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
        });

    private RateLimitPartition<string> Bucket(string key)
        => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = ReadsAtOnce,
            TokensPerPeriod = ReadsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });
}
