using System.Text;

namespace Disclosure.Documents.Release.Stripping.Pdf;

/// <summary>A value of a PDF, as its bytes say it: what is copied shall not pass through anybody's idea of numbers, names or
/// texts.</summary>
internal abstract record PdfValue;

/// <summary>A number, name, text or word.</summary>
internal sealed record PdfToken(ReadOnlyMemory<byte> Bytes) : PdfValue
{
    public bool IsName => Bytes.Span is [(byte)'/', ..];

    /// <summary>A name with its escapes resolved; null for no name.</summary>
    public string? Name => IsName ? Unescaped(Bytes.Span[1..]) : null;

    /// <summary>A whole number; null for none.</summary>
    public int? Number => System.Buffers.Text.Utf8Parser.TryParse(Bytes.Span.TrimStart((byte)'+'), out int number, out var used)
        && used == Bytes.Span.TrimStart((byte)'+').Length ? number : null;

    private static string Unescaped(ReadOnlySpan<byte> name)
    {
        var text = Encoding.Latin1.GetString(name);
        if (!text.Contains('#', StringComparison.Ordinal)) return text;
        var found = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
            if (text[at] == '#' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                found.Append((char)Convert.ToByte(text.Substring(at + 1, 2), 16));
                at += 2;
            }
            else found.Append(text[at]);
        return found.ToString();
    }
}

/// <summary>A pointer to an object.</summary>
internal sealed record PdfLink(int Number) : PdfValue;

/// <summary>An array.</summary>
internal sealed record PdfList(IReadOnlyList<PdfValue> Items) : PdfValue;

/// <summary>A dictionary; of a key that is there twice the last counts.</summary>
internal sealed record PdfMap(IReadOnlyList<PdfEntry> Entries) : PdfValue
{
    public PdfValue? this[string key] => Entries.LastOrDefault(entry => entry.Name == key)?.Value;

    public string? NameOf(string key) => (this[key] as PdfToken)?.Name;

    public int? NumberOf(string key) => (this[key] as PdfToken)?.Number;
}

/// <summary>A key with its value.</summary>
internal sealed record PdfEntry(PdfToken Key, PdfValue Value)
{
    public string Name { get; } = Key.Name!;
}

/// <summary>A dictionary with bytes.</summary>
internal sealed record PdfData(PdfMap Map, ReadOnlyMemory<byte> Bytes) : PdfValue;
