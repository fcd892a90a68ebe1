using System.Text.RegularExpressions;
using Disclosure.BrowserTests.World;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

[Collection("portal")]
public sealed class ReaderJourneys(Stack stack, Chromium chromium)
{
    [Fact]
    public async Task A_reader_chooses_the_authority_searches_and_reads_the_item_with_its_metadata()
    {
        var page = await chromium.OpenAsync(stack);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "毕节市文化广电旅游局" }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("免费开放时间");
        await page.GetByRole(AriaRole.Button, new() { Name = "搜索" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("找到 1 条信息");
        await page.GetByRole(AriaRole.Link, new() { Name = Samples.Notice }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Samples.Notice);
        var facts = await page.Locator("dl.metadata > div").AllInnerTextsAsync();
        Assert.Contains(facts, fact => fact.StartsWith("索引号", StringComparison.Ordinal)
            && fact.Contains("/2026-", StringComparison.Ordinal));
        Assert.Contains(facts, fact => fact.Contains("成文日期", StringComparison.Ordinal)
            && fact.Contains("2026-01-05", StringComparison.Ordinal));
        Assert.Contains(facts, fact => fact.Contains("毕文旅通〔2026〕12号", StringComparison.Ordinal));
        Assert.StartsWith(Samples.Notice, await page.TitleAsync(), StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".prose script")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_reader_finds_the_item_through_the_statutory_columns_with_the_keyboard_alone()
    {
        var page = await chromium.OpenAsync(stack);
        await page.GotoAsync("/bijie");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(":focus")).ToHaveTextAsync("跳到正文");
        await page.Keyboard.PressAsync("Enter");
        await EnterAsync(page, "法定主动公开内容");
        await EnterAsync(page, "法规、规章和规范性文件");
        await EnterAsync(page, "规范性文件和政策规定");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/bijie/categories/normative-documents$"));
        await EnterAsync(page, Samples.Notice);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Samples.Notice);
    }

    [Fact]
    public async Task Columns_stand_in_the_statutory_order_and_no_link_of_the_portal_is_dead()
    {
        var page = await chromium.OpenAsync(stack);
        var seen = new HashSet<string>();
        var open = new Queue<string>(["/", "/bijie", "/bijie/categories/licences", "/gaotai"]);
        await page.GotoAsync("/bijie");
        var text = await page.Locator(".column-nav").InnerTextAsync();
        string[] order = ["政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开"];
        Assert.Equal(order.Select(name => text.IndexOf(name, StringComparison.Ordinal)).Order(),
            order.Select(name => text.IndexOf(name, StringComparison.Ordinal)));
        while (open.TryDequeue(out var at))
        {
            await page.GotoAsync(at);
            foreach (var link in await page.Locator("a[href^='/']")
                .EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"))
                if (!link.StartsWith("/display", StringComparison.Ordinal) && seen.Add(link))
                {
                    var response = await page.APIRequest.GetAsync(link);
                    Assert.True(response.Ok, $"{at} links to {link}: {response.Status}");
                }
        }
    }

    [Fact]
    public async Task An_item_carries_every_meta_tag_of_the_standard_and_an_absent_date_is_absent()
    {
        var page = await chromium.OpenAsync(stack);
        await page.GotoAsync("/bijie/search?q=" + Uri.EscapeDataString("免费开放时间"));
        await page.GetByRole(AriaRole.Link, new() { Name = Samples.Notice }).ClickAsync();
        foreach (var name in (string[])["SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnDescription", "ColumnKeywords",
            "ColumnType", "ArticleTitle", "ContentSource"])
            Assert.NotEmpty(await MetaAsync(page, name));
        Assert.Equal(Samples.Notice, await MetaAsync(page, "ArticleTitle"));
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d$", await MetaAsync(page, "PubDate"));
        Assert.Matches("^[0-9A-Za-z]{10}$", await MetaAsync(page, "SiteIDCode"));
        await page.GotoAsync("/bijie/search?q=" + Uri.EscapeDataString("营业性演出审批"));
        await page.GetByRole(AriaRole.Link, new() { Name = "营业性演出审批办事指南" }).ClickAsync();
        var content = await page.ContentAsync();
        Assert.DoesNotContain("1970", content, StringComparison.Ordinal);
        Assert.DoesNotContain("成文日期", content, StringComparison.Ordinal);
        Assert.DoesNotContain("null", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_display_is_remembered_without_script_and_leads_back_to_the_page()
    {
        var page = await chromium.OpenAsync(stack);
        await page.GotoAsync("/bijie");
        await page.GetByRole(AriaRole.Link, new() { Name = "适老模式" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveClassAsync("elder");
        await page.GetByRole(AriaRole.Link, new() { Name = "高对比度" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveClassAsync("elder contrast");
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator("html")).ToHaveClassAsync("elder contrast");
        var elsewhere = await page.APIRequest.GetAsync("/display?elder=0&contrast=0&back=//example.org", new() { MaxRedirects = 0 });
        Assert.Equal("/", elsewhere.Headers["location"]);
    }

    private static async Task<string> MetaAsync(IPage page, string name)
        => await page.Locator($"meta[name={name}]").GetAttributeAsync("content") ?? "";

    /// <summary>Presses Enter where the Tab key has led; the key goes to the focused element, whatever the page does meanwhile.</summary>
    private static async Task EnterAsync(IPage page, string text)
    {
        await Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();
        await TabToAsync(page, text);
        await page.Locator(":focus").PressAsync("Enter");
    }

    private static async Task TabToAsync(IPage page, string text)
    {
        for (var n = 0; n < 80; n++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<string>("() => document.activeElement?.innerText ?? ''");
            if (focused.Trim().StartsWith(text, StringComparison.Ordinal)) return;
        }

        Assert.Fail($"The keyboard does not reach “{text}”.");
    }

    [Fact]
    public async Task An_address_that_asks_for_the_impossible_is_told_so_beside_the_way_home()
    {
        var page = await chromium.OpenAsync(stack);
        Assert.Equal(400, (await page.GotoAsync("/bijie/search?after=x"))!.Status);
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("提交");
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "回到本机关首页" }))
            .ToHaveAttributeAsync("href", "/bijie");
    }
}
