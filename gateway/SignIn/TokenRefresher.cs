using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Disclosure.Gateway.SignIn;

/// <summary>Exchanges the refresh token shortly before the access token expires; ends the session when the issuer has ended it.</summary>
internal sealed class TokenRefresher(IServiceProvider services, MemoryTicketStore store,
    [FromKeyedServices(SessionCookie.Clock)] TimeProvider clock, ILogger<TokenRefresher> log)
{
    /// <summary>How long before its end an access token is exchanged: longer than any call to a service takes.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> running = new(StringComparer.Ordinal);

    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (!IsDue(context.Properties)) return;
        if (!context.Properties.Items.TryGetValue(MemoryTicketStore.KeyProperty, out var key) || key is null)
        {
            context.RejectPrincipal();
            return;
        }

        // One exchange per session: parallel requests wait and take its result.
        var turn = running.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(context.HttpContext.RequestAborted);
        try
        {
            await RefreshAsync(context, key);
        }
        finally
        {
            turn.Release();
            running.TryRemove(key, out _);
        }
    }

    private async Task RefreshAsync(CookieValidatePrincipalContext context, string key)
    {
        var current = await store.RetrieveAsync(key);
        var outcome = current is null ? Exchange.Ended
            : !IsDue(current.Properties) ? Exchange.Done
            : await ExchangeAsync(current.Properties, context.HttpContext.RequestAborted);
        if (outcome == Exchange.Ended)
        {
            await store.RemoveAsync(key);
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
        else if (outcome == Exchange.Done)
        {
            await store.RenewAsync(key, current!);
            context.Properties.StoreTokens(current!.Properties.GetTokens());
            // The handler has already copied the ticket for the sliding renewal; it must copy it again, with these tokens.
            context.ShouldRenew = true;
        }
    }

    /// <summary>An issuer that cannot be reached ends nothing: the person stays signed in, and services decide about the old
    /// token.</summary>
    private async Task<Exchange> ExchangeAsync(AuthenticationProperties properties, CancellationToken cancellation)
    {
        if (properties.GetTokenValue("refresh_token") is not { } refreshToken) return Exchange.Ended;
        // Asked for here, not in the constructor: the cookie's options need this class while the options are being built.
        var options = services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(OpenIdConnectDefaults.AuthenticationScheme);
        try
        {
            var issuer = await options.ConfigurationManager!.GetConfigurationAsync(cancellation);
            using var form = new FormUrlEncodedContent(new Dictionary<string, string?>
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = refreshToken,
                ["client_id"] = options.ClientId,
                ["client_secret"] = options.ClientSecret,
            });
            using var response = await options.Backchannel.PostAsync(new Uri(issuer.TokenEndpoint), form, cancellation);
            if ((int)response.StatusCode >= 500)
            {
                SignInLog.RefreshFailed(log, new HttpRequestException(null, null, response.StatusCode));
                return Exchange.Failed;
            }

            var answer = new OpenIdConnectMessage(await response.Content.ReadAsStringAsync(cancellation));
            if (answer.Error is { } error)
            {
                SignInLog.SessionEnded(log, error);
                return Exchange.Ended;
            }

            Keep(properties, answer);
            return Exchange.Done;
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or TaskCanceledException
            && !cancellation.IsCancellationRequested)
        {
            SignInLog.RefreshFailed(log, failure);
            return Exchange.Failed;
        }
    }

    private void Keep(AuthenticationProperties properties, OpenIdConnectMessage answer)
    {
        properties.UpdateTokenValue("access_token", answer.AccessToken);
        if (answer.RefreshToken is { } next) properties.UpdateTokenValue("refresh_token", next);
        if (answer.IdToken is { } identity) properties.UpdateTokenValue("id_token", identity);
        var seconds = int.Parse(answer.ExpiresIn, NumberStyles.None, CultureInfo.InvariantCulture);
        properties.UpdateTokenValue("expires_at", clock.GetUtcNow().AddSeconds(seconds).ToString("o", CultureInfo.InvariantCulture));
    }

    private bool IsDue(AuthenticationProperties properties)
        => !DateTimeOffset.TryParse(properties.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind,
        out var end) || end - clock.GetUtcNow() <= Margin;

    private enum Exchange
    {
        Done,
        Ended,
        Failed,
    }
}
