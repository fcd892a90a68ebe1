using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Disclosure.Gateway.SignIn;

/// <summary>Keeps the sessions of this process: who is signed in and with which tokens.</summary>
/// <remarks>Bounded: when it is full, what has expired goes first and then the sessions that would expire soonest; those people sign in
/// again.</remarks>
internal sealed class MemoryTicketStore([FromKeyedServices(SessionCookie.Clock)] TimeProvider clock, int capacity) : ITicketStore
{
    /// <summary>Name of the ticket's property that holds its own key.</summary>
    public const string KeyProperty = ".session";

    private readonly ConcurrentDictionary<string, AuthenticationTicket> tickets = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    [ActivatorUtilitiesConstructor]
    public MemoryTicketStore([FromKeyedServices(SessionCookie.Clock)] TimeProvider clock) : this(clock, capacity: 20_000)
    {
    }

    public int Count => tickets.Count;

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        MakeRoom();
        ticket.Properties.Items[KeyProperty] = key;
        tickets[key] = ticket.Clone();
        return Task.FromResult(key);
    }

    /// <summary>
    /// Keeps the ticket of a session that is still there; a request that was under way while the session ended does not bring it back.
    /// A request may carry a copy that is older than another's exchange: the tokens that live longer stay, because the issuer takes each
    /// refresh token once.
    /// </summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        ticket.Properties.Items[KeyProperty] = key;
        while (tickets.TryGetValue(key, out var kept))
        {
            var renewed = ticket.Clone();
            if (ExpiryOf(kept) > ExpiryOf(renewed)) renewed.Properties.StoreTokens(kept.Properties.GetTokens());
            if (tickets.TryUpdate(key, renewed, kept)) break;
        }

        return Task.CompletedTask;
    }

    /// <summary>A copy: concurrent requests of one session must not write into each other's ticket.</summary>
    public Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (!tickets.TryGetValue(key, out var ticket)) return Task.FromResult<AuthenticationTicket?>(null);
        if (!IsExpired(ticket, clock.GetUtcNow())) return Task.FromResult<AuthenticationTicket?>(ticket.Clone());
        tickets.TryRemove(key, out _);
        return Task.FromResult<AuthenticationTicket?>(null);
    }

    public Task RemoveAsync(string key)
    {
        tickets.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    private static bool IsExpired(AuthenticationTicket ticket, DateTimeOffset now) => ticket.Properties.ExpiresUtc is { } until
        && until <= now;

    private static DateTimeOffset? ExpiryOf(AuthenticationTicket ticket)
        => DateTimeOffset.TryParse(ticket.Properties.GetTokenValue("expires_at"), CultureInfo.InvariantCulture,
        DateTimeStyles.RoundtripKind, out var end) ? end : null;

    private void MakeRoom()
    {
        if (tickets.Count < capacity) return;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            // A sixteenth at once, so that a full store is not sorted for every sign-in.
            var spare = tickets.Count - capacity + Math.Max(1, capacity / 16);
            foreach (var (key, _) in tickets.OrderBy(pair => pair.Value.Properties.ExpiresUtc)
                .TakeWhile((pair, index) => index < spare || IsExpired(pair.Value, now)))
                tickets.TryRemove(key, out _);
        }
    }
}
