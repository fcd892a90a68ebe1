using System.Diagnostics;

namespace Disclosure.Documents.Bounded;

/// <summary>Does something to a file in a process of its own: bounded memory and time, no configuration or connections of the
/// service.</summary>
/// <remarks>
/// Other people's formats cost what a file tells them to: a PDF draws forms within forms, and a start tag of a million attributes is
/// read in one step that nothing interrupts. What exhausts its bounds ends this process and not the service; so does a client that leaves.
/// </remarks>
internal static class ChildProcess
{
    /// <summary>What a child ends with that did what it was asked.</summary>
    public const int Done = 0;

    /// <summary>Runs a child; cancelling ends it at once.</summary>
    /// <param name="bounds">What it may cost.</param>
    /// <param name="arguments">What it is asked.</param>
    /// <param name="write">Writes its standard input.</param>
    /// <param name="read">Reads its standard output to the end.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Its exit code, or null when it took too long.</returns>
    public static async Task<int?> RunAsync(ChildBounds bounds, IReadOnlyList<string> arguments,
        Func<Stream, CancellationToken, Task> write, Func<Stream, CancellationToken, Task> read, CancellationToken cancellation)
    {
        using var process = Process.Start(ChildStart.Info(bounds, arguments))
            ?? throw new InvalidOperationException("The reader of files did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(bounds.Time);
        try
        {
            var reading = read(process.StandardOutput.BaseStream, limit.Token);
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            await WriteAsync(process, write, limit.Token);
            await Task.WhenAll(reading, complaints, process.WaitForExitAsync(limit.Token));
            return process.ExitCode;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static async Task WriteAsync(Process process, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        await using var input = new ChildInput(process.StandardInput.BaseStream);
        await write(input, cancellation);
    }
}
