using System.Globalization;
using Disclosure.BrowserTests.World;
using Disclosure.Kernel;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>Nothing typed is ever lost: not by another form of the page, nor by another tab, nor by a page that holds the only
/// copy.</summary>
[Collection("portal")]
public sealed class KeptWordsJourneys(Stack stack, Chromium chromium)
{
    private static DateOnly Today => LegalDay.Of(TimeProvider.System.GetUtcNow());

    private static string Day => Today.ToString("O", CultureInfo.InvariantCulture);

    [Fact]
    public async Task What_is_written_in_one_row_stays_when_another_is_urged()
    {
        const string title = "关于少儿阅览室座位的答复";
        foreach (var part in (string[])["（一）", "（二）"])
            await stack.Senders.RequestAsync("bijie", "interaction-reply", title + part, "art", Today);
        var page = await chromium.EnterAsync(stack, "bijie-discipline");
        var rows = page.Locator("tr", new() { HasText = title });
        await Eventually.Holds(async () =>
        {
            await page.GotoAsync("/staff/supervision");
            return await rows.CountAsync() == 2;
        }, "the board shows what is due today");
        var (one, other) = (page.Locator("tr", new() { HasText = title + "（一）" }), page.Locator("tr", new() { HasText = title + "（二）" }));
        await other.Locator("input[name=reason]").FillAsync("请今天答复来信人。");
        await one.GetByRole(AriaRole.Button, new() { Name = "催办" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已催办");
        await Assertions.Expect(one).ToContainTextAsync("您今天已催办");
        await Assertions.Expect(other.Locator("input[name=reason]")).ToHaveValueAsync("请今天答复来信人。");
        // It is still asked for before it is left.
        var asked = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.DismissAsync();
        };
        await page.GetByRole(AriaRole.Link, new() { Name = "信息", Exact = true }).EvaluateAsync("link => link.click()");
        await Eventually.Holds(() => Task.FromResult(asked.Count > 0), "the browser asks");
        await other.GetByRole(AriaRole.Button, new() { Name = "催办" }).ClickAsync();
        await Assertions.Expect(other).ToContainTextAsync("请今天答复来信人。");
    }

    [Fact]
    public async Task What_is_written_of_a_delegation_stays_when_another_one_is_revoked()
    {
        // Whom it is given to has signed in before.
        await (await chromium.EnterAsync(stack, "gaotai-policy")).GotoAsync("/staff");
        var id = await stack.Editors.PostAsync("/api/review/gaotai/delegations", "gaotai-deputy",
            new { @delegate = "gaotai-policy", startsOn = Day, endsOn = Day, reason = "外出开会。" });
        var page = await chromium.EnterAsync(stack, "gaotai-deputy");
        await page.GotoAsync("/staff/delegations");
        var person = page.GetByLabel("代办人");
        var chosen = await person.Locator("option").Nth(1).InnerTextAsync();
        await person.SelectOptionAsync(new SelectOptionValue { Label = chosen });
        await page.GetByLabel("事由").FillAsync("下周培训。");
        await page.Locator($"form:has(input[name=_handler][value='revoke-{id}'])").GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("授权已撤销");
        await Assertions.Expect(page.GetByLabel("事由")).ToHaveValueAsync("下周培训。");
        Assert.Equal(chosen, await person.Locator("option:checked").InnerTextAsync());

        // A refused form is as little lost when another one is sent.
        var again = await stack.Editors.PostAsync("/api/review/gaotai/delegations", "gaotai-deputy",
            new { @delegate = "gaotai-policy", startsOn = Day, endsOn = Day, reason = "外出开会。" });
        await page.GetByRole(AriaRole.Button, new() { Name = "授权", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#problem")).ToBeVisibleAsync();
        await page.Locator($"form:has(input[name=_handler][value='revoke-{again}'])").GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("授权已撤销");
        await Assertions.Expect(page.GetByLabel("事由")).ToHaveValueAsync("下周培训。");
    }

    [Fact]
    public async Task A_revision_keeps_the_reason_of_a_withdrawal_and_a_withdrawal_the_text_of_the_revision()
    {
        var id = await PublishedAsync("关于自习室开放时间的公告");
        var page = await chromium.EnterAsync(stack, "bijie-office");
        await page.GotoAsync($"/staff/items/{id}");
        await page.GetByLabel("撤下原因").FillAsync("开放时间有误。");
        await page.GetByRole(AriaRole.Button, new() { Name = "发起修订" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已发起修订");
        await Assertions.Expect(page.GetByLabel("撤下原因")).ToHaveValueAsync("开放时间有误。");
        await page.GetByLabel("正文").FillAsync("修订稿的正文，还没有保存。");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤下信息" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已从公开页面撤下");
        var kept = page.Locator("#unsent-others");
        await Assertions.Expect(kept).ToContainTextAsync("您在其他表格中填写的内容（没有提交）");
        await Assertions.Expect(kept.GetByLabel("正文")).ToHaveValueAsync("修订稿的正文，还没有保存。");
        await Looks.AtAsync(page, "kept-from-other-forms");
    }

    [Fact]
    public async Task A_revision_that_was_opened_in_another_tab_is_gone_on_with_and_saved()
    {
        var id = await PublishedAsync("关于还书箱位置的公告");
        var first = await chromium.EnterAsync(stack, "bijie-officer");
        var second = await chromium.EnterAsync(stack, "bijie-officer");
        foreach (var page in new[] { first, second }) await page.GotoAsync($"/staff/items/{id}");
        await first.GetByRole(AriaRole.Button, new() { Name = "发起修订" }).ClickAsync();
        await Assertions.Expect(first.GetByRole(AriaRole.Status)).ToContainTextAsync("已发起修订");
        await second.GetByRole(AriaRole.Button, new() { Name = "发起修订" }).ClickAsync();
        await Assertions.Expect(second.Locator("#problem")).ToContainTextAsync("修订已经发起");
        await second.GetByLabel("正文").FillAsync("还书箱移到正门。");
        await second.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).Last.ClickAsync();
        await Assertions.Expect(second.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");

        // It is a draft, it is public, and it is found as either.
        foreach (var state in (string[])["draft", "published"])
        {
            await second.GotoAsync($"/staff/items?state={state}&mine=true");
            await Assertions.Expect(second.Locator("tr", new() { HasText = "关于还书箱位置的公告" })).ToContainTextAsync("修订中，公开版本仍在网上");
        }
    }

    [Fact]
    public async Task The_page_that_holds_the_only_copy_stays_whatever_else_is_opened_from_it()
    {
        var page = await chromium.EnterAsync(stack, "bijie-officer", scripts: false);
        await page.GotoAsync("/staff/items/new");
        await page.GetByLabel("名称").FillAsync("关于闭馆的公告");
        await page.GetByLabel("正文").FillAsync("只此一份的正文。");
        foreach (var name in (string[])["disclosure-session", "disclosure-issuer"])
            await page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = name });
        await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("内容还在");
        foreach (var link in new[] { page.Locator(".brand"), page.GetByRole(AriaRole.Link, new() { Name = "适老模式" }),
            page.GetByRole(AriaRole.Link, new() { Name = "高对比度" }) })
        {
            var opened = await page.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
            await opened.CloseAsync();
            await Assertions.Expect(page.Locator("main").GetByLabel("正文")).ToHaveValueAsync("只此一份的正文。");
        }
    }

    [Fact]
    public async Task What_citizens_still_read_beside_what_was_found_secret_is_the_offices_task_until_it_has_been_checked()
    {
        const string title = "关于测绘成果展的公告";
        var id = await PublishedAsync(title);
        // Who is asked to check it has signed in before.
        var office = await chromium.EnterAsync(stack, "bijie-office");
        await office.GotoAsync("/staff");
        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await officer.GotoAsync($"/staff/items/{id}");
        await officer.GetByRole(AriaRole.Button, new() { Name = "发起修订" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("已发起修订");
        await officer.GetByLabel("正文").FillAsync("附有设施坐标的新版本。");
        await officer.GetByLabel("涉密情况").SelectOptionAsync("undetermined");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("已送审");

        var group = await chromium.EnterAsync(stack, "bijie-leading-group");
        await Eventually.Holds(async () => (await stack.Editors.GetAsync($"/api/review/bijie/cases/by-subject/{id}", "bijie-head"))
            .GetProperty("items").GetArrayLength() == 2, "the second round is open");
        var address = await stack.Editors.CaseOfAsync("bijie", id);
        await group.GotoAsync(address);
        await group.GetByLabel("认定涉密，不得公开").CheckAsync();
        await group.GetByLabel("理由", new() { Exact = true }).FillAsync("坐标属于国家秘密。");
        await group.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
        await Assertions.Expect(group.GetByRole(AriaRole.Status)).ToContainTextAsync("须由办公室立即核对");
        await Assertions.Expect(group.Locator("#to-be-checked")).ToContainTextAsync("公众看到的版本仍在公开，须立即核对");
        await Looks.AtAsync(group, "found-secret-still-public");

        var row = office.Locator("tr", new() { HasText = title });
        await Eventually.Holds(async () =>
        {
            await office.GotoAsync("/staff");
            return await row.Filter(new() { HasText = "核对公开版本" }).CountAsync() == 1;
        }, "it is a task of the office");
        await Assertions.Expect(row).ToContainTextAsync("须立即核对");
        await office.GotoAsync("/staff/supervision");
        await Assertions.Expect(office.Locator("[aria-labelledby=to-be-checked]")).ToContainTextAsync(title);
        await office.GotoAsync("/staff/items?state=rejected");
        await Assertions.Expect(row).ToContainTextAsync("公开版本仍在网上，须立即核对");

        await office.GotoAsync($"/staff/items/{id}");
        await Looks.AtAsync(office, "version-to-be-checked");
        await office.GetByRole(AriaRole.Button, new() { Name = "已核对，公开版本不含涉密内容" }).ClickAsync();
        await Refusal.NamesAsync(office, "confirm-shown-reason");
        await office.GetByLabel("核对情况").FillAsync("公开版本没有坐标。");
        await office.GetByRole(AriaRole.Button, new() { Name = "已核对，公开版本不含涉密内容" }).ClickAsync();
        await Assertions.Expect(office.GetByRole(AriaRole.Status)).ToContainTextAsync("公开版本核对无误");
        await Assertions.Expect(office.Locator("main")).Not.ToContainTextAsync("须立即核对");
        await office.GotoAsync("/staff/supervision");
        await Assertions.Expect(office.Locator("main")).Not.ToContainTextAsync(title);
        await office.GotoAsync("/staff?list=done");
        await Assertions.Expect(row.Filter(new() { HasText = "公开版本没有坐标。" })).ToContainTextAsync("核对公开版本，可以继续公开");
    }

    private async Task<Guid> PublishedAsync(string title)
    {
        var id = await stack.Editors.SubmitAsync("bijie", new { title, body = "正文。", category = "public-concern" });
        foreach (var role in (string[])["head", "deputy"]) await stack.Editors.ApproveAsync("bijie", id, role);
        await stack.Editors.NumberOfAsync("bijie", id);
        return id;
    }
}
