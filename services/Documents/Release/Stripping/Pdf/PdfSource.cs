using Disclosure.Documents.Import;

namespace Disclosure.Documents.Release.Stripping.Pdf;

/// <summary>The bytes of a PDF, and what reading them may cost: values can lie within each other so that each is as long as the rest of the
/// file.</summary>
internal sealed class PdfSource(ReadOnlyMemory<byte> bytes)
{
    private const long MaxSmall = 64L * 1024 * 1024;
    private const long MaxUnpacked = 256L * 1024 * 1024;

    private readonly long most = (bytes.Length * 16L) + MaxSmall;
    private int[]? ends;
    private long read;
    private long unpacked;

    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>Where the next stream ends, looked for once in all of the file; negative for nowhere.</summary>
    public int EndAfter(int start)
    {
        ends ??= Marks();
        var at = Array.BinarySearch(ends, start);
        at = at < 0 ? ~at : at;
        return at < ends.Length ? ends[at] : -1;
    }

    /// <summary>Reads a value, and counts what it costs.</summary>
    public T Read<T>(PdfSyntax syntax, Func<PdfSyntax, T> value)
    {
        var start = syntax.Position;
        try
        {
            var found = value(syntax);
            Spend(syntax.Position - start);
            return found;
        }
        catch (RefusedException refused) when (refused.Failure == StripFailures.DamagedPdf)
        {
            // It may have looked to the end.
            Spend(bytes.Length - Math.Min(start, bytes.Length));
            throw;
        }
    }

    /// <summary>Unpacks a stream of the file's own structure.</summary>
    public byte[] Unpack(PdfData data)
    {
        var found = Flate.Unpack(data);
        return (unpacked += found.Length) > MaxUnpacked ? throw new RefusedException(StripFailures.ComplexPdf) : found;
    }

    private void Spend(long count)
    {
        if ((read += count) > most) throw new RefusedException(StripFailures.ComplexPdf);
    }

    private int[] Marks()
    {
        var found = new List<int>();
        for (int at = 0, next; (next = bytes.Span[at..].IndexOf("endstream"u8)) >= 0; at += next + 1) found.Add(at + next);
        return [.. found];
    }
}
