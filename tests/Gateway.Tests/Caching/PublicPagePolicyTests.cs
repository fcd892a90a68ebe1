using System.Net;
using System.Net.Http.Headers;
using Disclosure.Gateway.Caching;
using Disclosure.Gateway.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Disclosure.Gateway.Tests.Caching;

/// <summary>Nobody makes entries of the page cache by writing something into an address.</summary>
public sealed class PublicPagePolicyTests
{
    [Theory]
    [InlineData("/page", "/page?utm=1", true)]
    [InlineData("/page", "/page?a=%00", true)]
    [InlineData("/page?x=1", "/page?x=2&y=3", true)]
    [InlineData("/page", "/PAGE", true)]
    [InlineData("/page", "/page?after=made-up", false)]
    public async Task An_address_is_cached_by_what_its_page_depends_upon(string first, string second, bool same)
    {
        await using var app = await StartAsync();
        using var http = Client(app);
        var made = await http.GetStringAsync(first, TestContext.Current.CancellationToken);
        Assert.Equal(same, made == await http.GetStringAsync(second, TestContext.Current.CancellationToken));
        // What follows an entry that somebody made up is not kept at all.
        if (!same) Assert.NotEqual(await http.GetStringAsync(second), await http.GetStringAsync(second));
        Assert.Equal(made, await http.GetStringAsync(first, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_host_is_no_other_entry()
    {
        await using var app = await StartAsync();
        using var http = Client(app);
        Assert.Equal(await AtAsync("one.example"), await AtAsync("two.example"));

        async Task<string> AtAsync(string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/page") { Headers = { Host = host } };
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Another_display_or_encoding_is()
    {
        await using var app = await StartAsync();
        using var http = Client(app);
        var plain = await http.GetStringAsync("/page", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page") { Headers = { { "Cookie", "display=elder" } } };
        using var elder = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.NotEqual(plain, await elder.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var compressed = new HttpRequestMessage(HttpMethod.Get, "/page");
        compressed.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await http.SendAsync(compressed, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
    }

    private static HttpClient Client(WebApplication app) => new() { BaseAddress = new Uri(app.Urls.Single()) };

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration[SiteAddresses.Setting] = "https://zwgk.example.gov.cn";
        var versions = new PublicStateVersions(TimeProvider.System);
        versions.Listening();
        builder.Services.AddSingleton(versions).AddSingleton<SiteAddresses>().AddResponseCompression().AddOutputCache();
        builder.Services.AddOptions<OutputCacheOptions>()
            .Configure<IResponseCompressionProvider, SiteAddresses>((options, compression, sites)
            => options.AddPolicy(PublicPagePolicy.Name, new PublicPagePolicy(versions, compression, sites)));
        var app = builder.Build();
        app.UseOutputCache().UseResponseCompression();
        app.MapGet("/page", (HttpContext _) => TypedResults.Text($"made {Guid.CreateVersion7()}"))
            .WithMetadata(new OutputCacheAttribute { PolicyName = PublicPagePolicy.Name });
        await app.StartAsync();
        return app;
    }
}
