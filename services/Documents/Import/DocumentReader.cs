using System.Text;
using Disclosure.Documents.Import.Office;
using Disclosure.Documents.Import.Text;
using Disclosure.Kernel;

namespace Disclosure.Documents.Import;

/// <summary>Reads a file's text as a body. What a file is, its bytes say; its name only tells Markdown and web pages from plain
/// text.</summary>
public static class DocumentReader
{
    /// <summary>Largest file, bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>What some programs write before a PDF.</summary>
    private static ReadOnlySpan<byte> Blank => "\uFEFF \t\r\n"u8;

    /// <summary>Reads a file; cancelling ends the reading at once.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">Its name, of which only the ending is looked at; null when unknown.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What was read with remarks on what was not, or why it cannot be.</returns>
    public static async Task<Outcome<ReadDocument>> ReadAsync(ReadOnlyMemory<byte> file, string? name, CancellationToken cancellation)
    {
        if (file.Length > MaxBytes) return ImportFailures.TooLarge;
        var outcome = OfficeKinds.Of(file.Span) is { } office ? await OfficeReader.ReadAsync(file, office, cancellation)
            : await ReadAsync(file, KindOf(file.Span), name, cancellation);
        if (outcome.Failure is not null) return outcome;
        return outcome.Value!.Body.Blocks.Count == 0 ? ImportFailures.Empty : outcome;
    }

    private static async Task<Outcome<ReadDocument>> ReadAsync(ReadOnlyMemory<byte> file, FileKind kind, string? name,
        CancellationToken cancellation) => kind switch
        {
            FileKind.Text => await TextAsync(file, name, cancellation),
            FileKind.OldWord => OfficeKinds.IsEncrypted(file.Span) ? ImportFailures.Encrypted : ImportFailures.OldWord,
            FileKind.Other => ImportFailures.Unsupported,
            _ => await ReaderProcess.ReadAsync(file, kind, cancellation),
        };

    /// <summary>The kind of a file by its first bytes; of texts no further.</summary>
    /// <param name="file">Its bytes.</param>
    /// <returns>The kind.</returns>
    public static FileKind KindOf(ReadOnlySpan<byte> file) => file.TrimStart(Blank) switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => FileKind.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] => FileKind.Package,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => FileKind.OldWord,
        // Rich text, pictures and archives that would pass for text or half do.
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => FileKind.Other,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]
            => FileKind.Other,
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [0x1F, 0x8B, ..] => FileKind.Other,
        _ => FileKind.Text,
    };

    /// <summary>Decoding costs a fraction of what a process does; marks and tags are read in one.</summary>
    private static async Task<Outcome<ReadDocument>> TextAsync(ReadOnlyMemory<byte> file, string? name, CancellationToken cancellation)
    {
        if (Decoded.Of(file.Span) is not { } decoded) return ImportFailures.Unsupported;
        var kind = TextForm.Of(decoded.Text, name);
        var remarks = new RemarkList();
        if (decoded.Words is { } words) remarks.Add(RemarkKind.Encoding, words);
        Outcome<ReadDocument> outcome;
        if (kind == FileKind.Other) return ImportFailures.Unsupported;
        if (kind != FileKind.Text) outcome = await ReaderProcess.ReadAsync(Encoding.UTF8.GetBytes(decoded.Text), kind, cancellation);
        else if (decoded.Text.Length > Bodies.Body.MaxLength) return ImportFailures.TooLong;
        else outcome = PlainText.Read(decoded.Text, remarks);
        return outcome.Value is { } read && decoded.Words is not null && kind != FileKind.Text
            ? read with { Remarks = [.. remarks.ToList(), .. read.Remarks] } : outcome;
    }
}
