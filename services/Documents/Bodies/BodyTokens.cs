using System.Globalization;
using System.Text;

namespace Disclosure.Documents.Bodies;

/// <summary>What a piece of a written form is.</summary>
internal enum TokenKind
{
    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>Characters.</summary>
    Text,

    /// <summary>The end of a line.</summary>
    LineEnd,

    /// <summary>An opening tag, or one that holds nothing.</summary>
    Open,

    /// <summary>A closing tag.</summary>
    Close,

    /// <summary>An element of HTML that a body does not have.</summary>
    Foreign,
}

/// <summary>A piece of a written form.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Characters of a text, name of an element.</param>
/// <param name="Attributes">Attributes of an opened element.</param>
internal readonly record struct Token(TokenKind Kind, string Value, IReadOnlyList<KeyValuePair<string, string>> Attributes);

/// <summary>Cuts a written form into tags, texts and line ends. What only looks like a tag, as in “&lt;5℃”, is text.</summary>
internal sealed class BodyTokens(string source)
{
    private const int MaxTag = 2_500;
    private const int MaxAttributes = 8;

    private readonly string source = source;
    private int at;

    /// <summary>Line of the token read last, from 1.</summary>
    public int Line { get; private set; } = 1;

    public Token Next()
    {
        if (at >= source.Length) return new(TokenKind.End, "", []);
        if (source[at] == '\n')
        {
            at++;
            Line++;
            return new(TokenKind.LineEnd, "\n", []);
        }

        if (source[at] == '<' && Tag() is { } tag) return tag;
        var text = new StringBuilder();
        do
        {
            var end = source.AsSpan(at).IndexOfAny('<', '\n', '&');
            var plain = end < 0 ? source.AsSpan(at) : source.AsSpan(at, end);
            text.Append(plain);
            at += plain.Length;
            if (at >= source.Length || source[at] == '\n') break;
            if (source[at] == '&') Reference(text);
            else if (IsTag()) break;
            else text.Append(source[at++]);
        }
        while (at < source.Length);
        return new(TokenKind.Text, text.ToString(), []);
    }

    private bool IsTag()
    {
        var (before, line) = (at, Line);
        var found = Tag() is not null;
        (at, Line) = (before, line);
        return found;
    }

    /// <summary>The tag that begins here, if one does.</summary>
    private Token? Tag()
    {
        var end = at + 1;
        var closes = end < source.Length && source[end] == '/';
        if (closes) end++;
        var nameAt = end;
        while (end < source.Length && char.IsAsciiLetterOrDigit(source[end])) end++;
        if (end == nameAt || !char.IsAsciiLetter(source[nameAt]) || end - nameAt > 12) return null;
        var name = source[nameAt..end].ToLowerInvariant();
        if (!Vocabulary.IsElementOfHtml(name)) return null;
        var attributes = new List<KeyValuePair<string, string>>();
        var last = Math.Min(source.Length, at + MaxTag);
        while (true)
        {
            while (end < last && source[end] is ' ' or '\t' or '\n') end++;
            if (end >= last) return null;
            if (source[end] == '/' && end + 1 < last && source[end + 1] == '>') end++;
            if (source[end] == '>') break;
            if (attributes.Count == MaxAttributes || Attribute(ref end, last) is not { } attribute) return null;
            attributes.Add(attribute);
        }

        Line += source.AsSpan(at, end - at).Count('\n');
        at = end + 1;
        var kind = !Vocabulary.IsOurs(name) ? TokenKind.Foreign : closes ? TokenKind.Close : TokenKind.Open;
        return new(kind, Vocabulary.Plain(name), attributes);
    }

    private KeyValuePair<string, string>? Attribute(ref int end, int last)
    {
        var nameAt = end;
        while (end < last && (char.IsAsciiLetterOrDigit(source[end]) || source[end] is '-' or ':' or '_')) end++;
        if (end == nameAt) return null;
        var name = source[nameAt..end].ToLowerInvariant();
        if (end >= last || source[end] != '=') return new(name, "");
        if (++end >= last) return null;
        if (source[end] is '"' or '\'')
        {
            var close = source.AsSpan(end + 1, last - end - 1).IndexOf(source[end]);
            if (close < 0) return null;
            var value = Decoded(source.AsSpan(end + 1, close));
            end += close + 2;
            return new(name, value);
        }

        var begin = end;
        while (end < last && source[end] is not (' ' or '\t' or '\n' or '>' or '<' or '"' or '\'')) end++;
        return new(name, Decoded(source.AsSpan(begin, end - begin)));
    }

    private static string Decoded(ReadOnlySpan<char> value)
    {
        if (!value.Contains('&')) return value.ToString();
        var text = new StringBuilder();
        var inner = new BodyTokens(value.ToString());
        while (inner.at < inner.source.Length)
            if (inner.source[inner.at] == '&') inner.Reference(text);
            else text.Append(inner.source[inner.at++]);
        return text.ToString();
    }

    /// <summary>A character written by name or number; anything else behind “&amp;” is text.</summary>
    private void Reference(StringBuilder text)
    {
        var name = source.AsSpan(at + 1, Math.Min(10, source.Length - at - 1));
        var end = name.IndexOf(';');
        if (end > 0 && Character(name[..end]) is { } character)
        {
            text.Append(character);
            at += end + 2;
        }
        else
        {
            text.Append('&');
            at++;
        }
    }

    private static string? Character(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "lt": return "<";
            case "gt": return ">";
            case "amp": return "&";
            case "quot": return "\"";
            case "apos": return "'";
            case "nbsp": return "\u00A0";
        }

        if (name is not ['#', .. var number]) return null;
        var isHex = number is ['x' or 'X', ..];
        return int.TryParse(isHex ? number[1..] : number, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) && !Rune.IsControl(new Rune(code))
            && (code & 0xFFFE) != 0xFFFE && code is not (>= 0xFDD0 and <= 0xFDEF) ? new Rune(code).ToString() : null;
    }
}
