using System.Collections.Concurrent;
using System.Text.Json;
using Disclosure.Gateway.SignIn;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Disclosure.Gateway.Notifications.Sending;

/// <summary>Access tokens of the machine client <c>notifier</c>, one for each authority (机关), kept until shortly before they
/// expire.</summary>
internal sealed class MachineTokens(IHttpClientFactory clients, IOptionsMonitor<OpenIdConnectOptions> identity,
    IOptions<NotificationSettings> settings, [FromKeyedServices(SessionCookie.Clock)] TimeProvider clock)
{
    /// <summary>Name of the client that asks the issuer.</summary>
    public const string Client = "machine-tokens";

    /// <summary>Longer than a call to a service takes.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Token> known = new(StringComparer.Ordinal);

    /// <summary>A token for the authority, valid for a minute at least.</summary>
    /// <exception cref="HttpRequestException">The issuer gives none.</exception>
    public async Task<string> OfAsync(string authority, CancellationToken cancellation)
    {
        if (known.TryGetValue(authority, out var token) && token.Until > clock.GetUtcNow()) return token.Value;
        known[authority] = token = await AskAsync(authority, cancellation);
        return token.Value;
    }

    /// <summary>A service has refused it: the next one is a new one.</summary>
    public void Forget(string authority) => known.TryRemove(authority, out _);

    private async Task<Token> AskAsync(string authority, CancellationToken cancellation)
    {
        var options = identity.Get(OpenIdConnectDefaults.AuthenticationScheme);
        var issuer = await options.ConfigurationManager!.GetConfigurationAsync(cancellation);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = MachineClients.Notifier,
            ["client_secret"] = settings.Value.ClientSecret,
            ["scope"] = $"authority-{authority}",
        });
        using var http = clients.CreateClient(Client);
        using var response = await http.PostAsync(new Uri(issuer.TokenEndpoint), form, cancellation);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
        var lifetime = TimeSpan.FromSeconds(answer.RootElement.GetProperty("expires_in").GetInt32());
        return new Token(answer.RootElement.GetProperty("access_token").GetString()!, clock.GetUtcNow() + lifetime - Margin);
    }

    private sealed record Token(string Value, DateTimeOffset Until);
}
