using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Disclosure.Gateway.Caching;
using Disclosure.Gateway.Clients;
using Disclosure.Gateway.Pages;
using Disclosure.Gateway.Pages.Staff.Packs;
using Disclosure.Gateway.Security;
using Disclosure.Gateway.SignIn;
using Disclosure.Gateway.Work;
using Disclosure.ServiceDefaults;
using Disclosure.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Disclosure.Gateway.Tests.Front;

/// <summary>The gateway's pages, guards and sign-in on a free port: no services behind them, and an issuer that is only named.</summary>
internal sealed class FrontServer : IAsyncDisposable
{
    /// <summary>Whoever sends it is at work: <c>bijie-officer</c>, or who has the role that it names last.</summary>
    public const string AtWork = "X-At-Work";

    /// <summary>What a script of the workbench accepts that opens a page in the place of another.</summary>
    public const string Enhanced = "text/html; blazor-enhanced-nav=on";

    private readonly WebApplication app;
    private readonly LogLines words;

    private FrontServer(WebApplication app, LogLines words) => (this.app, this.words) = (app, words);

    public HttpClient Client { get; private init; } = null!;

    /// <summary>Everything that was logged.</summary>
    public IReadOnlyCollection<string> Log => words.Lines;

    public static Task<FrontServer> StartAsync(params (string Key, string Value)[] configuration) => StartAsync(null, configuration);

    /// <summary>The same with every service played.</summary>
    public static async Task<FrontServer> StartAsync(ScriptedService? services, params (string Key, string Value)[] configuration)
    {
        var builder = WebApplication.CreateBuilder();
        var words = new LogLines();
        builder.Logging.ClearProviders().AddProvider(words);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Identity:Issuer"] = "http://issuer.example/realms/disclosure";
        builder.Configuration["Identity:ClientSecret"] = "secret";
        foreach (var (key, value) in configuration) builder.Configuration[key] = value;
        builder.AddServiceDefaults();
        builder.AddGatewaySignIn().AddServiceClients().AddGuards().AddWebFront();
        builder.Services.Configure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, options
            => options.Configuration = new()
            {
                Issuer = "http://issuer.example/realms/disclosure",
                AuthorizationEndpoint = "http://issuer.example/auth",
                EndSessionEndpoint = "http://issuer.example/logout",
            });
        // Who sends it is known to whoever asks, also before the request reaches the pages.
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, PeopleAtWork>(AtWork, null);
        builder.Services.PostConfigure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, options
            => options.ForwardAuthenticate = AtWork);
        if (services is not null)
            builder.Services.ConfigureAll<HttpClientFactoryOptions>(options
                => options.HttpMessageHandlerBuilderActions.Add(client => client.PrimaryHandler = services));
        var versions = new PublicStateVersions(TimeProvider.System);
        versions.Listening();
        builder.Services.AddSingleton(versions).AddSingleton<StaleIfErrorCache>().AddResponseCompression().AddOutputCache();
        builder.Services.AddOptions<OutputCacheOptions>()
            .Configure<IResponseCompressionProvider, SiteAddresses>((options, compression, sites)
                => options.AddPolicy(PublicPagePolicy.Name, new PublicPagePolicy(versions, compression, sites)));
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseServiceDefaults();
        app.UseOutputCache();
        app.UseGuards();
        app.MapSignIn();
        // The files that pages load are the gateway's own and not beside this program.
        Display.DisplayMode.Map(app);
        app.MapNoticeLinks();
        app.MapPrintedRules();
        app.MapRazorComponents<App>();
        await app.StartAsync();
        return new FrontServer(app, words)
        {
            Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            {
                BaseAddress =
                new Uri(app.Urls.Single())
            },
        };
    }

    public async Task<(HttpStatusCode Status, string Text, HttpResponseMessage Answer)> SendAsync(HttpMethod method, string path,
        string? form = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (form is not null) request.Content = new StringContent(form, null, "application/x-www-form-urlencoded");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var answer = await Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private sealed class PeopleAtWork(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!Request.Headers.ContainsKey(AtWork)) return Task.FromResult(AuthenticateResult.NoResult());
            var role = Request.Headers[AtWork].ToString().Split(',')[^1].Trim() is { Length: > 1 } named ? named : "officer";
            var who = new ClaimsPrincipal(new ClaimsIdentity([new("sub", "1"), new("preferred_username", $"bijie-{role}"),
                new("authority", "bijie"), new("unit", "art"), new("role", role)], "test"));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(who, AtWork)));
        }
    }
}
