using System.Text;
using System.Text.Json;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Bounded;
using Disclosure.Documents.Import.Docx;
using Disclosure.Documents.Import.Html;
using Disclosure.Documents.Import.Markdown;
using Disclosure.Documents.Import.Pdf;
using Disclosure.Kernel;

namespace Disclosure.Documents.Import;

/// <summary>Reads a file in a process of its own (<see cref="ChildProcess"/>).</summary>
internal static class ReaderProcess
{
    public const string Argument = "--read-document";

    /// <summary>Processor time for anything but a PDF: the largest DOCX takes a third of a second. A long PDF may really need all of its
    /// time.</summary>
    private static readonly TimeSpan ProcessorLimit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    /// <summary>What a child may say of a file; it ends with the number of the failure, from 1.</summary>
    private static readonly Failure[] Known =
    [
        ImportFailures.TooComplex, ImportFailures.TooLong, ImportFailures.Damaged, ImportFailures.Unsupported, ImportFailures.TableTooLarge,
        ImportFailures.TooManyLinks, ImportFailures.TooManyUnderlines, ImportFailures.TooManyNotes, ImportFailures.TooDeep,
    ];

    /// <summary>In the child: reads standard input and writes what stands in it, or ends with the number of the failure.</summary>
    /// <param name="args">Arguments of the process.</param>
    /// <returns>Whether they ask for a reading.</returns>
    public static async Task<bool> ServeAsync(string[] args)
    {
        if (args is not [Argument, var word] || !Enum.TryParse<FileKind>(word, out var kind)) return false;
        using var file = new MemoryStream();
        await using (var input = Console.OpenStandardInput()) await input.CopyToAsync(file);
        using var watch = kind == FileKind.Pdf ? null : new Timer(EndWhenSpent, null, Beat, Beat);
        var outcome = Read(file.ToArray(), kind);
        await using var output = Console.OpenStandardOutput();
        if (outcome.Value is { } read) await JsonSerializer.SerializeAsync(output, new Answer(read.Body.ToString(), read.Remarks));
        else Environment.ExitCode = ExitCode(outcome.Failure!);
        return true;
    }

    /// <summary>What stands in a file; cancelling ends the process at once.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="kind">How to read it.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What was read, or why it cannot be.</returns>
    public static async Task<Outcome<ReadDocument>> ReadAsync(ReadOnlyMemory<byte> file, FileKind kind, CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        var code = await ChildProcess.RunAsync(ChildBounds.Import, [Argument, kind.ToString()],
            (input, end) => input.WriteAsync(file, end).AsTask(), (output, end) => output.CopyToAsync(text, end), cancellation);
        return code switch
        {
            ChildProcess.Done => Answered(text.GetBuffer().AsSpan(0, (int)text.Length)),
            > ChildProcess.Done and var known when known <= Known.Length => Known[known - 1],
            _ => ImportFailures.TooComplex,
        };
    }

    /// <summary>Reads a file in this process.</summary>
    /// <remarks>The parsers of other people's formats throw many kinds of exception at bytes that are not theirs; each means the same to
    /// the
    /// uploader.</remarks>
    internal static Outcome<ReadDocument> Read(byte[] file, FileKind kind)
    {
        try
        {
            var outcome = kind switch
            {
                FileKind.Pdf => PdfText.Read(file),
                FileKind.Package => DocxText.Read(file),
                FileKind.Markdown => MarkdownText.Read(Encoding.UTF8.GetString(file)),
                FileKind.Html => HtmlText.Read(Encoding.UTF8.GetString(file)),
                _ => ImportFailures.Unsupported,
            };
            return outcome.Value is { } read ? Kept(read) : outcome;
        }
        catch (Exception failure) when (failure is OutOfMemoryException or InsufficientExecutionStackException)
        {
            return ImportFailures.TooComplex;
        }
        catch (Exception)
        {
            return ImportFailures.Damaged;
        }
    }

    /// <summary>What is read must be a body that can be written down.</summary>
    private static Outcome<ReadDocument> Kept(ReadDocument read)
    {
        var written = read.Body.ToString();
        return written.Length > Body.MaxLength ? ImportFailures.TooLong : Body.Read(written).Body is null ? ImportFailures.TooDeep : read;
    }

    private static void EndWhenSpent(object? state)
    {
        if (Environment.CpuUsage.TotalTime > ProcessorLimit) Environment.Exit(ExitCode(ImportFailures.TooComplex));
    }

    private static Outcome<ReadDocument> Answered(ReadOnlySpan<byte> json)
        => JsonSerializer.Deserialize<Answer>(json) is { } answer && Body.Read(answer.Body).Body is { } body
        ? new ReadDocument(body, answer.Remarks) : ImportFailures.Damaged;

    private static int ExitCode(Failure failure) => Array.IndexOf(Known, failure) is >= 0 and var known ? known + 1 : 1;

    /// <summary>What the child says, as JSON.</summary>
    private sealed record Answer(string Body, IReadOnlyList<ImportRemark> Remarks);
}
