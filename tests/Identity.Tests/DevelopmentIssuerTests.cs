using System.Net;
using System.Net.Sockets;
using System.Text;
using Disclosure.Identity.Tests.Servers;
using Xunit;

namespace Disclosure.Identity.Tests;

/// <summary>What only the development issuer must prove: Keycloak's own makers test theirs.</summary>
public sealed class DevelopmentIssuerTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("disclosure-issuer-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("")]
    public async Task It_refuses_to_start_outside_Development(string environment)
    {
        var variables = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["Realm__File"] = IssuerUnderTest.RealmFile
        };

        var (code, output) = await DevelopmentIssuerServer.RunAsync(variables);

        Assert.Equal(1, code);
        Assert.Contains("ASPNETCORE_ENVIRONMENT=Development", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_within_five_seconds_while_a_request_is_still_being_sent()
    {
        await using var issuer = await DevelopmentIssuerServer.StartAsync(IssuerUnderTest.RealmFile, Path.Combine(home, "issuer.pem"));
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", issuer.Port, TestContext.Current.CancellationToken);
        await client.GetStream()
            .WriteAsync(Encoding.ASCII.GetBytes("POST /realms/disclosure/protocol/openid-connect/token HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nhalf"), TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{issuer.Port}") };
        // Another connection is answered, so the server has come as far as ours.
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken));

        var asked = TimeProvider.System.GetTimestamp();
        await issuer.StopAsync();
        var took = TimeProvider.System.GetElapsedTime(asked);
        Assert.True(took < TimeSpan.FromSeconds(5), $"It took {took.TotalSeconds:0.0} s.");
    }

    [Fact]
    public async Task A_realm_with_a_mapper_it_does_not_know_is_refused_by_name()
    {
        var realm = Path.Combine(home, "realm.json");
        await File.WriteAllTextAsync(realm, (await File.ReadAllTextAsync(IssuerUnderTest.RealmFile, TestContext.Current.CancellationToken))
            .Replace("oidc-hardcoded-claim-mapper", "oidc-script-mapper", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var variables = new Dictionary<string, string>(IssuerUnderTest.RealmVariables)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Realm__File"] = realm
        };

        var (code, output) = await DevelopmentIssuerServer.RunAsync(variables);

        Assert.NotEqual(0, code);
        Assert.Contains("oidc-script-mapper", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_nobody_set_is_asked_for_by_name()
    {
        var variables = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Realm__File"] = IssuerUnderTest.RealmFile,
            ["GATEWAY_CLIENT_SECRET"] = "given"
        };

        var (code, output) = await DevelopmentIssuerServer.RunAsync(variables);

        Assert.NotEqual(0, code);
        Assert.Contains("nobody has set: HOTLINE_CLIENT_SECRET", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sign_in_form_is_only_taken_from_its_own_page_and_leads_only_back_to_the_client()
    {
        await using var server = await StartAsync();
        using var browser = new IssuerClient(server.Port);
        var form = IssuerClient.Fields(await browser.GetAsync(IssuerClient.AuthorizationQuery));

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync([.. form.Where(field => field.Key == "return")])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await browser.SignInAsync([.. form.Where(field => field.Key != "return"), new("return", "http://evil.example/")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(form)).StatusCode);
    }

    [Fact]
    public async Task A_code_is_worth_one_session_and_nothing_without_its_verifier()
    {
        await using var server = await StartAsync();
        using var browser = new IssuerClient(server.Port);
        var code = await browser.CodeAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.RedeemAsync(code, IssuerClient.Verifier + "x")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.RedeemAsync(code, IssuerClient.Verifier)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.RedeemAsync(code, IssuerClient.Verifier)).StatusCode);
    }

    [Fact]
    public async Task Sessions_outlive_a_restart_that_keeps_the_key_file()
    {
        await using var server = await StartAsync();
        using var browser = new IssuerClient(server.Port);
        using var tokens = await browser.RedeemAsync(await browser.CodeAsync(), IssuerClient.Verifier);
        var refresh = Json.Parse(await tokens.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Text("refresh_token");

        await server.RestartAsync();

        using var refreshed = await browser.PostAsync("protocol/openid-connect/token",
            [new("grant_type", "refresh_token"), new("refresh_token", refresh), new("client_id", "gateway"),
                new("client_secret", "development-only")]);
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
        // And the browser's own session with the issuer: a code at once, without the page.
        Assert.NotEmpty(await browser.CodeAsync());
        if (!OperatingSystem.IsWindows()) Assert
            .Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(home, "issuer.pem")));
    }

    private Task<DevelopmentIssuerServer> StartAsync()
        => DevelopmentIssuerServer.StartAsync(IssuerUnderTest.RealmFile, Path.Combine(home, "issuer.pem"));
}
