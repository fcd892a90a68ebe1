using Disclosure.BrowserTests.World;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>What reviewers and those who supervise them do at their desks.</summary>
[Collection("portal")]
public sealed class ReviewJourneys(Stack stack, Chromium chromium)
{
    [Fact]
    public async Task Who_decides_second_is_told_who_decided_first()
    {
        var address = await CaseOfAsync(await stack.Editors
            .SubmitAsync("bijie", new { title = "关于延长夜间开放的公告", body = "延长至二十一时。", category = "public-concern" }));
        var first = await chromium.EnterAsync(stack, "bijie-head");
        var second = await chromium.EnterAsync(stack, "bijie-head");
        await first.GotoAsync(address);
        await second.GotoAsync(address);

        await ApproveAsync(first);
        await Assertions.Expect(first.GetByRole(AriaRole.Status)).ToContainTextAsync("已通过");
        await ApproveAsync(second);

        var alert = second.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync("您已在另一页面办理过：通过");
        await Assertions.Expect(second.Locator(".history")).ToContainTextAsync("毕节·科室负责人 通过");
    }

    [Fact]
    public async Task A_reviewers_correction_is_named_to_the_next_and_published()
    {
        const string title = "关于演出经纪许可办理的说明";
        var id = await stack.Editors.SubmitAsync("bijie", new { title, body = "请到窗口办理。", category = "public-concern" });
        var address = await CaseOfAsync(id);
        var head = await chromium.EnterAsync(stack, "bijie-head");
        await head.GotoAsync(address);
        await head.GetByText("更正要素，或增加审核环节").ClickAsync();
        await head.GetByLabel("分类").SelectOptionAsync("licences");
        await ApproveAsync(head);
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("已通过");

        var deputy = await chromium.EnterAsync(stack, "bijie-deputy");
        await deputy.GotoAsync(address);
        await Assertions.Expect(deputy.Locator("[aria-labelledby=changes]")).ToContainTextAsync("行政许可事项与办理情况");
        await ApproveAsync(deputy);
        await Assertions.Expect(deputy.GetByRole(AriaRole.Status)).ToContainTextAsync("已通过");

        await Eventually.Holds(async () =>
            (await stack.Editors.GetAsync($"/api/catalogue/bijie/items/{id}", "bijie-officer")).GetProperty("state")
                .GetString() == "published", "the item is published");
        var reader = await chromium.OpenAsync(stack);
        await Eventually.Holds(async () =>
        {
            await reader.GotoAsync("/bijie/categories/licences");
            return await reader.GetByRole(AriaRole.Link, new() { Name = title }).CountAsync() == 1;
        }, "the reader finds it where the head put it");
    }

    [Fact]
    public async Task The_audit_log_is_followed_by_person_and_by_case_and_verified()
    {
        const string title = "关于暂停放映的公告";
        var address = await CaseOfAsync(await stack.Editors
            .SubmitAsync("bijie", new { title, body = "设备检修。", category = "public-concern" }));
        var head = await chromium.EnterAsync(stack, "bijie-head");
        await head.GotoAsync(address);
        await ApproveAsync(head);
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("已通过");

        var supervisor = await chromium.EnterAsync(stack, "bijie-discipline");
        await supervisor.GotoAsync("/staff/audit?case=" + address[(address.LastIndexOf('/') + 1)..]);
        await Assertions.Expect(supervisor.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToContainTextAsync(title);
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "毕节·科室负责人" }).First.ClickAsync();
        await Assertions.Expect(supervisor.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToContainTextAsync("毕节·科室负责人的全部行为");
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "核验记录是否完好" }).ClickAsync();
        var finding = supervisor.GetByRole(AriaRole.Status);
        await Assertions.Expect(finding).ToContainTextAsync("记录完好");
        // The answer to what was pressed, not the list below it.
        await Assertions.Expect(finding).ToBeFocusedAsync();
        await Assertions.Expect(supervisor.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToContainTextAsync("最新在前");
        var positions = await supervisor.Locator("td[data-label=序号]").AllInnerTextsAsync();
        Assert.Equal(positions.Select(int.Parse).OrderDescending(), positions.Select(int.Parse));

        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await officer.GotoAsync("/staff/audit");
        await Assertions.Expect(officer.GetByRole(AriaRole.Alert)).ToContainTextAsync("您的角色不能查看这个页面");
    }

    [Fact]
    public async Task A_delegation_counts_once_the_colleague_accepts_it_and_the_sheet_says_who_stood_in()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));
        // A colleague is known from the first sign-in on.
        var office = await chromium.EnterAsync(stack, "bijie-office");
        await office.GotoAsync("/staff/delegations");
        var head = await chromium.EnterAsync(stack, "bijie-head");
        await head.GotoAsync("/staff/delegations");
        await head.GetByLabel("代办人").SelectOptionAsync(new SelectOptionValue { Label = "毕节·办公室" });
        await head.GetByLabel("开始日期").FillAsync($"{today:yyyy-MM-dd}");
        await head.GetByLabel("结束日期").FillAsync($"{today.AddDays(3):yyyy-MM-dd}");
        await head.GetByLabel("事由").FillAsync("外出培训。");
        await head.GetByRole(AriaRole.Button, new() { Name = "授权", Exact = true }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("对方接受后生效");

        var address = await CaseOfAsync(await stack.Editors
            .SubmitAsync("bijie", new { title = "关于冬季讲座安排的公告", body = "每周六上午。", category = "public-concern" }));
        await office.GotoAsync(address);
        await Assertions.Expect(office.GetByRole(AriaRole.Button, new() { Name = "提交意见" })).ToHaveCountAsync(0);
        await office.GotoAsync("/staff/delegations");
        await office.GetByRole(AriaRole.Button, new() { Name = "接受授权" }).ClickAsync();
        await Assertions.Expect(office.GetByRole(AriaRole.Status)).ToContainTextAsync("已接受授权");

        await office.GotoAsync(address);
        await ApproveAsync(office);
        await Assertions.Expect(office.GetByRole(AriaRole.Status)).ToContainTextAsync("已通过");
        await office.GotoAsync(address + "/sheet");
        await Assertions.Expect(office.Locator(".sheet")).ToContainTextAsync("毕节·办公室（代毕节·");

        await head.GotoAsync("/staff/delegations");
        // Others of the suite delegate for the head too: the button of this one, by whom it names.
        await head.GetByRole(AriaRole.Button, new() { Name = "撤销：毕节·科室负责人 → 毕节·办公室" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("授权已撤销");
    }

    internal static async Task ApproveAsync(IPage page)
    {
        foreach (var box in await page.Locator("input[name=checklist]").AllAsync()) await box.CheckAsync();
        await page.Locator("input[name=outcome][value=approve]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
    }

    /// <summary>Address of the item's case, once Review has opened it.</summary>
    private async Task<string> CaseOfAsync(Guid item)
    {
        string? id = null;
        await Eventually.Holds(async () =>
        {
            var cases = (await stack.Editors.GetAsync($"/api/review/bijie/cases/by-subject/{item}", "bijie-head")).GetProperty("items");
            id = cases.GetArrayLength() == 0 ? null : cases[0].GetProperty("id").GetString();
            return id is not null;
        }, $"the case of {item} is open");
        return $"/staff/cases/{id}";
    }
}
