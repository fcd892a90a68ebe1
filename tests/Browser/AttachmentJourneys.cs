using System.Text;
using Disclosure.BrowserTests.World;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>附件 on their way: attached by an officer, looked at by reviewers, fetched by a citizen; and what keeps them from it.</summary>
[Collection("portal")]
public sealed class AttachmentJourneys(Stack stack, Chromium chromium)
{
    [Fact]
    public async Task A_file_with_telephones_is_answered_for_and_fetched_by_a_citizen()
    {
        const string title = "关于公布文化站值班电话的公告";
        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        var (id, _) = await stack.Editors.DraftAsync("bijie", new { title, body = "值班电话见附件。", category = "public-concern" });
        await officer.GotoAsync($"/staff/items/{id}");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存并添加附件" }).ClickAsync();
        await AttachAsync(officer, "值班电话.csv", "文化站,值班手机\n东街,13800000003\n西街,13800000004\n");
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("附件已添加");
        await Assertions.Expect(officer.Locator(".findings")).ToContainTextAsync("手机号码");
        await officer.GetByRole(AriaRole.Link, new() { Name = $"回到“{title}”" }).ClickAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("已送审");

        var head = await chromium.EnterAsync(stack, "bijie-head");
        await head.GotoAsync(await stack.Editors.CaseOfAsync("bijie", id));
        var file = await head.RunAndWaitForDownloadAsync(() => head.GetByRole(AriaRole.Link, new() { Name = "值班电话.csv" }).ClickAsync());
        Assert.Equal("值班电话.csv", file.SuggestedFilename);
        await ReviewJourneys.ApproveAsync(head);
        // Without a reason the refusal leads to the field; with one it goes on.
        await Assertions.Expect(head.GetByRole(AriaRole.Alert)).ToContainTextAsync("确需公开");
        await head.GetByLabel("确需公开的理由").FillAsync("单位对外服务的值班电话");
        await ReviewJourneys.ApproveAsync(head);
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("已通过");
        await stack.Editors.ApproveAsync("bijie", id, "deputy");

        var reader = await chromium.OpenAsync(stack);
        await reader.GotoAsync($"/bijie/items/{await stack.Editors.NumberOfAsync("bijie", id)}");
        await Assertions.Expect(reader.Locator(".attachments")).ToContainTextAsync("CSV");
        var fetched = await reader.RunAndWaitForDownloadAsync(
            () => reader.GetByRole(AriaRole.Link, new() { Name = "值班电话.csv" }).ClickAsync());
        await using var content = await fetched.CreateReadStreamAsync();
        using var text = new StreamReader(content);
        Assert.Contains("13800000003", await text.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_an_identity_number_is_handed_in_once_it_is_replaced()
    {
        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        var (id, _) = await stack.Editors.DraftAsync("bijie",
            new { title = "关于补贴发放情况的公示", body = "名单见附件。", category = "public-concern" });
        await officer.GotoAsync($"/staff/items/{id}/attachments");
        await AttachAsync(officer, "名单.csv", "姓名,身份证号\n演示甲,522401199001011231\n");
        await Assertions.Expect(officer.Locator(".finding-blocking")).ToContainTextAsync("身份证号");
        await Assertions.Expect(officer.Locator("main")).Not.ToContainTextAsync("522401199001011231");
        await officer.GotoAsync($"/staff/items/{id}");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Alert)).ToContainTextAsync("有不得公开的内容");
        await Assertions.Expect(officer.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();

        await officer.GotoAsync($"/staff/items/{id}/attachments");
        await officer.GetByLabel("放在哪里").SelectOptionAsync(new SelectOptionValue { Label = "替换“名单.csv”" });
        await AttachAsync(officer, "名单.csv", "姓名,金额\n演示甲,800\n");
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("附件已替换");
        await Assertions.Expect(officer.Locator(".finding-blocking")).ToHaveCountAsync(0);
        await officer.GotoAsync($"/staff/items/{id}");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存并送审" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("已送审");
    }

    [Fact]
    public async Task Files_are_put_in_order_renamed_and_removed()
    {
        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        var (id, _) = await stack.Editors.DraftAsync("bijie",
            new { title = "关于附件次序的通知", body = "见附件。", category = "public-concern" });
        await officer.GotoAsync($"/staff/items/{id}/attachments");
        await AttachAsync(officer, "甲.txt", "甲");
        await AttachAsync(officer, "乙.txt", "乙");
        await officer.GetByRole(AriaRole.Button, new() { Name = "上移附件 2" }).ClickAsync();
        await Assertions.Expect(officer.GetByLabel("附件 1 的名称")).ToHaveValueAsync("乙.txt");
        await officer.GetByLabel("附件 1 的名称").FillAsync("乙.pdf");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存名称" }).Last.ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Alert)).ToContainTextAsync(".txt");
        await Assertions.Expect(officer.GetByLabel("附件 1 的名称")).ToHaveValueAsync("乙.pdf");
        await officer.GetByLabel("附件 1 的名称").FillAsync("乙（修订）.txt");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存名称" }).Last.ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("名称已保存");
        await officer.GetByRole(AriaRole.Button, new() { Name = "移除附件 2" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("已移除");
        await Assertions.Expect(officer.GetByLabel("附件 1 的名称")).ToHaveValueAsync("乙（修订）.txt");
        await Assertions.Expect(officer.GetByLabel("附件 2 的名称")).ToHaveCountAsync(0);
    }

    private static async Task AttachAsync(IPage page, string name, string text)
    {
        await page.GetByLabel("文件").SetInputFilesAsync(new FilePayload
        {
            Name = name,
            MimeType = "application/octet-stream",
            Buffer = Encoding.UTF8.GetBytes(text),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("附件已");
    }
}
