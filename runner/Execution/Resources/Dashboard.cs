using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Servers;

namespace Disclosure.Runner.Execution.Resources;

/// <summary>The Aspire dashboard as OTLP target, from its npm package; it needs no container.</summary>
internal sealed class Dashboard : IAsyncDisposable
{
    private const string Name = "dashboard";
    private const string Package = "@microsoft/aspire-cli-linux-x64";
    private const string Version = "13.5.4";
    private const int UsualPort = 18888;
    private readonly ManagedProject process;

    private Dashboard(ManagedProject process, string collector)
    {
        this.process = process;
        ForProjects = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc",
            // A person watches: seconds late is late.
            ["OTEL_BSP_SCHEDULE_DELAY"] = "1000",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "1000",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "5000",
        };
    }

    /// <summary>Address for a browser.</summary>
    public string Url => process.Url!;

    /// <summary>What makes a project send its telemetry there.</summary>
    public IReadOnlyDictionary<string, string> ForProjects { get; }

    /// <summary>Installs the package when it is missing, and starts the dashboard.</summary>
    /// <exception cref="InvalidOperationException">It cannot be installed or started.</exception>
    public static async Task<Dashboard> StartAsync(Workspace workspace, StateFile state, Reporter reporter, HttpClient http, CancellationToken cancellation)
    {
        var home = Path.Combine(workspace.Local, "aspire-cli");
        var program = Path.Combine(home, "node_modules", Package, "bin", "aspire");
        if (!File.Exists(program)) await InstallAsync(workspace, home, reporter, cancellation);
        var ports = FreePort.Several(3);
        var url = $"http://localhost:{(FreePort.IsFree(UsualPort) ? UsualPort : ports[0])}";
        var collector = $"http://127.0.0.1:{ports[1]}";
        string[] arguments =
        [
            "dashboard", "run", "--frontend-url", url, "--otlp-grpc-url", collector, "--otlp-http-url", $"http://127.0.0.1:{ports[2]}",
            "--allow-anonymous", "--non-interactive", "--nologo",
        ];
        // A home of its own: it unpacks itself there, and the operator's own Aspire stays as it is.
        var environment = new Dictionary<string, string> { ["HOME"] = home, ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true" };
        var launch = new Launch(program, arguments, environment, workspace.Root, new Uri(url + "/health"));
        var start = TimeProvider.System.GetTimestamp();
        state.Update(s => s with { Dashboard = url, Resources = [.. s.Resources, new ResourceState(Name, "starting", url, workspace.LogOf(Name), [], 0, null)] });
        var dashboard = new Dashboard(new ManagedProject(Name, workspace.LogOf(Name), url, launch, http, null), collector);
        dashboard.process.Started = child => state.Record(Name, child);
        try
        {
            await dashboard.process.StartAsync(cancellation);
        }
        catch (Exception failure)
        {
            await dashboard.DisposeAsync();
            throw failure is OperationCanceledException ? failure : new InvalidOperationException($"{Name}: {failure.Message}; see {workspace.LogOf(Name)}", failure);
        }

        state.Update(Name, r => r with { Status = "running" });
        reporter.Ready(Name, TimeProvider.System.GetElapsedTime(start), url);
        return dashboard;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await process.StopAsync();

    private static async Task InstallAsync(Workspace workspace, string home, Reporter reporter, CancellationToken cancellation)
    {
        reporter.Say($"Installing {Package}@{Version} below .local/ (npm)");
        Directory.CreateDirectory(home);
        await using var npm = ChildProcess.Start("npm", ["install", "--no-audit", "--no-fund", "--prefix", home, $"{Package}@{Version}"],
            new Dictionary<string, string>(), workspace.LogOf("npm"), home);
        var code = await npm.WaitAsync(cancellation);
        if (code != 0) throw new InvalidOperationException($"{Name}: npm ended with code {code}; see {workspace.LogOf("npm")}");
    }
}
