using System.Globalization;
using Disclosure.BrowserTests.World;
using Disclosure.Kernel;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>Whatever form is refused: the message stands at its field, and the summary leads there.</summary>
[Collection("portal")]
public sealed class RefusalJourneys(Stack stack, Chromium chromium)
{
    private static DateOnly Today => LegalDay.Of(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_decision_names_the_opinion_the_reason_and_the_unconfirmed_questions()
    {
        var page = await CaseAsync("bijie-head");
        var step = await StepAsync(page);
        var submit = page.GetByRole(AriaRole.Button, new() { Name = "提交意见" });
        await submit.ClickAsync();
        await Refusal.NamesAsync(page, $"{step}-outcome");
        await Assertions.Expect(page.Locator("input[type=radio]").First).ToBeFocusedAsync();

        await page.GetByLabel("退回修改").CheckAsync();
        await submit.ClickAsync();
        await Refusal.NamesAsync(page, $"{step}-reason");
        await page.GetByLabel("理由").FillAsync(new string('长', 2001));
        await submit.ClickAsync();
        await KeepsAsync(page, $"{step}-reason", 2001, "超过 2000 字");
        await page.GetByLabel("理由").FillAsync("");

        await page.Locator("input[name=outcome][value=approve]").CheckAsync();
        await page.Locator("input[name=checklist]").First.CheckAsync();
        await submit.ClickAsync();
        await Refusal.NamesAsync(page, $"{step}-checklist");
        await Assertions.Expect(page.Locator("input[name=checklist]").First).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await Looks.AtAsync(page, "decision-refused");

        await page.GetByLabel("暂缓，提请确定").CheckAsync();
        await page.Locator("select[name=holdTo]").EvaluateAsync("e => { e.disabled = true; }");
        await submit.ClickAsync();
        await Refusal.NamesAsync(page, $"{step}-holdTo", $"{step}-reason");
    }

    [Fact]
    public async Task What_a_reviewer_corrects_is_named_where_it_is_folded_away()
    {
        var id = await stack.Editors.SubmitAsync("bijie", new { title = "关于举办篆刻展的公告", body = "正文。", category = "public-concern" });
        await stack.Editors.ApproveAsync("bijie", id, "head");
        var page = await chromium.EnterAsync(stack, "bijie-deputy");
        await page.GotoAsync(await stack.Editors.CaseOfAsync("bijie", id));
        var step = await StepAsync(page);
        await page.Locator("input[name=outcome][value=approve]").CheckAsync();
        await page.GetByText("更正要素，或增加审核环节").ClickAsync();
        await page.Locator("select[name=change-attribute]").SelectOptionAsync("on-request");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
        await Refusal.NamesAsync(page, $"{step}-changes.ground");
    }

    [Fact]
    public async Task What_leaders_do_names_its_own_reason()
    {
        var own = await stack.Editors.SubmitAsync("bijie", new { title = "科室负责人起草的通知", body = "正文。", category = "public-concern" }, "head");
        var address = await stack.Editors.CaseOfAsync("bijie", own);
        var deputy = await chromium.EnterAsync(stack, "bijie-deputy");
        await deputy.GotoAsync(address);
        var raise = deputy.GetByRole(AriaRole.Button, new() { Name = "由我接办" });
        var form = await raise.EvaluateAsync<string>("e => e.form.querySelector('[name=_handler]').value");
        await raise.ClickAsync();
        await Refusal.NamesAsync(deputy, $"{form}-reason");

        var director = await chromium.EnterAsync(stack, "bijie-director");
        await director.GotoAsync(address);
        await director.GetByText("终止审核", new() { Exact = true }).ClickAsync();
        await director.GetByRole(AriaRole.Button, new() { Name = "终止并退回起草人" }).ClickAsync();
        await Refusal.NamesAsync(director, "end-reason");
    }

    [Fact]
    public async Task Urging_names_the_words_of_its_row_and_keeps_them()
    {
        const string title = "关于场馆预约问题的答复";
        await stack.Senders.RequestAsync("bijie", "interaction-reply", title, "art", Today);
        await stack.Senders.RequestAsync("bijie", "interaction-reply", title + "（二）", "art", Today);
        var page = await chromium.EnterAsync(stack, "bijie-discipline");
        var rows = page.Locator("tr", new() { HasText = title });
        await Eventually.Holds(async () =>
        {
            await page.GotoAsync("/staff/supervision");
            return await rows.CountAsync() == 2;
        }, "the board shows what is due today");
        var words = rows.Last.Locator("input[name=reason]");
        await words.FillAsync(new string('长', 2001));
        var form = await words.EvaluateAsync<string>("e => e.form.querySelector('[name=_handler]').value");
        await rows.Last.GetByRole(AriaRole.Button, new() { Name = "催办" }).ClickAsync();
        await Refusal.NamesAsync(page, $"{form}-reason");
        await Assertions.Expect(page.Locator($"[id='{form}-reason']")).ToHaveValueAsync(new string('长', 2001));
    }

    [Fact]
    public async Task A_delegation_names_what_is_missing_and_days_that_do_not_fit()
    {
        // Whom it can be given to has signed in before.
        await (await chromium.EnterAsync(stack, "bijie-deputy")).GotoAsync("/staff");
        var page = await chromium.EnterAsync(stack, "bijie-head");
        await page.GotoAsync("/staff/delegations");
        var grant = page.GetByRole(AriaRole.Button, new() { Name = "授权", Exact = true });
        await grant.ClickAsync();
        await Refusal.NamesAsync(page, "delegate", "startsOn", "endsOn", "reason");
        await page.GetByLabel("代办人").SelectOptionAsync(new SelectOptionValue { Label = "毕节·分管领导" });
        await page.GetByLabel("开始日期").FillAsync(Day(2));
        await page.GetByLabel("结束日期").FillAsync(Day(1));
        await page.GetByLabel("事由").FillAsync("出差。");
        await grant.ClickAsync();
        await Refusal.NamesAsync(page, "endsOn");
        await page.GetByLabel("结束日期").FillAsync(Day(3));
        await page.GetByLabel("事由").FillAsync(new string('长', 2001));
        await grant.ClickAsync();
        await KeepsAsync(page, "reason", 2001, "超过 2000 字");
    }

    [Fact]
    public async Task A_replacement_names_a_day_that_is_too_far_away()
    {
        foreach (var user in (string[])["gaotai-officer", "gaotai-head"])
            await (await chromium.EnterAsync(stack, user)).GotoAsync("/staff");
        var page = await chromium.EnterAsync(stack, "gaotai-security-admin");
        await page.GotoAsync("/staff/delegations");
        await page.GetByLabel("离岗人员").SelectOptionAsync(new SelectOptionValue { Label = "高台·信息员" });
        await page.GetByLabel("接替人员").SelectOptionAsync(new SelectOptionValue { Label = "高台·信息员" });
        await page.GetByLabel("开始日期").FillAsync(Day(400));
        await page.GetByLabel("事由").FillAsync("调离。");
        var register = page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true });
        await register.ClickAsync();
        await Refusal.NamesAsync(page, "successor");
        await page.GetByLabel("接替人员").SelectOptionAsync(new SelectOptionValue { Label = "高台·科室负责人" });
        await register.ClickAsync();
        await Refusal.NamesAsync(page, "startsOn");
    }

    [Fact]
    public async Task A_withdrawal_without_a_reason_names_it()
    {
        var id = await stack.Editors.SubmitAsync("bijie", new { title = "关于停车指引的公告", body = "正文。", category = "public-concern" });
        foreach (var role in (string[])["head", "deputy"]) await stack.Editors.ApproveAsync("bijie", id, role);
        await stack.Editors.NumberOfAsync("bijie", id);
        var page = await chromium.EnterAsync(stack, "bijie-office");
        await page.GotoAsync($"/staff/items/{id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤下信息" }).ClickAsync();
        await Refusal.NamesAsync(page, "reason");
        await Looks.AtAsync(page, "withdrawal-refused");
        await page.GetByLabel("撤下原因").FillAsync(new string('长', 501));
        await page.GetByRole(AriaRole.Button, new() { Name = "撤下信息" }).ClickAsync();
        await KeepsAsync(page, "reason", 501, "超过 500 字");
    }

    [Fact]
    public async Task An_import_names_the_file_and_the_category()
    {
        var page = await chromium.EnterAsync(stack, "bijie-officer");
        await page.GotoAsync("/staff/import");
        var send = page.GetByRole(AriaRole.Button, new() { Name = "上传并识别" });
        await send.ClickAsync();
        await Refusal.NamesAsync(page, "file");
        // A category is proposed, unless nothing in the file speaks for one.
        await page.GetByLabel("文件").SetInputFilesAsync(
            new FilePayload { Name = "函.txt", MimeType = "text/plain", Buffer = "关于某事的函\n\n请支持。\n"u8.ToArray() });
        await send.ClickAsync();
        await Refusal.NamesAsync(page, "category");
        await page.GetByLabel("分类").SelectOptionAsync("public-concern");
        await page.GetByLabel("文件").SetInputFilesAsync(
            new FilePayload { Name = "x.docx", MimeType = "text/plain", Buffer = "PK\u0003\u0004"u8.ToArray() });
        await send.ClickAsync();
        await Refusal.NamesAsync(page, "file");
        await page.GetByLabel("分类").SelectOptionAsync("public-concern");
        // What is recognised in a file has no field on this page.
        await page.GetByLabel("文件").SetInputFilesAsync(
            new FilePayload { Name = "x.txt", MimeType = "text/plain", Buffer = "关于\u200B开放的公告\n\n正文。\n"u8.ToArray() });
        await send.ClickAsync();
        await Refusal.NamesAsync(page, "file");
    }

    [Fact]
    public async Task A_draft_names_every_field_and_what_accompanies_it()
    {
        var page = await chromium.EnterAsync(stack, "bijie-officer");
        await page.GotoAsync("/staff/items/new");
        await page.Locator("#producedOn").EvaluateAsync("e => { e.type = 'text'; e.value = '昨天'; }");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Refusal.NamesAsync(page, "producedOn");
        await page.GetByLabel("成文日期").FillAsync("2026-01-05");
        await page.Locator("input[name=channels]").First.EvaluateAsync("e => { e.value = 'nowhere'; e.checked = true; }");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Refusal.NamesAsync(page, "title", "body", "category", "channels");
    }

    [Fact]
    public async Task What_is_too_long_is_named_with_its_limit_and_kept_whole()
    {
        var page = await chromium.EnterAsync(stack, "bijie-officer");
        await page.GotoAsync("/staff/items/new");
        (string Field, int Length, string Words)[] fields = [("title", 201, "不超过 200 字"), ("summary", 501, "不超过 500 字"),
            ("documentNumber", 61, "不超过 60 字"), ("issuingOrgan", 101, "不超过 100 字"), ("keywords", 31, "1 至 30 字")];
        foreach (var (field, length, _) in fields) await page.Locator($"#{field}").FillAsync(new string('长', length));
        await page.GetByLabel("正文").FillAsync("正文。");
        await page.GetByLabel("目录分类").SelectOptionAsync("public-concern");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Refusal.NamesAsync(page, [.. fields.Select(one => one.Field)]);
        foreach (var (field, length, words) in fields) await KeepsAsync(page, field, length, words);
    }

    [Fact]
    public async Task A_pre_disclosure_names_the_day_that_is_wrong_and_marks_nothing_else()
    {
        var (id, _) = await stack.Editors.DraftAsync("bijie",
            new { title = "关于场馆改造方案的决定", body = "正文。", category = "public-concern", conditions = new[] { "major" } });
        var page = await chromium.EnterAsync(stack, "bijie-officer");
        await page.GotoAsync($"/staff/items/{id}");
        await page.GetByLabel("预公开信息的索引号或网址").FillAsync("https://example.org/opinions");
        await page.GetByLabel("开始日期").FillAsync("2026-03-05");
        await page.GetByLabel("截止日期").FillAsync("2026-03-04");
        var save = page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).Last;
        await save.ClickAsync();
        await Refusal.NamesAsync(page, "preDisclosure.to");
        await Assertions.Expect(page.Locator("[aria-invalid=true]")).ToHaveCountAsync(1);
        await page.GetByLabel("截止日期").FillAsync("2026-03-06");
        await page.GetByLabel("预公开信息的索引号或网址").FillAsync(new string('长', 300));
        await save.ClickAsync();
        await Refusal.NamesAsync(page, "preDisclosure");
        await Assertions.Expect(page.Locator("[aria-invalid=true]")).ToHaveCountAsync(1);
        await KeepsAsync(page, "preDisclosure", 300, "既不是网址，也不是索引号");
    }

    /// <summary>The browser cuts nothing off: the service says what is too long, and all of it is still there.</summary>
    private static async Task KeepsAsync(IPage page, string id, int length, string words)
    {
        await Assertions.Expect(page.Locator($"[id='{id}-error']")).ToContainTextAsync(words);
        await Assertions.Expect(page.Locator($"[id='{id}']")).ToHaveValueAsync(new string('长', length));
    }

    private async Task<IPage> CaseAsync(string user)
    {
        var id = await stack.Editors.SubmitAsync("bijie", new { title = "关于举办书法展的公告", body = "正文。", category = "public-concern" });
        var address = await stack.Editors.CaseOfAsync("bijie", id);
        var page = await chromium.EnterAsync(stack, user);
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>The forms of a page are told apart by their names, which are the beginning of the ids of their fields.</summary>
    private static Task<string> StepAsync(IPage page)
        => page.Locator("form:has([name=outcome]) [name=_handler]").InputValueAsync();

    private static string Day(int fromToday) => Today.AddDays(fromToday).ToString("O", CultureInfo.InvariantCulture);
}
