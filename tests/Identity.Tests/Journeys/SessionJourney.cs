using Disclosure.Identity.Tests.Servers;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.Identity.Tests.Journeys;

/// <summary>How long a session lives, whose it is and how it ends; the same for every issuer that serves the realm file.</summary>
public abstract class SessionJourney(IssuerUnderTest issuer, Browser browser) : SignInJourney(issuer, browser)
{
    private readonly IssuerUnderTest issuer = issuer;
    private readonly Browser browser = browser;

    [Fact]
    public async Task An_access_token_is_exchanged_before_it_expires_once_for_parallel_requests()
    {
        await using var person = await ArriveAsync();
        await person.SignedInAsync("bijie-officer");
        var before = (await person.TokensAsync()).Access;
        Assert.Equal(before, (await person.TokensAsync()).Access);

        person.Gateway.Clock.Advance(TimeSpan.FromMinutes(4.5));
        var after = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => (await person.TokensAsync()).Access));

        Assert.NotEqual(before, after[0]);
        Assert.All(after, token => Assert.Equal(after[0], token));
        Assert.Equal(200, (await person.GetAsync("/api/probe/bijie/me")).Status);
    }

    [Fact]
    public async Task A_renewed_session_keeps_the_tokens_of_its_last_exchange()
    {
        await using var person = await ArriveAsync();
        await person.SignedInAsync("bijie-officer");

        // Past half of the session's time: exchange and sliding renewal fall into one request.
        person.Gateway.Clock.Advance(TimeSpan.FromMinutes(16));
        var exchanged = await person.TokensAsync();
        Assert.Equal(exchanged, await person.TokensAsync());

        person.Gateway.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotEqual(exchanged.Refresh, (await person.TokensAsync()).Refresh);
        Assert.Equal(200, (await person.GetAsync("/api/probe/bijie/me")).Status);
    }

    [Fact]
    public async Task A_session_that_was_there_before_the_sign_in_is_not_the_one_after_it()
    {
        await using var stranger = await ArriveAsync();
        await stranger.SignedInAsync("bijie-officer");
        var planted = await SessionAsync(stranger.Context, stranger.Gateway);
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(stranger.Gateway.Address + "/staff");

        // While another person fills in the form, the stranger gives that browser the cookie of a living session.
        await context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = planted.Name, Value = planted.Value,
            Url = stranger.Gateway.Address }]);
        await page.FillAsync("#username", "bijie-head");
        await page.FillAsync("#password", "disclosure");
        await page.ClickAsync("#kc-login");
        await Visitor.ArrivedAsync(page, stranger.Gateway.Address + "/staff");

        Assert.Equal("head", await page.TextContentAsync("#roles"));
        Assert.Equal(302, (await stranger.GetAsync("/staff")).Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_the_gateway_and_at_the_issuer()
    {
        await using var person = await ArriveAsync();
        await person.SignedInAsync("bijie-officer");
        var (_, refresh, _) = await person.TokensAsync();
        var stolen = await SessionAsync(person.Context, person.Gateway);

        await person.Page.ClickAsync("text=退出");
        await Visitor.ArrivedAsync(person.Page, person.Gateway.Address + "/signin/signed-out");

        // The issuer asks again, and takes nothing that was issued for the session; a copy of the cookie opens nothing.
        await person.OpenAsync("/staff");
        await person.Page.WaitForSelectorAsync("#password");
        var refused = await issuer
            .TokensAsync(("grant_type", "refresh_token"), ("client_id", "gateway"), ("client_secret", "development-only"),
            ("refresh_token", refresh));
        Assert.Equal("invalid_grant", refused.Text("error"));
        await person.Context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = stolen.Name, Value = stolen.Value,
            Url = person.Gateway.Address }]);
        Assert.Equal(302, (await person.GetAsync("/staff")).Status);
    }

    [Fact]
    public async Task A_session_that_ends_at_the_issuer_ends_at_the_gateway_when_its_token_is_due()
    {
        await using var person = await ArriveAsync();
        await person.SignedInAsync("bijie-officer");
        using var http = new HttpClient();

        (await http.GetAsync(new Uri($"{issuer.Endpoint("logout")}?id_token_hint={(await person.TokensAsync()).Identity}"),
            TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        person.Gateway.Clock.Advance(TimeSpan.FromMinutes(4.5));

        Assert.Equal(302, (await person.GetAsync("/staff")).Status);
        Assert.Equal(401, (await person.GetAsync("/api/probe/bijie/me")).Status);
    }

    private static async Task<BrowserContextCookiesResult> SessionAsync(IBrowserContext context, TestGateway gateway)
        => (await context.CookiesAsync([gateway.Address])).Single(cookie => cookie.Name == "disclosure-session");
}
