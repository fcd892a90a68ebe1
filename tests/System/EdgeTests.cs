using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Disclosure.SystemTests;

/// <summary>What strangers send: the gateway and the services behind it answer, and nothing of it is an error of theirs.</summary>
[Collection(nameof(Stack))]
public sealed class EdgeTests(Stack stack)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/bijie")]
    [InlineData("/bijie/feed.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/favicon.svg")]
    [InlineData("/api/catalogue/bijie/public/items")]
    [InlineData("/api/rules/packs")]
    public async Task What_can_be_read_answers_to_HEAD(string path)
    {
        using var http = new HttpClient { BaseAddress = stack.Portal };
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("xn--0000000000000.example", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("localhost", 200)]
    public async Task Only_names_of_this_site_are_answered(string host, int status)
    {
        foreach (var path in (string[])["/bijie/feed.xml", "/sitemap.xml", "/robots.txt", "/bijie"])
            Assert.StartsWith($"HTTP/1.1 {status} ", await TalkAsync($"GET {path} HTTP/1.1\r\nHost: {host}\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /api/catalogue/bijie/public/items HTTP/1.1\r\nX-Name: 毕节\r\n", 200)]
    [InlineData("GET /api/review/bijie/supervision HTTP/1.1\r\nAuthorization: Bearer 毕节\r\n", 401)]
    [InlineData("GET /bijie/search?q=%EF%BF%BE HTTP/1.1\r\n", 200)]
    [InlineData("GET /display?elder=1&contrast=0&back=/%E6%AF%95 HTTP/1.1\r\n", 302)]
    public async Task What_is_beyond_ascii_is_no_error(string request, int status)
        => Assert.StartsWith($"HTTP/1.1 {status} ", await TalkAsync(request + "Host: localhost\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/api/rules/due", "application/json")]
    [InlineData("/api/catalogue/bijie/items", "application/json")]
    [InlineData("/", "application/x-www-form-urlencoded")]
    public async Task A_chunk_of_impossible_size_is_the_senders_mistake(string path, string type)
    {
        var answer = await TalkAsync(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n",
            "FFFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
    }

    /// <summary>By bare bytes: a client would put in order what is out of order here.</summary>
    private async Task<string> TalkAsync(string head, string body = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(stack.Portal.Host, stack.Portal.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{head}Connection: close\r\n\r\n{body}"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
