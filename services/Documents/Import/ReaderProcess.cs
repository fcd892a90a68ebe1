using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import.Docx;
using Disclosure.Documents.Import.Pdf;
using Disclosure.Kernel;

namespace Disclosure.Documents.Import;

/// <summary>Reads a PDF or DOCX in a process of its own: bounded memory and time, no configuration or connections of the service.</summary>
/// <remarks>
/// Other people's formats cost what a file tells them to: a PDF draws forms within forms, and a start tag of a million attributes is
/// read in one step that nothing interrupts. What exhausts its bounds ends this process and not the service; so does a client that leaves.
/// </remarks>
public static class ReaderProcess
{
    private const string Argument = "--read-document";
    private const string HeapLimit = "0x18000000";
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <summary>Processor time for a DOCX: the largest takes a third of a second. A long PDF may really need all of its time.</summary>
    private static readonly TimeSpan DocxLimit = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    /// <summary>What a child may say of a file; it ends with the number of the failure, from 1.</summary>
    private static readonly Failure[] Known =
        [ImportFailures.TooComplex, ImportFailures.TooLong, ImportFailures.Damaged, ImportFailures.Unsupported];

    /// <summary>In the child: reads standard input and writes the text, or ends with the number of the failure.</summary>
    /// <param name="args">Arguments of the process.</param>
    /// <returns>Whether this process is such a child.</returns>
    public static async Task<bool> ServeAsync(string[] args)
    {
        if (args is not [Argument]) return false;
        using var file = new MemoryStream();
        await using (var input = Console.OpenStandardInput()) await input.CopyToAsync(file);
        var outcome = Read(file.ToArray());
        await using var output = Console.OpenStandardOutput();
        if (outcome.Failure is null) await JsonSerializer.SerializeAsync(output, new Answer(outcome.Value!.Body.ToString(), outcome.Value.Remarks));
        else Environment.ExitCode = ExitCode(outcome.Failure);
        return true;
    }

    private static Outcome<ReadDocument> Answered(ReadOnlySpan<byte> json)
        => JsonSerializer.Deserialize<Answer>(json) is { } answer && Body.Read(answer.Body).Body is { } body
        ? new ReadDocument(body, answer.Remarks) : ImportFailures.TooLong;

    /// <summary>What the child says, as JSON.</summary>
    private sealed record Answer(string Body, IReadOnlyList<ImportRemark> Remarks);

    private static int ExitCode(Failure failure) => Array.IndexOf(Known, failure) + 1;

    /// <summary>What stands in a file; cancelling ends the process at once.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What was read, or why it cannot be.</returns>
    public static async Task<Outcome<ReadDocument>> ReadAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        using var process = Process.Start(Start()) ?? throw new InvalidOperationException("The reader of files did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeLimit);
        try
        {
            using var text = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(text, limit.Token);
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            await WriteAsync(process, file, limit.Token);
            await Task.WhenAll(reading, complaints, process.WaitForExitAsync(limit.Token));
            return process.ExitCode switch
            {
                0 => Answered(text.GetBuffer().AsSpan(0, (int)text.Length)),
                var code when code > 0 && code <= Known.Length => Known[code - 1],
                _ => ImportFailures.TooComplex,
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ImportFailures.TooComplex;
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(file, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says why.
        }
    }

    // The parsers of other people's formats throw many kinds of exception at bytes that are not theirs; each means the same to the
    // uploader.
    private static Outcome<ReadDocument> Read(byte[] file)
    {
        try
        {
            return DocumentReader.KindOf(file) == FileKind.Pdf ? PdfText.Read(file) : ReadDocx(file);
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

    private static Outcome<ReadDocument> ReadDocx(byte[] file)
    {
        using var watch = new Timer(EndWhenSpent, null, Beat, Beat);
        return DocxText.Read(file);
    }

    private static void EndWhenSpent(object? state)
    {
        if (Environment.CpuUsage.TotalTime > DocxLimit) Environment.Exit(ExitCode(ImportFailures.TooComplex));
    }

    private static ProcessStartInfo Start()
    {
        var service = Assembly.GetEntryAssembly()!.Location;
        var host = Environment.ProcessPath;
        var program = Path.GetFileName(host)?.Replace(".exe", "", StringComparison.OrdinalIgnoreCase);
        var own = program == Assembly.GetEntryAssembly()!.GetName().Name;
        var runtime = program == "dotnet" ? host! : "dotnet";
        var start = new ProcessStartInfo(own ? host! : runtime, own ? [Argument] : [service, Argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name != "PATH" && !name.StartsWith("DOTNET_", StringComparison.Ordinal))
            .ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_gcServer"] = "0";
        return start;
    }
}
