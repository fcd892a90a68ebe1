using Disclosure.BrowserTests.World;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>What can be seen: where the keyboard stands, tables on a phone, and what narrows a search.</summary>
[Collection("portal")]
public sealed class SightJourneys(Stack stack, Chromium chromium)
{
    /// <summary>Focuses everything that can be, and names what shows no ring, or whose words cannot be told from their ground.</summary>
    private const string UnseenFocus = """
        () => {
            const seen = new Set();
            return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
                .filter(e => e.checkVisibility() && e.tabIndex >= 0).flatMap(e => {
                    const kind = e.tagName + '.' + e.className;
                    if (seen.has(kind)) return [];
                    seen.add(kind);
                    e.focus();
                    const s = getComputedStyle(e), faults = [];
                    if (!e.matches(':focus-visible')) faults.push('not focused');
                    if (s.outlineStyle != 'solid' || s.outlineColor != 'rgb(242, 169, 0)' || parseFloat(s.outlineWidth) < 3)
        """
        + """
         faults.push(`outline ${s.outline}`);
                    if (!/rgb\((0, 0, 0|27, 36, 48)\)/.test(s.boxShadow)) faults.push(`shadow ${s.boxShadow}`);
                    // A box that is ticked has no words.
                    if (!['checkbox', 'radio'].includes(e.type) && s.color == s.backgroundColor) faults.push(`${s.color} on itself`);
                    return faults.map(fault => `${kind}: ${fault}`);
                });
        }
        """;

    [Theory]
    [InlineData("/bijie/search?q=2026", "")]
    [InlineData("/bijie/search?q=2026", "contrast")]
    [InlineData("/bijie", "elder contrast")]
    [InlineData("/staff/items/new", "")]
    [InlineData("/staff/items/new", "contrast")]
    [InlineData("/staff", "elder contrast")]
    public async Task Wherever_the_keyboard_stands_is_seen_and_can_be_read(string address, string display)
    {
        var page = await (address.StartsWith("/staff", StringComparison.Ordinal)
            ? chromium.EnterAsync(stack, "bijie-officer", display: display)
            : chromium.OpenAsync(stack, display: display));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(address);
        await page.Keyboard.PressAsync("Tab");
        Assert.Empty(await page.EvaluateAsync<string[]>(UnseenFocus));
    }

    [Fact]
    public async Task A_wide_table_scrolls_on_a_phone_in_place_of_writing_downwards()
    {
        var header = string.Concat(Enumerable.Range(1, 9).Select(n => $"<th>第{n}季度数</th>"));
        var body = $"<table><tr>{header}</tr><tr>{string.Concat(Enumerable.Repeat("<td>一百二十三万元</td>", 9))}</tr></table>";
        var (id, _) = await stack.Editors.DraftAsync("bijie", new { title = "宽表", body, category = "public-concern" });
        var page = await chromium.EnterAsync(stack, "bijie-officer", width: 390);
        await page.GotoAsync($"/staff/items/{id}");
        var narrowest = await page.EvaluateAsync<double>(
            "() => Math.min(...[...document.querySelectorAll('.prose td, .prose th')]"
                + ".map(e => e.getBoundingClientRect().width / parseFloat(getComputedStyle(e).fontSize)))");
        Assert.True(narrowest >= 6, $"A cell is {narrowest} characters wide.");
        Assert.True(await page
            .EvaluateAsync<bool>("() => { const e = document.querySelector('.prose .scroll'); return e.scrollWidth > e.clientWidth; }"));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await Chromium.PictureAsync(page, "wide-table");
    }

    [Theory]
    [InlineData("elder")]
    [InlineData("")]
    public async Task What_narrows_a_search_is_named_and_can_be_taken_away(string display)
    {
        var page = await chromium.OpenAsync(stack, display: display);
        await page.GotoAsync("/bijie/search?q=2026&category=normative-documents&from=2020-01-01");
        var set = page.GetByRole(AriaRole.List, new() { Name = "已设的条件" });
        await Assertions.Expect(set.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await Looks.AtAsync(page, $"search-narrowed-{display}");
        await set.GetByRole(AriaRole.Link, new() { Name = "去掉条件：分类 规范性文件" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(stack.Portal + "/bijie/search?q=2026&from=2020-01-01");
        await Assertions.Expect(set.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
    }
}
