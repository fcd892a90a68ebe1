using Disclosure.Runner.Servers;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.BrowserTests.World;

/// <summary>One of our programs as a process, to be killed and started again on the same port.</summary>
internal sealed class ServiceProcess(string name, string dll, IReadOnlyDictionary<string, string> environment) : IAsyncDisposable
{
    private readonly int port = FreePort.Next();
    private ChildProcess? process;

#if DEBUG
    private const string Configuration = "debug";
#else
    private const string Configuration = "release";
#endif

    public string Address => $"http://127.0.0.1:{port}";

    private string Log => Path.Combine(Repository.TestOutput, $"browser-{name}.log");

    public async Task MigrateAsync()
    {
        await using var migration = Start(["--migrate"], null);
        var code = await migration.WaitAsync();
        Assert.True(code == 0, $"{name} --migrate ended with {code}; see {Log}.");
    }

    public async Task StartAsync()
    {
        var listening = new TaskCompletionSource();
        process = Start(["--urls", Address], line =>
        {
            if (line.Contains("Now listening", StringComparison.Ordinal)) listening.TrySetResult();
        });
        var ended = process.WaitAsync();
        if (await Task.WhenAny(listening.Task, ended) == ended) Assert.Fail($"{name} ended with {await ended}; see {Log}.");
    }

    public async Task KillAsync()
    {
        await process!.DisposeAsync();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await process.DisposeAsync();
    }

    private ChildProcess Start(string[] arguments, Action<string>? onLine)
    {
        var program = Path.Combine(Repository.Root, "artifacts", "bin", dll, Configuration, $"Disclosure.{dll}.dll");
        return ChildProcess.Start("dotnet", [program, .. arguments], environment, Log, onLine: onLine);
    }
}
