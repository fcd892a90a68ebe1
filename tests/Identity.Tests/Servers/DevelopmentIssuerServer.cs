using System.Diagnostics;
using Aspire.Hosting;
using Disclosure.Hosting.Processes;
using Disclosure.Testing;

namespace Disclosure.Identity.Tests.Servers;

/// <summary>The development issuer as a resource of its own, as the app model runs it.</summary>
internal sealed class DevelopmentIssuerServer : IAsyncDisposable
{
    private const string Name = "issuer";
    private readonly TestApplication application;
    private string keyFile;

    private DevelopmentIssuerServer(TestApplication application, string keyFile)
        => (this.application, this.keyFile) = (application, keyFile);

    public int Port => application.Address(Name).Port;

    public static async Task<DevelopmentIssuerServer> StartAsync(string realmFile, string keyFile)
    {
        DevelopmentIssuerServer? server = null;
        var application = await TestApplication.StartAsync(builder =>
        {
            var issuer = builder.AddProgram<Projects.DevelopmentIssuer>(Name).Serving()
                .WithEnvironment("Realm__File", realmFile)
                .WithEnvironment(context => context.EnvironmentVariables["Identity__KeyFile"] = server?.keyFile ?? keyFile);
            foreach (var (name, value) in IssuerUnderTest.RealmVariables) issuer.WithEnvironment(name, value);
        }, [Name]);
        return server = new DevelopmentIssuerServer(application, keyFile);
    }

    /// <summary>Starts it again in its place, with another key file if one is given.</summary>
    public async Task RestartAsync(string? otherKeyFile = null)
    {
        keyFile = otherKeyFile ?? keyFile;
        await application.StopAsync(Name);
        await application.StartAgainAsync(Name);
    }

    /// <summary>Asks it to end; ends when it has.</summary>
    public Task StopAsync() => application.StopAsync(Name);

    /// <summary>Runs the program to its end, for what it refuses.</summary>
    /// <returns>Exit code, and what it said.</returns>
    public static async Task<(int Code, string Output)> RunAsync(IReadOnlyDictionary<string, string> environment)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var start = new ProcessStartInfo("dotnet", [Programs.AssemblyOf<Projects.DevelopmentIssuer>(), "--urls", "http://127.0.0.1:0"])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output + errors);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
