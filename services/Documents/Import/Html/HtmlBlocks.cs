using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Html;

/// <summary>Turns the elements of a page into blocks.</summary>
internal sealed partial class HtmlBlocks
{
    private const int MaxDepth = 200;

    private readonly IHtmlDocument document;
    private readonly RemarkList remarks = new();
    private readonly TextDraft draft = new();
    private readonly Uri? page;
    private List<Block> blocks = [];
    private List<Inline> line = [];
    private HtmlSetting? lineSetting;
    private int depth;

    public HtmlBlocks(IHtmlDocument document)
    {
        this.document = document;
        var address = document.QuerySelector("base[href]")?.GetAttribute("href")
            ?? document.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
        if (Uri.TryCreate(address, UriKind.Absolute, out var found) && !found.IsFile) page = found;
    }

    public ReadDocument Read()
    {
        if (document.Body is { } body) Children(body, default(HtmlSetting).Within(body, page, Barred));
        Flush();
        return new(new(blocks), remarks.ToList());
    }

    private void Barred() => remarks.Add(RemarkKind.Link, "有链接的地址不能使用或不完整，只保留了文字。");

    private void Children(INode node, HtmlSetting setting)
    {
        if (++depth > MaxDepth) throw new RefusedException(ImportFailures.TooDeep);
        foreach (var child in node.ChildNodes)
            if (child is IText text) Text(text.Data, setting);
            else if (child is IElement element && !IsLeftOut(element)) Element(element, setting.Within(element, page, Barred));
        depth--;
    }

    private void Element(IElement element, HtmlSetting setting)
    {
        switch (element.LocalName)
        {
            case "br":
                line.Add(new LineBreak());
                break;
            case "hr":
                Flush();
                blocks.Add(new Rule());
                break;
            case "img" or "svg" or "canvas" or "picture" or "area":
                var words = element.GetAttribute("alt") ?? "";
                remarks.Add(RemarkKind.Picture, words.Length > 0 ? $"图片{RemarkList.Quote(words)}未导入。" : "有图片未导入。");
                break;
            case ['h', >= '1' and <= '6'] name:
                Flush();
                Children(element, setting with { Marks = setting.Marks & ~Marks.Strong });
                Flush(name[1] - '0');
                break;
            case "ul" or "ol" or "menu" or "dir":
                Flush();
                List(element, setting);
                break;
            case "blockquote":
                Flush();
                var quoted = Inner(element, setting);
                blocks.Add(new Quote(quoted));
                break;
            case "table":
                Flush();
                Table(element, setting);
                break;
            case "wbr":
                break;
            case var name when IsBlock(name):
                Flush();
                Children(element, setting);
                Flush();
                break;
            default:
                Children(element, setting);
                break;
        }
    }

    /// <summary>Blocks of an element that holds its own.</summary>
    private List<Block> Inner(IElement element, HtmlSetting setting)
    {
        var outer = blocks;
        blocks = [];
        var inside = setting with { Indent = 0, FirstLine = false };
        if (element.LocalName is "ul" or "ol") Element(element, inside);
        else Children(element, inside);
        Flush();
        var inner = blocks;
        blocks = outer;
        return inner;
    }

    private void Text(string text, HtmlSetting setting)
    {
        draft.Promise(text.Length);
        if (!string.IsNullOrWhiteSpace(text)) lineSetting ??= setting;
        if (setting.IsPreformatted)
        {
            line.Add(new TextRun(text, setting.Marks, setting.Address));
            return;
        }

        var rest = text.AsSpan();
        var words = new System.Text.StringBuilder(text.Length);
        while (!rest.IsEmpty)
        {
            var gap = rest.IndexOfAny(" \t\r\n\f");
            words.Append(gap < 0 ? rest : rest[..gap]);
            if (gap < 0) break;
            var end = rest[gap..].IndexOfAnyExcept(" \t\r\n\f");
            var after = end < 0 ? (char?)null : rest[gap + end];
            var isBroken = rest.Slice(gap, end < 0 ? rest.Length - gap : end).ContainsAny('\r', '\n');
            var before = words.Length > 0 ? words[^1] : JoinedLines.Last(line);
            // A source is broken into lines anywhere, and a browser shows a space; between Chinese that is none of the text.
            if (before is not null and not ' ' && !(isBroken && (after is { } next ? JoinedLines.IsWide(next) : true)
                && JoinedLines.IsWide(before.Value)))
                words.Append(' ');
            rest = end < 0 ? default : rest[(gap + end)..];
        }

        if (words.Length > 0) line.Add(new TextRun(words.ToString(), setting.Marks, setting.Address));
    }

    /// <summary>Ends the paragraph under way.</summary>
    private void Flush(int heading = 0)
    {
        var inlines = line;
        var setting = lineSetting ?? default;
        (line, lineSetting) = ([], null);
        if (!inlines.Exists(inline => inline is TextRun run && !string.IsNullOrWhiteSpace(run.Text))) return;
        var isIndented = LeadingSpaces.Take(ref inlines, setting.Alignment);
        if (heading > 0) blocks.Add(new Heading(heading, inlines, setting.Alignment));
        else blocks.Add(new Paragraph(inlines, setting.Alignment, setting.Indent,
            setting.Alignment == Alignment.Start && (setting.FirstLine || isIndented)));
    }

    private static bool IsBlock(string name) => name is "p" or "div" or "section" or "article" or "main" or "center" or "dl" or "dt" or "dd"
        or "pre" or "figure" or "figcaption" or "address" or "fieldset" or "legend" or "details" or "summary" or "form" or "header"
            or "footer"
        or "aside" or "li" or "hgroup" or "caption" or "tr" or "body";
}
