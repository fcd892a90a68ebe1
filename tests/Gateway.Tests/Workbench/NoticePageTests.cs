using System.Net;
using Disclosure.Contracts;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Xunit;

namespace Disclosure.Gateway.Tests.Workbench;

/// <summary>Notices as their receiver sees them, and what marks one as seen.</summary>
public sealed class NoticePageTests
{
    private const string Refusal = "翻页参数无效";

    [Theory]
    [InlineData("已由毕节·科室负责人办理", "已由毕节·科室负责人办理")]
    [InlineData("起草人已撤回", "起草人已撤回")]
    [InlineData(null, "已办理")]
    public async Task What_is_to_be_done_no_more_says_what_became_of_it_and_asks_nobody(string? outcome, string shown)
    {
        await using var played = await PlayedServices.StartAsync();
        foreach (var seen in (DateTimeOffset?[])[null, DateTimeOffset.UnixEpoch])
        {
            played.Says("GET review/notices", new Page<NoticeView>([Notice(NoticeKind.Offered, seen, holds: false, outcome)], null));
            var (_, text, _) = await played.GetAsync("/staff/notices");
            Assert.Contains(shown, text, StringComparison.Ordinal);
            foreach (var absent in (string[])["等您办理", "已办结", "以上标为已读"]) Assert.DoesNotContain(absent, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_said_with_a_notice_stands_in_its_row()
    {
        await using var played = await PlayedServices.StartAsync();
        played.Says("GET review/notices",
            new Page<NoticeView>([Notice(NoticeKind.Urged, null, holds: true) with { Note = "请今天办结" }], null));
        foreach (var page in (string[])["/staff/notices", "/staff"])
        {
            var (_, text, _) = await played.GetAsync(page);
            Assert.Contains("请今天办结", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_still_to_be_done_asks_for_it_and_can_be_marked_once()
    {
        await using var played = await PlayedServices.StartAsync();
        foreach (var (seen, offered) in ((DateTimeOffset?, bool)[])[(null, true), (DateTimeOffset.UnixEpoch, false)])
        {
            played.Says("GET review/notices", new Page<NoticeView>([Notice(NoticeKind.Offered, seen, holds: true)], null));
            var (_, text, _) = await played.GetAsync("/staff/notices");
            Assert.Contains("等您办理", text, StringComparison.Ordinal);
            Assert.Equal(offered, text.Contains("以上标为已读", StringComparison.Ordinal));
            Assert.Equal(!offered, text.Contains("已读</span>", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/staff", "/staff?done=seen")]
    [InlineData("/staff?list=done", "/staff?list=done&done=seen")]
    [InlineData("/staff?list=waiting", "/staff?list=waiting&done=seen")]
    [InlineData("/staff/notices", "/staff/notices?done=seen")]
    [InlineData("/staff/notices?after=x&page=2", "/staff/notices?after=x&page=2&done=seen")]
    [InlineData("/staff?list=done&after=x&page=3", "/staff?list=done&after=x&page=3&done=seen")]
    public async Task Marking_as_seen_leads_back_to_the_list(string from, string to)
    {
        await using var played = await PlayedServices.StartAsync();
        var (status, _, answer) = await played.PostAsync(from, "seen", ("notice", $"review|{Guid.CreateVersion7()}"));
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.EndsWith(to, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("POST review/notices/seen", played.Asked);
    }

    [Theory]
    [InlineData("GET", null, true)]
    [InlineData("HEAD", null, false)]
    [InlineData("GET", "Sec-Purpose: prefetch;prerender", false)]
    [InlineData("GET", "Purpose: prefetch", false)]
    public async Task Only_who_opens_a_notice_has_seen_it(string method, string? header, bool sees)
    {
        var notice = Notice(NoticeKind.Offered, null, holds: true);
        await using var played = await PlayedServices.StartAsync();
        played.Says($"GET review/notices/{notice.Id}", notice);
        await played.SendAsync(new(method), $"/staff/notices/review/{notice.Id}",
            header?.Split(": ") is [var name, var value] ? [(name, value)] : []);
        Assert.Equal(sees, played.Asked.Contains("POST review/notices/seen"));
    }

    [Theory]
    [InlineData("/staff/notices?after=abc", "notices")]
    [InlineData("/staff?after=abc", "work")]
    public async Task A_place_that_is_none_is_told_once_and_nothing_is_called_empty(string address, string path)
    {
        await using var played = await PlayedServices.StartAsync();
        foreach (var service in ServiceNames.All)
            played.Refuses($"GET {service}/{path}", HttpStatusCode.UnprocessableEntity, "cursor-is-invalid", Refusal, "请从第一页重新开始。");
        var (status, text, _) = await played.GetAsync(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(2, text.Split(Refusal).Length);
        Assert.Contains("请从第一页重新开始", text, StringComparison.Ordinal);
        foreach (var absent in (string[])["没有通知", "没有等您办理", "请求有误", "class=\"empty\""])
            Assert.DoesNotContain(absent, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_for_nothing_is_not_told_of_things_handed_in()
    {
        await using var played = await PlayedServices.StartAsync();
        var (_, text, _) = await played.GetAsync("/staff?list=waiting");
        Assert.Contains("没有等待他人办理的事项。", text, StringComparison.Ordinal);
    }

    private static NoticeView Notice(NoticeKind kind, DateTimeOffset? seen, bool holds, string? outcome = null)
        => new(Guid.CreateVersion7(), kind, "某公告", "/staff/cases/1", DateTimeOffset.UnixEpoch, seen, holds, outcome);
}
