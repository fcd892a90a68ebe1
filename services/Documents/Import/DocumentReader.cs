using System.Text;
using Disclosure.Documents.Bodies;
using Disclosure.Kernel;

namespace Disclosure.Documents.Import;

/// <summary>Reads a file's text as Markdown lines; the type is sniffed from its bytes, never taken from its name.</summary>
public static class DocumentReader
{
    /// <summary>Largest file, bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Reads a file; cancelling ends the reading at once.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What was read, or why it cannot be.</returns>
    public static async Task<Outcome<ReadDocument>> ReadAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        if (file.Length > MaxBytes) return ImportFailures.TooLarge;
        var outcome = KindOf(file.Span) switch
        {
            FileKind.Pdf or FileKind.Package => await ReaderProcess.ReadAsync(file, cancellation),
            FileKind.OldWord => ImportFailures.Unsupported,
            // Decoding costs a fraction of what a process does.
            _ => PlainText(file),
        };
        if (outcome.Failure is not null) return outcome;
        return outcome.Value!.Body.Blocks.Count == 0 ? ImportFailures.Empty : outcome;
    }

    /// <summary>The kind of a file by its first bytes.</summary>
    /// <param name="file">Its bytes.</param>
    /// <returns>The kind.</returns>
    public static FileKind KindOf(ReadOnlySpan<byte> file) => file switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => FileKind.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] => FileKind.Package,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => FileKind.OldWord,
        _ => FileKind.Text,
    };

    private static Outcome<ReadDocument> PlainText(ReadOnlyMemory<byte> file)
    {
        if (file.Span.IndexOf((byte)0) >= 0) return ImportFailures.Unsupported;
        var text = Decode(file.Span);
        if (text is null) return ImportFailures.Unsupported;
        return text.Length > Body.MaxLength ? ImportFailures.TooLong : new ReadDocument(Lines.ToBody(text.TrimStart('\uFEFF')), []);
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
            return CodePagesEncodingProvider.Instance
                .GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <summary>Kinds of files by how they are read.</summary>
public enum FileKind
{
    /// <summary>Text or Markdown.</summary>
    Text,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>An archive, as DOCX is one.</summary>
    Package,

    /// <summary>Word before 2007.</summary>
    OldWord,
}
