using System.Net;
using System.Text.RegularExpressions;
using Disclosure.Gateway.SignIn;
using Xunit;

namespace Disclosure.Gateway.Tests.Front;

/// <summary>What strangers' addresses and forms are answered with.</summary>
public sealed class FrontTests
{
    [Theory]
    [InlineData("/?STRANGER=13812345678")]
    [InlineData("/?after=&STRANGER=13812345678")]
    public async Task What_the_first_reader_wrote_into_the_address_is_not_on_the_page_of_the_next(string first)
    {
        await using var server = await FrontServer.StartAsync();
        var made = await server.SendAsync(HttpMethod.Get, first);
        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.DoesNotContain("STRANGER", made.Text, StringComparison.Ordinal);
        var next = await server.SendAsync(HttpMethod.Get, "/");
        Assert.DoesNotContain("STRANGER", next.Text, StringComparison.Ordinal);
        Assert.Contains("back=%2F", next.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/bijie/search?q=")]
    [InlineData("/staff/items?after=")]
    public async Task An_address_that_is_too_long_is_answered_by_a_page_that_says_so(string path)
    {
        await using var front = await FrontServer.StartAsync();
        var (status, text, _) = await front.SendAsync(HttpMethod.Get, path + new string('a', 20_000), null);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, status);
        Assert.Contains("网址过长", text, StringComparison.Ordinal);
        Assert.Contains("不超过 100 字", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_script_asks_for_is_not_kept_for_those_without_one()
    {
        await using var server = await FrontServer.StartAsync();
        var made = await server.SendAsync(HttpMethod.Get, "/", headers: ("Accept", FrontServer.Enhanced));
        var next = await server.SendAsync(HttpMethod.Get, "/");
        Assert.Equal(made.Text, next.Text);
        foreach (var answer in (HttpResponseMessage[])[made.Answer, next.Answer]) Assert.False(answer.Headers.Contains("ssr-framing"));
    }

    [Fact]
    public async Task The_name_of_the_site_on_a_page_is_ours_however_the_first_reader_wrote_it()
    {
        await using var server = await FrontServer.StartAsync(("Site:Addresses", "http://zwgk.example.gov.cn"));
        var made = await server.SendAsync(HttpMethod.Get, "/", headers: ("Host", "ZWGK.Example.GOV.cn"));
        Assert.Contains("content=\"zwgk.example.gov.cn\"", made.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a=%00")]
    [InlineData(null)]
    public async Task A_form_that_cannot_be_read_is_the_senders_mistake_in_our_own_words(string? form)
    {
        form ??= string.Join('&', Enumerable.Range(0, 1025).Select(n => $"k{n}=1"));
        await using var server = await FrontServer.StartAsync();
        foreach (var (path, status, who) in ((string, int, string?)[])[("/", 400, null), ("/signout", 400, FrontServer.AtWork),
            ("/staff/items/new", 400, FrontServer.AtWork), ("/signin-oidc", 405, null), ("/signout-oidc", 405, null),
            ("/signout-callback-oidc", 405, null)])
        {
            var (code, text, _) = await server.SendAsync(HttpMethod.Post, path, form, who is null ? [] : [(who, "1")]);
            Assert.Equal((path, status), (path, (int)code));
            // A number means nothing to a reader who is asked to tell it to nobody.
            Assert.DoesNotContain("错误代码", text, StringComparison.Ordinal);
        }

        // There is no Review behind this server, and that is told as an outage; the sender's mistake is not told as a fault.
        Assert.DoesNotContain(server.Log, line => line.Contains("Exception", StringComparison.Ordinal)
            && !line.Contains("HttpRequestException", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/signin-oidc")]
    [InlineData("/signout-oidc")]
    public async Task The_addresses_of_the_sign_in_are_limited_like_any_other(string path)
    {
        await using var server = await FrontServer
            .StartAsync(("Limits:AnonymousWritesPerMinute", "2"), ("Limits:ReadsAtOnce", "2"), ("Limits:ReadsPerSecond", "1"));
        foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Get])
        {
            var answers = new List<HttpStatusCode>();
            for (var i = 0; i < 4; i++) answers
                .Add((await server.SendAsync(method, path, method == HttpMethod.Post ? "a=1" : null)).Status);
            Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        }
    }

    [Fact]
    public async Task Of_a_refused_sign_in_only_a_known_code_is_logged()
    {
        const string forged = "x%0D%0A2026-01-01 forged%1B[31m 13812345678";
        await using var server = await FrontServer.StartAsync();
        var challenge = await server.SendAsync(HttpMethod.Get, "/staff/items?state=Draft");
        var location = challenge.Answer.Headers.Location!;
        var state = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(location.Query)["state"].ToString();
        var cookies = string.Join("; ", challenge.Answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        foreach (var (error, told) in ((string, string)[])[("access_denied", "access_denied"), (forged, "unknown error")])
        {
            var failed = await server.SendAsync(HttpMethod.Get,
                $"/signin-oidc?state={Uri.EscapeDataString(state)}&error={error}&error_description={forged}&error_uri={forged}", null,
                ("Cookie", cookies));
            Assert.Equal(HttpStatusCode.Redirect, failed.Status);
            Assert.Contains(server.Log, line => line.Contains($"A sign-in was refused: {told}.", StringComparison.Ordinal));
            // The page that was wanted is still wanted.
            var page = await server.SendAsync(HttpMethod.Get, failed.Answer.Headers.Location!.OriginalString);
            Assert.Contains("href=\"/signin?returnUrl=%2Fstaff%2Fitems%3Fstate%3DDraft\"", page.Text, StringComparison.Ordinal);
            Assert.Contains("site.css", page.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(server.Log, line => line.Contains("forged", StringComparison.Ordinal)
            || line.Contains("13812345678", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_session_a_page_is_opened_through_the_sign_in_and_what_a_script_asks_for_is_opened_in_its_place()
    {
        await using var server = await FrontServer.StartAsync();
        var opened = await server.SendAsync(HttpMethod.Get, "/staff/items?mine=true");
        Assert.Equal((HttpStatusCode.Redirect, "issuer.example"), (opened.Status, opened.Answer.Headers.Location!.Host));
        var fetched = await server.SendAsync(HttpMethod.Get, "/staff/items?mine=true", null, ("Accept", FrontServer.Enhanced));
        Assert.Equal(HttpStatusCode.Unauthorized, fetched.Status);
        Assert.Equal("/staff/items?mine=true", Assert.Single(fetched.Answer.Headers.GetValues("blazor-enhanced-nav-redirect-location")));
    }

    [Fact]
    public async Task Signing_out_after_the_session_ended_ends_the_issuers()
    {
        await using var server = await FrontServer.StartAsync();
        var (status, _, answer) = await server.SendAsync(HttpMethod.Post, "/signout", "__RequestVerificationToken=old");
        Assert.Equal((HttpStatusCode.Redirect, "/logout"), (status, answer.Headers.Location!.AbsolutePath));
        Assert.Contains("client_id=gateway", answer.Headers.Location.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signed_out_is_told_so_and_who_is_signed_in_again_goes_to_work()
    {
        await using var server = await FrontServer.StartAsync();
        var (status, text, _) = await server.SendAsync(HttpMethod.Get, "/signin/signed-out");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("您已退出", text, StringComparison.Ordinal);
        var (again, _, answer) = await server.SendAsync(HttpMethod.Get, "/signin/signed-out", null, (FrontServer.AtWork, "1"));
        Assert.Equal((HttpStatusCode.Redirect, "/staff"), (again, answer.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("/staff/import", "20 MB")]
    [InlineData("/staff/items/new", "2 MB")]
    public async Task What_is_too_large_is_refused_within_the_workbench_with_the_limit(string path, string limit)
    {
        await using var server = await FrontServer.StartAsync();
        var (status, text, _) = await server.SendAsync(HttpMethod.Post, path, new string('a', 22 * 1024 * 1024),
            (FrontServer.AtWork, "1"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains(limit, text, StringComparison.Ordinal);
        Assert.Contains("workbench-nav", text, StringComparison.Ordinal);
        Assert.Matches("<title>[^<]* · 政务公开工作台</title>", WebUtility.HtmlDecode(text));
    }

    [Fact]
    public async Task Whose_page_stays_open_is_told_that_nothing_written_on_it_is_lost()
    {
        await using var server = await FrontServer.StartAsync();
        var (_, text, _) = await server.SendAsync(HttpMethod.Post, "/staff/items/new", new string('a', 3 * 1024 * 1024),
            (FrontServer.AtWork, "1"), ("Accept", FrontServer.Enhanced));
        Assert.Contains("您填写的内容都还在本页，没有丢失", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_of_a_page_of_failure_says_whose_information_it_searches()
    {
        await using var server = await FrontServer.StartAsync();
        var (_, text, _) = await server.SendAsync(HttpMethod.Get, "/bijie/nope/nope");
        Assert.Contains("搜索毕节市文化广电旅游局的政府信息", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_form_that_failed_offers_no_address_that_only_takes_forms()
    {
        await using var server = await FrontServer.StartAsync();
        var failed = await server.SendAsync(HttpMethod.Post, "/signout", "a=1", (FrontServer.AtWork, "1"));
        Assert.Equal(HttpStatusCode.BadRequest, failed.Status);
        Assert.Contains("无法退出", failed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("back=%2Fsignout", failed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Below_staff_a_failure_is_a_page_of_the_workbench_with_the_words_of_whoever_refused()
    {
        await using var server = await FrontServer.StartAsync();
        foreach (var (path, words) in ((string, string)[])[("/staff/nope", "没有找到"), ("/staff/items/x", "没有找到"),
            ("/staff/audit?case=abc", "网址中的编号有误")])
        {
            var (status, text, _) = await server.SendAsync(HttpMethod.Get, path, null, (FrontServer.AtWork, "1"));
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Contains(words, text, StringComparison.Ordinal);
            Assert.Contains("workbench-nav", text, StringComparison.Ordinal);
            Assert.Contains("<a class=\"btn btn-outline-primary\" href=\"/staff\">回到待办</a>", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("workbench-nav", (await server.SendAsync(HttpMethod.Get, "/nowhere", null, (FrontServer.AtWork, "1"))).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/bijie/nope", true)]
    [InlineData("/nowhere", false)]
    public async Task A_page_that_could_not_be_opened_speaks_of_no_form_and_leads_to_the_home_of_its_authority(string path,
        bool isOfAuthority)
    {
        await using var server = await FrontServer.StartAsync();
        var (status, text, _) = await server.SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.DoesNotContain("提交", text, StringComparison.Ordinal);
        Assert.Equal(isOfAuthority, text.Contains("href=\"/bijie\">回到本机关首页", StringComparison.Ordinal));
        // Words that speak of a search stand beside one.
        Assert.Equal(text.Contains("使用搜索", StringComparison.Ordinal), text.Contains("role=\"search\"", StringComparison.Ordinal));
        Assert.Equal(isOfAuthority, text.Contains("role=\"search\"", StringComparison.Ordinal));
    }
}
