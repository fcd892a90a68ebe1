using System.Net;
using Disclosure.Identity.Tests.Servers;
using Xunit;

namespace Disclosure.Identity.Tests.Edge;

/// <summary>How often strangers may read and write at the gateway.</summary>
public sealed class CallerLimitTests
{
    private const string Token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.c2lnbmVk";

    [Fact]
    public async Task Thirty_writes_a_minute_of_one_address_are_taken_and_the_next_is_told_when_to_come_again()
    {
        await using var server = await EdgeServer.StartAsync();
        using var stranger = server.ClientAt("127.0.0.2");
        using var other = server.ClientAt("127.0.0.3");

        for (var write = 1; write <= 30; write++) Assert.Equal(HttpStatusCode.OK, await WriteAsync(stranger));
        using var refused = await EdgeServer.SendAsync(stranger, HttpMethod.Post, "/writes");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        var problem = Json.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("urn:disclosure:problem:too-many-requests", "操作过于频繁"), (problem.Text("type"), problem.Text("title")));
        Assert.Equal(HttpStatusCode.OK, await WriteAsync(other));
        using var read = await EdgeServer.SendAsync(stranger, HttpMethod.Get, "/health");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.{0}")]
    [InlineData("Authorization", "Basic {0}")]
    [InlineData("Authorization", "Bearer nonsense{0}")]
    [InlineData("Authorization", "Bearer a.b{0}")]
    [InlineData("Authorization", "Bearer a.!{0}.c")]
    public async Task No_header_of_a_strangers_own_lifts_the_limit(string header, string value)
    {
        await using var server = await EdgeServer.StartAsync(("Limits:AnonymousWritesPerMinute", "2"));
        using var stranger = server.ClientAt("127.0.0.2");
        var answers = new List<HttpStatusCode>();

        for (var write = 1; write <= 3; write++) answers
            .Add(await WriteAsync(stranger,
            (header, value.Replace("{0}", write.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task What_could_be_a_token_has_a_wider_limit_of_its_own()
    {
        await using var server = await EdgeServer
            .StartAsync(("Limits:AnonymousWritesPerMinute", "1"), ("Limits:BearerWritesPerMinute", "3"));
        using var machine = server.ClientAt("127.0.0.2");

        for (var write = 1; write <= 3; write++) Assert
            .Equal(HttpStatusCode.OK, await WriteAsync(machine, ("Authorization", $"Bearer {Token}AAA{write}")));

        Assert.Equal(HttpStatusCode.TooManyRequests, await WriteAsync(machine, ("Authorization", $"Bearer {Token}AAA4")));
        Assert.Equal(HttpStatusCode.OK, await WriteAsync(machine));
    }

    [Fact]
    public async Task Reads_of_one_address_are_limited_too_but_probes_are_not()
    {
        await using var server = await EdgeServer.StartAsync(("Limits:ReadsAtOnce", "2"), ("Limits:ReadsPerSecond", "1"));
        using var stranger = server.ClientAt("127.0.0.2");
        using var other = server.ClientAt("127.0.0.3");
        var answers = new List<HttpStatusCode>();

        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Get, HttpMethod.Head, HttpMethod.Options])
        {
            using var answer = await EdgeServer.SendAsync(stranger, method, "/page");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        using var elsewhere = await EdgeServer.SendAsync(other, HttpMethod.Get, "/page");
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
        for (var probe = 0; probe < 5; probe++)
        {
            using var health = await EdgeServer.SendAsync(stranger, HttpMethod.Get, "/health");
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        }
    }

    private static async Task<HttpStatusCode> WriteAsync(HttpClient client, params (string Name, string Value)[] headers)
    {
        using var answer = await EdgeServer.SendAsync(client, HttpMethod.Post, "/writes", headers);
        return answer.StatusCode;
    }
}
