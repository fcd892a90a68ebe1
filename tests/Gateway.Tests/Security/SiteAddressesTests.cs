using Disclosure.Gateway.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Disclosure.Gateway.Tests.Security;

/// <summary>What a request says of its host is believed only where it names this site.</summary>
public sealed class SiteAddressesTests
{
    [Theory]
    [InlineData("", "localhost:8080", 200)]
    [InlineData("", "LOCALHOST:8080", 200)]
    [InlineData("", "127.0.0.1", 200)]
    [InlineData("", "[::1]:8080", 200)]
    [InlineData("", "evil.example", 421)]
    [InlineData("", "localhost.evil.example", 421)]
    [InlineData("", "", 421)]
    [InlineData("https://zwgk.example.gov.cn", "zwgk.example.gov.cn", 200)]
    [InlineData("https://zwgk.example.gov.cn", "ZWGK.example.gov.cn", 200)]
    [InlineData("https://zwgk.example.gov.cn", "zwgk.example.gov.cn:8443", 421)]
    [InlineData("https://zwgk.example.gov.cn", "localhost", 421)]
    [InlineData("https://zwgk.example.gov.cn, http://10.0.0.7:8080", "10.0.0.7:8080", 200)]
    [InlineData("https://zwgk.example.gov.cn", "xn--\u00ff.example", 421)]
    [InlineData("", "xn--0000000000000.example", 421)]
    [InlineData("https://政务.example", "xn--zfr164b.example", 200)]
    public async Task Only_names_of_the_site_are_answered(string setting, string host, int status)
        => Assert.Equal(status, await AnswerAsync(setting, host, "/"));

    [Theory]
    [InlineData("/health", 200)]
    [InlineData("/alive", 200)]
    [InlineData("/healthy", 421)]
    public async Task A_probe_comes_by_the_address_of_the_pod(string path, int status)
        => Assert.Equal(status, await AnswerAsync("https://zwgk.example.gov.cn", "10.42.1.7:8080", path));

    [Fact]
    public void Links_begin_with_the_address_that_was_configured()
    {
        var sites = Sites("https://zwgk.example.gov.cn,https://other.example.gov.cn");
        Assert.Equal("https://other.example.gov.cn", sites.Of(Request("other.example.gov.cn")));
        Assert.Equal("https://zwgk.example.gov.cn", sites.Of(Request("evil.example")));
        Assert.Equal("http://localhost:8080", Sites("").Of(Request("localhost:8080")));
    }

    [Theory]
    [InlineData("zwgk.example.gov.cn")]
    [InlineData("https://zwgk.example.gov.cn/path")]
    [InlineData("ftp://zwgk.example.gov.cn")]
    [InlineData("https://user@zwgk.example.gov.cn")]
    public void What_is_no_address_of_a_site_stops_the_start(string setting)
        => Assert.Contains(setting, Assert.Throws<InvalidOperationException>(() => Sites(setting)).Message, StringComparison.Ordinal);

    private static async Task<int> AnswerAsync(string setting, string host, string path)
    {
        var request = Request(host);
        request.Path = path;
        await Sites(setting).RefuseStrangersAsync(request.HttpContext, _ => Task.CompletedTask);
        return request.HttpContext.Response.StatusCode;
    }

    private static HttpRequest Request(string host)
    {
        var services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Scheme = "http";
        context.Request.Headers.Host = host;
        return context.Request;
    }

    private static SiteAddresses Sites(string setting)
        => new(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [SiteAddresses.Setting] = setting }).Build());
}
