using System.Diagnostics;
using Disclosure.BrowserTests.World;
using Disclosure.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Disclosure.BrowserTests;

/// <summary>One list of what is mine, over all services, and what I am told (待办、通知).</summary>
[Collection("portal")]
public sealed class WorkJourneys(Stack stack, Chromium chromium)
{
    [Fact]
    public async Task A_case_comes_as_a_notice_is_decided_and_stays_findable_while_its_author_sees_who_has_it()
    {
        const string title = "关于组织送文艺下基层演出的通知";
        // The head is told of what comes once the platform knows the person.
        var head = await chromium.EnterAsync(stack, "bijie-head");
        var id = await stack.Editors.SubmitAsync("bijie",
            new { title, body = "演出安排见正文。", category = "public-concern", conditions = new[] { "important" } });
        var address = await stack.Editors.CaseOfAsync("bijie", id);
        await head.GotoAsync("/staff/notices");
        var notice = head.Locator(".notices li", new() { HasText = title });
        await Assertions.Expect(notice).ToContainTextAsync("等您办理");
        await notice.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(head).ToHaveURLAsync(stack.Portal + address);
        await head.GotoAsync("/staff/notices");
        await Assertions.Expect(notice).ToContainTextAsync("已读");

        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await officer.GotoAsync("/staff?list=waiting");
        await Assertions.Expect(officer.GetByRole(AriaRole.Row, new() { Name = title })).ToContainTextAsync("科室");

        await stack.Editors.DecideCaseAsync("bijie", Guid.Parse(address.Split('/')[^1]), "head", "return", "请写明演出地点。");
        await head.GotoAsync("/staff");
        await Assertions.Expect(head.GetByRole(AriaRole.Row, new() { Name = title })).ToHaveCountAsync(0);
        await head.GetByRole(AriaRole.Link, new() { Name = "我已办理" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Row, new() { Name = title })).ToContainTextAsync("退回");

        await Eventually.Holds(async () =>
        {
            await officer.GotoAsync("/staff");
            return await officer.Locator(".notices li", new() { HasText = title }).CountAsync() == 1;
        }, "the author was told");
        await Assertions.Expect(officer.GetByRole(AriaRole.Row, new() { Name = title })).ToContainTextAsync("请写明演出地点。");
        await Looks.AtAsync(officer, "work-with-notices");
        await officer.GetByRole(AriaRole.Button, new() { Name = "以上标为已读" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("所列通知已标为已读");
        await Assertions.Expect(officer.Locator(".notices li", new() { HasText = title })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_list_names_the_service_that_is_away_and_shows_the_rest_at_once()
    {
        const string title = "关于图书馆闭馆检修的公告";
        var officer = await chromium.EnterAsync(stack, "bijie-officer");
        await stack.Editors.DraftAsync("bijie", new { title, body = "检修一天。", category = "public-concern" });
        await stack.StopAsync("review");
        try
        {
            var asked = Stopwatch.GetTimestamp();
            await officer.GotoAsync("/staff");
            Assert.InRange(Stopwatch.GetElapsedTime(asked).TotalSeconds, 0, 5);
            await Assertions.Expect(officer.GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
            await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("审核（等您审核、送审后的进展、授权）暂时读取不到");
            await Looks.AtAsync(officer, "work-without-review");
        }
        finally
        {
            await stack.StartAgainAsync("review");
        }

        await Eventually.Holds(async () =>
        {
            await officer.GotoAsync("/staff");
            return await officer.GetByRole(AriaRole.Status).CountAsync() == 0;
        }, "the whole list is there again");
    }
}
