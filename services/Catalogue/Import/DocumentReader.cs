using System.Text;
using System.Xml;
using Disclosure.Catalogue.Domain;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Catalogue.Import;

/// <summary>Reads a file's text as Markdown lines; the type is sniffed from its bytes, never taken from its name.</summary>
internal static class DocumentReader
{
    /// <summary>Largest file, bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    public static async Task<Outcome<string>> ReadAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        if (file.Length > MaxBytes) return ImportFailures.TooLarge;
        var outcome = Kind(file.Span) switch
        {
            FileKind.Pdf => await PdfReaderProcess.ReadAsync(file, cancellation),
            FileKind.Package => ReadPackage(file),
            FileKind.OldWord => ImportFailures.Unsupported,
            _ => PlainText(file),
        };
        if (outcome.Failure is not null) return outcome;
        if (string.IsNullOrWhiteSpace(outcome.Value)) return ImportFailures.Empty;
        return outcome.Value.Length > MarkdownDraft.Most ? ItemFailures.BodyIsTooLong : outcome;
    }

    private enum FileKind
    {
        Text,
        Pdf,
        Package,
        OldWord,
    }

    private static FileKind Kind(ReadOnlySpan<byte> file) => file switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => FileKind.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] => FileKind.Package,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => FileKind.OldWord,
        _ => FileKind.Text,
    };

    // The readers of archives and XML throw several kinds of exception at bytes that are not theirs; each means the same to the uploader.
    private static Outcome<string> ReadPackage(ReadOnlyMemory<byte> file)
    {
        try
        {
            return DocxText.Read(file);
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            return ImportFailures.Damaged;
        }
    }

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
}
