using System.Text;

namespace Disclosure.Documents.Bodies;

/// <summary>Characters of a text that would be taken for mark-up.</summary>
internal static class Escape
{
    public static void Text(StringBuilder html, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny('&', '<', '>') is >= 0 and var at)
        {
            html.Append(text[..at]).Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", _ => "&gt;" });
            text = text[(at + 1)..];
        }

        html.Append(text);
    }

    public static string Attribute(string value) => value.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
