using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Disclosure.Documents.Bodies;

/// <summary>Makes links of addresses that stand in a text as they are: <c>www.</c>, <c>http://</c>, <c>https://</c>, <c>mailto:</c>,
/// <c>tel:</c>.</summary>
/// <remarks>
/// What the parser's own extension looks at for each address, the text before it and after it, is bounded by nothing: here an address is
/// looked for in <see cref="MaxLength"/> characters and below <see cref="MaxDepth"/> open marks, or it stays text.
/// </remarks>
internal sealed class BareLinks : InlineParser
{
    /// <summary>Longest address with all that stands against it without a space.</summary>
    private const int MaxLength = 2_000;

    /// <summary>Most marks of emphasis and brackets that are open where an address begins.</summary>
    private const int MaxDepth = 100;

    private static readonly string[] Beginnings = ["http://", "https://", "www.", "mailto:", "tel:"];

    private static readonly SearchValues<char> Ends =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code)
        .Where(code => char.IsControl(code) || code is ' ' or '<')]);

    public BareLinks() => OpeningCharacters = ['h', 'w', 'm', 't'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var previous = slice.PeekCharExtra(-1);
        if (!previous.IsWhiteSpaceOrZero() && previous is not ('*' or '_' or '~' or '(')) return false;
        var text = slice.AsSpan();
        if (BeginningOf(text) is not { } beginning) return false;
        // One place further than the longest, so that the end itself is seen.
        var end = text[..Math.Min(text.Length, MaxLength + 1)].IndexOfAny(Ends);
        if ((end < 0 && text.Length > MaxLength) || !IsOutsideBrackets(processor.Inline)) return false;
        var rest = slice;
        if (!LinkHelper.TryParseUrl(ref rest, out var address, out _, isAutoLink: true)) return false;
        address = address.TrimEnd('*', '_');
        if (!IsComplete(address, beginning)) return false;
        processor.Inline = Link(processor, slice, address, beginning);
        slice.Start += address.Length;
        return true;
    }

    private static string? BeginningOf(ReadOnlySpan<char> text)
    {
        foreach (var beginning in Beginnings)
            if (text.StartsWith(beginning, StringComparison.Ordinal)) return beginning;
        return null;
    }

    private static bool IsOutsideBrackets(Inline? inline)
    {
        for (var depth = 0; inline is not null; inline = inline.Parent)
            if (++depth > MaxDepth || inline is LinkDelimiterInline { IsActive: true, Type: DelimiterType.Open }) return false;
        return true;
    }

    private static bool IsComplete(string address, string beginning)
    {
        if (address.Length <= beginning.Length) return false;
        if (beginning == "tel:") return true;
        if (beginning != "mailto:") return LinkHelper.IsValidDomain(address, beginning.Length);
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at > beginning.Length && LinkHelper.IsValidDomain(address, at + 1);
    }

    private static LinkInline Link(InlineProcessor processor, StringSlice slice, string address, string beginning)
    {
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var link = new LinkInline
        {
            Span = new(start, start + address.Length - 1),
            Line = line,
            Column = column,
            Url = beginning == "www." ? "http://" + address : address,
            IsClosed = true,
            IsAutoLink = true,
        };
        // Nobody reads the scheme of a letter or a call.
        var shown = beginning is "mailto:" or "tel:" ? beginning.Length : 0;
        link.AppendChild(new LiteralInline
        {
            Span = link.Span,
            Line = line,
            Column = column,
            Content = new StringSlice(slice.Text, slice.Start + shown, slice.Start + address.Length - 1),
            IsClosed = true,
        });
        return link;
    }
}
