using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Disclosure.Gateway;
using Disclosure.Gateway.SignIn;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Yarp.ReverseProxy.Configuration;

namespace Disclosure.Identity.Tests.Servers;

/// <summary>The smallest gateway: sign-in, one staff page, a client and a proxied route.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestGateway(WebApplication app, FakeTimeProvider clock) => (this.app, Clock) = (app, clock);

    public string Address => app.Urls.Single();

    public FakeTimeProvider Clock { get; }

    /// <summary>Addresses of those who signed in, as the identity provider vouches for them.</summary>
    public IReadOnlyCollection<string?> Addresses { get; private init; } = [];

    public static async Task<TestGateway> StartAsync(IssuerUnderTest issuer)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Identity:Issuer"] = issuer.Issuer;
        builder.Configuration["Identity:ClientSecret"] = "development-only";
        builder.Services.AddKeyedSingleton<TimeProvider>(SessionCookie.Clock, clock);
        var arrivals = new Arrivals();
        builder.Services.AddSingleton<ISignInObserver>(arrivals);
        builder.AddGatewaySignIn().AddWebFront();
        builder.Services.AddHttpClient("api", client => client.BaseAddress = issuer.Api.Address).AddStaffToken();
        builder.Services.AddReverseProxy().AddStaffTokenTransform().LoadFromMemory(
            [new RouteConfig { RouteId = "api", ClusterId = "api", Match = new RouteMatch { Path = "/api/{**rest}" } }],
            [new ClusterConfig { ClusterId = "api",
                Destinations = new Dictionary<string, DestinationConfig> { ["one"] =
                new() { Address = issuer.Api.Address.ToString() } } }]);
        var app = builder.Build();
        app.MapSignIn();
        app.MapReverseProxy();
        app.MapGet("/", () => Page("<h1>首页</h1>"));
        app.MapGet("/staff", StaffPage).RequireAuthorization();
        app.MapGet("/tokens", async (HttpContext http)
            => new
            {
                Access = await http.GetTokenAsync("access_token"),
                Refresh = await http.GetTokenAsync("refresh_token"),
                Identity = await http.GetTokenAsync("id_token")
            }).RequireAuthorization();
        app.MapGet("/called", (IHttpClientFactory clients)
            => clients.CreateClient("api").GetStringAsync(new Uri("/api/probe/bijie/me", UriKind.Relative))).RequireAuthorization();
        await app.StartAsync();
        return new TestGateway(app, clock) { Addresses = arrivals.Addresses };
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class Arrivals : ISignInObserver
    {
        public ConcurrentQueue<string?> Addresses { get; } = new();

        public void SignedIn(ClaimsPrincipal person) => Addresses.Enqueue(VerifiedAddress.Of(person));
    }

    private static IResult StaffPage(HttpContext http, IAntiforgery antiforgery)
    {
        var staff = http.User.Staff()!;
        var token = antiforgery.GetAndStoreTokens(http);
        return Page($"""
            <h1>{WebUtility.HtmlEncode(staff.Name)}</h1><p id="roles">{string.Join(' ', staff.Roles)}</p>
            """
            + $"""
            <p id="unit">{staff.Authority}/{staff.Unit}</p>
            <form method="post" action="/signout"><input type="hidden" name="{token.FormFieldName}" value="{token.RequestToken}">
            """
            + """
            <button>退出</button></form>
            """);
    }

    private static IResult Page(string body)
        => Results.Content($"<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><body>{body}</body></html>",
        "text/html; charset=utf-8");
}
