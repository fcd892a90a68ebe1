using System.Net;
using Disclosure.Identity.Tests.Servers;
using Xunit;

namespace Disclosure.Identity.Tests;

/// <summary>What no client sends is refused by the development issuer, not answered with a failure of its own.</summary>
public sealed class HostileRequestTests
{
    [Theory]
    [InlineData("protocol/openid-connect/token")]
    [InlineData("protocol/openid-connect/auth")]
    [InlineData("protocol/openid-connect/logout")]
    [InlineData("protocol/openid-connect/userinfo")]
    [InlineData("login")]
    [InlineData("session/end")]
    public async Task A_form_that_cannot_be_read_is_the_senders_mistake(string path)
    {
        await using var issuer = await IssuerInProcess.StartAsync();
        using var browser = new IssuerClient(issuer.Address.Port);
        var many = Enumerable.Range(0, 1_100).Select(number => KeyValuePair.Create($"a{number}", ""));
        foreach (var form in (KeyValuePair<string, string>[][])[[new("username", "\0")], [new("\0", "a")], [.. many]])
        {
            using var answer = await browser.PostAsync(path, [new("grant_type", "password"), new("client_id", "disclosure-cli"), .. form]);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("\r\nSet-Cookie: a=b")]
    [InlineData("\n")]
    [InlineData("\u0001")]
    [InlineData("\u007f")]
    [InlineData("政务")]
    [InlineData("\u00e9")]
    [InlineData(" ")]
    public async Task A_right_password_leads_to_no_address_that_a_header_cannot_carry(string behind)
    {
        await using var issuer = await IssuerInProcess.StartAsync();
        using var browser = new IssuerClient(issuer.Address.Port);
        var form = IssuerClient.Fields(await browser.GetAsync(IssuerClient.AuthorizationQuery));
        var back = form.Single(field => field.Key == "return").Value;

        using var refused = await browser
            .SignInAsync([.. form.Where(field => field.Key != "return"), new("return", back + "&state=" + behind)]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var taken = await browser.SignInAsync(form);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("10.0.0.7", HttpStatusCode.MisdirectedRequest)]
    [InlineData("LOCALHOST:8080", HttpStatusCode.OK)]
    [InlineData("[::1]:8080", HttpStatusCode.OK)]
    public async Task A_hosts_name_that_a_request_brings_does_not_become_the_issuers(string host, HttpStatusCode status)
    {
        await using var issuer = await IssuerInProcess.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get,
            new Uri(issuer.Address, "/realms/disclosure/.well-known/openid-configuration"));
        request.Headers.Host = host;

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain("evil", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }
}
