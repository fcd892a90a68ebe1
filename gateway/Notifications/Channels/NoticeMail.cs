using System.Net;
using System.Text;
using Disclosure.Gateway.Portal;
using Disclosure.Kernel;

namespace Disclosure.Gateway.Notifications.Channels;

/// <summary>The words of an e-mail: kind, title and link of each notice, and nothing else.</summary>
/// <param name="Subject">Says how many, and no title: subjects are shown on locked screens.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same in HTML, without anything that is loaded.</param>
internal sealed record NoticeMail(string Subject, string Text, string Html)
{
    /// <summary>Titles that are named; the others are counted.</summary>
    public const int MostTitles = 20;

    private const string Closing = "此邮件由系统发出，请勿回复。在工作台的“通知设置”中可以更改或关闭。";

    public static NoticeMail Of(OutgoingMessage message)
    {
        var shown = message.Notices.Take(MostTitles).ToList();
        var others = message.Notices.Count - shown.Count;
        var more = others == 0 ? "" : $"另有 {others} 条";
        var text = new StringBuilder();
        var html = new StringBuilder("<ul>");
        foreach (var notice in shown)
        {
            var (kind, title) = (Labels.Notice(notice.Kind), EnteredText.Cut(notice.Title, 200));
            text.Append('【').Append(kind).Append('】').Append(title).Append("\r\n").Append(notice.Link.AbsoluteUri).Append("\r\n\r\n");
            html.Append("<li>【").Append(kind).Append("】<a href=\"").Append(WebUtility.HtmlEncode(notice.Link.AbsoluteUri)).Append("\">")
                .Append(WebUtility.HtmlEncode(title)).Append("</a></li>");
        }

        html.Append("</ul>");
        if (more.Length > 0)
        {
            text.Append(more).Append("\r\n\r\n");
            html.Append("<p>").Append(more).Append("</p>");
        }

        text.Append(Closing).Append("\r\n");
        html.Append("<p>").Append(Closing).Append("</p>");
        return new NoticeMail($"政务公开平台：{message.Notices.Count} 条新通知", text.ToString(), html.ToString());
    }
}
