using System.Buffers;
using Disclosure.Documents.Import;

namespace Disclosure.Documents.Release.Stripping.Pdf;

/// <summary>Reads values of a PDF (ISO 32000, 7.2 and 7.3).</summary>
/// <param name="source">The bytes.</param>
internal sealed class PdfSyntax(PdfSource source)
{
    private const int MaxDepth = 100;

    private static readonly SearchValues<byte> Ends = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);
    private static readonly SearchValues<byte> TextMarks = SearchValues.Create("()\\"u8);

    private readonly ReadOnlyMemory<byte> file = source.Bytes;

    public int Position { get; set; }

    private ReadOnlySpan<byte> Rest => file.Span[Position..];

    public static RefusedException Damaged() => new(StripFailures.DamagedPdf);

    /// <summary>Passes white space and comments.</summary>
    public void SkipSpace()
    {
        while (Position < file.Length)
        {
            if (file.Span[Position] == '%')
            {
                var end = Rest.IndexOfAny((byte)'\r', (byte)'\n');
                Position = end < 0 ? file.Length : Position + end;
            }
            else if (file.Span[Position] is 0 or 9 or 10 or 12 or 13 or 32) Position++;
            else return;
        }
    }

    /// <summary>Whether a word stands here, behind white space.</summary>
    public bool Starts(ReadOnlySpan<byte> word)
    {
        SkipSpace();
        return Rest.StartsWith(word);
    }

    /// <summary>Passes a word if it stands here.</summary>
    public bool Take(ReadOnlySpan<byte> word)
    {
        if (!Starts(word)) return false;
        Position += word.Length;
        return true;
    }

    public int Number() => Value() is PdfToken { Number: { } number } ? number : throw Damaged();

    public PdfValue Value() => Value(0);

    /// <summary>The bytes after the word that begins them, up to a length that the file gives or to the word that ends them.</summary>
    /// <param name="length">The length; null where it is not known.</param>
    public ReadOnlyMemory<byte> Data(int? length)
    {
        if (Rest is [(byte)'\r', (byte)'\n', ..]) Position += 2;
        else if (Rest is [(byte)'\n' or (byte)'\r', ..]) Position++;
        var start = Position;
        if (length is { } known && known >= 0 && known <= file.Length - start)
        {
            Position = start + known;
            if (Take("endstream"u8)) return file.Slice(start, known);
            Position = start;
        }

        Position = source.EndAfter(start);
        if (Position < 0) throw Damaged();
        var end = Position - start;
        if (end > 0 && file.Span[start + end - 1] == '\n') end--;
        if (end > 0 && file.Span[start + end - 1] == '\r') end--;
        return file.Slice(start, end);
    }

    private PdfValue Value(int depth)
    {
        if (depth > MaxDepth) throw Damaged();
        SkipSpace();
        return Rest switch
        {
            [(byte)'<', (byte)'<', ..] => Map(depth),
            [(byte)'<', ..] => Token(Rest.IndexOf((byte)'>') + 1),
            [(byte)'(', ..] => Token(TextLength()),
            [(byte)'[', ..] => List(depth),
            [(byte)'/', ..] => Token(1 + WordLength(Rest[1..])),
            [>= (byte)'0' and <= (byte)'9', ..] => NumberOrLink(),
            [] => throw Damaged(),
            _ => Token(WordLength(Rest)),
        };
    }

    private PdfMap Map(int depth)
    {
        Position += 2;
        var entries = new List<PdfEntry>();
        while (!Take(">>"u8))
        {
            if (Value(MaxDepth) is not PdfToken { IsName: true } key) throw Damaged();
            SkipSpace();
            // A key without a value, as some programs leave at the end.
            if (Rest.StartsWith(">>"u8)) continue;
            entries.Add(new(key, Value(depth + 1)));
        }

        return new(entries);
    }

    private PdfList List(int depth)
    {
        Position++;
        var items = new List<PdfValue>();
        while (!Take("]"u8)) items.Add(Value(depth + 1));
        return new(items);
    }

    private PdfValue NumberOrLink()
    {
        var first = Token(WordLength(Rest));
        var after = Position;
        if (first.Number is { } number && IsDigit() && Token(WordLength(Rest)).Number is not null && Take("R"u8)
            && (Rest.IsEmpty || Ends.Contains(Rest[0]))) return new PdfLink(number);
        Position = after;
        return first;
    }

    private bool IsDigit()
    {
        SkipSpace();
        return Rest is [>= (byte)'0' and <= (byte)'9', ..];
    }

    private PdfToken Token(int length)
    {
        if (length <= 0) throw Damaged();
        Position += length;
        return new(file.Slice(Position - length, length));
    }

    private static int WordLength(ReadOnlySpan<byte> bytes) => bytes.IndexOfAny(Ends) is >= 0 and var end ? end : bytes.Length;

    /// <summary>A text in brackets, which may hold pairs of them.</summary>
    private int TextLength()
    {
        var bytes = Rest;
        for (int at = 1, open = 1; ;)
        {
            var next = bytes[at..].IndexOfAny(TextMarks);
            if (next < 0) throw Damaged();
            at += next + 1;
            if (bytes[at - 1] == '\\') at = Math.Min(at + 1, bytes.Length);
            else open += bytes[at - 1] == '(' ? 1 : -1;
            if (open == 0) return at;
        }
    }
}
