using System.Text.RegularExpressions;

namespace Disclosure.Documents.Import.Text;

/// <summary>Tells plain text, Markdown and web pages apart.</summary>
internal static partial class TextForm
{
    private const int MaxLines = 20_000;

    /// <summary>The form of a text.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="name">Its file's name, if known.</param>
    public static FileKind Of(string text, string? name)
    {
        switch (Path.GetExtension(name ?? "").ToUpperInvariant())
        {
            case ".TXT" or ".TEXT":
                return FileKind.Text;
            case ".MD" or ".MARKDOWN":
                return FileKind.Markdown;
            case ".HTM" or ".HTML" or ".XHTML":
                return FileKind.Html;
        }

        if (WebPage().IsMatch(text[..Math.Min(text.Length, 1_000)])) return FileKind.Html;
        // Word's XML of 2003 and other data are no text to be read as it stands.
        if (text.AsSpan().TrimStart().StartsWith("<?xml", StringComparison.Ordinal)) return FileKind.Other;
        return IsMarkdown(text) ? FileKind.Markdown : FileKind.Text;
    }

    /// <summary>Whether a text is Markdown beyond doubt: “# 1号机组停运” alone is a line that begins with a number sign.</summary>
    private static bool IsMarkdown(string text)
    {
        var levels = 0;
        var hasMark = false;
        var mayBeHead = false;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n').Take(MaxLines))
        {
            var line = raw.Length > 2_000 ? raw[..2_000] : raw;
            if (mayBeHead && Ruler().IsMatch(line)) return true;
            mayBeHead = line.Contains('|', StringComparison.Ordinal);
            if (Heading().Match(line) is { Success: true } heading) levels |= 1 << heading.Groups["marks"].Length;
            hasMark = hasMark || Mark().IsMatch(line);
        }

        return int.PopCount(levels) >= 2 || (levels > 0 && hasMark);
    }

    [GeneratedRegex(@"^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
        | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WebPage();

    [GeneratedRegex(@"^\|?(\s*:?-{2,}:?\s*\|)+(\s*:?-{2,}:?\s*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Ruler();

    [GeneratedRegex(@"^(?<marks>#{1,6})\s+\S")]
    private static partial Regex Heading();

    /// <summary>Marks that no other text has: strong letters, links, notes, fences, entries beneath entries.</summary>
    [GeneratedRegex(@"\*\*[^\s*][^*]*\*\*|\]\((https?:|mailto:|/)|^\[\^\w+\]:|^```|^\s+[-*+]\s+\S", RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
