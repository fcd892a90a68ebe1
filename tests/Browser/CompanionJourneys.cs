using Disclosure.BrowserTests.World;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>A policy document with its interpretation (解读), a major decision with its pre-disclosure (预公开), and the printed form
/// (审批单).</summary>
[Collection("portal")]
public sealed class CompanionJourneys(Stack stack, Chromium chromium)
{
    [Fact]
    public async Task A_policy_document_is_drafted_reviewed_and_read_together_with_its_interpretation()
    {
        const string title = "毕节市旅游民宿管理办法", explained = $"《{title}》政策解读";
        var (id, _) = await stack.Editors
            .DraftAsync("bijie", new { title, body = "第一条 为规范旅游民宿经营，制定本办法。", category = "normative-documents" });
        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await officer.GotoAsync($"/staff/items/{id}");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存并起草解读材料" }).ClickAsync();
        await Assertions.Expect(officer.GetByLabel("名称")).ToHaveValueAsync(explained);
        await officer.GetByLabel("正文").FillAsync("一问：哪些民宿适用本办法？");
        await Looks.AtAsync(officer, "interpretation-new");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
        await Assertions.Expect(officer.Locator("#interprets-group")).ToContainTextAsync(title);
        var interpretation = Guid.Parse(new Uri(officer.Url).Segments[^1]);
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("已送审");
        await officer.GotoAsync($"/staff/items/{id}");
        await Assertions.Expect(officer.Locator("#interpretations")).ToContainTextAsync(explained);
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("已送审");

        var head = await chromium.EnterAsync(stack, "bijie-head");
        await head.GotoAsync(await stack.Editors.CaseOfAsync("bijie", id));
        await Assertions.Expect(head.Locator(".review-fields")).ToContainTextAsync($"“{explained}”（审核中）");
        await Assertions.Expect(head.Locator("main")).Not.ToContainTextAsync("未见解读材料");
        foreach (var role in (string[])["head", "deputy"]) await stack.Editors.ApproveAsync("bijie", id, role);
        var number = await stack.Editors.NumberOfAsync("bijie", id);
        var reader = await chromium.OpenAsync(stack);
        // Read, and cached, before its interpretation is public: the page must change with it.
        await reader.GotoAsync($"/bijie/items/{number}");
        await Assertions.Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Assertions.Expect(reader.GetByRole(AriaRole.Link, new() { Name = explained })).ToHaveCountAsync(0);
        foreach (var role in (string[])["head", "deputy"]) await stack.Editors.ApproveAsync("bijie", interpretation, role);
        await Eventually.Holds(async () =>
        {
            await reader.GotoAsync($"/bijie/items/{number}");
            return await reader.GetByRole(AriaRole.Link, new() { Name = explained }).CountAsync() == 1;
        }, "the document leads to its interpretation");
        await Looks.AtAsync(reader, "document-with-interpretation");
        await reader.GetByRole(AriaRole.Link, new() { Name = explained }).ClickAsync();
        await reader.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
        await Assertions.Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
    }

    [Fact]
    public async Task A_reviewer_is_warned_of_what_is_missing_only_while_it_is_missing()
    {
        var opinions = await stack.Editors
            .PublishAsync("bijie", new { title = "关于征求景区限流方案意见的公告", body = "欢迎提出意见。", category = "public-concern" }, "head", "deputy");
        var id = await stack.Editors
            .SubmitAsync("bijie", new { title = "景区限流管理规定", body = "第一条", category = "public-concern", conditions = new[] { "major" } });
        var head = await chromium.EnterAsync(stack, "bijie-head");
        await head.GotoAsync(await stack.Editors.CaseOfAsync("bijie", id));
        await Assertions.Expect(head.Locator(".findings")).ToContainTextAsync("重大事项未见预公开记录");
        await Assertions.Expect(head.Locator(".findings")).ToContainTextAsync("政策文件未见解读材料");
        await stack.Editors.DecideAsync("bijie", id, "head", "return", "请补充预公开情况和解读材料。");
        await stack.Editors.SubmitAsync("bijie",
            new { title = "《景区限流管理规定》解读", body = "要点", category = "policy-interpretation", interprets = new[] { id } });

        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await Eventually.Holds(async () =>
        {
            await officer.GotoAsync($"/staff/items/{id}");
            return await officer.GetByText("请补充预公开情况和解读材料。").CountAsync() > 0;
        }, "the officer reads the reason");
        await officer.GetByLabel("预公开信息的索引号或网址").FillAsync(opinions);
        await officer.GetByLabel("开始日期").FillAsync("2026-11-06");
        await officer.GetByLabel("截止日期").FillAsync("2026-11-02");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Alert)).ToContainTextAsync("截止日期不能早于开始日期");
        await Assertions.Expect(officer.GetByLabel("预公开信息的索引号或网址")).ToHaveValueAsync(opinions);
        await Looks.AtAsync(officer, "pre-disclosure-refused");
        await officer.GetByLabel("截止日期").FillAsync("2026-11-12");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("已送审");

        await Eventually.Holds(async () =>
        {
            await head.GotoAsync(await stack.Editors.CaseOfAsync("bijie", id));
            return await head.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).CountAsync() == 1;
        }, "the second round is open");
        await Assertions.Expect(head.Locator(".review-fields")).ToContainTextAsync("关于征求景区限流方案意见的公告");
        await Assertions.Expect(head.Locator("main")).Not.ToContainTextAsync("未见");
        await Looks.AtAsync(head, "nothing-missing");
    }

    [Fact]
    public async Task The_printed_form_names_who_confirmed_what_and_every_proof_pass()
    {
        var id = await stack.Editors.SubmitAsync("xinyuan", new { title = "关于文化下乡活动安排的公告", body = "活动安排如下。", category = "work-reports" });
        foreach (var role in (string[])["office", "leading-group-office", "policy", "deputy", "secrecy"]) await stack.Editors
            .ApproveAsync("xinyuan", id, role);
        var head = await chromium.EnterAsync(stack, "xinyuan-head");
        await head.GotoAsync(await stack.Editors.CaseOfAsync("xinyuan", id) + "/sheet");
        var sheet = head.Locator(".sheet");
        await Assertions.Expect(Row(sheet, "领导小组办公室初审")).ToContainTextAsync("已确认：");
        await Assertions.Expect(Row(sheet, "领导小组办公室初审")).ToContainTextAsync("新源·领导小组办公室");
        foreach (var (step, name) in new[] { ("一校", "新源·办公室"), ("二校", "新源·政策法规"), ("三校", "新源·保密审查员") })
        {
            await Assertions.Expect(Row(sheet, step)).ToContainTextAsync("校对无误");
            await Assertions.Expect(Row(sheet, step)).ToContainTextAsync(name);
            Assert.Matches(@"\d{4}-\d\d-\d\d \d\d:\d\d", await Row(sheet, step).InnerTextAsync());
        }

        await Looks.AtAsync(head, "sheet-three-proofs");
        // What comes out of the printer: A4, without the workbench around it.
        await head.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(head.Locator(".workbench-nav")).ToBeHiddenAsync();
        await head.SetViewportSizeAsync(794, 1123);
        await Chromium.PictureAsync(head, "sheet-print");
        var pdf = await head.PdfAsync(new PagePdfOptions { Format = "A4", Path = Chromium.PicturePath("sheet-print.pdf") });
        Assert.NotEmpty(pdf);
    }

    private static ILocator Row(ILocator sheet, string step)
        => sheet.Locator("tr", new() { Has = sheet.Page.Locator("th", new() { HasTextString = step }) });
}
