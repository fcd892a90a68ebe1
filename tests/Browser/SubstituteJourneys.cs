using System.Globalization;
using Disclosure.BrowserTests.World;
using Disclosure.Kernel;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>What a person sees who stands in for another, and one who has left.</summary>
[Collection("portal")]
public sealed class SubstituteJourneys(Stack stack, Chromium chromium)
{
    private const string Category = "culture-news";

    private static string Today => LegalDay.Of(TimeProvider.System.GetUtcNow()).ToString("O", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("officer")]
    [InlineData("discipline")]
    [InlineData("system-admin")]
    public async Task The_first_page_of_everybody_is_there(string role)
    {
        var page = await chromium.EnterAsync(stack, $"jiangxi-{role}");
        Assert.Equal(200, (await page.GotoAsync("/staff"))!.Status);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_has_left_is_told_so_where_a_form_is_open_and_loses_nothing_that_was_typed()
    {
        var (id, _) = await stack.Editors.DraftAsync("jiangxi",
            new { title = "没有写完的信息", body = "第一段。", category = Category });
        var page = await chromium.EnterAsync(stack, "jiangxi-officer");
        await page.GotoAsync($"/staff/items/{id}");
        await page.GetByLabel("正文").FillAsync("第一段。还没有保存的一段。");
        // Whoever is to take over has signed in before.
        await (await chromium.EnterAsync(stack, "jiangxi-policy")).GotoAsync("/staff");
        var replacement = await stack.Editors.PostAsync("/api/review/jiangxi/replacements", "jiangxi-security-admin",
            new { leaver = "jiangxi-officer", successor = "jiangxi-policy", startsOn = Today, reason = "调离" });
        await stack.Editors.PostAsync($"/api/review/jiangxi/delegations/{replacement}/accept", "jiangxi-discipline");
        try
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).Last.ClickAsync();
            await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("您已办理离岗交接");
            await Assertions.Expect(page.GetByLabel("正文")).ToHaveValueAsync("第一段。还没有保存的一段。");
            await Chromium.PictureAsync(page, "left-with-a-form");

            Assert.Equal(403, (await page.GotoAsync("/staff"))!.Status);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("您已办理离岗交接");
            await Assertions.Expect(page.Locator(".workbench-nav")).ToHaveCountAsync(0);
            await Looks.AtAsync(page, "left");

            var successor = await chromium.EnterAsync(stack, "jiangxi-policy");
            await successor.GotoAsync($"/staff/items/{id}");
            await successor.GetByLabel("正文").FillAsync("第一段。接替人员补写。");
            await successor.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).Last.ClickAsync();
            await Assertions.Expect(successor.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
            var auditor = await chromium.EnterAsync(stack, "jiangxi-audit-admin");
            await auditor.GotoAsync($"/staff/audit?log=catalogue&item={id}");
            await Assertions.Expect(auditor.Locator("main tbody tr")).ToHaveCountAsync(2);
            await Assertions.Expect(auditor.Locator("main tbody tr").First).ToContainTextAsync("（代");
        }
        finally
        {
            await stack.Editors.PostAsync($"/api/review/jiangxi/delegations/{replacement}/revoke", "jiangxi-security-admin");
        }
    }

    [Fact]
    public async Task A_stand_in_finds_the_principals_work_in_the_navigation_and_no_more_once_it_is_taken_back()
    {
        var page = await chromium.EnterAsync(stack, "jiangxi-policy");
        await page.GotoAsync("/staff");
        var draft = page.Locator(".workbench-nav").GetByRole(AriaRole.Link, new() { Name = "起草" });
        await Assertions.Expect(draft).ToHaveCountAsync(0);
        var delegation = await stack.Editors.PostAsync("/api/review/jiangxi/delegations", "jiangxi-office",
            new { @delegate = "jiangxi-policy", startsOn = Today, endsOn = Today, reason = "出差" });
        try
        {
            await stack.Editors.PostAsync($"/api/review/jiangxi/delegations/{delegation}/accept", "jiangxi-policy");
            await page.ReloadAsync();
            await draft.ClickAsync();
            await page.GetByLabel("名称").FillAsync("代人起草的公告");
            await page.GetByLabel("正文").FillAsync("正文。");
            await page.GetByLabel("分类").SelectOptionAsync(Category);
            await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).Last.ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
        }
        finally
        {
            await stack.Editors.PostAsync($"/api/review/jiangxi/delegations/{delegation}/revoke", "jiangxi-office");
        }

        await page.GotoAsync("/staff");
        await Assertions.Expect(draft).ToHaveCountAsync(0);
    }
}
