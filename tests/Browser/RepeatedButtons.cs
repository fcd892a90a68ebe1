using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.BrowserTests.World;
using Disclosure.Kernel;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>What is there once in every row of a table says which row it acts on.</summary>
[Collection("portal")]
public sealed class RepeatedButtons(Stack stack, Chromium chromium)
{
    private const string SameNames = """
        () => {
          const all = [...document.querySelectorAll('main td button, main td input:not([type=hidden])')];
          const names = all.map(e => e.getAttribute('aria-label') ?? e.textContent.trim());
          return names.filter((name, at) => names.indexOf(name) !== at);
        }
        """;

    private static DateOnly Today => LegalDay.Of(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Delegations_are_revoked_and_accepted_by_the_name_of_the_person_and_the_days()
    {
        await (await chromium.EnterAsync(stack, "xinyuan-office")).GotoAsync("/staff");
        var made = new List<Guid>();
        for (var day = 0; day < 2; day++)
        {
            var on = Today.AddDays(day).ToString("O", CultureInfo.InvariantCulture);
            made.Add((await stack.Editors.PostAsync("/api/review/xinyuan/delegations", "xinyuan-head",
                new { @delegate = "xinyuan-office", startsOn = on, endsOn = on, reason = "出差" }))!.Value);
        }

        foreach (var user in (string[])["xinyuan-head", "xinyuan-office"])
        {
            var page = await chromium.EnterAsync(stack, user);
            await page.GotoAsync("/staff/delegations");
            Assert.Empty(await page.EvaluateAsync<string[]>(SameNames));
            var tomorrow = Today.AddDays(1).ToString("O", CultureInfo.InvariantCulture);
            await Assertions.Expect(page.Locator("td button").First).ToHaveAccessibleNameAsync(new Regex($"科室负责人.*办公室.*{tomorrow}"));
        }

        foreach (var id in made) await stack.Editors.PostAsync($"/api/review/xinyuan/delegations/{id}/revoke", "xinyuan-head");
    }

    [Fact]
    public async Task Urging_names_the_matter()
    {
        foreach (var title in (string[])["关于讲座时间的答复", "关于讲座地点的答复"])
            await stack.Senders.RequestAsync("bijie", "interaction-reply", title, "art", Today);
        var page = await chromium.EnterAsync(stack, "bijie-discipline");
        await Eventually.Holds(async () =>
        {
            await page.GotoAsync("/staff/supervision");
            return await page.Locator("tr", new() { HasText = "关于讲座" }).CountAsync() == 2;
        }, "the board shows what is due today");
        Assert.Empty(await page.EvaluateAsync<string[]>(SameNames));
    }

    [Fact]
    public async Task The_way_back_from_a_sheet_or_a_comparison_is_large_enough_for_a_finger()
    {
        var id = await stack.Editors.SubmitAsync("bijie", new { title = "关于夜间开放的公告", body = "正文。", category = "public-concern" });
        var review = await stack.Editors.CaseOfAsync("bijie", id);
        var page = await chromium.EnterAsync(stack, "bijie-head", width: 390);
        foreach (var at in (string[])["/sheet", "/difference"])
        {
            await page.GotoAsync(review + at);
            var way = await page.GetByRole(AriaRole.Link, new() { Name = "返回审核件" }).BoundingBoxAsync();
            Assert.True(way!.Height >= 44, $"{at}: {way.Height} px");
        }
    }

    [Fact]
    public async Task The_reference_of_the_interfaces_names_its_language()
    {
        var page = await chromium.OpenAsync(stack);
        await page.GotoAsync("/api-docs");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
    }
}
