using System.Text.RegularExpressions;
using Disclosure.BrowserTests.World;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

[Collection("portal")]
public sealed class StaffJourneys(Stack stack, Chromium chromium)
{
    [Fact]
    public async Task A_draft_goes_through_two_approvals_to_an_anonymous_reader()
    {
        const string title = "关于举办全市群众合唱比赛的公告";
        // Through the front door, because this journey ends by leaving.
        var officer = await chromium.SignInAsync(stack, "bijie-officer");
        await officer.GetByRole(AriaRole.Link, new() { Name = "起草", Exact = true }).ClickAsync();
        await officer.GetByLabel("名称").FillAsync(title);
        await officer.GetByLabel("正文").FillAsync("比赛面向全市群众合唱团体，报名截止日期另行通知。");
        await officer.GetByLabel("分类").SelectOptionAsync("public-concern");
        await officer.GetByLabel("成文日期").FillAsync("2026-01-08");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("已送审");

        await ApproveAsync("bijie-head", title, "进入下一环节：分管领导审批");
        await ApproveAsync("bijie-deputy", title, "通过后立即在门户公开");

        var reader = await chromium.OpenAsync(stack);
        await Eventually.Holds(async () =>
        {
            await reader.GotoAsync("/bijie");
            return await reader.GetByRole(AriaRole.Link, new() { Name = title }).CountAsync() == 1;
        }, "the reader sees the item");
        await reader.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Assertions.Expect(reader.Locator("dl.metadata")).ToContainTextAsync("索引号");
        Assert.Equal(title, await reader.Locator("meta[name=ArticleTitle]").GetAttributeAsync("content"));
        await officer.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await Assertions.Expect(officer).ToHaveURLAsync(stack.Portal + "/signin/signed-out");
    }

    [Fact]
    public async Task A_returned_item_comes_back_with_the_reason_and_can_be_corrected()
    {
        const string title = "关于文化志愿者招募的公告";
        var id = await stack.Editors.SubmitAsync("bijie", new { title, body = "招募文化志愿者。", category = "public-concern" });
        var head = await OpenTaskAsync("bijie-head", title);
        await head.GetByLabel("退回修改").CheckAsync();
        await head.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(head.GetByLabel("退回修改")).ToBeCheckedAsync();
        await head.GetByLabel("理由", new() { Exact = true }).FillAsync("请补充招募人数和报名方式。");
        await head.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("已退回毕节·信息员修改");

        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await Eventually.Holds(async () =>
        {
            await officer.GotoAsync($"/staff/items/{id}");
            return await officer.GetByText("请补充招募人数和报名方式。").CountAsync() > 0;
        }, "the officer reads the reason");
        await officer.GetByLabel("正文").FillAsync("招募文化志愿者20名，现场报名。");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("草稿已保存");
    }

    [Fact]
    public async Task A_resubmission_is_compared_side_by_side_and_the_sheet_names_who_decided()
    {
        const string title = "关于图书馆临时闭馆的公告";
        var id = await stack.Editors.SubmitAsync("bijie", new { title, body = "图书馆于周一闭馆。", category = "public-concern" });
        var head = await OpenTaskAsync("bijie-head", title);
        await head.GetByLabel("退回修改").CheckAsync();
        await head.GetByLabel("理由", new() { Exact = true }).FillAsync("日期不对。");
        await head.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("已退回毕节·信息员修改");
        await head.GetByRole(AriaRole.Link, new() { Name = "打印审批单" }).ClickAsync();
        await Assertions.Expect(head.Locator(".sheet")).ToContainTextAsync("毕节·科室负责人");
        await Assertions.Expect(head.Locator(".sheet")).ToContainTextAsync("日期不对。");

        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await Eventually.Holds(async () =>
        {
            await officer.GotoAsync($"/staff/items/{id}");
            return await officer.GetByText("日期不对。").CountAsync() > 0;
        }, "the officer reads the reason");
        await officer.GetByLabel("正文").FillAsync("图书馆于周二闭馆。");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("已送审");

        head = await OpenTaskAsync("bijie-head", title);
        await head.GetByRole(AriaRole.Link, new() { Name = "对照上一次送审稿" }).ClickAsync();
        await Assertions.Expect(head.Locator("del")).ToHaveTextAsync("一");
        await Assertions.Expect(head.Locator("ins")).ToHaveTextAsync("二");
    }

    [Fact]
    public async Task A_refused_draft_keeps_what_was_typed_and_links_every_message_to_its_field()
    {
        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await officer.GotoAsync("/staff/items/new");
        await officer.GetByLabel("正文").FillAsync("只写了正文。");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        var alert = officer.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync("内容不符合要求");
        await Assertions.Expect(alert.GetByRole(AriaRole.Link).First).ToHaveAttributeAsync("href", "#title");
        await Assertions.Expect(officer.GetByLabel("名称")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(officer.GetByLabel("正文")).ToHaveValueAsync("只写了正文。");
    }

    [Fact]
    public async Task A_file_becomes_a_draft_with_its_document_number_recognised()
    {
        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await officer.GotoAsync("/staff/import");
        await officer.GetByLabel("文件").SetInputFilesAsync(new FilePayload
        {
            Name = "通知.txt",
            MimeType = "text/plain",
            Buffer = "毕文旅通〔2026〕21号\n\n关于开展全民阅读活动的通知\n\n各县（市、区）文化主管部门：\n\n现就开展全民阅读活动有关事项通知如下。\n\n毕节市文化广电旅游局\n\n2026年1月9日\n"u8.ToArray(),
        });
        await officer.GetByLabel("分类").SelectOptionAsync("public-concern");
        await officer.GetByRole(AriaRole.Button, new() { Name = "上传并识别" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("已导入为草稿");
        await Assertions.Expect(officer.GetByLabel("名称")).ToHaveValueAsync("关于开展全民阅读活动的通知");
        await Assertions.Expect(officer.GetByLabel("文号")).ToHaveValueAsync("毕文旅通〔2026〕21号");
        await Assertions.Expect(officer.GetByLabel("成文日期")).ToHaveValueAsync("2026-01-09");
    }

    [Fact]
    public async Task Personal_data_is_pointed_out_to_the_drafter_and_covered_where_chosen()
    {
        var (id, _) = await stack.Editors.DraftAsync("bijie",
            new { title = "关于公示名单的公告", body = "张三 13812345678 入选。\n\n监督电话：0857-8222293。", category = "public-concern" });
        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await officer.GotoAsync($"/staff/items/{id}");
        var check = officer.Locator("#self-check");
        await Assertions.Expect(check).ToContainTextAsync("手机号码");
        await Assertions.Expect(check).Not.ToContainTextAsync("13812345678");
        await officer.GetByRole(AriaRole.Button, new() { Name = "遮盖所选并保存" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("已遮盖");
        await Assertions.Expect(officer.Locator("#body")).ToHaveValueAsync("张三 138****5678 入选。\n\n监督电话：0857-8222293。");
        await Assertions.Expect(check.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(1);
    }

    private async Task ApproveAsync(string user, string title, string leadsTo)
    {
        var page = await OpenTaskAsync(user, title);
        await Assertions.Expect(page.GetByText(leadsTo)).ToBeVisibleAsync();
        foreach (var box in await page.Locator("input[name=checklist]").AllAsync()) await box.CheckAsync();
        await page.GetByLabel("通过", new() { Exact = false }).First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已通过");
    }

    private async Task<IPage> OpenTaskAsync(string user, string title)
    {
        var page = await chromium.EnterAsync(stack, user);
        var task = page.Locator("table.work").GetByRole(AriaRole.Link, new() { Name = title });
        await Eventually.Holds(async () =>
        {
            await page.GotoAsync("/staff");
            // Others are due before it, and fill the first page. By address: a click is answered while the page before still stands there.
            while (await task.CountAsync() == 0 && await page.Locator("a[rel=next]").CountAsync() == 1)
                await page.GotoAsync((await page.Locator("a[rel=next]").GetAttributeAsync("href"))!);
            return await task.CountAsync() == 1;
        }, $"{user} has the task “{title}”");
        await task.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/staff/cases/"));
        return page;
    }
}
