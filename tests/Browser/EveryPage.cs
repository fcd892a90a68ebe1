using Disclosure.BrowserTests.World;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

[Collection("portal")]
public sealed class EveryPage(Stack stack, Chromium chromium)
{
    private const int Budget = 60_000;

    /// <summary>Everybody's pages, each opened once and looked at in every display: opening is what takes the time.</summary>
    [Theory]
    [InlineData("reader")]
    [InlineData("bijie-officer")]
    [InlineData("bijie-head")]
    [InlineData("bijie-office")]
    [InlineData("bijie-discipline")]
    [InlineData("bijie-security-admin")]
    [InlineData("bijie-system-admin")]
    public async Task Every_page_is_accessible_fits_a_phone_and_runs_nothing_inline_in_every_display(string who)
    {
        var faults = new List<string>();
        var page = await (who == "reader" ? chromium.OpenAsync(stack) : chromium.EnterAsync(stack, who));
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase)) faults
                .Add($"{page.Url}: {message.Text}");
        };
        foreach (var (name, address) in await PagesOfAsync(who, page))
        {
            var policy = (await page.GotoAsync(address))!.Headers["content-security-policy"];
            if (policy.Contains("unsafe-inline", StringComparison.Ordinal)
                || !policy.Contains("default-src 'none'", StringComparison.Ordinal)) faults.Add($"{name}: {policy}");
            await Looks.InEveryDisplayAsync(page, name, faults);
        }

        await page.Context.CloseAsync();
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_first_visit_transfers_no_more_than_60_kB_and_needs_one_style_sheet()
    {
        foreach (var at in (string[])["/", "/bijie", "/bijie/categories/normative-documents", "/bijie/search?q=2026"])
        {
            var page = await chromium.OpenAsync(stack);
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("Network.enable");
            double bytes = 0;
            session.Event("Network.loadingFinished").OnEvent += (_, data)
                => bytes += data!.Value.GetProperty("encodedDataLength").GetDouble();
            await page.GotoAsync(at, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.True(bytes is > 0 and <= Budget, $"{at} transfers {bytes} bytes");
            Assert.Equal(1, await page.Locator("link[rel=stylesheet]").CountAsync());
            Assert.Equal(0, await page.Locator("script").CountAsync());
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_portal_is_pictured_for_the_readme()
    {
        var page = await chromium.OpenAsync(stack, 1280, 860);
        await page.GotoAsync("/bijie");
        Directory.CreateDirectory(Path.Combine(Repository.TestOutput, "screenshots"));
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository.TestOutput, "screenshots", "portal.png") });
        Assert.True(File.Exists(Path.Combine(Repository.TestOutput, "screenshots", "portal.png")));
    }

    private async Task<(string Name, string Address)[]> PagesOfAsync(string who, IPage page)
    {
        if (who == "reader")
        {
            await page.GotoAsync("/bijie");
            var item = (await page.Locator(".items a").First.GetAttributeAsync("href"))!;
            return [("home", "/"), ("authority", "/bijie"), ("category", "/bijie/categories/normative-documents"),
                ("search", "/bijie/search?q=2026"), ("empty", "/gaotai"), ("item", item), ("not-found", "/nowhere")];
        }

        if (who == "bijie-officer")
        {
            var id = await stack.Editors.SubmitAsync("bijie", new { title = "关于剧场检修的公告", body = "检修三天。", category = "public-concern" });
            var (draft, _) = await stack.Editors.DraftAsync("bijie",
                new
                {
                    title = "关于开展文物普查的办法",
                    body = "正文待补，联系人电话 13812345678。",
                    category = "public-concern",
                    conditions = new[] { "major" }
                });
            return [("work", "/staff"), ("work-waiting", "/staff?list=waiting"), ("work-done", "/staff?list=done"),
                ("items", "/staff/items"), ("new", "/staff/items/new"), ("draft", $"/staff/items/{draft}"),
                ("in-review", $"/staff/items/{id}"), ("import", "/staff/import"), ("notifications", "/staff/notifications")];
        }

        if (who == "bijie-head")
        {
            var id = await stack.Editors
                .SubmitAsync("bijie", new
                {
                    title = "关于送戏下乡活动安排的公告",
                    // A finding that waits for an answer, so that its field is looked at too.
                    body = "<h2>安排</h2>\n演出时间另行通知，咨询电话0857-8222293。",
                    category = "public-concern",
                });
            var review = await stack.Editors.CaseOfAsync("bijie", id);
            return [("tasks", "/staff"), ("notices", "/staff/notices"), ("bulk", "/staff/bulk"),
                ("case", review), ("sheet", review + "/sheet"), ("difference", review + "/difference"),
                ("delegations", "/staff/delegations"), ("rules", "/staff/rules")];
        }

        return who switch
        {
            "bijie-office" => [("supervision", "/staff/supervision")],
            "bijie-discipline" => [("duties", "/staff"), ("audit", "/staff/audit?verify=true")],
            "bijie-security-admin" => [("replacements", "/staff/delegations"), ("refused", "/staff/supervision")],
            _ => [("nothing-to-do", "/staff"), ("rules-print", "/staff/rules/print")],
        };
    }
}
