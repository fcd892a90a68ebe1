using Disclosure.BrowserTests.World;
using Disclosure.Contracts.Review;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>What a reviewer is told of other people and other cases: what is signed together, whom a case is kept from, which unit has
/// nobody.</summary>
[Collection("portal")]
public sealed class JointSigningJourneys(Stack stack, Chromium chromium)
{
    [Fact, Rule(267)]
    public async Task A_leader_sees_that_a_plan_waits_for_its_document_and_signs_both_when_both_are_there()
    {
        const string title = "关于支持民宿发展的办法";
        var document = await stack.Editors.SubmitAsync("bijie", new { title, body = "支持措施共六条。", category = "public-concern" });
        var documentCase = await stack.Editors.CaseOfAsync("bijie", document);
        var plan = await stack.Senders.RequestAsync("bijie", "interpretation", "民宿办法解读方案", "art",
            with: request => request with { DocumentId = document });
        foreach (var role in new[] { "head", "policy" }) await stack.Editors.DecideCaseAsync("bijie", plan, role, "approve", null);

        var deputy = await chromium.EnterAsync(stack, "bijie-deputy");
        await deputy.GotoAsync($"/staff/cases/{plan}");
        var together = deputy.Locator("[aria-labelledby=together]");
        await Assertions.Expect(together).ToContainTextAsync("领导暂不能签批");
        await Assertions.Expect(together).ToContainTextAsync("现在的环节：科室负责人审核");
        // What can be done meanwhile is offered, signing is not.
        await Assertions.Expect(deputy.Locator("input[name=outcome][value=return]")).ToBeVisibleAsync();
        await Assertions.Expect(deputy.Locator("input[name=outcome][value=approve]")).ToHaveCountAsync(0);
        await Looks.AtAsync(deputy, "plan-waits");

        await stack.Editors.DecideAsync("bijie", document, "head", "approve", null);
        await together.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Assertions.Expect(deputy).ToHaveURLAsync(stack.Portal + documentCase);
        await Assertions.Expect(together.GetByRole(AriaRole.Link, new() { Name = "民宿办法解读方案" })).ToBeVisibleAsync();
        await Assertions.Expect(together).Not.ToContainTextAsync("暂不能签批");
        await SignAsync(deputy);
        await deputy.GotoAsync($"/staff/cases/{plan}");
        await SignAsync(deputy);
        await deputy.GotoAsync($"/staff/cases/{plan}/sheet");
        await Assertions.Expect(deputy.Locator("article.sheet")).ToContainTextAsync($"文件：{title}（已通过）");
    }

    [Fact, Rule(235)]
    public async Task A_reviewer_is_told_whom_a_case_is_kept_from_and_they_are_told_that_there_is_none()
    {
        var id = await stack.Senders.RequestAsync("bijie", "interaction-reply", "关于一封群众来信的答复", "art", with: request
            => request with { Recusal = new ReviewRecusal([], ["policy"]) });
        var head = await chromium.EnterAsync(stack, "bijie-head");
        await Eventually.Holds(async () =>
        {
            await head.GotoAsync($"/staff/cases/{id}");
            return await head.Locator("[aria-labelledby=recusal]").CountAsync() == 1;
        }, "the case is open");
        await Assertions.Expect(head.Locator("[aria-labelledby=recusal]")).ToContainTextAsync("政策法规科");
        await Looks.AtAsync(head, "recusal");

        var accused = await chromium.EnterAsync(stack, "bijie-policy");
        // Word for word what is said of a case that nobody has.
        foreach (var one in (Guid[])[id, Guid.CreateVersion7()])
        {
            await accused.GotoAsync($"/staff/cases/{one}");
            await Assertions.Expect(accused.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("没有这个审核件");
            await Assertions.Expect(accused.Locator("main")).ToContainTextAsync("编号有误，或者它属于别的机关。");
            await Assertions.Expect(accused.Locator("main")).Not.ToContainTextAsync("群众来信");
        }
    }

    [Fact, Rule(5)]
    public async Task Supervision_sees_which_units_have_nobody_for_their_information_work()
    {
        await chromium.EnterAsync(stack, "gaotai-officer");
        var office = await chromium.EnterAsync(stack, "gaotai-office");
        await office.GotoAsync("/staff/supervision");
        var roster = office.Locator("[aria-labelledby=roster]");
        await Assertions.Expect(roster).ToContainTextAsync("博物馆　还没有信息员");
        await Assertions.Expect(roster).Not.ToContainTextAsync("图书馆");
        await Looks.AtAsync(office, "roster");
    }

    private static async Task SignAsync(IPage page)
    {
        // 要点 that the step demands are confirmed; those of the document were by its section head.
        foreach (var question in await page.Locator("input[name=checklist]").AllAsync()) await question.CheckAsync();
        await page.Locator("input[name=outcome][value=approve]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已通过");
    }
}
