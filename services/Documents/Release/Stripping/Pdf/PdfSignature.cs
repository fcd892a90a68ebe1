namespace Disclosure.Documents.Release.Stripping.Pdf;

/// <summary>Whether a PDF is signed (ISO 32000, 12.8), so that every change would break that. What only claims it is stripped like any
/// other.</summary>
/// <param name="objects">Its objects.</param>
/// <param name="file">Its bytes, from the first of the format.</param>
internal sealed class PdfSignature(PdfObjects objects, ReadOnlyMemory<byte> file)
{
    private const int MaxDepth = 32;
    private const int MaxFields = 100_000;

    private readonly HashSet<int> seen = [];

    /// <summary>Whether a field of its form holds a signature of the bytes of the file, to one of its ends.</summary>
    public bool Is() => objects.Resolve(objects.Root) is PdfMap root && objects.Resolve(root["AcroForm"]) is PdfMap form
        && AnyOf(form["Fields"], isSignature: false, depth: 0);

    private bool AnyOf(PdfValue? fields, bool isSignature, int depth)
        => depth < MaxDepth && objects.Resolve(fields) is PdfList list && list.Items.Any(field => Is(field, isSignature, depth));

    private bool Is(PdfValue field, bool isSignature, int depth)
    {
        if ((field is PdfLink link && !seen.Add(link.Number)) || seen.Count > MaxFields) return false;
        if (objects.Resolve(field) is not PdfMap map) return false;
        // Fields take what they are from the one above them.
        var kind = map["FT"] is { } said ? (objects.Resolve(said) as PdfToken)?.Name == "Sig" : isSignature;
        return (kind && objects.Resolve(map["V"]) is PdfMap value && Fits(value)) || AnyOf(map["Kids"], kind, depth + 1);
    }

    /// <summary>The signature lies in the gap between two ranges of bytes, the first from the begin of the file, the second to an
    /// end.</summary>
    private bool Fits(PdfMap signature)
    {
        if (objects.Resolve(signature["ByteRange"]) is not PdfList { Items: [var a, var b, var c, var d] }) return false;
        if (Number(a) is not 0 || Number(b) is not ({ } gap and > 0) || Number(c) is not { } next || Number(d) is not { } length)
            return false;
        var end = (long)next + length;
        if (next - 3L < gap || length < 0 || end > file.Length) return false;
        var bytes = file.Span;
        return bytes[gap..].StartsWith("<30"u8) && bytes[next - 1] == '>' && bytes[..(int)end].TrimEnd("\r\n\0 "u8).EndsWith("%%EOF"u8);
    }

    private int? Number(PdfValue value) => (objects.Resolve(value) as PdfToken)?.Number;
}
