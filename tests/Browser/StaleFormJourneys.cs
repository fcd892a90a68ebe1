using Disclosure.BrowserTests.World;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>A form whose page stood open too long, or in which somebody else has signed in meanwhile; and one that is met again by the
/// way back.</summary>
[Collection("portal")]
public sealed class StaleFormJourneys(Stack stack, Chromium chromium)
{
    private const string Typed = "第一段。\n\n尚未保存的“第二段”。";

    [Fact]
    public async Task A_form_whose_token_is_gone_can_be_sent_a_second_time()
    {
        var page = await EditorAsync("关于延长报名时间的公告");
        await ForgetTokenAsync(page);
        await SaveAsync(page);
        var problem = page.Locator("#problem");
        await Assertions.Expect(problem).ToContainTextAsync("请再提交一次");
        await Assertions.Expect(problem).Not.ToContainTextAsync("现在登录的是");
        await Assertions.Expect(page.GetByLabel("正文")).ToHaveValueAsync(Typed);
        await SaveAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
    }

    [Fact]
    public async Task Where_somebody_else_has_signed_in_the_page_says_in_whose_name_it_will_be_sent_and_sends_nothing_by_itself()
    {
        var page = await EditorAsync("关于调整展期的公告");
        await BecomeAsync(page, "bijie-office");
        var posts = 0;
        page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;
        await SaveAsync(page);
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("现在登录的是毕节·办公室");
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("以毕节·办公室的名义");
        Assert.Equal(1, posts);
        await Assertions.Expect(page.GetByLabel("正文")).ToHaveValueAsync(Typed);
        await SaveAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("毕节·办公室");
    }

    [Fact]
    public async Task Without_scripts_such_a_form_is_kept_readable_and_offered_again_with_a_token_of_whoever_is_signed_in()
    {
        var page = await EditorAsync("关于恢复开放的公告", scripts: false);
        await BecomeAsync(page, "bijie-office");
        await SaveAsync(page);
        var main = page.Locator("main");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("内容还在");
        await Assertions.Expect(main).ToContainTextAsync("现在登录的是毕节·办公室");
        await KeptTextIsReadableAsync(page);
        Assert.Equal(1, await main.Locator("input[name=__RequestVerificationToken]").CountAsync());
        await Chromium.PictureAsync(page, "stale-without-scripts");
        await main.GetByRole(AriaRole.Button, new() { Name = "重新提交" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
        // What was done is under the keyboard, as what was refused is.
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("正文")).ToHaveValueAsync(Typed);
    }

    [Fact]
    public async Task Leaving_with_an_old_page_is_offered_again()
    {
        var page = await chromium.SignInAsync(stack, "bijie-policy");
        await ForgetTokenAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "重新提交" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(stack.Portal + "/signin/signed-out");
    }

    [Fact]
    public async Task The_page_that_keeps_a_form_after_the_session_shows_it_and_puts_the_sign_in_first()
    {
        var page = await EditorAsync("关于馆藏目录的公告", scripts: false);
        foreach (var name in (string[])["disclosure-session", "disclosure-issuer"])
            await page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = name });
        await SaveAsync(page);
        await KeptTextIsReadableAsync(page);
        var ways = page.Locator("main .actions").Locator("a, button");
        Assert.Equal(["重新登录", "重新提交", "回到待办（新标签页）"],
            await ways.EvaluateAllAsync<string[]>("all => all.map(e => e.textContent.trim())"));
        await Assertions.Expect(page.Locator("main .actions .btn-primary")).ToHaveTextAsync("重新登录");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "回到待办" })).ToHaveAttributeAsync("target", "_blank");
        await Chromium.PictureAsync(page, "kept-form");
    }

    /// <summary>Nothing looks at a page without scripts, so this one is sent as if there were none.</summary>
    [Fact]
    public async Task The_page_that_keeps_a_form_is_accessible_and_fits_a_phone()
    {
        var page = await EditorAsync("关于装修进度的公告");
        await ForgetTokenAsync(page);
        await page.Locator("main form").EvaluateAsync("form => form.submit()");
        await KeptTextIsReadableAsync(page);
        await Looks.AtAsync(page, "kept-form");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_way_back_after_saving_makes_no_second_draft(bool scripts)
    {
        var title = $"关于场地租用的公告（{(scripts ? "一" : "二")}）";
        var page = await EditorAsync(title, scripts);
        await SaveAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
        var draft = new Uri(page.Url).AbsolutePath;
        await BackAsync(page);
        await FillAsync(page, title);
        await SaveAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
        Assert.Equal(draft, new Uri(page.Url).AbsolutePath);

        await BackAsync(page);
        await FillAsync(page, title);
        await page.GetByLabel("正文").FillAsync("另一段。");
        await SaveAsync(page);
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("已经保存过一份草稿");
        await page.GotoAsync("/staff/items?mine=true");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = title })).ToHaveCountAsync(1);
    }

    private async Task<IPage> EditorAsync(string title, bool scripts = true)
    {
        var page = await chromium.EnterAsync(stack, "bijie-officer", scripts: scripts);
        await page.GotoAsync("/staff/items/new");
        await FillAsync(page, title);
        return page;
    }

    /// <summary>The draft has the same fields, and stays until the form is there.</summary>
    private static async Task BackAsync(IPage page)
    {
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("起草信息");
    }

    private static async Task FillAsync(IPage page, string title)
    {
        await page.GetByLabel("名称").FillAsync(title);
        await page.GetByLabel("正文").FillAsync(Typed);
        await page.GetByLabel("分类").SelectOptionAsync("public-concern");
    }

    private static Task SaveAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();

    private static Task ForgetTokenAsync(IPage page)
        => page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "form" });

    /// <summary>As when somebody else signs in in another tab of the same browser.</summary>
    private async Task BecomeAsync(IPage page, string user)
    {
        var other = await chromium.EnterAsync(stack, user);
        var cookies = await other.Context.CookiesAsync();
        await page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "disclosure-session" });
        await page.Context.AddCookiesAsync(cookies.Where(cookie => cookie.Name == "disclosure-session")
            .Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = stack.Portal }));
    }

    private static async Task KeptTextIsReadableAsync(IPage page)
    {
        var text = page.Locator("main").GetByLabel("正文");
        await Assertions.Expect(text).ToHaveValueAsync(Typed);
        await Assertions.Expect(text).ToHaveAttributeAsync("readonly", "");
    }
}
