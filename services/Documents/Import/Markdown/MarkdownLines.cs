using System.Text.RegularExpressions;
using Disclosure.Documents.Bodies;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Inline = Disclosure.Documents.Bodies.Inline;

namespace Disclosure.Documents.Import.Markdown;

/// <summary>What stands in lines of a parsed text.</summary>
internal sealed partial class MarkdownLines(RemarkList remarks)
{
    /// <summary>Keeps apart what the parser would take together; no text has such a character.</summary>
    public const string Gap = "\uFDD0";

    private static readonly (string Open, string Close, Marks Mark)[] Tags =
        [("<sup>", "</sup>", Marks.Superscript), ("<sub>", "</sub>", Marks.Subscript)];

    /// <summary>Notes in the order in which they are met.</summary>
    public List<Footnote> Notes { get; } = [];

    /// <summary>Whether it is a note that is read, which names others in words only.</summary>
    public bool IsNote { get; set; }

    /// <summary>Definitions of addresses that a link uses.</summary>
    public HashSet<LinkReferenceDefinition> Used { get; } = [];

    public List<Inline> Of(ContainerInline? container)
    {
        var line = new List<Inline>();
        if (container is not null) Append(line, container, Marks.None, null);
        return line;
    }

    /// <summary>A line whose next begins with full-width spaces or as an article ends a paragraph, as its author sees it.</summary>
    public static IEnumerable<Paragraph> Paragraphs(List<Inline> line)
    {
        var part = new List<Inline>();
        foreach (var inline in line)
        {
            if (inline is SoftBreak)
            {
                yield return Indented(part);
                part = [];
            }
            else
            {
                part.Add(inline);
            }
        }

        yield return Indented(part);
    }

    private static Paragraph Indented(List<Inline> part)
    {
        var isIndented = LeadingSpaces.Take(ref part);
        return new(part, FirstLine: isIndented);
    }

    private void Append(List<Inline> line, ContainerInline container, Marks marks, string? address)
    {
        var unclosed = new HashSet<string>();
        foreach (var inline in container)
            switch (inline)
            {
                case LiteralInline literal:
                    Add(literal.Content.ToString());
                    break;
                case HtmlEntityInline entity:
                    Add(entity.Transcoded.ToString());
                    break;
                case CodeInline code:
                    Add(code.Content);
                    break;
                case LineBreakInline lineBreak:
                    Break(line, lineBreak, marks, address);
                    break;
                case EmphasisInline { DelimiterChar: '~' } struck:
                    remarks.Add(RemarkKind.StruckText, $"带删除线的文字未导入：{RemarkList.Quote(BodyText.Of(Of(struck).FindAll(part
                        => part is TextRun), []))}。");
                    break;
                case EmphasisInline emphasis when IsMultiplied(emphasis):
                    Add("*");
                    Append(line, emphasis, marks, address);
                    Add("*");
                    break;
                case EmphasisInline emphasis:
                    Append(line, emphasis, marks | (emphasis.DelimiterCount == 2 ? Marks.Strong : Marks.Emphasis), address);
                    break;
                case LinkInline link:
                    Link(line, link, marks, address);
                    break;
                case AutolinkInline auto:
                    var target = auto.IsEmail ? "mailto:" + auto.Url : auto.Url;
                    line.Add(new TextRun(auto.Url, marks, Followed(target)));
                    break;
                case FootnoteLink { IsBackLink: false } inner when IsNote:
                    Add($"[{inner.Footnote.Label?.TrimStart('^')}]");
                    break;
                case FootnoteLink { IsBackLink: false } note:
                    if (!Notes.Contains(note.Footnote)) Notes.Add(note.Footnote);
                    line.Add(new NoteReference(Notes.IndexOf(note.Footnote) + 1));
                    break;
                case TaskList task:
                    Add(task.Checked ? "☑" : "☐");
                    break;
                case HtmlInline html when html.Tag.StartsWith("<!--", StringComparison.Ordinal):
                    remarks.Add(RemarkKind.Comment, $"注释{RemarkList.Quote(html.Tag)}未导入。");
                    break;
                case HtmlInline { Tag: "<br>" or "<br/>" or "<br />" }:
                    line.Add(new LineBreak());
                    break;
                case HtmlInline html when Array.Find(Tags, tag => tag.Open == html.Tag) is { Mark: not Marks.None } tag
                    && Closes(html, tag.Close, unclosed):
                    marks |= tag.Mark;
                    break;
                case HtmlInline html when Array.Find(Tags, tag => tag.Close == html.Tag) is { Mark: not Marks.None } tag
                    && marks.HasFlag(tag.Mark):
                    marks &= ~tag.Mark;
                    break;
                case HtmlInline html:
                    Add(html.Tag);
                    break;
                case ContainerInline part:
                    Append(line, part, marks, address);
                    break;
            }

        void Add(string text) => line.Add(new TextRun(text.Replace(Gap, "", StringComparison.Ordinal), marks, address));
    }

    /// <summary>What Markdown itself has no mark for is taken from HTML, where it is closed again.</summary>
    private static bool Closes(HtmlInline tag, string close, HashSet<string> unclosed)
    {
        // Behind one that nothing closes nothing closes another: it is looked for once.
        if (unclosed.Contains(close)) return false;
        for (var next = tag.NextSibling; next is not null; next = next.NextSibling)
            if (next is HtmlInline html && html.Tag == close) return true;
        unclosed.Add(close);
        return false;
    }

    private static void Break(List<Inline> line, LineBreakInline lineBreak, Marks marks, string? address)
    {
        var words = lineBreak.NextSibling is LiteralInline literal ? literal.Content.ToString() : "";
        var next = words.Length > 0 ? words[0] : (char?)null;
        if (lineBreak.Parent?.ParentBlock is ParagraphBlock && (next == '\u3000' || Ordinal().IsMatch(words))) line.Add(new SoftBreak());
        else if (lineBreak.IsHard) line.Add(new LineBreak());
        else if (JoinedLines.Between(JoinedLines.Last(line), next ?? 'a') is { Length: > 0 } space) line.Add(new TextRun(space, marks,
            address));
    }

    private void Link(List<Inline> line, LinkInline link, Marks marks, string? address)
    {
        if (link.Reference is { } definition) Used.Add(definition);
        if (link.IsImage)
        {
            var begin = line.Count;
            Append(line, link, marks, address);
            var words = BodyText.Of([.. line.Skip(begin).Where(part => part is TextRun)], []);
            remarks.Add(RemarkKind.Picture, words.Length > 0 ? $"图片{RemarkList.Quote(words)}未导入，保留了其说明。"
                : $"图片{RemarkList.Quote(link.Url ?? "")}未导入。");
            return;
        }

        Append(line, link, marks, Followed(link.Url) ?? address);
    }

    private string? Followed(string? address)
    {
        if (address is { Length: > 0 and <= 2_000 } && !address.StartsWith('#') && Addresses.MayBeFollowed(address)) return address;
        remarks.Add(RemarkKind.Link, "有一处链接的地址不能使用，只保留了文字。");
        return null;
    }

    /// <summary>1200*600*750 is a product.</summary>
    private static bool IsMultiplied(EmphasisInline emphasis)
        => emphasis is { DelimiterChar: '*', DelimiterCount: 1, PreviousSibling: LiteralInline { Content: { IsEmpty: false } before } }
        && emphasis.FirstChild is LiteralInline { Content: { IsEmpty: false } inner }
        && char.IsAsciiLetterOrDigit(before.Text[before.End]) && char.IsAsciiLetterOrDigit(inner.CurrentChar);

    /// <summary>What begins an article, a section or an item of an official document, whatever stands above it.</summary>
    [GeneratedRegex("^(第[一二三四五六七八九十百千〇零0-9]{1,8}[编章节条]|[一二三四五六七八九十]{1,4}、|（[一二三四五六七八九十]{1,4}）|[①-⑳])",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Ordinal();

    /// <summary>Parts paragraphs while a line is read.</summary>
    private sealed record SoftBreak : Inline;
}
