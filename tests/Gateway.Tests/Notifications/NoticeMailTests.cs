using Disclosure.Contracts.Work;
using Disclosure.Gateway.Notifications.Channels;
using Disclosure.Gateway.Portal;
using Xunit;

namespace Disclosure.Gateway.Tests.Notifications;

/// <summary>What stands in an e-mail.</summary>
public sealed class NoticeMailTests
{
    [Fact]
    public void A_mail_says_kind_title_and_link_and_its_subject_only_how_many()
    {
        var mail = NoticeMail.Of(Message(("关于<b>公园</b>的通知", NoticeKind.Returned), ("另一件", NoticeKind.Urged)));

        Assert.Equal("政务公开平台：2 条新通知", mail.Subject);
        Assert.StartsWith("【已退回】关于<b>公园</b>的通知\r\nhttps://zwgk.example.gov.cn/staff/notices/review/0\r\n\r\n【催办】另一件\r\n", mail.Text,
            StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://zwgk.example.gov.cn/staff/notices/review/0\">关于&lt;b&gt;公园&lt;/b&gt;的通知</a>", mail.Html,
            StringComparison.Ordinal);
        Assert.DoesNotContain("另有", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_leaves_tells_what_is_secret_from_what_was_turned_down()
    {
        var (secret, turnedDown) = (Message(("某公告", NoticeKind.FoundSecret)), Message(("另一件", NoticeKind.Rejected)));
        Assert.Equal(turnedDown.Notices, secret.Notices);
        Assert.Equal(NoticeMail.Of(turnedDown), NoticeMail.Of(secret));
        Assert.StartsWith("【不予通过】一件送审的信息", NoticeMail.Of(secret).Text, StringComparison.Ordinal);
        // Nor the title of what is not to be disclosed.
        Assert.StartsWith("【审定不发布】一件送审的信息", NoticeMail.Of(Message(("某人的病历", NoticeKind.NotPublished))).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_titles_are_named_and_the_others_counted()
    {
        var mail = NoticeMail.Of(Message([.. Enumerable.Range(0, 23).Select(n => ($"第{n:00}件", NoticeKind.Offered))]));

        Assert.Equal("政务公开平台：23 条新通知", mail.Subject);
        Assert.Contains("第19件", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("第20件", mail.Text, StringComparison.Ordinal);
        foreach (var body in (string[])[mail.Text, mail.Html]) Assert.Contains("另有 3 条", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_notice_has_a_word()
        => Assert.All(Enum.GetValues<NoticeKind>(), kind => Assert.NotEmpty(Labels.Notice(kind)));

    private static OutgoingMessage Message(params (string Title, NoticeKind Kind)[] notices)
        => new(Guid.CreateVersion7(), "bijie", "bijie-officer", "officer@bureau.test", [.. notices.Select((notice, n) => new OutgoingNotice(
            notice.Kind, notice.Title, new Uri($"https://zwgk.example.gov.cn/staff/notices/review/{n}"), DateTimeOffset.UnixEpoch))]);
}
