using Disclosure.Gateway.Display;
using Disclosure.Gateway.Security;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Disclosure.Gateway.Caching;

/// <summary>
/// Caches public pages, already compressed, for everybody alike: whether the reader is signed in makes no difference to
/// them. Names of policies are used in <c>[OutputCache(PolicyName = …)]</c>.
/// </summary>
/// <remarks>
/// A page's key holds what the page depends upon and nothing that a reader can make up, so that strangers cannot crowd the pages out:
/// no query and no host. A page of a list that follows another (<c>after</c>) is read afresh.
/// </remarks>
internal sealed class PublicPagePolicy(PublicStateVersions versions, IResponseCompressionProvider compression, SiteAddresses sites)
    : IOutputCachePolicy
{
    public const string Name = "public";

    /// <summary>The member of the query that names the entry a page of a list follows.</summary>
    private const string After = "after";

    public static string ListTag(string authority) => $"list:{authority}";

    public static string ItemTag(string authority, string number) => $"item:{authority}/{number}";

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Query.ContainsKey(After)) return ValueTask.CompletedTask;
        // A page of the workbench may be asked to patch this one into itself; what is made for that would be kept for everybody.
        request.Headers.Accept = StringValues.Empty;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromDays(1);
        var authority = request.RouteValues["authority"] as string ?? "";
        var number = request.RouteValues["number"] as string;
        context.CacheVaryByRules.QueryKeys = StringValues.Empty;
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["site"] = sites.Of(request);
        context.CacheVaryByRules.VaryByValues["version"] = versions.Version(authority, number);
        context.CacheVaryByRules.VaryByValues["display"] = DisplayMode.Of(context.HttpContext).ToString();
        context.CacheVaryByRules.VaryByValues["encoding"] = compression.GetCompressionProvider(context.HttpContext)?.EncodingName ?? "";
        context.Tags.Add(number is null ? ListTag(authority) : ItemTag(authority, number));
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (http.Response.StatusCode != StatusCodes.Status200OK || http.Response.Headers.ContainsKey(HeaderNames.SetCookie)
            || StaleIfErrorCache.IsStale(http))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
