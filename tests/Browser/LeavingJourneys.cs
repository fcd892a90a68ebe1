using Disclosure.BrowserTests.World;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>What a page says once, what it asks before it is left, and how it stands on a small screen and in large type.</summary>
[Collection("portal")]
public sealed class LeavingJourneys(Stack stack, Chromium chromium)
{
    [Fact]
    public async Task What_was_done_is_said_once_and_not_again_after_a_reload()
    {
        var page = await EditorAsync("关于暑期开放的公告");
        await SaveAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
        Assert.Equal("", new Uri(page.Url).Query);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("关于暑期开放的公告");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_changed_form_is_not_left_without_a_question_and_is_sent_without_one()
    {
        var page = await EditorAsync("关于寒假开放的公告");
        var asked = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.DismissAsync();
        };
        var link = page.GetByRole(AriaRole.Link, new() { Name = "信息", Exact = true });
        // The browser asks only where somebody has touched the page.
        await page.GetByLabel("正文").ClickAsync();
        await link.EvaluateAsync("link => link.click()");
        await Eventually.Holds(() => Task.FromResult(asked.Count > 0), "the browser asks");
        Assert.Equal(["beforeunload"], asked);
        await Assertions.Expect(page.GetByLabel("正文")).ToHaveValueAsync("正文。");

        await SaveAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
        await link.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("信息");
        Assert.Equal(["beforeunload"], asked);
    }

    [Fact]
    public async Task The_box_for_the_text_is_as_high_in_every_display_as_it_is_in_the_usual_one()
    {
        var page = await chromium.EnterAsync(stack, "bijie-officer");
        await page.GotoAsync("/staff/items/new");
        var usual = await HeightAsync("");
        Assert.InRange(usual, 400, double.MaxValue);
        foreach (var mode in (string[])["elder", "contrast", "elder contrast"])
            Assert.InRange(await HeightAsync(mode), usual, double.MaxValue);

        async Task<double> HeightAsync(string mode)
        {
            await page.EvaluateAsync("mode => { document.documentElement.className = mode; }", mode);
            return (await page.GetByLabel("正文").BoundingBoxAsync())!.Height;
        }
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    public async Task On_a_phone_tabs_stand_side_by_side_notices_apart_and_due_days_unbroken(int width)
    {
        // Whoever is told of what comes has signed in before.
        var page = await chromium.EnterAsync(stack, "bijie-head");
        foreach (var title in (string[])["关于举办摄影展的公告", "关于举办盆景展的公告"])
            await stack.Editors.CaseOfAsync("bijie", await stack.Editors.SubmitAsync("bijie",
                new { title, body = "正文。", category = "public-concern" }));
        await page.SetViewportSizeAsync(width, 800);
        await page.GotoAsync("/staff");
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => {
              const faults = [];
              const tabs = [...document.querySelectorAll('.tabs a')].map(tab => tab.getBoundingClientRect());
              if (tabs.length !== 3) faults.push(`${tabs.length} tabs`);
              for (const [at, tab] of tabs.entries()) {
                if (tab.top !== tabs[0].top) faults.push('a tab in another line');
                if (at > 0 && tab.left < tabs[at - 1].right - 1) faults.push('tabs that overlap');
              }
              const unbroken = [...document.querySelectorAll('.work .unbroken')];
              if (unbroken.length === 0) faults.push('no due day');
              for (const part of unbroken) if (part.getClientRects().length !== 1) faults.push(part.textContent);
              if (document.documentElement.scrollWidth > innerWidth) faults.push('wider than the screen');
              const notices = [...document.querySelectorAll('.notices li')];
              if (notices.length < 2) faults.push('no notices');
              for (const notice of notices) {
                const style = getComputedStyle(notice);
                if (Math.min(parseFloat(style.paddingTop), parseFloat(style.paddingBottom)) < 6)
                  faults.push('notices without room between them');
              }
              return faults;
            }
            """));
        await Chromium.PictureAsync(page, $"work-at-{width}");
    }

    [Fact]
    public async Task A_draft_that_was_saved_although_its_submission_was_refused_is_left_without_a_question()
    {
        var page = await EditorAsync("关于内部学习的通知");
        await SaveAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
        var asked = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.DismissAsync();
        };
        await page.GetByLabel("公开范围").SelectOptionAsync("internal");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("内部公开的信息不能送审发布");
        await page.GetByRole(AriaRole.Link, new() { Name = "信息", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("信息");
        Assert.Empty(asked);
    }

    [Fact]
    public async Task After_a_decision_one_step_back_leads_to_where_one_came_from()
    {
        const string title = "关于冬季演出季的公告";
        var page = await chromium.EnterAsync(stack, "bijie-head");
        var id = await stack.Editors.SubmitAsync("bijie", new { title, body = "正文。", category = "public-concern" });
        await stack.Editors.CaseOfAsync("bijie", id);
        await page.GotoAsync("/staff");
        await page.GetByRole(AriaRole.Row, new() { Name = title }).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByLabel("退回修改").CheckAsync();
        await page.GetByLabel("理由").FillAsync("请补充演出时间。");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已退回");
        await page.EvaluateAsync("history.back()");
        await Assertions.Expect(page).ToHaveURLAsync(stack.Portal + "/staff");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("待办");
    }

    [Fact]
    public async Task Another_page_or_list_begins_at_its_heading()
    {
        var page = await chromium.EnterAsync(stack, "bijie-officer");
        foreach (var number in Enumerable.Range(1, 21))
            await stack.Editors.DraftAsync("bijie", new { title = $"关于第 {number} 号展厅的公告", body = "正文。", category = "public-concern" });
        await page.SetViewportSizeAsync(390, 800);
        await page.GotoAsync("/staff/items");
        await page.GetByRole(AriaRole.Link, new() { Name = "下一页" }).ClickAsync();
        var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Assertions.Expect(heading).ToHaveTextAsync("信息（第 2 页）");
        await Assertions.Expect(heading).ToBeFocusedAsync();
        await Assertions.Expect(heading).ToBeInViewportAsync();

        await page.GotoAsync("/staff");
        await page.GetByRole(AriaRole.Link, new() { Name = "我已办理" }).ClickAsync();
        var list = page.GetByRole(AriaRole.Heading, new() { Level = 2, Name = "我已办理" });
        await Assertions.Expect(list).ToBeFocusedAsync();
        await Assertions.Expect(list).ToBeInViewportAsync();
    }

    private async Task<IPage> EditorAsync(string title)
    {
        var page = await chromium.EnterAsync(stack, "bijie-officer");
        await page.GotoAsync("/staff/items/new");
        await page.GetByLabel("名称").FillAsync(title);
        await page.GetByLabel("正文").FillAsync("正文。");
        await page.GetByLabel("分类").SelectOptionAsync("public-concern");
        return page;
    }

    private static Task SaveAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
}
