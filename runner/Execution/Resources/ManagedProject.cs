using Disclosure.Runner.Servers;

namespace Disclosure.Runner.Execution.Resources;

/// <summary>How a program is started and known to be ready.</summary>
internal sealed record Launch(string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, string Directory, Uri Health);

/// <summary>A program that serves HTTP.</summary>
internal sealed class ManagedProject(string name, string log, string url, Launch launch, HttpClient http, Action<string>? onLine) : ManagedResource(name, log, url)
{
    private ChildProcess? process;

    public override ChildProcess? Process => process;

    public override async Task StartAsync(CancellationToken cancellation)
    {
        if (process is not null) await process.DisposeAsync();
        process = ChildProcess.Start(launch.Program, launch.Arguments, launch.Environment, Log, launch.Directory, onLine);
        Started(process);
        var ill = "it did not answer yet";
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (!process.HasExited)
            {
                if (await IllHealthAsync(http, launch.Health, cancellation) is not { } reason) return;
                ill = reason;
                await tick.WaitForNextTickAsync(cancellation);
            }
        }
        catch (OperationCanceledException late)
        {
            throw new OperationCanceledException(ill, late, cancellation);
        }

        throw new InvalidOperationException($"it ended with code {process.ExitCode} before it was healthy");
    }

    public override async Task StopAsync()
    {
        if (process is null) return;
        await process.StopAsync("TERM", TimeSpan.FromSeconds(20));
        await process.DisposeAsync();
    }
}
