using System.Text.RegularExpressions;
using Disclosure.BrowserTests.World;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>What a person sees and where the keyboard stands after a form was sent, whatever became of it.</summary>
[Collection("portal")]
public sealed class FormJourneys(Stack stack, Chromium chromium)
{
    private const string Typed = "尚未保存的正文。";

    private const string IsFocusedAndInView = """
        e => { const r = e.getBoundingClientRect(); return document.activeElement === e && r.bottom > 0 && r.top < innerHeight; }
        """;

    [Fact]
    public async Task After_the_session_ended_a_form_keeps_its_text_and_can_be_sent_again()
    {
        var page = await EditorAsync();
        await page.GetByLabel("名称").FillAsync("关于延长开放时间的公告");
        await page.GetByLabel("分类").SelectOptionAsync("public-concern");
        await EndSessionAsync(page);
        await SaveAsync(page);
        await FocusedInViewAsync(page.Locator("#problem"), "登录已过期，内容还在");
        await Assertions.Expect(page.GetByLabel("正文")).ToHaveValueAsync(Typed);
        await Chromium.PictureAsync(page, "session-ended");
        // A finger's breadth, also where the script has made it.
        Assert.InRange((await page.Locator("#problem a").BoundingBoxAsync())!.Height, 44, 200);

        var entrance = await page
            .RunAndWaitForPopupAsync(() => page.Locator("#problem").GetByRole(AriaRole.Link, new() { Name = "重新登录" }).ClickAsync());
        await FillInAsync(entrance);
        await Assertions.Expect(entrance.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("已重新登录");
        await entrance.CloseAsync();
        await SaveAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
    }

    [Fact]
    public async Task After_the_session_ended_a_link_leads_to_the_sign_in_and_then_to_its_page()
    {
        var page = await EditorAsync();
        await EndSessionAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "信息", Exact = true }).ClickAsync();
        await FillInAsync(page);
        await Assertions.Expect(page).ToHaveURLAsync(stack.Portal + "/staff/items");
    }

    [Fact]
    public async Task Without_scripts_a_form_that_came_after_the_session_is_sent_again_from_the_page_that_says_so()
    {
        var page = await EditorAsync(scripts: false);
        await page.GetByLabel("名称").FillAsync("关于“缩短”开放时间的公告");
        await page.GetByLabel("分类").SelectOptionAsync("public-concern");
        await EndSessionAsync(page);
        await SaveAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("登录已过期，内容还在");
        await Chromium.PictureAsync(page, "session-ended-without-scripts");
        var entrance = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "重新登录" }).ClickAsync());
        await FillInAsync(entrance);
        await page.GetByRole(AriaRole.Button, new() { Name = "重新提交" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
        await Assertions.Expect(page.GetByLabel("正文")).ToHaveValueAsync(Typed);
    }

    [Fact]
    public async Task Pressing_Enter_twice_on_the_saving_button_saves_and_does_not_submit()
    {
        var page = await EditorAsync();
        await page.GetByLabel("名称").FillAsync("关于更换开放日的公告");
        await page.GetByLabel("分类").SelectOptionAsync("public-concern");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await FocusedInViewAsync(page.GetByRole(AriaRole.Status), "草稿已保存");
        await page.Keyboard.PressAsync("Enter");
        // What saves stands first among the buttons of both pages.
        await Assertions.Expect(page.Locator(".actions button").First).ToHaveTextAsync("保存草稿");
        await page.Locator(".actions button").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await FocusedInViewAsync(page.GetByRole(AriaRole.Status), "草稿已保存");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".state").First).ToHaveTextAsync("草稿");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_is_in_view_under_the_keyboard_and_names_the_fields(bool scripts)
    {
        var page = await EditorAsync(scripts);
        await SaveAsync(page);
        var problem = page.Locator("#problem");
        await FocusedInViewAsync(problem, "内容不符合要求");
        await Assertions.Expect(problem.GetByRole(AriaRole.Link).First).ToHaveTextAsync("请填写名称。");
        await Assertions.Expect(problem).ToContainTextAsync("请选择分类");
        await Assertions.Expect(page.GetByLabel("分类")).ToHaveAttributeAsync("aria-invalid", "true");
        await problem.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("名称")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("正文")).ToHaveValueAsync(Typed);
        await Chromium.PictureAsync(page, "refused");
    }

    [Fact]
    public async Task Two_faults_of_a_field_are_one_description_of_it()
    {
        var page = await EditorAsync();
        await page.GetByLabel("内容概述").FillAsync(new string('长', 501) + "\n");
        await page.EvaluateAsync(
            "() => { const t = document.getElementById('title'); t.maxLength = 1000; t.value = '名'.repeat(201) + '\\u0001'; }");
        await SaveAsync(page);
        await Assertions.Expect(page.Locator("#title-error p")).ToHaveCountAsync(2);
        Assert.Empty(await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => all.indexOf(id) !== at)"));
    }

    [Fact]
    public async Task A_link_within_the_page_takes_the_keyboard_along_and_the_way_back_keeps_the_text()
    {
        var page = await EditorAsync();
        await page.Locator("a.skip").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByLabel("正文")).ToHaveValueAsync(Typed);

        const string body = "正文<a href=\"#note-1\"></a>。\n<aside id=\"note-1\">说明。</aside>";
        var (id, _) = await stack.Editors.DraftAsync("bijie", new { title = "脚注", body, category = "public-concern" });
        await page.GotoAsync($"/staff/items/{id}");
        await page.Locator(".prose a[href^='#']").First.ClickAsync();
        Assert.StartsWith("#", new Uri(page.Url).Fragment, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.closest('.prose .notes') !== null"));
    }

    [Fact]
    public async Task Changing_the_display_keeps_what_was_typed()
    {
        var page = await EditorAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "高对比度" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveClassAsync("contrast");
        await page.GetByRole(AriaRole.Link, new() { Name = "适老模式" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveClassAsync("elder contrast");
        await Assertions.Expect(page.GetByLabel("正文")).ToHaveValueAsync(Typed);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "退出高对比度" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveClassAsync("elder contrast");
        await page.GetByRole(AriaRole.Link, new() { Name = "退出适老模式" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveClassAsync("contrast");
    }

    [Fact]
    public async Task A_failure_while_saving_is_told_on_the_page_and_keeps_the_text()
    {
        var page = await EditorAsync();
        var drafts = new Regex("/staff/items/new");
        await page.RouteAsync(drafts, route => route.AbortAsync());
        await SaveAsync(page);
        await FocusedInViewAsync(page.Locator("#problem"), "没有连上服务器");
        await page.UnrouteAsync(drafts);
        await page.EvaluateAsync("() => { document.querySelector('main [name=__RequestVerificationToken]').value = 'x'; }");
        await SaveAsync(page);
        await FocusedInViewAsync(page.Locator("#problem"), "请再提交一次");
        await Assertions.Expect(page.GetByLabel("正文")).ToHaveValueAsync(Typed);
    }

    [Fact]
    public async Task Below_staff_a_failure_says_what_is_wrong_and_leads_back_to_work()
    {
        var page = await chromium.EnterAsync(stack, "bijie-discipline");
        foreach (var (address, words) in ((string, string)[])[("/staff/audit?case=abc", "网址中的编号有误"), ("/staff/items/x", "没有找到"),
            ("/staff/nope", "没有找到")])
        {
            Assert.Equal(404, (await page.GotoAsync(address))!.Status);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
            await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "回到待办" }))
                .ToHaveAttributeAsync("href", "/staff");
            await Assertions.Expect(page.Locator(".workbench-nav")).ToBeVisibleAsync();
        }

        await Looks.AtAsync(page, "staff-not-found");
    }

    private async Task<IPage> EditorAsync(bool scripts = true)
    {
        var page = await chromium.EnterAsync(stack, "bijie-officer", scripts: scripts);
        await page.GotoAsync("/staff/items/new");
        await page.GetByLabel("正文").FillAsync(Typed);
        return page;
    }

    private static Task SaveAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();

    /// <summary>Both sessions, the gateway's and the issuer's, as after half an hour.</summary>
    private static async Task EndSessionAsync(IPage page)
    {
        foreach (var name in (string[])["disclosure-session", "disclosure-issuer"])
            await page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = name });
    }

    private static async Task FillInAsync(IPage page)
    {
        await page.Locator("input[name=username]").FillAsync("bijie-officer");
        await page.Locator("input[name=password]").FillAsync("disclosure");
        await page.Locator("input[name=password]").PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/staff/"));
    }

    private static async Task FocusedInViewAsync(ILocator message, string words)
    {
        await Assertions.Expect(message).ToContainTextAsync(words);
        await Assertions.Expect(message).ToBeFocusedAsync();
        Assert.True(await message.EvaluateAsync<bool>(IsFocusedAndInView), "The message is not in view.");
    }
}
