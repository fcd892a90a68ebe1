using Xunit;

namespace Disclosure.Identity.Tests.Edge;

/// <summary>Whose word counts for where a request comes from.</summary>
public sealed class AddressTests
{
    private const string Forwarded = "X-Forwarded-For";

    [Fact]
    public async Task A_service_hears_the_address_of_the_browser_that_a_page_acts_for()
    {
        await using var server = await EdgeServer.StartAsync();
        using var browser = server.ClientAt("127.0.0.2");
        using var behindProxy = server.ClientAt("127.0.0.1");

        Assert.Equal("127.0.0.2", await HeardAsync(browser));
        Assert.Equal("203.0.113.7", await HeardAsync(behindProxy, "203.0.113.7"));
    }

    [Fact]
    public async Task A_client_that_is_no_known_proxy_cannot_choose_its_address()
    {
        await using var server = await EdgeServer.StartAsync();
        using var stranger = server.ClientAt("127.0.0.2");
        using var proxy = server.ClientAt("127.0.0.1");

        Assert.Equal("127.0.0.2", await HeardAsync(stranger, "203.0.113.7"));
        // What the stranger wrote stands before what the proxy saw.
        Assert.Equal("127.0.0.3", await HeardAsync(proxy, "203.0.113.7, 127.0.0.3"));
    }

    [Theory]
    [InlineData("ForwardedHeaders:KnownProxies", "127.0.0.9, 127.0.0.2")]
    [InlineData("ForwardedHeaders:KnownNetworks", "10.42.0.0/16,127.0.0.2/31")]
    public async Task The_operators_proxies_are_believed(string key, string value)
    {
        await using var server = await EdgeServer.StartAsync((key, value));
        using var proxy = server.ClientAt("127.0.0.2");
        using var stranger = server.ClientAt("127.0.0.4");

        Assert.Equal("203.0.113.7", await HeardAsync(proxy, "203.0.113.7"));
        Assert.Equal("127.0.0.4", await HeardAsync(stranger, "203.0.113.7"));
    }

    [Fact]
    public async Task Proxies_that_cannot_be_read_stop_the_start_each_by_its_key()
    {
        var refused = await Assert
            .ThrowsAsync<InvalidOperationException>(()
            => EdgeServer.StartAsync(("ForwardedHeaders:KnownProxies", "ingress"), ("ForwardedHeaders:KnownNetworks", "10.42.0.0/99")));

        Assert.Contains("ForwardedHeaders:KnownProxies: 'ingress'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ForwardedHeaders:KnownNetworks: '10.42.0.0/99'", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> HeardAsync(HttpClient client, string? forwarded = null)
    {
        using var answer = await EdgeServer.SendAsync(client, HttpMethod.Get, "/heard", forwarded is null ? [] : [(Forwarded, forwarded)]);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
