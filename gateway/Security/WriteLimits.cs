using System.Buffers.Text;
using System.Threading.RateLimiting;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Disclosure.Gateway.Security;

/// <summary>How much one address may write in a minute, unless a person is signed in here; section <c>Writes</c> of the configuration.</summary>
internal sealed class WriteLimits
{
    public const string Section = "Writes";

    private const string Bearer = "Bearer ";

    private static readonly Failure TooManyWrites = new("too-many-requests", StatusCodes.Status429TooManyRequests, "提交过于频繁", "请稍等一分钟再试。");

    /// <summary>Writes a minute of one address without a token.</summary>
    public int AnonymousPerMinute { get; init; } = 30;

    /// <summary>Writes a minute of one address with an access token: the service judges it, so here it is no proof of anything.</summary>
    public int BearerPerMinute { get; init; } = 1200;

    public void Apply(RateLimiterOptions options)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        options.OnRejected = async (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await TooManyWrites.ToProblem().ExecuteAsync(context.HttpContext);
        };
    }

    private RateLimitPartition<string> Partition(HttpContext context)
    {
        var request = context.Request;
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        // The rules API only computes, and has a limit of its own.
        if (reads || request.Path.StartsWithSegments("/api/rules") || context.User.Identity?.IsAuthenticated == true) return RateLimitPartition.GetNoLimiter("");
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        return HasToken(request) ? Window("bearer " + address, BearerPerMinute) : Window(address, AnonymousPerMinute);
    }

    /// <summary>Whether the request carries what could be a signed token: three parts of base64url. Any other <c>Authorization</c> is nobody's.</summary>
    private static bool HasToken(HttpRequest request)
        => request.Headers.Authorization is [{ } value] && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && value[Bearer.Length..].Split('.') is [_, _, _] parts && parts.All(part => part.Length > 0 && Base64Url.IsValid(part));

    private static RateLimitPartition<string> Window(string key, int permits) => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
    {
        PermitLimit = permits,
        Window = TimeSpan.FromMinutes(1),
    });
}
