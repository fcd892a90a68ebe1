using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Identity.Tests.Servers;

/// <summary>An issuer that serves the realm file, with a service that trusts it.</summary>
public abstract class IssuerUnderTest : IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    /// <summary>The realm file, as committed.</summary>
    public static string RealmFile { get; } = Path.Combine(Repository.Root, "deploy", "keycloak", "disclosure-realm.json");

    /// <summary>What every deployment must say for itself; the secrets of the tests are no secrets.</summary>
    public static IReadOnlyDictionary<string, string> RealmVariables { get; } = new Dictionary<string, string>
    {
        ["GATEWAY_CLIENT_SECRET"] = "development-only",
        ["HOTLINE_CLIENT_SECRET"] = "development-only",
        ["HOTLINE_ENABLED"] = "true",
        ["NOTIFIER_CLIENT_SECRET"] = "development-only",
        ["NOTIFIER_ENABLED"] = "true",
        ["DISCLOSURE_DEMO_STAFF"] = "true",
    };

    public string? SkipReason { get; protected set; }

    public abstract string Issuer { get; }

    /// <summary>Where the sign-in page says why it refuses.</summary>
    public abstract string RefusalSelector { get; }

    internal TestApi Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await StartAsync();
        if (SkipReason is null) Api = await TestApi.StartAsync(Issuer);
    }

    public async ValueTask DisposeAsync()
    {
        if (Api is not null) await Api.DisposeAsync();
        await StopAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>From now on the issuer signs with a key nobody has seen.</summary>
    public abstract Task ChangeSigningKeyAsync();

    /// <summary>A genuine access token of a realm that the service does not trust.</summary>
    public abstract Task<string> TokenOfAnotherRealmAsync();

    public Uri Endpoint(string name) => new($"{Issuer}/protocol/openid-connect/{name}");

    /// <summary>Asks the token endpoint; the answer or the error.</summary>
    public async Task<JsonElement> TokensAsync(params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await Http.PostAsync(Endpoint("token"), content, TestContext.Current.CancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public Task<JsonElement> PasswordAsync(string user, string password = "disclosure")
        => TokensAsync(("grant_type", "password"), ("client_id", "disclosure-cli"), ("username", user), ("password", password),
        ("scope", "openid"));

    protected abstract Task StartAsync();

    protected abstract ValueTask StopAsync();
}
