using Disclosure.BrowserTests.World;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>What of a bureau's own rules national law does not bear (提示) reaches whoever applies it: a ground is chosen, an extension
/// asked, a reply reviewed.</summary>
[Collection("portal")]
public sealed class RuleWarningPages(Stack stack, Chromium chromium)
{
    [Fact]
    public async Task A_drafter_who_chooses_a_ground_reads_which_ones_do_not_stand_alone_and_cannot_choose_them()
    {
        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await officer.GotoAsync("/staff/items/new");
        var warnings = officer.Locator(".rule-warnings");
        await Assertions.Expect(warnings.Locator("summary")).ToContainTextAsync("本机关规定与国家规定不一致的 3 处");
        await warnings.Locator("summary").ClickAsync();
        await Assertions.Expect(warnings).ToContainTextAsync("纪要本身不是条例规定的理由");
        await Assertions.Expect(warnings).ToContainTextAsync("《公文公开属性源头认定制度》二（二）");
        foreach (var code in (string[])["undecided-documents", "non-disclosure-list"])
            await Assertions.Expect(officer.Locator($"select[name=ground] option[value={code}]")).ToBeDisabledAsync();
        await Assertions.Expect(officer.Locator("select[name=ground] option[value=process-information]")).ToBeEnabledAsync();
        await Looks.AtAsync(officer, "rule-warnings");
    }

    [Theory]
    [InlineData("application-extension", "office", "两级均须签署")]
    [InlineData("application-reply", "head", "2019年修订的条例已取消用途限制")]
    [InlineData("consultation", "head", "不得以延期答复代替征求意见")]
    [InlineData("attribute", "head", "非公开信息目录不是条例规定的不予公开理由")]
    public async Task A_reviewer_reads_what_the_regulation_does_not_bear_about_the_matter_at_hand(string flow, string role, string words)
    {
        var id = await stack.Senders.RequestAsync("bijie", flow, $"提示核对（{flow}）", "art");
        var reviewer = await chromium.EnterAsync(stack, $"bijie-{role}");
        await Eventually.Holds(async () => (await reviewer.GotoAsync($"/staff/cases/{id}"))!.Ok, "the case is open");
        var warnings = reviewer.Locator(".rule-warnings").First;
        await Assertions.Expect(warnings).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(warnings).ToContainTextAsync(words);
        await Looks.AtAsync(reviewer, $"rule-warnings-{flow}");
    }
}
