using Disclosure.Gateway.Security;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace Disclosure.Gateway.Caching;

/// <summary>Registers the cache of public pages; what evicts from it is heard by message.</summary>
internal static class CachingExtensions
{
    public static WebApplicationBuilder AddPublicPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<PublicStateVersions>().AddSingleton<StaleIfErrorCache>();
        builder.Services.AddOutputCache(options => options.SizeLimit = 256 * 1024 * 1024);
        builder.Services.AddOptions<OutputCacheOptions>().Configure<PublicStateVersions, IResponseCompressionProvider, SiteAddresses>(
            (options, versions, compression, sites)
            => options.AddPolicy(PublicPagePolicy.Name, new PublicPagePolicy(versions, compression, sites)));
        builder.Services.AddResponseCompression(options =>
        {
            // Public pages carry no secret that a compressed length could betray; pages of staff are not compressed, see UsePublicPages.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/rss+xml"];
        });
        return builder;
    }

    /// <summary>The cache stands outside compression, so a cached page is served as the bytes that were compressed once.</summary>
    public static WebApplication UsePublicPages(this WebApplication app)
    {
        app.UseOutputCache();
        app.UseWhen(IsPublic, pages => pages.UseResponseCompression());
        return app;
    }

    private static bool IsPublic(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>() is not null;
}
