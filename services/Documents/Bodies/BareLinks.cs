using System.Buffers;
using System.Text;

namespace Disclosure.Documents.Bodies;

/// <summary>Makes links of addresses that stand in a text as they are, and changes no character of it.</summary>
/// <remarks>An address ends where Chinese goes on, which needs no space before it.</remarks>
internal static class BareLinks
{
    private const int MaxLength = 2_000;

    private static readonly SearchValues<string> Beginnings =
        SearchValues.Create(["http://", "https://", "www.", "mailto:"], StringComparison.Ordinal);

    private static readonly SearchValues<char> Characters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&'()*+,;=%");

    public static void Write(StringBuilder html, string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Beginnings) is >= 0 and var at)
        {
            var length = at > 0 && char.IsAsciiLetterOrDigit(rest[at - 1]) ? 0 : LengthOf(rest[at..]);
            Escape.Text(html, rest[..at]);
            if (length == 0)
            {
                // A beginning that no address follows is passed over whole, and looked at once.
                Escape.Text(html, rest.Slice(at, 1));
                rest = rest[(at + 1)..];
                continue;
            }

            var address = rest.Slice(at, length).ToString();
            var target = address.StartsWith("www.", StringComparison.Ordinal) ? "http://" + address : address;
            html.Append("<a href=\"").Append(Escape.Attribute(target)).Append("\">");
            Escape.Text(html, address);
            html.Append("</a>");
            rest = rest[(at + length)..];
        }

        Escape.Text(html, rest);
    }

    private static int LengthOf(ReadOnlySpan<char> text)
    {
        var most = text[..Math.Min(text.Length, MaxLength)];
        var end = most.IndexOfAnyExcept(Characters);
        if (end < 0)
        {
            if (text.Length > MaxLength) return 0;
            end = most.Length;
        }

        var address = most[..end].TrimEnd(".,;:!?'");
        // Brackets around the address are none of it.
        for (var excess = address.Count(')') - address.Count('('); excess > 0 && address is [.., ')']; excess--) address = address[..^1];
        var host = address.StartsWith("www.") ? address[4..]
            : address[(address.IndexOf(address.StartsWith("mailto:") ? '@' : '/') + 1)..].TrimStart('/');
        if (address.StartsWith("mailto:") && !address.Contains('@')) return 0;
        var hostEnd = host.IndexOfAny("/?#:");
        var name = hostEnd < 0 ? host : host[..hostEnd];
        return name.IndexOf('.') > 0 && char.IsAsciiLetterOrDigit(name[^1]) && char.IsAsciiLetterOrDigit(name[0]) ? address.Length : 0;
    }
}
