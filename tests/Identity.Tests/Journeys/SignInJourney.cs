using System.Net;
using Disclosure.Identity.Tests.Servers;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.Identity.Tests.Journeys;

/// <summary>What staff do with their browsers; the same for every issuer that serves the realm file.</summary>
public abstract class SignInJourney(IssuerUnderTest issuer, Browser browser)
{
    [Fact]
    public async Task Who_signs_in_is_known_to_the_pages_and_to_the_services_by_role_authority_and_unit()
    {
        await using var person = await ArriveAsync();

        await person.SignedInAsync("bijie-officer");

        Assert.Equal("毕节·信息员", await person.Page.TextContentAsync("h1"));
        Assert.Equal("officer", await person.Page.TextContentAsync("#roles"));
        Assert.Equal("bijie/art", await person.Page.TextContentAsync("#unit"));
        Assert.Equal(["bijie-officer@disclosure.example"], person.Gateway.Addresses);
        foreach (var way in (string[])["/api/probe/bijie/me", "/called"])
        {
            var staff = Json.Parse(await (await person.GetAsync(way)).TextAsync());
            Assert.Equal("bijie-officer", staff.Text("userName"));
            Assert.Equal(("bijie", "art"), (staff.Text("authority"), staff.Text("unit")));
            Assert.Equal("officer", Assert.Single(staff.GetProperty("roles").EnumerateArray()).GetString());
        }
    }

    [Fact]
    public async Task Another_authority_and_another_role_are_refused_in_Chinese()
    {
        await using var person = await ArriveAsync();
        await person.SignedInAsync("bijie-officer");

        var elsewhere = await person.GetAsync("/api/probe/gaotai/me");
        var heads = await person.GetAsync("/api/probe/bijie/heads");

        Assert.Equal((403, "无权访问该机关"), (elsewhere.Status, Json.Parse(await elsewhere.TextAsync()).Text("title")));
        Assert.Equal((403, "无权办理"), (heads.Status, Json.Parse(await heads.TextAsync()).Text("title")));
    }

    [Fact]
    public async Task The_browser_holds_one_cookie_it_cannot_read_and_no_token()
    {
        await using var person = await ArriveAsync();
        await person.SignedInAsync("bijie-officer");
        var (access, refresh, identity) = await person.TokensAsync();

        var cookies = (await person.Context.CookiesAsync([person.Gateway.Address])).ToList();

        var session = Assert.Single(cookies, cookie => cookie.Name == "disclosure-session");
        Assert.Equal((true, SameSiteAttribute.Lax), (session.HttpOnly, session.SameSite));
        Assert.True(session.Value.Length < 1000);
        Assert.DoesNotContain(cookies, cookie => cookie.Value.Contains(access, StringComparison.Ordinal)
            || cookie.Value.Contains(refresh, StringComparison.Ordinal) || cookie.Value.Contains(identity, StringComparison.Ordinal));
    }

    // Nobody else signs in with this account: two failures within a second lock it for a minute, as they should.
    [Theory]
    [InlineData("bijie-disabled", "disclosure")]
    [InlineData("xinyuan-officer", "wrong")]
    [InlineData("nobody", "disclosure")]
    public async Task A_disabled_account_and_wrong_credentials_are_refused(string user, string password)
    {
        await using var person = await ArriveAsync();

        await person.SignInAsync(user, password);

        await person.Page.WaitForSelectorAsync(issuer.RefusalSelector);
        Assert.Equal(302, (await person.GetAsync("/staff")).Status);
        Assert.Equal("invalid_grant", (await issuer.PasswordAsync(user, password)).Text("error"));
    }

    [Fact]
    public async Task Signing_out_needs_the_pages_own_form()
    {
        await using var person = await ArriveAsync();
        await person.SignedInAsync("bijie-officer");

        var forged = await person.Context.APIRequest.PostAsync(person.Gateway.Address + "/signout");

        Assert.Equal(400, forged.Status);
        Assert.Equal(405, (await person.GetAsync("/signout")).Status);
        Assert.Equal(200, (await person.GetAsync("/staff")).Status);
    }

    [Fact]
    public async Task A_change_asked_for_by_another_site_goes_to_the_service_without_the_sessions_token()
    {
        await using var person = await ArriveAsync();
        await person.SignedInAsync("bijie-officer");

        Assert.Equal(401, (await PostAsync("cross-site")).Status);
        Assert.Equal(200, (await PostAsync("same-origin")).Status);

        Task<IAPIResponse> PostAsync(string site) => person.Context.APIRequest.PostAsync(person.Gateway.Address + "/api/probe/bijie/drafts",
            new APIRequestContextOptions
            {
                DataObject = new { title = "拟稿" },
                Headers = new Dictionary<string, string> { ["Sec-Fetch-Site"] = site }
            });
    }

    [Fact]
    public async Task A_person_returns_to_a_page_of_this_site_and_to_no_other()
    {
        await using var person = await ArriveAsync();
        await person.SignedInAsync("bijie-officer");

        foreach (var (asked, lands) in ((string, string)[])[("/?x=1", "/?x=1"),
            ("//evil.example/", "/staff"), ("/\\evil.example", "/staff"), ("https://evil.example/", "/staff"),
            ("/\t/evil.example", "/staff"), ("/\n/evil.example", "/staff"), ("/.//evil.example", "/staff")])
        {
            await person.OpenAsync("/signin?returnUrl=" + Uri.EscapeDataString(asked));
            Assert.Equal(person.Gateway.Address + lands, person.Page.Url);
        }
    }

    [Theory]
    [InlineData("/\t/evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\u0001")]
    public async Task Whoever_signs_in_from_a_strangers_link_stays_on_this_site(string asked)
    {
        await using var person = await ArriveAsync();
        await person.OpenAsync("/signin?returnUrl=" + Uri.EscapeDataString(asked));
        await person.Page.FillAsync("#username", "bijie-officer");
        await person.Page.FillAsync("#password", "disclosure");
        await person.Page.ClickAsync("#kc-login");
        await Visitor.ArrivedAsync(person.Page, person.Gateway.Address + "/staff");
    }

    [Fact]
    public async Task A_callback_opened_once_more_leads_a_signed_in_person_back_to_work()
    {
        await using var person = await ArriveAsync();
        var callback = "";
        person.Page.Request += (_, request) =>
        {
            if (new Uri(request.Url).AbsolutePath == "/signin-oidc") callback = new Uri(request.Url).PathAndQuery;
        };
        await person.SignedInAsync("bijie-officer");
        Assert.NotEqual("", callback);

        await person.OpenAsync(callback);

        Assert.Equal(person.Gateway.Address + "/staff", person.Page.Url);
    }

    [Fact]
    public async Task A_sign_in_that_does_not_complete_says_so_and_offers_another()
    {
        await using var person = await ArriveAsync();

        await person.OpenAsync("/signin-oidc?error=access_denied&state=unknown");

        Assert.Equal("登录没有完成", await person.Page.TextContentAsync("h1"));
        Assert.Equal("/signin", await person.Page.GetAttributeAsync("text=重新登录", "href"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/other", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")]
    [InlineData("http://evil.example/signin-oidc", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")]
    [InlineData("http://127.0.0.1:1/signin-oidc", null)]
    public async Task A_foreign_return_address_and_a_request_without_PKCE_never_reach_the_sign_in_page(string address, string? challenge)
    {
        Assert.SkipWhen(issuer.SkipReason is not null, issuer.SkipReason ?? "");
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var query = $"client_id=gateway&response_type=code&scope=openid&state=s&redirect_uri={Uri.EscapeDataString(address)}"
            + (challenge is null ? "" : $"&code_challenge={challenge}&code_challenge_method=S256");

        var response = await http.GetAsync(new Uri($"{issuer.Endpoint("auth")}?{query}"), TestContext.Current.CancellationToken);

        Assert.True(response.StatusCode == HttpStatusCode.BadRequest || response.Headers.Location!.Query
            .Contains("error=invalid_request", StringComparison.Ordinal));
    }

    private protected Task<Visitor> ArriveAsync()
    {
        Assert.SkipWhen(issuer.SkipReason is not null, issuer.SkipReason ?? "");
        return Visitor.ArriveAsync(browser, issuer);
    }
}
