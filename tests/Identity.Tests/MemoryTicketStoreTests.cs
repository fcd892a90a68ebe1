using System.Globalization;
using System.Security.Claims;
using Disclosure.Gateway.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Disclosure.Identity.Tests;

public sealed class MemoryTicketStoreTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task A_full_store_gives_up_the_sessions_that_expire_soonest_and_stays_within_its_bound()
    {
        var store = new MemoryTicketStore(clock, capacity: 32);
        var keys = new List<string>();
        for (var minutes = 1; minutes <= 40; minutes++) keys.Add(await store.StoreAsync(Ticket(TimeSpan.FromMinutes(minutes))));

        Assert.InRange(store.Count, 1, 32);
        Assert.Null(await store.RetrieveAsync(keys[0]));
        Assert.NotNull(await store.RetrieveAsync(keys[^1]));
    }

    [Fact]
    public async Task An_expired_session_is_gone()
    {
        var store = new MemoryTicketStore(clock, capacity: 32);
        var key = await store.StoreAsync(Ticket(TimeSpan.FromMinutes(30)));

        clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Null(await store.RetrieveAsync(key));
        Assert.Equal(0, store.Count);
    }

    [Fact]
    public async Task What_one_request_does_to_its_ticket_another_does_not_see()
    {
        var store = new MemoryTicketStore(clock, capacity: 32);
        var key = await store.StoreAsync(Ticket(TimeSpan.FromMinutes(30)));

        (await store.RetrieveAsync(key))!.Properties.Items["changed"] = "yes";

        Assert.False((await store.RetrieveAsync(key))!.Properties.Items.ContainsKey("changed"));
        Assert.Equal(44, key.Length);
    }

    [Fact]
    public async Task A_request_with_an_older_copy_does_not_bring_its_tokens_back()
    {
        var store = new MemoryTicketStore(clock, capacity: 32);
        var key = await store.StoreAsync(WithToken("first", TimeSpan.FromMinutes(5)));
        var slow = (await store.RetrieveAsync(key))!;
        await store.RenewAsync(key, WithToken("second", TimeSpan.FromMinutes(10)));

        slow.Properties.ExpiresUtc = clock.GetUtcNow() + TimeSpan.FromMinutes(45);
        await store.RenewAsync(key, slow);

        var kept = (await store.RetrieveAsync(key))!.Properties;
        Assert.Equal("second", kept.GetTokenValue("refresh_token"));
        Assert.Equal(clock.GetUtcNow() + TimeSpan.FromMinutes(45), kept.ExpiresUtc);
    }

    [Fact]
    public async Task A_request_under_way_does_not_bring_an_ended_session_back()
    {
        var store = new MemoryTicketStore(clock, capacity: 32);
        var key = await store.StoreAsync(Ticket(TimeSpan.FromMinutes(30)));
        var underWay = (await store.RetrieveAsync(key))!;

        await store.RemoveAsync(key);
        await store.RenewAsync(key, underWay);

        Assert.Null(await store.RetrieveAsync(key));
    }

    private AuthenticationTicket WithToken(string refresh, TimeSpan lifetime)
    {
        var ticket = Ticket(TimeSpan.FromMinutes(30));
        ticket.Properties.StoreTokens(
        [
            new AuthenticationToken { Name = "refresh_token", Value = refresh },
            new AuthenticationToken { Name = "expires_at", Value = (clock.GetUtcNow() + lifetime)
            .ToString("o", CultureInfo.InvariantCulture) },
        ]);
        return ticket;
    }

    private AuthenticationTicket Ticket(TimeSpan lifetime) => new(
        new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", lifetime.ToString("c", CultureInfo.InvariantCulture))], "test")),
        new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + lifetime }, "test");
}
