using Disclosure.Runner.Servers;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Identity.Tests.Servers;

/// <summary>The development issuer as a process, as the runner starts it.</summary>
internal sealed class DevelopmentIssuerServer : IAsyncDisposable
{
    public static readonly string Program = Path.Combine(Repository.Root, "artifacts", "bin", "DevelopmentIssuer", Configuration, "Disclosure.DevelopmentIssuer.dll");

    private readonly ChildProcess process;

    private DevelopmentIssuerServer(ChildProcess process, int port) => (this.process, Port) = (process, port);

#if DEBUG
    private const string Configuration = "debug";
#else
    private const string Configuration = "release";
#endif

    public int Port { get; }

    public static async Task<DevelopmentIssuerServer> StartAsync(string realmFile, string keyFile, int port = 0)
    {
        if (port == 0) port = FreePort.Next();
        var log = Path.Combine(Repository.TestOutput, "development-issuer.log");
        var listening = new TaskCompletionSource();
        var variables = new Dictionary<string, string>(IssuerUnderTest.RealmVariables) { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Realm__File"] = realmFile, ["Identity__KeyFile"] = keyFile };
        var process = ChildProcess.Start("dotnet", [Program, "--urls", $"http://127.0.0.1:{port}"], variables, log, onLine: line =>
        {
            if (line.Contains("Now listening", StringComparison.Ordinal)) listening.TrySetResult();
        });
        var ended = process.WaitAsync(TestContext.Current.CancellationToken);
        if (await Task.WhenAny(listening.Task, ended) == ended) Assert.Fail($"The development issuer ended with code {await ended}; see {log}.");
        return new DevelopmentIssuerServer(process, port);
    }

    /// <summary>Asks it to end; whether it did so in time.</summary>
    public async Task<bool> EndsWithinAsync(TimeSpan bound)
    {
        await process.StopAsync("TERM", bound);
        // Who was killed did not end by itself.
        return await process.WaitAsync(TestContext.Current.CancellationToken) == 0;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
