using System.Globalization;
using Disclosure.BrowserTests.World;
using Disclosure.Kernel;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>Pages of the workbench on a phone of 360 px, in contrast and on paper, where somebody wrote at length.</summary>
[Collection("portal")]
public sealed class NarrowPages(Stack stack, Chromium chromium)
{
    private const string Beyond = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /// <summary>Height of what was written at length, in px: a few lines where it is folded.</summary>
    private const string Heights = "all => Math.max(0, ...all.map(e => e.getBoundingClientRect().height))";

    private static DateOnly Today => LegalDay.Of(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Delegations_fit_a_phone_whatever_may_be_done_to_them()
    {
        await (await chromium.EnterAsync(stack, "gaotai-office")).GotoAsync("/staff");
        var on = Today.ToString("O", CultureInfo.InvariantCulture);
        var id = await stack.Editors.PostAsync("/api/review/gaotai/delegations", "gaotai-deputy",
            new { @delegate = "gaotai-office", startsOn = on, endsOn = on, reason = "出差" });
        var page = await chromium.EnterAsync(stack, "gaotai-office", width: 360);
        await page.GotoAsync("/staff/delegations");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "谢绝" })).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>(Beyond));
        await Chromium.PictureAsync(page, "delegations-360");

        await page.GetByRole(AriaRole.Button, new() { Name = "谢绝" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("授权已谢绝");
        await Assertions.Expect(page.Locator("tr", new() { HasText = on }).First).ToContainTextAsync("已谢绝");
        Assert.NotNull(id);
    }

    [Fact]
    public async Task Who_wrote_at_length_fills_neither_a_phone_nor_the_paper()
    {
        var reason = string.Concat(Enumerable.Repeat("请核对附件三第二栏的数字并说明与上年差异的原因。", 60));
        var id = await stack.Editors.SubmitAsync("bijie", new { title = "关于长篇意见的公告", body = "正文。", category = "public-concern" });
        var review = await stack.Editors.CaseOfAsync("bijie", id);
        await stack.Editors.DecideAsync("bijie", id, "head", "return", reason);
        var officer = await chromium.EnterAsync(stack, "bijie-officer", width: 360);
        await Eventually.Holds(async () =>
        {
            await officer.GotoAsync($"/staff/items/{id}");
            return await officer.GetByText("退回意见").CountAsync() > 0;
        }, "the officer reads the reason");
        await BoundedAsync(officer, ".alert details.long");
        await officer.GotoAsync("/staff");
        await PrintedAsync(officer, ".work .excerpt");

        var page = await chromium.EnterAsync(stack, "bijie-head", width: 360);
        await page.GotoAsync(review);
        await BoundedAsync(page, ".chain details.long");
        await Chromium.PictureAsync(page, "long-case-360");
        await PrintedAsync(page, ".history details.long");
        // On the sheet, which goes into the file, all of it is there; on a phone each cell has the width of the page.
        await page.GotoAsync(review + "/sheet");
        await Chromium.PictureAsync(page, "sheet-360");
        Assert.Equal(0, await page.EvaluateAsync<int>(Beyond));
        Assert.True(await page.Locator(".sheet td").First.EvaluateAsync<double>("e => e.getBoundingClientRect().width") > 300);
        await Assertions.Expect(page.Locator(".sheet")).ToContainTextAsync(reason);

        var auditor = await chromium.EnterAsync(stack, "bijie-discipline");
        await auditor.GotoAsync($"/staff/audit?log=review&case={review.Split('/')[^1]}");
        await PrintedAsync(auditor, ".work details.long");
    }

    [Fact]
    public async Task What_went_wrong_and_what_went_well_differ_by_more_than_a_colour()
    {
        var page = await chromium.EnterAsync(stack, "bijie-officer", display: "contrast");
        await page.GotoAsync("/staff/delegations");
        var looks = new List<string>();
        foreach (var kind in (string[])["danger", "warning", "success"])
        {
            looks.Add(await page.EvaluateAsync<string>("""
                kind => {
                  const box = document.createElement('div');
                  box.className = `alert alert-${kind}`;
                  box.textContent = kind;
                  document.querySelector('main h1').after(box);
                  const sign = getComputedStyle(box, '::before').content;
                  return `${sign} ${getComputedStyle(box).borderTopStyle}`;
                }
                """, kind));
        }

        Assert.Equal(["\"✕\" / \"\" double", "\"!\" / \"\" dashed", "\"✓\" / \"\" solid"], looks);
        await Chromium.PictureAsync(page, "alerts-contrast");
    }

    /// <summary>What is folded opens, and nothing of it is lost.</summary>
    private static async Task BoundedAsync(IPage page, string folded)
    {
        var all = page.Locator(folded);
        Assert.True(await all.CountAsync() > 0, folded);
        Assert.True(await all.EvaluateAllAsync<double>(Heights) < 260, folded);
        await all.First.Locator("summary").ClickAsync();
        await Assertions.Expect(all.First.Locator(".lines")).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>(Beyond));
        await all.First.Locator("summary").ClickAsync();
    }

    private static async Task PrintedAsync(IPage page, string bounded)
    {
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(661, 1000);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var all = page.Locator(bounded);
        Assert.True(await all.CountAsync() > 0, bounded);
        var height = await all.EvaluateAllAsync<double>(Heights);
        await Chromium.PictureAsync(page, $"printed{bounded.Replace(' ', '-').Replace('.', '-')}");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Null });
        await page.SetViewportSizeAsync(size.Width, size.Height);
        Assert.True(height < 160, $"{bounded}: {height} px");
    }
}
