using System.Diagnostics;
using System.Text;
using Disclosure.Catalogue.Domain;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Catalogue.Import;

/// <summary>Reads a PDF in a process of its own, with bounded memory and time, without the service's configuration and connections.</summary>
/// <remarks>
/// The library unpacks streams and draws forms within forms as a file tells it to: a few kilobytes can ask for gigabytes or for hours. What exhausts
/// its bounds ends this process and not the service.
/// </remarks>
internal static class PdfReaderProcess
{
    private const string Argument = "--read-pdf";
    private const string HeapLimit = "0x18000000";
    private const int Damaged = 3;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);
    private static readonly Failure[] Known = [ImportFailures.TooComplex, ItemFailures.BodyIsTooLong];

    /// <summary>In the child: reads standard input and writes the text, or ends with the number of the failure.</summary>
    /// <returns>Whether this process is such a child.</returns>
    public static async Task<bool> ServeAsync(string[] args)
    {
        if (args is not [Argument]) return false;
        using var file = new MemoryStream();
        await using (var input = Console.OpenStandardInput()) await input.CopyToAsync(file);
        var outcome = Read(file.ToArray());
        await using var output = Console.OpenStandardOutput();
        if (outcome.Failure is null) await output.WriteAsync(Encoding.UTF8.GetBytes(outcome.Value!));
        else Environment.ExitCode = Array.IndexOf(Known, outcome.Failure) is var known and >= 0 ? known + 1 : Damaged;
        return true;
    }

    public static async Task<Outcome<string>> ReadAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        using var process = Process.Start(Start()) ?? throw new InvalidOperationException("The reader of PDF files did not start.");
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
                0 => Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length)),
                Damaged => ImportFailures.Damaged,
                var code when code - 1 < Known.Length && code > 0 => Known[code - 1],
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

    // The parsers of other people's formats throw many kinds of exception at bytes that are not theirs; each means the same to the uploader.
    private static Outcome<string> Read(byte[] file)
    {
        try
        {
            return PdfText.Read(file);
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

    private static ProcessStartInfo Start()
    {
        var service = typeof(PdfReaderProcess).Assembly.Location;
        var host = Environment.ProcessPath;
        var own = host is not null && Path.GetFileNameWithoutExtension(host) == typeof(PdfReaderProcess).Assembly.GetName().Name;
        var runtime = host is not null && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";
        var start = new ProcessStartInfo(own ? host! : runtime, own ? [Argument] : [service, Argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name != "PATH" && !name.StartsWith("DOTNET_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_gcServer"] = "0";
        return start;
    }
}
