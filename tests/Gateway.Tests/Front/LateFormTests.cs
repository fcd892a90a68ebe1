using System.Net;
using System.Text.RegularExpressions;
using Disclosure.Gateway.SignIn;
using Xunit;

namespace Disclosure.Gateway.Tests.Front;

/// <summary>What forms are answered with that came without a session, or with a token of an earlier one.</summary>
public sealed class LateFormTests
{
    [Fact]
    public async Task A_form_without_a_session_is_kept_on_the_page_that_says_so_unless_another_site_sent_it()
    {
        const string form = "title=%3Cb%3E%E5%90%8D&body=1%0D%0A2&channels=a&channels=b";
        await using var server = await FrontServer.StartAsync();
        var sent = await server.SendAsync(HttpMethod.Post, "/staff/items/new?x=1", form, ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.Unauthorized, sent.Status);
        foreach (var part in (string[])["action=\"/staff/items/new?x=1\"", "&lt;b&gt;名</textarea>", "1&#xD;&#xA;2",
            "value=\"b\"", "重新提交", "内容还在"])
            Assert.Contains(part, sent.Text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(sent.Text, "&lt;b&gt;名"));
        Assert.Matches("<textarea[^>]* name=\"title\" form=\"kept\"", sent.Text);
        Assert.Contains("id=\"kept\"", sent.Text, StringComparison.Ordinal);
        var fetched = await server
            .SendAsync(HttpMethod.Post, "/staff/items/new", form, ("Sec-Fetch-Site", "same-origin"), ("Accept", FrontServer.Enhanced));
        Assert.Equal(HttpStatusCode.Unauthorized, fetched.Status);
        Assert.True(fetched.Answer.Headers.Contains("failure-page"));
        var foreign = await server.SendAsync(HttpMethod.Post, "/staff/items/new", form, ("Sec-Fetch-Site", "cross-site"));
        foreach (var text in (string[])[fetched.Text, foreign.Text]) Assert.DoesNotContain("value=\"b\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_chosen_in_a_form_that_is_kept_is_named_and_what_can_be_read_of_it_is_said()
    {
        await using var server = await FrontServer.StartAsync();
        var (_, text, _) = await server.SendAsync(HttpMethod.Post, "/staff/delegations",
            "_handler=grant&delegate=9&startsOn=2026-12-01&endsOn=2026-12-05&reason=%E5%87%BA%E5%B7%AE", ("Sec-Fetch-Site", "same-origin"));
        Assert.Contains("<p>您选择的也由本页保留：代办人、开始日期 2026-12-01、结束日期 2026-12-05。</p>", text, StringComparison.Ordinal);
        var decision = await server.SendAsync(HttpMethod.Post, "/staff/cases/0198ab00-0000-7000-8000-000000000001",
            "_handler=decide-head&outcome=return&checklist=a&checklist=b&reason=&digest=x", ("Sec-Fetch-Site", "same-origin"));
        Assert.Contains("<p>您选择的也由本页保留：审核意见“退回修改”、审核要点。</p>", decision.Text, StringComparison.Ordinal);
        var held = await server.SendAsync(HttpMethod.Post, "/staff/cases/0198ab00-0000-7000-8000-000000000001",
            "_handler=decide-head&outcome=hold&holdTo=secrecy-authority&category=public-concern&secrecy=undetermined&change-scope=internal",
            ("Sec-Fetch-Site", "same-origin"));
        Assert.Matches("保留：审核意见“暂缓，提请确定”、提请谁确定“保密行政管理部门”、目录分类“[^”]+”、涉密情况“待确定（暂缓公开）”、更正公开范围“内部公开”。", held.Text);
        var pressed = await server
            .SendAsync(HttpMethod.Post, "/staff/notices", "_handler=seen&notice=a", ("Sec-Fetch-Site", "same-origin"));
        Assert.DoesNotContain("您选择的也", pressed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_holds_the_only_copy_opens_everything_else_beside_it()
    {
        await using var server = await FrontServer.StartAsync();
        var kept = await server.SendAsync(HttpMethod.Post, "/staff/items/new", "title=x", ("Sec-Fetch-Site", "same-origin"));
        Assert.Contains("<base target=\"_blank\"", kept.Text, StringComparison.Ordinal);
        Assert.Matches("<body data-enhance-nav=\"false\"", kept.Text);
        Assert.Matches("<form[^>]* id=\"kept\" target=\"_self\"", kept.Text);
        Assert.Matches("<a class=\"skip\" href=\"#main\" target=\"_self\"", kept.Text);
        var foreign = await server.SendAsync(HttpMethod.Post, "/staff/items/new", "title=x", ("Sec-Fetch-Site", "cross-site"));
        Assert.DoesNotContain("<base", foreign.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("grant", "事由")]
    [InlineData("replace", "事由")]
    [InlineData("withdraw", "撤下原因")]
    [InlineData("urge-0198ab00-0000-7000-8000-000000000001-head", "催办意见")]
    [InlineData("decide-head", "理由")]
    public async Task What_was_written_in_a_form_that_is_kept_is_labelled_as_the_form_labels_it(string form, string label)
    {
        await using var server = await FrontServer.StartAsync();
        var (_, text, _) = await server.SendAsync(HttpMethod.Post, "/staff/delegations", $"_handler={form}&reason=x",
            ("Sec-Fetch-Site", "same-origin"));
        Assert.Matches($"<label[^>]*>{label}</label>\\s*<textarea[^>]* name=\"reason\"", text);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task Strangers_are_counted_at_the_workbench_before_anything_they_send_is_read(string method)
    {
        await using var server = await FrontServer
            .StartAsync(("Limits:AnonymousWritesPerMinute", "2"), ("Limits:ReadsAtOnce", "2"), ("Limits:ReadsPerSecond", "1"));
        var form = method == "POST" ? "title=T-I-T" : null;
        for (var i = 0; i < 2; i++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await server.SendAsync(new(method), "/staff/items", form)).Status);
        var (status, text, _) = await server.SendAsync(new(method), "/staff/items", form, ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.DoesNotContain("T-I-T", text, StringComparison.Ordinal);
        // Whoever is signed in here is not counted.
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await server.SendAsync(HttpMethod.Get, "/staff/nope", null,
            (FrontServer.AtWork, "1"))).Status);
    }

    [Theory]
    [InlineData(KeptForm.MaxText + 1, false)]
    [InlineData(3 * KeptForm.MaxText + 5000, false)]
    [InlineData(3 * KeptForm.MaxText + 5000, true)]
    public async Task A_form_without_a_session_that_is_too_large_to_be_kept_is_answered_with_words_and_without_its_text(int size,
        bool isChunked)
    {
        await using var server = await FrontServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/staff/items/new");
        request.Content = new StringContent("body=" + new string('\"', size), null, "application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = isChunked;
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("内容太多", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 1, 20_000);
        Assert.DoesNotContain("内容还在", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(FrontServer.Enhanced)]
    public async Task A_form_without_a_session_into_which_nothing_was_typed_is_not_said_to_hold_anything(string? accept)
    {
        await using var server = await FrontServer.StartAsync();
        var (status, text, _) = await server.SendAsync(HttpMethod.Post, "/staff/notices", "_handler=seen&notice=a&reason=",
            [("Sec-Fetch-Site", "same-origin"), .. accept is null ? Array.Empty<(string, string)>() : [("Accept", accept)]]);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("登录已过期，没有提交", text, StringComparison.Ordinal);
        // After the sign-in the page needs a new token first, so once may not be enough.
        Assert.Contains(accept is null ? "提示没有提交时，再按一次" : "提示页面已更新时，再按一次", text, StringComparison.Ordinal);
        Assert.DoesNotContain("内容", Regex.Match(text, "<h1>.*?</p>", RegexOptions.Singleline).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_an_old_token_is_kept_and_offered_with_a_new_one_unless_another_site_sent_it()
    {
        const string form = "__RequestVerificationToken=OLD-TOKEN&_handler=draft&title=T-I-T&body=1%0D%0A2";
        await using var server = await FrontServer.StartAsync();
        var sent = await server
            .SendAsync(HttpMethod.Post, "/staff/items/new", form, (FrontServer.AtWork, "1"), ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.BadRequest, sent.Status);
        foreach (var part in (string[])["action=\"/staff/items/new\"", "T-I-T</textarea>",
            "name=\"_handler\" form=\"kept\" value=\"draft\"", "重新提交", "现在登录的是", "name=\"__RequestVerificationToken\""])
            Assert.Contains(part, sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("OLD-TOKEN", sent.Text, StringComparison.Ordinal);
        // Nobody need have changed: whoever has signed in again is told just that.
        Assert.Contains("页面打开得太久，或者打开之后重新登录过", sent.Text, StringComparison.Ordinal);
        var foreign = await server
            .SendAsync(HttpMethod.Post, "/staff/items/new", form, (FrontServer.AtWork, "1"), ("Sec-Fetch-Site", "cross-site"));
        var unnamed = await server.SendAsync(HttpMethod.Post, "/staff/items/new", form, (FrontServer.AtWork, "1"));
        foreach (var (_, text, _) in new[] { foreign, unnamed })
        {
            Assert.DoesNotContain("T-I-T", text, StringComparison.Ordinal);
            Assert.DoesNotContain("重新提交</button>", text, StringComparison.Ordinal);
        }

        var fetched = await server.SendAsync(HttpMethod.Post, "/staff/items/new", form, (FrontServer.AtWork, "1"),
            ("Sec-Fetch-Site", "same-origin"), ("Accept", FrontServer.Enhanced));
        Assert.Equal("stale-form", Assert.Single(fetched.Answer.Headers.GetValues("failure-page")));
    }

    [Theory]
    [InlineData("same-origin", null, 200)]
    [InlineData(null, "/staff/items/new", 200)]
    [InlineData("cross-site", null, 403)]
    [InlineData("same-site", null, 403)]
    [InlineData("none", null, 403)]
    [InlineData(null, "http://elsewhere.example/staff", 403)]
    [InlineData(null, null, 403)]
    public async Task A_new_token_is_given_to_our_own_pages_alone_and_kept_nowhere(string? site, string? referer, int status)
    {
        await using var server = await FrontServer.StartAsync();
        List<(string, string)> headers = [(FrontServer.AtWork, "1")];
        if (site is not null) headers.Add(("Sec-Fetch-Site", site));
        if (referer is not null) headers.Add(("Referer", new Uri(server.Client.BaseAddress!, referer).ToString()));
        var (code, text, answer) = await server.SendAsync(HttpMethod.Get, "/staff/form-token", null, [.. headers]);
        Assert.Equal(status, (int)code);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(status == 200, text.Contains("\"token\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_token_is_given_to_nobody_who_is_not_signed_in()
    {
        await using var server = await FrontServer.StartAsync();
        var (status, _, _) = await server.SendAsync(HttpMethod.Get, "/staff/form-token", null,
            ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Dest", "empty"));
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }
}
