using System.Net;
using System.Text;
using Disclosure.Identity.Tests.Servers;
using Disclosure.ServiceDefaults.Identity;
using Xunit;

namespace Disclosure.Identity.Tests.Journeys;

/// <summary>What services accept as a token, browser or not; the same for every issuer that serves the realm file.</summary>
public abstract class TokenJourney(IssuerUnderTest issuer, Browser browser) : SessionJourney(issuer, browser)
{
    private readonly IssuerUnderTest issuer = issuer;

    [Fact]
    public async Task Nobody_gets_in_without_a_token_and_is_told_so_in_Chinese()
    {
        using var response = await GetAsync("/api/probe/bijie/me", null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("请先登录", Json.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Text("title"));
    }

    [Fact]
    public async Task A_token_of_another_realm_of_another_audience_or_forged_is_refused()
    {
        SkipWithoutIssuer();
        var mine = await issuer.PasswordAsync("bijie-officer");
        var parts = mine.Text("access_token").Split('.');
        var richer = Convert.ToBase64String(Encoding.UTF8
            .GetBytes(Json.Payload(mine.Text("access_token")).ToString().Replace("officer", "director", StringComparison.Ordinal)))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');
        string[] refused = [await issuer.TokenOfAnotherRealmAsync(), mine.Text("id_token"), $"{parts[0]}.{richer}.{parts[2]}", "nonsense"];

        foreach (var token in refused)
        {
            using var response = await GetAsync("/api/probe/bijie/me", token);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("登录已失效", Json.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
                .Text("title"));
        }

        using var accepted = await GetAsync("/api/probe/bijie/me", mine.Text("access_token"));
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
    }

    [Fact]
    public async Task The_same_person_has_the_same_claims_in_the_access_token_the_identity_token_and_the_user_information()
    {
        SkipWithoutIssuer();
        var answer = await issuer.PasswordAsync("jiangxi-leading-group");
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", answer.Text("access_token"));
        var information = Json.Parse(await http.GetStringAsync(issuer.Endpoint("userinfo"), TestContext.Current.CancellationToken));

        foreach (var claims in (System.Text.Json.JsonElement[])[Json.Payload(answer.Text("access_token")),
            Json.Payload(answer.Text("id_token")), information])
        {
            Assert.Equal(("jiangxi-leading-group", "江西·领导小组", "jiangxi", "office"),
                (claims.Text("preferred_username"), claims.Text("name"), claims.Text("authority"), claims.Text("unit")));
            Assert.Equal("leading-group", Assert.Single(claims.GetProperty("realm_access").GetProperty("roles").EnumerateArray())
                .GetString());
            // Records name people by it, so it must not depend on the issuer or on the day of the import.
            Assert.Equal(RealmFile.UserId("jiangxi-leading-group"), claims.Text("sub"));
        }
    }

    [Fact]
    public async Task The_hotline_acts_for_the_authority_it_asked_for_and_is_nobody_of_the_staff()
    {
        SkipWithoutIssuer();
        var token = (await HotlineAsync("authority-bijie")).Text("access_token");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/probe/bijie/calls", token));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/api/probe/gaotai/calls", token));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/api/probe/bijie/me", token));
        Assert.Equal(HttpStatusCode.Forbidden,
            await StatusAsync("/api/probe/bijie/calls", (await issuer.PasswordAsync("bijie-officer")).Text("access_token")));
        Assert.Equal("invalid_scope", (await HotlineAsync("staff")).Text("error"));
        Assert.Equal("invalid_scope", (await HotlineAsync("authority-nowhere")).Text("error"));
    }

    [Fact]
    public async Task The_notifier_asks_for_the_authority_whose_notices_it_sends_and_nobody_else_may()
    {
        SkipWithoutIssuer();
        var token = (await MachineAsync(MachineClients.Notifier, "authority-bijie")).Text("access_token");

        Assert.Equal(HttpStatusCode.OK, await HoldingAsync("bijie", token));
        Assert.Equal(HttpStatusCode.Forbidden, await HoldingAsync("gaotai", token));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/api/probe/bijie/calls", token));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/api/probe/bijie/me", token));
        foreach (var other in (System.Text.Json.JsonElement[])[await MachineAsync(MachineClients.Notifier, null),
            await HotlineAsync("authority-bijie"), await issuer.PasswordAsync("bijie-system-admin")])
            if (other.TryGetProperty("access_token", out var another))
                Assert.Equal(HttpStatusCode.Forbidden, await HoldingAsync("bijie", another.GetString()!));
        Assert.Equal("invalid_scope", (await MachineAsync(MachineClients.Notifier, "staff")).Text("error"));
    }

    [Fact]
    public async Task The_persons_address_is_in_the_identity_token_and_travels_no_further()
    {
        SkipWithoutIssuer();
        var answer = await issuer.PasswordAsync("taishan-office");
        var identity = Json.Payload(answer.Text("id_token"));
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", answer.Text("access_token"));
        var information = Json.Parse(await http.GetStringAsync(issuer.Endpoint("userinfo"), TestContext.Current.CancellationToken));

        Assert.Equal(("taishan-office@disclosure.example", true),
            (identity.Text("email"), identity.GetProperty("email_verified").GetBoolean()));
        foreach (var elsewhere in (System.Text.Json.JsonElement[])[Json.Payload(answer.Text("access_token")), information])
            Assert.DoesNotContain("email", elsewhere.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_use_the_grants_they_were_given_and_their_own_secret()
    {
        SkipWithoutIssuer();

        var machine = await issuer
            .TokensAsync(("grant_type", "client_credentials"), ("client_id", "gateway"), ("client_secret", "development-only"));
        var password = await issuer.TokensAsync(("grant_type", "password"), ("client_id", "gateway"), ("client_secret", "development-only"),
            ("username", "bijie-officer"), ("password", "disclosure"));
        var secret = await issuer
            .TokensAsync(("grant_type", "client_credentials"), ("client_id", "hotline-12345"), ("client_secret", "guess"));

        Assert.Equal(("unauthorized_client", "unauthorized_client"), (machine.Text("error"), password.Text("error")));
        Assert.Contains(secret.Text("error"), (string[])["invalid_client", "unauthorized_client"]);
    }

    [Fact]
    public async Task A_token_signed_with_a_new_key_is_accepted_at_its_first_use()
    {
        SkipWithoutIssuer();
        await using var service = await TestApi.StartAsync(issuer.Issuer);
        using (var before = await service
            .GetAsync("/api/probe/bijie/me", (await issuer.PasswordAsync("bijie-officer")).Text("access_token")))
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        await issuer.ChangeSigningKeyAsync();
        using var after = await service.GetAsync("/api/probe/bijie/me", (await issuer.PasswordAsync("bijie-officer")).Text("access_token"));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);

        // The service of the other tests asks the issuer at most every ten seconds; it must know the key before they go on.
        await Testing.Eventually
            .Holds(async () => await StatusAsync("/api/probe/bijie/me", (await issuer.PasswordAsync("bijie-officer"))
            .Text("access_token")) == HttpStatusCode.OK,
            "the shared service knows the new key");
    }

    private Task<System.Text.Json.JsonElement> HotlineAsync(string scope) => MachineAsync("hotline-12345", scope);

    private Task<System.Text.Json.JsonElement> MachineAsync(string client, string? scope)
        => issuer.TokensAsync([("grant_type", "client_credentials"), ("client_id", client), ("client_secret", "development-only"),
            .. scope is null ? Array.Empty<(string, string)>() : [("scope", scope)]]);

    private async Task<HttpStatusCode> HoldingAsync(string authority, string token)
    {
        using var response = await issuer.Api.SendAsync(HttpMethod.Post, $"/api/probe/{authority}/notices/holding", token);
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string token)
    {
        using var response = await issuer.Api.GetAsync(path, token);
        return response.StatusCode;
    }

    private Task<HttpResponseMessage> GetAsync(string path, string? token)
    {
        SkipWithoutIssuer();
        return issuer.Api.GetAsync(path, token);
    }

    private void SkipWithoutIssuer() => Assert.SkipWhen(issuer.SkipReason is not null, issuer.SkipReason ?? "");
}
