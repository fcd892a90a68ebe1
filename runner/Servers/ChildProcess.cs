using System.Diagnostics;

namespace Disclosure.Runner.Servers;

/// <summary>A process we started and therefore may stop; its output goes to one log file.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StreamWriter log;
    private readonly Lock gate = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool disposed;

    private ChildProcess(Process process, StreamWriter log)
    {
        (this.process, this.log) = (process, log);
        process.Exited += (_, _) => ended.TrySetResult();
    }

    /// <summary>Process id.</summary>
    public int Id => process.Id;

    /// <summary>Whether the process ended.</summary>
    public bool HasExited => disposed || process.HasExited;

    /// <summary>Ends with the process itself, even while its own children still hold its output open.</summary>
    public Task Ended => ended.Task;

    /// <summary>Exit code; only after the end.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>How often a starting server is asked: often enough not to be waited for, and seldom enough to leave it the processor that it starts with.</summary>
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the server in the process answers, which it tells nobody by itself: it is asked until it does, or has ended.</summary>
    /// <param name="answers">Asks it.</param>
    /// <param name="whenEnded">What to tell of a server that ended instead, by its exit code.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A task that ends when the server answers.</returns>
    /// <exception cref="InvalidOperationException">The process ended.</exception>
    public async Task UntilAsync(Func<Task<bool>> answers, Func<int, string> whenEnded, CancellationToken cancellation)
    {
        using var tick = new PeriodicTimer(BetweenQuestions);
        while (!await answers())
        {
            if (HasExited) throw new InvalidOperationException(whenEnded(ExitCode));
            await tick.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>Starts a program in a session of its own: a Ctrl-C at our terminal reaches us alone, and we stop what we started in order.</summary>
    /// <param name="program">Path or name on PATH.</param>
    /// <param name="arguments">Arguments, unescaped.</param>
    /// <param name="environment">Variables added to ours.</param>
    /// <param name="logFile">File the output is appended to.</param>
    /// <param name="workingDirectory">Directory it starts in.</param>
    /// <param name="onLine">Called for every line of output.</param>
    /// <returns>The running process.</returns>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment,
        string logFile, string? workingDirectory = null, Action<string>? onLine = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        var start = new ProcessStartInfo("setsid", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = workingDirectory ?? "",
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var log = new StreamWriter(new FileStream(logFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var child = new ChildProcess(process, log);
        process.OutputDataReceived += (_, line) => child.Write(line.Data, onLine);
        process.ErrorDataReceived += (_, line) => child.Write(line.Data, onLine);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits for the end.</summary>
    /// <param name="cancellation">Stops waiting, not the process.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitAsync(CancellationToken cancellation = default)
    {
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }

    /// <summary>Ends the process and what it started at once (SIGKILL), as a power cut would; also what it left behind when it ended before.</summary>
    /// <returns>A task that ends when the process is gone.</returns>
    public async Task KillAsync()
    {
        if (disposed) return;
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await ProcessTable.SignalAsync("KILL", ProcessTable.MembersOf(process.Id));
        await process.WaitForExitAsync();
    }

    /// <summary>Sends a signal and waits; after <paramref name="patience"/> kills.</summary>
    /// <param name="signal">Name such as <c>TERM</c> or <c>INT</c>.</param>
    /// <param name="patience">How long an orderly end may take.</param>
    /// <returns>A task that ends when the process is gone.</returns>
    public async Task StopAsync(string signal, TimeSpan patience)
    {
        if (HasExited) return;
        using (var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        using var limit = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (disposed) return;
        await KillAsync();
        disposed = true;
        process.Dispose();
        await log.DisposeAsync();
    }

    private void Write(string? line, Action<string>? onLine)
    {
        if (line is null) return;
        lock (gate) log.WriteLine(line);
        onLine?.Invoke(line);
    }
}
