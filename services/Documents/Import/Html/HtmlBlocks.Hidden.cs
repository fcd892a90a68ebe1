using AngleSharp.Dom;

namespace Disclosure.Documents.Import.Html;

/// <summary>What a reader of the page does not see, or what belongs to the site and not to the text.</summary>
internal sealed partial class HtmlBlocks
{
    private bool IsLeftOut(IElement element)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "noscript" or "template" or "head" or "title" or "meta" or "link" or "rp" or "colgroup" or "col"
                or "datalist":
                return true;
            case "rt" or "rtc":
                remarks.Add(RemarkKind.Reading, "文字上方的注音未导入。");
                return true;
            case "iframe" or "object" or "embed" or "video" or "audio" or "applet" or "frame" or "frameset" or "math":
                remarks.Add(RemarkKind.Embedded, "有嵌入的内容未导入。");
                return true;
            case "input" or "button" or "select" or "textarea" or "output" or "progress" or "meter":
                if (element.GetAttribute("type") is "checkbox" or "radio")
                    line.Add(new Bodies.TextRun(element.HasAttribute("checked") ? "☑" : "☐"));
                else remarks.Add(RemarkKind.Form, "网页中的表单控件未导入。");
                return true;
            case "s" or "strike" or "del":
                return LeftOut(element, RemarkKind.StruckText, "带删除线的文字");
        }

        if (element.HasAttribute("hidden") || HtmlSetting.Style(element, "display") == "none"
            || HtmlSetting.Style(element, "visibility") is "hidden" or "collapse") return LeftOut(element, RemarkKind.HiddenText, "隐藏文字");
        if (HtmlSetting.Style(element, "text-decoration")?.Contains("line-through", StringComparison.Ordinal) == true)
            return LeftOut(element, RemarkKind.StruckText, "带删除线的文字");
        return IsFrame(element) && LeftOut(element, RemarkKind.PageFrame, "网页的导航、页眉或页脚");
    }

    /// <summary>Whether it leads through the site. A header within an article heads the article, and one with the only title holds
    /// it.</summary>
    private bool IsFrame(IElement element) => element.LocalName == "nav" || element.GetAttribute("role") is "navigation" or "banner"
        or "contentinfo"
        || (element.LocalName is "header" or "footer" && element.Closest("article, main, section, blockquote, td") is null
        && (element.QuerySelector("h1") is null || document.QuerySelectorAll("h1").Length > element.QuerySelectorAll("h1").Length));

    private bool LeftOut(IElement element, RemarkKind kind, string noun)
    {
        var text = element.TextContent;
        if (!string.IsNullOrWhiteSpace(text))
            remarks.Add(kind, $"{noun}未导入：{RemarkList.Quote(text.Length > 2_000 ? text[..2_000] : text)}。");
        return true;
    }
}
