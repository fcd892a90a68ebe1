using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Disclosure.BrowserTests.World;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

[Collection("portal")]
public sealed class EveryPage(Stack stack, Chromium chromium)
{
    private const int Budget = 60_000;

    /// <summary>What colours and sizes decide; the rest of a page is the same in every display, and judged in the normal one.</summary>
    private static readonly AxeRunOptions OfTheDisplay = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"] },
    };

    public static TheoryData<string, string> Displays => new() { { "normal", "" }, { "contrast", "contrast" }, { "elder", "elder" }, { "elder-contrast", "elder contrast" } };

    [Theory]
    [MemberData(nameof(Displays))]
    public async Task No_page_has_an_accessibility_violation(string name, string display)
    {
        var faults = new List<string>();
        await ForEachPageAsync(1280, display, async (page, at) =>
        {
            var result = display.Length == 0 ? await page.RunAxe() : await page.RunAxe(OfTheDisplay);
            faults.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{name} {at}: {violation.Id} {node.Html}")));
            await Chromium.PictureAsync(page, $"{at}-{name}-1280");
        });
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(320, "")]
    [InlineData(320, "elder")]
    [InlineData(390, "")]
    public async Task No_page_scrolls_sideways_and_every_target_is_large_enough_on_a_phone(int width, string display)
    {
        var faults = new List<string>();
        await ForEachPageAsync(width, display, async (page, at) =>
        {
            var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (wide > 0) faults.Add($"{at} is {wide} px too wide at {width}");
            faults.AddRange((await page.EvaluateAsync<string[]>(SmallTargets)).Select(target => $"{at}: {target}"));
            await Chromium.PictureAsync(page, $"{at}-{(display.Length == 0 ? "normal" : display)}-{width}");
        });
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
            session.Event("Network.loadingFinished").OnEvent += (_, data) => bytes += data!.Value.GetProperty("encodedDataLength").GetDouble();
            await page.GotoAsync(at, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.True(bytes is > 0 and <= Budget, $"{at} transfers {bytes} bytes");
            Assert.Equal(1, await page.Locator("link[rel=stylesheet]").CountAsync());
            Assert.Equal(0, await page.Locator("script").CountAsync());
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_content_policy_forbids_everything_inline_and_no_page_breaks_it()
    {
        var faults = new List<string>();
        await ForEachPageAsync(1280, "", async (page, at) =>
        {
            var response = await page.ReloadAsync();
            var policy = response!.Headers["content-security-policy"];
            if (policy.Contains("unsafe-inline", StringComparison.Ordinal) || !policy.Contains("default-src 'none'", StringComparison.Ordinal)) faults.Add($"{at}: {policy}");
        }, message => faults.Add(message));
        Assert.Empty(faults);
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

    private const string SmallTargets = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
            .filter(e => e.checkVisibility() && !e.closest('p, li .prose, .prose, .visually-hidden, .alert, .message') && !e.classList.contains('skip') && !(e.type == 'checkbox' || e.type == 'radio'))
            .map(e => [e, e.getBoundingClientRect()])
            .filter(([e, r]) => r.height > 0 && r.height < 43.5)
            .map(([e, r]) => `${Math.round(r.height)} px: ${e.outerHTML.slice(0, 120)}`)
        """;

    /// <summary>Public pages as a stranger, then the workbench as an officer and a case as its reviewer.</summary>
    private async Task ForEachPageAsync(int width, string display, Func<IPage, string, Task> check, Action<string>? onConsole = null)
    {
        var reader = await chromium.OpenAsync(stack, width, display: display);
        Watch(reader, onConsole);
        await reader.GotoAsync("/bijie");
        var item = await reader.Locator(".items a").First.GetAttributeAsync("href");
        foreach (var (name, address) in new[] { ("home", "/"), ("authority", "/bijie"), ("category", "/bijie/categories/normative-documents"), ("search", "/bijie/search?q=2026"), ("empty", "/gaotai"), ("item", item!), ("not-found", "/nowhere") })
        {
            await reader.GotoAsync(address);
            await check(reader, name);
        }

        await reader.Context.CloseAsync();
        var id = await stack.Editors.SubmitAsync("bijie", new { title = "关于送戏下乡活动安排的公告", body = "# 安排\n\n演出时间另行通知。", category = "public-concern" });
        var (draft, _) = await stack.Editors.DraftAsync("bijie", new { title = "关于开展文物普查的公告", body = "正文待补，联系人电话 13812345678。", category = "public-concern" });
        var officer = await chromium.SignInAsync(stack, "bijie-officer", width, display);
        Watch(officer, onConsole);
        foreach (var (name, address) in new[] { ("work", "/staff"), ("items", "/staff/items"), ("new", "/staff/items/new"), ("draft", $"/staff/items/{draft}"), ("in-review", $"/staff/items/{id}"), ("import", "/staff/import") })
        {
            await officer.GotoAsync(address);
            await check(officer, name);
        }

        await officer.Context.CloseAsync();
        var head = await chromium.SignInAsync(stack, "bijie-head", width, display);
        Watch(head, onConsole);
        await Eventually.Holds(async () =>
        {
            await head.GotoAsync("/staff");
            return await head.Locator(".work a[href^='/staff/cases/']").CountAsync() > 0;
        }, "the head has a task");
        await check(head, "tasks");
        await head.GotoAsync((await head.Locator(".work a[href^='/staff/cases/']").First.GetAttributeAsync("href"))!);
        await check(head, "case");
        foreach (var (name, address) in new[] { ("sheet", head.Url + "/sheet"), ("difference", head.Url + "/difference"), ("delegations", "/staff/delegations") })
        {
            await head.GotoAsync(address);
            await check(head, name);
        }

        await head.Context.CloseAsync();
        var office = await chromium.SignInAsync(stack, "bijie-office", width, display);
        Watch(office, onConsole);
        await office.GotoAsync("/staff/supervision");
        await check(office, "supervision");
        await office.Context.CloseAsync();
        var discipline = await chromium.SignInAsync(stack, "bijie-discipline", width, display);
        Watch(discipline, onConsole);
        await discipline.GotoAsync("/staff/audit?verify=true");
        await check(discipline, "audit");
        await discipline.Context.CloseAsync();
    }

    private static void Watch(IPage page, Action<string>? onConsole)
    {
        if (onConsole is null) return;
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase)) onConsole($"{page.Url}: {message.Text}");
        };
    }
}
