using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Disclosure.Runner.Servers;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.SystemTests;

/// <summary>The whole platform, started by the product's own command in a directory of its own; one per test run.</summary>
public sealed class Stack : IAsyncLifetime
{
    private readonly string tree = Path.Combine(Path.GetTempPath(), $"disclosure-system-{Guid.CreateVersion7():N}");

    public Uri Portal { get; private set; } = null!;

    /// <summary>The authorities' home pages as the start left them, before any test added to them.</summary>
    public IReadOnlyDictionary<string, string> FirstPages { get; private set; } = null!;

    /// <summary>What the platform tells its operators.</summary>
    internal SpanReceiver Telemetry { get; private set; } = null!;

    /// <summary>Connection string of a service's database; with the rights of the server's owner unless a login is named.</summary>
    public string Database(string name, string login = "postgres", string password = "postgres-password")
    {
        var address = Resource("postgres").GetProperty("url").GetString()!.Split(':');
        var parameters = JsonDocument.Parse(File.ReadAllText(Path.Combine(tree, ".local", "parameters.json"))).RootElement;
        return $"Host={address[0]};Port={address[1]};Username={login};Password={parameters.GetProperty(password).GetString()};Database={name}";
    }

    public string Issuer => Resource("keycloak").GetProperty("url").GetString() + "/realms/disclosure";

    public async ValueTask InitializeAsync()
    {
        Telemetry = await SpanReceiver.StartAsync();
        Directory.CreateDirectory(tree);
        File.Copy(Path.Combine(Repository.Root, "aspire-manifest.json"), Path.Combine(tree, "aspire-manifest.json"));
        // The runner seeds a tree that has the demonstration's command line.
        Directory.CreateDirectory(Path.Combine(tree, "cli"));
        File.Copy(Path.Combine(Repository.Root, "cli", "Cli.csproj"), Path.Combine(tree, "cli", "Cli.csproj"));
        Directory.CreateDirectory(Path.Combine(tree, "deploy", "keycloak"));
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "deploy", "keycloak")))
            File.Copy(file, Path.Combine(tree, "deploy", "keycloak", Path.GetFileName(file)));
        var (code, output) = await CommandAsync("AppHost", "up", "--detach", "--port", FreePort.Next().ToString(CultureInfo.InvariantCulture));
        Assert.True(code == 0, output);
        Portal = new Uri(State().GetProperty("portal").GetString()!);
        using var http = new HttpClient { BaseAddress = Portal };
        var pages = new Dictionary<string, string>();
        foreach (var authority in People.Authorities) pages[authority] = await http.GetStringAsync("/" + authority);
        FirstPages = pages;
    }

    public async ValueTask DisposeAsync()
    {
        var (code, output) = await CommandAsync("AppHost", "down");
        CopyLogs();
        Assert.True(code == 0, output);
        Directory.Delete(tree, recursive: true);
        await Telemetry.DisposeAsync();
    }

    /// <summary>Runs a command of the product in the stack's directory.</summary>
    public async Task<(int Code, string Output)> CommandAsync(string project, params string[] arguments)
    {
        var dll = Path.Combine(Repository.Root, "artifacts", "bin", project, "release", $"Disclosure.{project}.dll");
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments]) { WorkingDirectory = tree, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = Telemetry.Address;
        start.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        start.Environment["OTEL_BSP_SCHEDULE_DELAY"] = "500";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Kills every process of a resource at once (SIGKILL).</summary>
    /// <returns>How often the resource was restarted before.</returns>
    public async Task<int> KillAsync(string resource)
    {
        var state = Resource(resource);
        foreach (var id in state.GetProperty("processes").EnumerateArray().Select(p => p.GetProperty("id").GetInt32()))
        {
            using var kill = Process.Start("kill", ["-9", id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        return state.GetProperty("restarts").GetInt32();
    }

    /// <summary>Waits until the runner has started the killed resource again.</summary>
    public Task RunsAgainAsync(string resource, int restartsBefore) => Eventually.Holds(
        () => Task.FromResult(Resource(resource) is var state && state.GetProperty("restarts").GetInt32() > restartsBefore
            && state.GetProperty("status").GetString() == "running"),
        $"{resource} runs again", seconds: 120);

    private JsonElement Resource(string name) => State().GetProperty("resources").EnumerateArray().Single(r => r.GetProperty("name").GetString() == name);

    private JsonElement State() => JsonDocument.Parse(File.ReadAllText(Path.Combine(tree, ".local", "state.json"))).RootElement;

    private void CopyLogs()
    {
        var target = Directory.CreateDirectory(Path.Combine(Repository.TestOutput, "system-logs")).FullName;
        foreach (var log in Directory.GetFiles(Path.Combine(tree, ".local", "logs"))) File.Copy(log, Path.Combine(target, Path.GetFileName(log)), overwrite: true);
    }
}

/// <summary>Every system test shares the one stack, and they run after each other because some kill parts of it.</summary>
[CollectionDefinition(nameof(Stack))]
public sealed class StackCollection : ICollectionFixture<Stack>;
