using System.IO.Compression;
using Disclosure.Documents.Import;

namespace Disclosure.Documents.Release.Stripping.Pdf;

/// <summary>Unpacks the streams that a PDF's own structure is kept in (ISO 32000, 7.4.4); those of pages are copied as they are.</summary>
internal static class Flate
{
    private const int MaxBytes = 128 * 1024 * 1024;

    public static byte[] Unpack(PdfData data)
    {
        var filter = data.Map["Filter"] is PdfList list ? list.Items switch
        {
            [] => null,
            [var one] => one,
            _ => throw PdfSyntax.Damaged(),
        }
        : data.Map["Filter"];
        if (filter is null) return data.Bytes.ToArray();
        if ((filter as PdfToken)?.Name is not ("FlateDecode" or "Fl")) throw PdfSyntax.Damaged();
        var settings = data.Map["DecodeParms"] is PdfList { Items: [var first, ..] } ? first : data.Map["DecodeParms"];
        var bytes = Inflate(data.Bytes);
        return settings is PdfMap map && map.NumberOf("Predictor") is >= 10 ? Unpredicted(bytes, map) : bytes;
    }

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal)) zlib.Write(bytes);
        return output.ToArray();
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> bytes)
    {
        // Without its two bytes of head: programs get the checksum wrong that would be looked at with them.
        if (bytes.Length < 2) throw PdfSyntax.Damaged();
        using var input = new MemoryStream(bytes[2..].ToArray());
        using var packed = new DeflateStream(input, CompressionMode.Decompress);
        using var output = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = packed.Read(buffer)) > 0)
        {
            output.Write(buffer, 0, read);
            if (output.Length > MaxBytes) throw new RefusedException(StripFailures.ComplexPdf);
        }

        return output.ToArray();
    }

    /// <summary>Undoes the filters of PNG, which each row names.</summary>
    private static byte[] Unpredicted(ReadOnlySpan<byte> bytes, PdfMap settings)
    {
        var (columns, bits, colours) = (settings.NumberOf("Columns") ?? 1, settings.NumberOf("BitsPerComponent") ?? 8,
            settings.NumberOf("Colors") ?? 1);
        if (columns is < 1 or > 100_000 || bits != 8 || colours is < 1 or > 4) throw PdfSyntax.Damaged();
        var (width, step) = (columns * colours, colours);
        var output = new byte[bytes.Length / (width + 1) * width];
        Span<byte> above = new byte[width];
        for (var at = 0; at + width < bytes.Length; at += width + 1)
        {
            var row = output.AsSpan(at / (width + 1) * width, width);
            bytes.Slice(at + 1, width).CopyTo(row);
            for (var i = 0; i < width; i++)
            {
                var (left, up, corner) = (i < step ? 0 : row[i - step], above[i], i < step ? 0 : above[i - step]);
                row[i] += bytes[at] switch
                {
                    1 => (byte)left,
                    2 => up,
                    3 => (byte)((left + up) / 2),
                    4 => Paeth(left, up, corner),
                    _ => 0,
                };
            }

            above = row;
        }

        return output;
    }

    private static byte Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return (byte)(a <= b && a <= c ? left : b <= c ? up : corner);
    }
}
