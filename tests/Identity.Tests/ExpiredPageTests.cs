using System.Net;
using Disclosure.Identity.Tests.Servers;
using Xunit;

namespace Disclosure.Identity.Tests;

/// <summary>The development issuer's pages that end a way: each says where signing in begins.</summary>
public sealed class ExpiredPageTests
{
    private const string Start = "<a id=\"way\" href=\"http://localhost:8080/staff\">";

    [Fact]
    public async Task The_form_of_a_second_tab_leads_back_to_where_signing_in_begins()
    {
        await using var issuer = await IssuerInProcess.StartAsync();
        using var browser = new IssuerClient(issuer.Address.Port);
        var first = IssuerClient.Fields(await browser.GetAsync(IssuerClient.AuthorizationQuery));
        var second = IssuerClient.Fields(await browser.GetAsync(IssuerClient.AuthorizationQuery));
        using var signedIn = await browser.SignInAsync(first);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);

        using var expired = await browser.SignInAsync(second);

        Assert.Equal(HttpStatusCode.BadRequest, expired.StatusCode);
        Assert.Contains(Start, await expired.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("login")]
    [InlineData("login?return=http%3A%2F%2Fevil.example%2F%3Fclient_id%3Dgateway")]
    [InlineData("login?return=%2Felsewhere%3Fclient_id%3Dunknown%26redirect_uri%3Dhttp%3A%2F%2Fevil.example%2F")]
    [InlineData("login?return=%3F%3Fclient_id%3Dhotline-12345")]
    public async Task No_address_of_the_request_decides_where_the_link_leads(string path)
    {
        await using var issuer = await IssuerInProcess.StartAsync();
        using var browser = new IssuerClient(issuer.Address.Port);

        var page = await browser.GetAsync(path);

        Assert.Contains("页面已失效", page, StringComparison.Ordinal);
        Assert.Contains(Start, page, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://evil.example/staff")]
    [InlineData("https://localhost:8080/staff")]
    [InlineData("http://localhost:8080.evil.example/staff")]
    [InlineData("javascript:alert(1)")]
    [InlineData(null)]
    public async Task A_start_page_off_the_registered_sites_is_not_linked(string? address)
    {
        await using var issuer = await IssuerInProcess.StartAsync(realm => realm["clients"]![0]!["baseUrl"] = address);
        using var browser = new IssuerClient(issuer.Address.Port);

        var page = await browser.GetAsync("login");

        Assert.Contains("页面已失效", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_confirmation_of_signing_out_leads_back_too()
    {
        await using var issuer = await IssuerInProcess.StartAsync();
        using var browser = new IssuerClient(issuer.Address.Port);
        await browser.CodeAsync();
        var form = IssuerClient.Fields(await browser.GetAsync("protocol/openid-connect/logout"));

        using var signedOut = await browser.PostAsync("session/end", form);
        using var expired = await browser.PostAsync("session/end", []);

        foreach (var page in new[] { signedOut, expired })
            Assert.Contains(Start, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
