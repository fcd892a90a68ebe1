using Disclosure.BrowserTests.World;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>What leaders and supervision do when a case does not simply go its way.</summary>
[Collection("portal")]
public sealed class LeaderJourneys(Stack stack, Chromium chromium)
{
    [Fact]
    public async Task Submissions_are_approved_together_and_the_one_that_changed_meanwhile_is_named()
    {
        string[] titles = ["图书馆开展亲子阅读活动", "图书馆流动服务车下乡", "图书馆举办古籍展"];
        var cases = new List<Guid>();
        // The museum has nobody for its information work yet, the library has as soon as that person has signed in once.
        await chromium.EnterAsync(stack, "gaotai-officer");
        foreach (var title in titles) cases.Add(await stack.Senders.RequestAsync("gaotai", "submission", title, "library"));
        var leader = await chromium.EnterAsync(stack, "gaotai-deputy");
        await TaskAppearsAsync(leader, leader.GetByRole(AriaRole.Region, new() { Name = "信息报送审核（3 件）" }), "/staff/bulk");
        foreach (var title in titles) await leader.GetByLabel(title).CheckAsync();
        await Looks.AtAsync(leader, "bulk");

        // Nothing confirmed: every case says why, and what was chosen stays chosen.
        await leader.GetByRole(AriaRole.Button, new() { Name = "通过所选" }).ClickAsync();
        await Assertions.Expect(leader.GetByRole(AriaRole.Alert)).ToContainTextAsync("0 件已通过，3 件未通过");
        await Assertions.Expect(leader.GetByRole(AriaRole.Alert)).ToContainTextAsync("审核要点尚未逐项确认");
        foreach (var title in titles) await Assertions.Expect(leader.GetByLabel(title)).ToBeCheckedAsync();

        await stack.Editors.DecideCaseAsync("gaotai", cases[2], "deputy", "return", "请补充参观人数。");
        foreach (var box in await leader.Locator("input[name=checklist]").AllAsync()) await box.CheckAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "通过所选" }).ClickAsync();
        var alert = leader.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync("2 件已通过，1 件未通过");
        await Assertions.Expect(alert).ToContainTextAsync("“图书馆举办古籍展”：该件已经办结");
        await Looks.AtAsync(leader, "bulk-partly");
        await Assertions.Expect(leader.GetByRole(AriaRole.Region)).ToHaveCountAsync(0);

        var office = await chromium.EnterAsync(stack, "gaotai-office");
        await TaskAppearsAsync(office, office.GetByRole(AriaRole.Region, new() { Name = "信息报送审核（2 件）" }), "/staff/bulk");
        await office.GotoAsync("/staff");
        await Assertions.Expect(office.GetByRole(AriaRole.Link, new() { Name = "批量通过" })).ToHaveAttributeAsync("href", "/staff/bulk");
    }

    [Fact, Rule(128)]
    public async Task An_undetermined_secrecy_is_held_passed_on_and_determined_with_the_answer_cited_before_anybody_reviews()
    {
        const string title = "关于古墓葬保护范围的公告";
        var id = await stack.Editors
            .SubmitAsync("bijie", new { title, body = "保护范围见附图。", category = "public-concern", secrecy = "undetermined" });
        var address = await stack.Editors.CaseOfAsync("bijie", id);
        var head = await chromium.EnterAsync(stack, "bijie-head");
        await head.GotoAsync(address);
        await Assertions.Expect(head.Locator("main")).ToContainTextAsync("暂缓，待确定");
        await Assertions.Expect(head.GetByRole(AriaRole.Button, new() { Name = "提交意见" })).ToHaveCountAsync(0);

        var group = await chromium.EnterAsync(stack, "bijie-leading-group");
        await group.GotoAsync(address);
        await Looks.AtAsync(group, "determination");
        await group.GetByLabel("提请保密行政管理部门认定").CheckAsync();
        await group.GetByLabel("理由", new() { Exact = true }).FillAsync("图件比例尺是否涉密，本机关不能确定。");
        await SubmitAsync(group);

        var secrecy = await chromium.EnterAsync(stack, "bijie-secrecy");
        await secrecy.GotoAsync(address);
        await Assertions.Expect(secrecy.Locator("main")).ToContainTextAsync("请写明保密行政管理部门答复的文号和日期，例如");
        await secrecy.GetByLabel("认定不涉密").CheckAsync();
        await secrecy.GetByLabel("理由").FillAsync("保密局电话答复可以公开。");
        await secrecy.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
        await Assertions.Expect(secrecy.GetByRole(AriaRole.Alert)).ToContainTextAsync("答复的文号和日期");
        await Assertions.Expect(secrecy.GetByLabel("理由")).ToHaveValueAsync("保密局电话答复可以公开。");
        await Looks.AtAsync(secrecy, "determination-answer");
        await secrecy.GetByLabel("理由").FillAsync("依据毕保函〔2026〕3号（2026年3月4日）认定不涉密。");
        await SubmitAsync(secrecy);

        await head.ReloadAsync();
        await Assertions.Expect(head.Locator(".history")).ToContainTextAsync("毕保函〔2026〕3号");
        await Assertions.Expect(head.GetByRole(AriaRole.Button, new() { Name = "提交意见" })).ToBeVisibleAsync();

        // The head doubts again, asks the leading group, and goes on where it stopped.
        await head.GetByLabel("暂缓，提请确定").CheckAsync();
        await head.GetByLabel("提请谁确定").SelectOptionAsync(new SelectOptionValue { Label = "政务公开领导小组" });
        await head.GetByLabel("理由").FillAsync("附图坐标请再核实。");
        await SubmitAsync(head);
        await group.GotoAsync(address);
        await group.GetByLabel("认定不涉密").CheckAsync();
        await SubmitAsync(group);
        await head.ReloadAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Button, new() { Name = "提交意见" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_step_that_nobody_is_left_for_is_taken_over_and_a_stuck_case_is_ended_with_a_reason()
    {
        const string title = "科室负责人自己起草的公告";
        var id = await stack.Editors.SubmitAsync("bijie", new { title, body = "正文。", category = "public-concern" }, "head");
        var address = await stack.Editors.CaseOfAsync("bijie", id);
        var office = await chromium.EnterAsync(stack, "bijie-office");
        await office.GotoAsync("/staff/supervision");
        await Assertions.Expect(office.Locator("[aria-labelledby=stuck]")).ToContainTextAsync(title);
        await Looks.AtAsync(office, "stuck");

        var deputy = await chromium.EnterAsync(stack, "bijie-deputy");
        await deputy.GotoAsync(address);
        await Looks.AtAsync(deputy, "raise");
        await deputy.GetByRole(AriaRole.Button, new() { Name = "由我接办" }).ClickAsync();
        await Assertions.Expect(deputy.GetByRole(AriaRole.Alert)).ToContainTextAsync("请填写理由");
        await deputy.GetByLabel("理由").FillAsync("科室没有其他负责人。");
        await deputy.GetByRole(AriaRole.Button, new() { Name = "由我接办" }).ClickAsync();
        await Assertions.Expect(deputy.GetByRole(AriaRole.Status)).ToContainTextAsync("由您接办");
        await Assertions.Expect(deputy.GetByRole(AriaRole.Button, new() { Name = "提交意见" })).ToBeVisibleAsync();

        var director = await chromium.EnterAsync(stack, "bijie-director");
        await director.GotoAsync(address);
        var end = director.Locator("details", new() { HasText = "终止审核" });
        await end.Locator("summary").ClickAsync();
        await end.GetByLabel("理由").FillAsync("请改由科室信息员起草。");
        await Looks.AtAsync(director, "end");
        await end.GetByRole(AriaRole.Button, new() { Name = "终止并退回起草人" }).ClickAsync();
        await Assertions.Expect(director.GetByRole(AriaRole.Status)).ToContainTextAsync("退回起草人");

        var head = await chromium.EnterAsync(stack, "bijie-head");
        await Eventually.Holds(async () =>
        {
            await head.GotoAsync($"/staff/items/{id}");
            return await head.GetByText("请改由科室信息员起草。").CountAsync() > 0;
        }, "the author reads why it was ended");
        await director.GotoAsync("/staff/supervision");
        await Assertions.Expect(director.Locator("[aria-labelledby=interventions]")).ToContainTextAsync("请改由科室信息员起草。");
        await Looks.AtAsync(director, "interventions");
    }

    [Fact]
    public async Task A_replacement_counts_once_the_director_confirms_it_and_the_board_shows_it()
    {
        foreach (var user in (string[])["taishan-promotion", "taishan-policy"]) await (await chromium.EnterAsync(stack, user))
            .GotoAsync("/staff");
        var administrator = await chromium.EnterAsync(stack, "taishan-security-admin");
        await administrator.GotoAsync("/staff/delegations");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Assertions.Expect(administrator.GetByRole(AriaRole.Alert)).ToContainTextAsync("请选择离岗人员");
        await Assertions.Expect(administrator.GetByLabel("接替人员")).ToHaveAttributeAsync("aria-invalid", "true");
        await administrator.GetByLabel("离岗人员").SelectOptionAsync(new SelectOptionValue { Label = "台山·产业促进" });
        await administrator.GetByLabel("接替人员").SelectOptionAsync(new SelectOptionValue { Label = "台山·政策法规" });
        await administrator.GetByLabel("开始日期").FillAsync($"{Today:yyyy-MM-dd}");
        await administrator.GetByLabel("事由").FillAsync("调离本单位。");
        await Looks.AtAsync(administrator, "replacement");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Assertions.Expect(administrator.GetByRole(AriaRole.Status)).ToContainTextAsync("确认后生效");
        await Assertions.Expect(administrator.Locator("[aria-labelledby=current]")).ToContainTextAsync("待确认");
        await Assertions.Expect(administrator.GetByRole(AriaRole.Button, new() { Name = "确认接替" })).ToHaveCountAsync(0);

        var director = await chromium.EnterAsync(stack, "taishan-director");
        await director.GotoAsync("/staff/supervision");
        await Assertions.Expect(director.Locator("[aria-labelledby=replacements]")).ToContainTextAsync("台山·产业促进 → 台山·政策法规");
        await director.GetByRole(AriaRole.Link, new() { Name = "到“授权”页确认或撤销" }).ClickAsync();
        await Looks.AtAsync(director, "replacement-confirm");
        await director.GetByRole(AriaRole.Button, new() { Name = "确认接替" }).ClickAsync();
        await Assertions.Expect(director.GetByRole(AriaRole.Status)).ToContainTextAsync("已确认");
        await Assertions.Expect(director.Locator("[aria-labelledby=current]")).ToContainTextAsync("有效");
    }

    [Fact]
    public async Task Urging_reaches_the_desk_of_whoever_has_the_case()
    {
        const string title = "关于演出门票问题的答复";
        await stack.Senders.RequestAsync("bijie", "interaction-reply", title, "art", Today);
        var supervisor = await chromium.EnterAsync(stack, "bijie-discipline");
        var row = supervisor.Locator("tr", new() { HasText = title });
        await Eventually.Holds(async () =>
        {
            await supervisor.GotoAsync("/staff/supervision");
            return await row.CountAsync() == 1;
        }, "the board shows what is due today");
        await row.GetByLabel("催办意见").FillAsync("今天到期，请优先办理。");
        await Looks.AtAsync(supervisor, "urging");
        await row.GetByRole(AriaRole.Button, new() { Name = "催办" }).ClickAsync();
        await Assertions.Expect(supervisor.GetByRole(AriaRole.Status)).ToContainTextAsync($"已催办：{title}");
        await Assertions.Expect(row).ToContainTextAsync("今天到期，请优先办理。");
        // Once a day: another supervisor may still urge, and does not replace what was said.
        await Assertions.Expect(row).ToContainTextAsync("您今天已催办（各方共催办 1 次）");
        await Assertions.Expect(row.GetByRole(AriaRole.Button, new() { Name = "催办" })).ToHaveCountAsync(0);
        var office = await chromium.EnterAsync(stack, "bijie-office");
        await office.GotoAsync("/staff/supervision");
        var same = office.Locator("tr", new() { HasText = title });
        await same.GetByLabel("催办意见").FillAsync("请回电。");
        await same.GetByRole(AriaRole.Button, new() { Name = "催办" }).ClickAsync();
        await Assertions.Expect(same).ToContainTextAsync("请回电。");
        await Assertions.Expect(same).ToContainTextAsync("今天到期，请优先办理。");

        var head = await chromium.EnterAsync(stack, "bijie-head");
        await head.GotoAsync("/staff");
        var task = head.Locator("tr", new() { HasText = title });
        await Assertions.Expect(task).ToContainTextAsync("已催办");
        await Assertions.Expect(task).ToContainTextAsync("今天到期，请优先办理。");
        await Looks.AtAsync(head, "urged");
        await task.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(head.Locator(".chain")).ToContainTextAsync("今天到期，请优先办理。");
    }

    [Fact]
    public async Task Of_two_leaders_the_second_is_told_who_decided_first_and_loses_no_word()
    {
        var id = await stack.Editors
            .SubmitAsync("jiangxi",
            new { title = "关于演出季的公告", body = "正文。", category = "government-disclosure", conditions = new[] { "important" } });
        await stack.Editors.ApproveAsync("jiangxi", id, "head");
        var address = await stack.Editors.CaseOfAsync("jiangxi", id);
        var deputy = await chromium.EnterAsync(stack, "jiangxi-deputy");
        var director = await chromium.EnterAsync(stack, "jiangxi-director");
        await deputy.GotoAsync(address);
        await director.GotoAsync(address);
        await director.GetByLabel("退回修改").CheckAsync();
        await director.GetByLabel("理由", new() { Exact = true }).FillAsync("演出场次请与剧院核对后再报。");

        foreach (var box in await deputy.Locator("input[name=checklist]").AllAsync()) await box.CheckAsync();
        await deputy.Locator("input[name=outcome][value=approve]").CheckAsync();
        await SubmitAsync(deputy);
        await director.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();

        var alert = director.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync("江西·分管领导 已于");
        await Assertions.Expect(director.Locator("[aria-labelledby=unsent] textarea")).ToHaveValueAsync("演出场次请与剧院核对后再报。");
        await Looks.AtAsync(director, "decided-first");
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));

    private static async Task SubmitAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("回到待办");
    }

    private static Task TaskAppearsAsync(IPage page, ILocator task, string at = "/staff") => Eventually.Holds(async () =>
    {
        await page.GotoAsync(at);
        return await task.CountAsync() == 1;
    }, "the task is on the desk");
}
