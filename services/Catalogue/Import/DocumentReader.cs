using System.IO.Compression;
using System.Text;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Catalogue.Import;

/// <summary>Reads a file's text as Markdown lines; the type is sniffed from its bytes, never taken from its name.</summary>
internal static class DocumentReader
{
    /// <summary>Largest file, bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Largest unpacked DOCX, bytes: a bound against archives that explode.</summary>
    private const long MaxUnpacked = 200L * 1024 * 1024;

    public static Outcome<string> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MaxBytes) return ImportFailures.TooLarge;
        var outcome = file.Span switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => Guarded(() => PdfText.Read(file)),
            [(byte)'P', (byte)'K', 3, 4, ..] => ReadPackage(file),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => ImportFailures.Unsupported,
            _ => PlainText(file),
        };
        return outcome.Failure is null && string.IsNullOrWhiteSpace(outcome.Value) ? ImportFailures.Empty : outcome;
    }

    private static Outcome<string> ReadPackage(ReadOnlyMemory<byte> file) => Guarded(() =>
    {
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (archive.Entries.Sum(entry => entry.Length) > MaxUnpacked) return ImportFailures.TooLarge;
            if (archive.GetEntry("word/document.xml") is null) return ImportFailures.Unsupported;
        }

        stream.Position = 0;
        return DocxText.Read(stream);
    });

    private static Outcome<string> PlainText(ReadOnlyMemory<byte> file)
    {
        if (file.Span.IndexOf((byte)0) >= 0) return ImportFailures.Unsupported;
        var text = Decode(file.Span);
        return text is null ? ImportFailures.Unsupported : text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
    }

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8: older Chinese editors write GB 18030.
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // The parsers of other people's formats throw many kinds of exception at bytes that are not theirs; each means the same to the uploader.
    private static Outcome<string> Guarded(Func<Outcome<string>> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return ImportFailures.Damaged;
        }
    }
}
