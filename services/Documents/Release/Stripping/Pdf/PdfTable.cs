using Disclosure.Documents.Import;

namespace Disclosure.Documents.Release.Stripping.Pdf;

/// <summary>Where the objects of a PDF are (ISO 32000, 7.5.4 and 7.5.8): the newest of each.</summary>
internal sealed class PdfTable(PdfSource source)
{
    private const int MaxObjects = 1_000_000;
    private const int MaxSections = 1_000;

    private readonly ReadOnlyMemory<byte> file = source.Bytes;
    private readonly PdfSyntax syntax = new(source);
    private readonly HashSet<int> seen = [];

    /// <summary>By number: an offset, or the number of the stream that holds the object with its place in it.</summary>
    public Dictionary<int, (int Offset, int Holder, int Place)> Places { get; } = [];

    /// <summary>The newest trailer.</summary>
    public PdfMap? Trailer { get; private set; }

    /// <summary>Whether a trailer says so: older ones count, too.</summary>
    public bool IsEncrypted { get; private set; }

    /// <summary>Reads what the file says of itself.</summary>
    public static PdfTable Read(PdfSource source)
    {
        var table = new PdfTable(source);
        var mark = source.Bytes.Span.LastIndexOf("startxref"u8);
        if (mark < 0) throw PdfSyntax.Damaged();
        table.syntax.Position = mark + "startxref".Length;
        for (int? next = table.syntax.Number(); next is { } offset;) next = table.Section(offset);
        return table;
    }

    /// <summary>Looks for the objects themselves, where the file is wrong about them: the last of a number counts.</summary>
    public static PdfTable Search(PdfSource source)
    {
        var table = new PdfTable(source);
        var bytes = source.Bytes.Span;
        var holders = new List<int>();
        for (int at = 0, next; (next = bytes[at..].IndexOf("obj"u8)) >= 0; at += next + 3)
        {
            if (StartOf(bytes[..(at + next)]) is not { } found) continue;
            if (table.Places.Count >= MaxObjects) throw new RefusedException(StripFailures.ComplexPdf);
            table.Places[found.Number] = (found.Offset, 0, 0);
            table.Look(at + next + 3, found.Number, holders);
        }

        for (int at = 0, next; (next = bytes[at..].IndexOf("trailer"u8)) >= 0; at += next + 7) table.Look(at + next + 7, 0, holders);
        foreach (var holder in holders) table.Hold(holder);
        return table;
    }

    private int? Section(int offset)
    {
        if (offset < 0 || offset >= file.Length || !seen.Add(offset) || seen.Count > MaxSections) throw PdfSyntax.Damaged();
        syntax.Position = offset;
        var trailer = syntax.Take("xref"u8) ? Rows() : Packed();
        Note(trailer);
        // A table for old programs names the stream with the rest.
        if (trailer.NumberOf("XRefStm") is { } other && seen.Add(other) && other >= 0 && other < file.Length)
        {
            syntax.Position = other;
            Packed();
        }

        return trailer.NumberOf("Prev");
    }

    private void Note(PdfMap trailer)
    {
        Trailer ??= trailer;
        IsEncrypted |= trailer["Encrypt"] is not null;
    }

    private PdfMap Rows()
    {
        while (!syntax.Take("trailer"u8))
        {
            var (first, count) = (syntax.Number(), syntax.Number());
            for (var i = 0; i < count; i++)
            {
                var offset = syntax.Number();
                syntax.Number();
                if (syntax.Take("n"u8)) Add(first + i, (offset, 0, 0));
                else if (syntax.Take("f"u8)) Add(first + i, (-1, 0, 0));
                else throw PdfSyntax.Damaged();
            }
        }

        return syntax.Value() as PdfMap ?? throw PdfSyntax.Damaged();
    }

    private PdfMap Packed()
    {
        syntax.Number();
        syntax.Number();
        if (!syntax.Take("obj"u8) || syntax.Value() is not PdfMap map || !syntax.Take("stream"u8)) throw PdfSyntax.Damaged();
        var rows = source.Unpack(new(map, syntax.Data(map.NumberOf("Length"))));
        var widths = Numbers(map["W"]);
        if (widths is not [>= 0 and <= 4, > 0 and <= 8, >= 0 and <= 4]) throw PdfSyntax.Damaged();
        var (a, b, c) = (widths[0], widths[1], widths[2]);
        var index = map["Index"] is { } said ? Numbers(said) : [0, map.NumberOf("Size") ?? throw PdfSyntax.Damaged()];
        var at = 0;
        for (var part = 0; part + 1 < index.Length; part += 2)
            for (var i = 0; i < index[part + 1] && at + a + b + c <= rows.Length; i++, at += a + b + c)
            {
                var (kind, first, second) = (a == 0 ? 1 : Big(rows.AsSpan(at, a)), Big(rows.AsSpan(at + a, b)),
                    Big(rows.AsSpan(at + a + b, c)));
                Add(index[part] + i, kind switch { 1 => ((int)first, 0, 0), 2 => (0, (int)first, (int)second), _ => (-1, 0, 0) });
            }

        return map;
    }

    private static int[] Numbers(PdfValue? list)
        => [.. (list as PdfList ?? throw PdfSyntax.Damaged()).Items
            .Select(item => (item as PdfToken)?.Number ?? throw PdfSyntax.Damaged())];

    private void Add(int number, (int Offset, int Holder, int Place) place)
    {
        if (Places.Count >= MaxObjects) throw new RefusedException(StripFailures.ComplexPdf);
        Places.TryAdd(number, place);
    }

    private static long Big(ReadOnlySpan<byte> bytes)
    {
        long value = 0;
        foreach (var one in bytes) value = (value << 8) | one;
        return Math.Clamp(value, 0, int.MaxValue);
    }

    /// <summary>The numbers before the word that begins an object, read from their end.</summary>
    private static (int Number, int Offset)? StartOf(ReadOnlySpan<byte> before)
    {
        var rest = before.TrimEnd(" \r\n\t"u8);
        var generation = rest.TrimEnd("0123456789"u8);
        if (generation.Length == rest.Length || rest.Length - generation.Length > 5) return null;
        rest = generation.TrimEnd(" \r\n\t"u8);
        if (rest.Length == generation.Length) return null;
        var start = rest.TrimEnd("0123456789"u8);
        return start.Length < rest.Length && rest.Length - start.Length <= 9
            ? (int.Parse(rest[start.Length..], System.Globalization.CultureInfo.InvariantCulture), start.Length) : null;
    }

    /// <summary>Notes what an object that was found is good for.</summary>
    private void Look(int position, int number, List<int> holders)
    {
        try
        {
            syntax.Position = position;
            if (!syntax.Starts("<<"u8) || source.Read(syntax, one => one.Value()) is not PdfMap map) return;
            if (map["Encrypt"] is not null && map["Root"] is not null) IsEncrypted = true;
            if (map["Root"] is PdfLink) Trailer = map;
            else if (map.NameOf("Type") == "Catalog" && map["Pages"] is not null)
                Trailer ??= new([new(new("/Root"u8.ToArray()), new PdfLink(number))]);
            if (map.NameOf("Type") == "ObjStm") holders.Add(number);
        }
        catch (RefusedException refused) when (refused.Failure == StripFailures.DamagedPdf)
        {
            // What cannot be read here is not needed, or missed later.
        }
    }

    private void Hold(int holder)
    {
        syntax.Position = Places[holder].Offset;
        syntax.Number();
        syntax.Number();
        if (!syntax.Take("obj"u8) || syntax.Value() is not PdfMap map || !syntax.Take("stream"u8)) return;
        var inner = new PdfSyntax(new(source.Unpack(new(map, syntax.Data(map.NumberOf("Length"))))));
        for (var i = 0; i < map.NumberOf("N"); i++)
        {
            Places.TryAdd(inner.Number(), (0, holder, i));
            inner.Number();
        }
    }
}
