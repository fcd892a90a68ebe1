using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Gateway.Portal;

/// <summary>Turns the approved Markdown of an item into HTML that cannot carry script, style or tracking.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseGridTables().UseFootnotes().UseAutoLinks().Build();
    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    public static MarkupString ToHtml(string markdown)
    {
        var html = Markdown.ToHtml(Demote(markdown), Pipeline);
        // Wide tables scroll by themselves; being scrollable they must be reachable by keyboard.
        var clean = Sanitizer.Sanitize(html)
            .Replace("<table", "<div class=\"scroll\" role=\"region\" aria-label=\"表格\" tabindex=\"0\"><table", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal);
        return new MarkupString(clean);
    }

    /// <summary>The page's title is its only first-level heading, so the text's headings begin at the second level and skip none.</summary>
    private static string Demote(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var open = new Stack<int>();
        foreach (var heading in document.OfType<Markdig.Syntax.HeadingBlock>())
        {
            while (open.Count > 0 && open.Peek() >= heading.Level) open.Pop();
            open.Push(heading.Level);
            var line = lines[heading.Line].TrimStart();
            if (line.StartsWith('#')) lines[heading.Line] = new string('#', Math.Min(open.Count + 1, 6)) + line.TrimStart('#').Insert(0, line.TrimStart('#').StartsWith(' ') ? "" : " ");
        }

        return string.Join('\n', lines);
    }

    private static HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedTags.Clear();
        foreach (var tag in (string[])["p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "sup", "sub", "a", "table", "thead", "tbody", "tr", "th", "td"])
            sanitizer.AllowedTags.Add(tag);
        sanitizer.AllowedAttributes.Clear();
        foreach (var attribute in (string[])["href", "title", "start", "colspan", "rowspan", "id"]) sanitizer.AllowedAttributes.Add(attribute);
        sanitizer.AllowedSchemes.Clear();
        foreach (var scheme in (string[])["http", "https", "mailto", "tel"]) sanitizer.AllowedSchemes.Add(scheme);
        sanitizer.AllowedCssProperties.Clear();
        return sanitizer;
    }
}
