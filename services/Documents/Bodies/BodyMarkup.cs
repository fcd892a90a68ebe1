using System.Net;

namespace Disclosure.Documents.Bodies;

/// <summary>A body's written form on a page: what an author may write, and the HTML that readers get of it.</summary>
public static class BodyMarkup
{
    /// <summary>Longest body, characters.</summary>
    public const int MaxLength = Body.MaxLength;

    private const string NotRendered = "<p class=\"muted\">（排版无法识别，以下按原文显示。）</p>\n";

    /// <summary>Why a body cannot be kept as it is written, in words for its author; null when it can.</summary>
    /// <param name="source">The written form.</param>
    /// <returns>Sentences with the lines, or null.</returns>
    public static string? Problem(string source) => Body.Read(source).Sentence;

    /// <summary>The one written form of what a text says; a text that cannot be read stays as it is.</summary>
    /// <param name="source">The written form.</param>
    /// <returns>The canonical form.</returns>
    public static string Canonical(string source) => Body.Read(source).Body?.ToString() ?? source;

    /// <summary>The form in which a body is edited by hand: plain paragraphs are lines, parted by blank lines.</summary>
    /// <param name="source">The written form.</param>
    /// <returns>A text that <see cref="Body.Read"/> makes the same body of.</returns>
    public static string ForEditing(string source)
        => Body.Read(source).Body is { } body ? body.ToEditingForm() : source;

    /// <summary>The body as HTML for readers; one that cannot be read is shown letter by letter, so that nothing is lost.</summary>
    /// <param name="source">The written form.</param>
    /// <returns>HTML of elements of text, lists, tables and links.</returns>
    public static string ToHtml(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Body.Read(source).Body is { } body) return BodyPage.Write(body);
        var text = WebUtility.HtmlEncode(source.ReplaceLineEndings("\n"));
        return $"{NotRendered}<p>{text.Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>\n";
    }
}
