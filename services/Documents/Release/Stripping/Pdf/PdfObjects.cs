namespace Disclosure.Documents.Release.Stripping.Pdf;

/// <summary>The objects of a PDF by their numbers, read when they are asked for.</summary>
internal sealed class PdfObjects
{
    private static readonly PdfToken Nothing = new("null"u8.ToArray());

    private readonly PdfSource file;
    private readonly PdfTable table;
    private readonly Dictionary<int, (PdfSource Bytes, int[] Numbers, int[] Offsets)> holders = [];

    private PdfObjects(PdfSource file, PdfTable table) => (this.file, this.table) = (file, table);

    /// <summary>The object that everything is reached from.</summary>
    public PdfLink Root => table.Trailer?["Root"] as PdfLink ?? throw PdfSyntax.Damaged();

    public bool IsEncrypted => table.IsEncrypted;

    /// <summary>By the table of the file.</summary>
    public static PdfObjects Read(PdfSource file) => Checked(new(file, PdfTable.Read(file)));

    /// <summary>By what stands in the file.</summary>
    public static PdfObjects Search(PdfSource file) => Checked(new(file, PdfTable.Search(file)));

    /// <summary>An object; one that is not there is null, as the format says.</summary>
    public PdfValue Get(int number)
    {
        if (!table.Places.TryGetValue(number, out var place) || place.Offset < 0) return Nothing;
        return place.Holder > 0 ? Held(number, place.Holder, place.Place)
            : file.Read(new PdfSyntax(file) { Position = place.Offset }, syntax => At(syntax, number));
    }

    /// <summary>What a value is, behind a pointer.</summary>
    public PdfValue? Resolve(PdfValue? value)
    {
        for (var steps = 0; value is PdfLink link; steps++) value = steps < 10 ? Get(link.Number) : throw PdfSyntax.Damaged();
        return value;
    }

    private static PdfObjects Checked(PdfObjects objects)
        => objects.IsEncrypted || (objects.Resolve(objects.Root) is PdfMap root && objects.Resolve(root["Pages"]) is PdfMap)
            ? objects : throw PdfSyntax.Damaged();

    private PdfValue At(PdfSyntax syntax, int number)
    {
        if (syntax.Position >= file.Bytes.Length) throw PdfSyntax.Damaged();
        if (syntax.Number() != number) throw PdfSyntax.Damaged();
        syntax.Number();
        if (!syntax.Take("obj"u8)) throw PdfSyntax.Damaged();
        if (syntax.Take("endobj"u8)) return Nothing;
        var value = syntax.Value();
        if (value is not PdfMap map || !syntax.Take("stream"u8)) return value;
        // The length may itself be an object, behind this one.
        var length = map["Length"] is PdfLink link && link.Number != number && IsNumber(link.Number) is { } known ? known
            : map.NumberOf("Length");
        return new PdfData(map, syntax.Data(length));
    }

    private int? IsNumber(int number)
    {
        if (!table.Places.TryGetValue(number, out var place) || place.Offset < 0) return null;
        // A number has no bytes of its own, so that this leads to no other length.
        if (place.Holder > 0) return (Held(number, place.Holder, place.Place) as PdfToken)?.Number;
        var syntax = new PdfSyntax(file) { Position = Math.Min(place.Offset, file.Bytes.Length) };
        syntax.Number();
        syntax.Number();
        return syntax.Take("obj"u8) ? (syntax.Value() as PdfToken)?.Number : null;
    }

    private PdfValue Held(int number, int holder, int place)
    {
        if (!holders.TryGetValue(holder, out var found)) holders[holder] = found = Open(holder);
        if (place >= found.Numbers.Length || found.Numbers[place] != number) place = Array.IndexOf(found.Numbers, number);
        if (place < 0) return Nothing;
        if (found.Offsets[place] >= found.Bytes.Bytes.Length) throw PdfSyntax.Damaged();
        return found.Bytes.Read(new PdfSyntax(found.Bytes) { Position = found.Offsets[place] }, syntax => syntax.Value());
    }

    private (PdfSource Bytes, int[] Numbers, int[] Offsets) Open(int holder)
    {
        if (!table.Places.TryGetValue(holder, out var place) || place.Holder > 0 || place.Offset < 0
            || At(new PdfSyntax(file) { Position = place.Offset }, holder) is not PdfData data) throw PdfSyntax.Damaged();
        var bytes = new PdfSource(file.Unpack(data));
        if (data.Map.NumberOf("N") is not { } count || count < 0 || count > bytes.Bytes.Length
            || data.Map.NumberOf("First") is not ({ } first and >= 0)) throw PdfSyntax.Damaged();
        var syntax = new PdfSyntax(bytes);
        var (numbers, offsets) = (new int[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            numbers[i] = syntax.Number();
            offsets[i] = checked(first + syntax.Number());
            if (offsets[i] < 0) throw PdfSyntax.Damaged();
        }

        return (bytes, numbers, offsets);
    }
}
