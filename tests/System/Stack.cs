using System.Diagnostics;
using Disclosure.Testing;
using Npgsql;
using Xunit;

namespace Disclosure.SystemTests;

/// <summary>The whole platform of the app model, with its demonstration content, in a directory of its own; one per test run.</summary>
public sealed class Stack : IAsyncLifetime
{
    private TestApplication platform = null!;
    private readonly string tree = Path.Combine(Path.GetTempPath(), $"disclosure-system-{Guid.CreateVersion7():N}");

    public Uri Portal { get; private set; } = null!;

    /// <summary>The authorities' home pages as the start left them, before any test added to them.</summary>
    public IReadOnlyDictionary<string, string> FirstPages { get; private set; } = null!;

    /// <summary>What the platform tells its operators.</summary>
    internal SpanReceiver Telemetry { get; private set; } = null!;

    /// <summary>
    /// Connection string of a service's database; with the rights of the server's owner unless the service's own login is asked for.
    /// </summary>
    public async Task<string> DatabaseAsync(string name, bool owner = true)
        => await platform.ConnectionStringAsync(owner ? name : $"{name}-login");

    /// <summary>Connection string of a service's login, to a database of somebody else's.</summary>
    public async Task<string> DatabaseAsync(string name, string login)
        => new NpgsqlConnectionStringBuilder(await DatabaseAsync($"{login}-db", owner: false)) { Database = name }.ConnectionString;

    public string Issuer => new Uri(platform.Address("keycloak"), "/realms/disclosure").ToString();

    public async ValueTask InitializeAsync()
    {
        Telemetry = await SpanReceiver.StartAsync();
        platform = await TestApplication.StartPlatformAsync(Path.Combine(Directory.CreateDirectory(tree).FullName, ".local"),
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Telemetry.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
            });
        Portal = platform.Address("gateway");
        var (code, output) = await CommandAsync("Cli", "seed");
        Assert.True(code == 0, output);
        using var http = platform.CreateHttpClient("gateway");
        var pages = new Dictionary<string, string>();
        foreach (var authority in People.Authorities) pages[authority] = await http.GetStringAsync("/" + authority);
        FirstPages = pages;
    }

    public async ValueTask DisposeAsync()
    {
        if (platform is not null) await platform.DisposeAsync();
        Directory.Delete(tree, recursive: true);
        await Telemetry.DisposeAsync();
    }

    /// <summary>Runs a command of the product in the stack's directory.</summary>
    public async Task<(int Code, string Output)> CommandAsync(string project, params string[] arguments)
    {
        var dll = Path.Combine(Repository.Root, "artifacts", "bin", project, "release", $"Disclosure.{project}.dll");
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments])
        {
            WorkingDirectory = tree,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Address of a part that serves HTTP, without the gateway before it.</summary>
    public Uri Address(string resource) => platform.Address(resource);

    /// <summary>Stops a resource in order.</summary>
    public Task StopAsync(string resource) => platform.StopAsync(resource);

    /// <summary>Starts a stopped resource and waits until it is healthy.</summary>
    public Task StartAgainAsync(string resource) => platform.StartAgainAsync(resource);

    /// <summary>Kills a resource at once (SIGKILL).</summary>
    /// <returns>How often the resource was restarted before.</returns>
    public Task<int> KillAsync(string resource) => platform.KillAsync(resource);

    /// <summary>Waits until the killed resource runs again, by the platform alone.</summary>
    public Task RunsAgainAsync(string resource, int restartsBefore) => platform.RunsAgainAsync(resource, restartsBefore);
}

/// <summary>Every system test shares the one stack, and they run after each other because some kill parts of it.</summary>
[CollectionDefinition(nameof(Stack))]
public sealed class StackCollection : ICollectionFixture<Stack>;
