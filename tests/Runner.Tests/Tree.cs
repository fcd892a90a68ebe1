using System.Diagnostics;
using System.Globalization;
using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Servers;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Runner.Tests;

/// <summary>A working tree of its own with a small manifest; the runner is started in it as an operator would.</summary>
internal sealed class Tree : IAsyncDisposable
{
    private const string Fixture = "tests/RunnerFixture/RunnerFixture.csproj";
    private static readonly string AppHost = Path.Combine(Repository.Root, "artifacts", "bin", "AppHost", "release", "Disclosure.AppHost.dll");

    /// <param name="migrationArguments">Arguments of the finite project.</param>
    /// <param name="frontEnvironment">More of the external project's environment.</param>
    /// <param name="resources">More resources.</param>
    public Tree(string migrationArguments = "\"--migrate\"", string frontEnvironment = "", string resources = "")
    {
        // Passable for the account that runs PostgreSQL, unlike a temporary directory made for us alone.
        Root = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"disclosure-tree-{Guid.CreateVersion7():N}")).FullName;
        Workspace = new Workspace(Root);
        var database = """ "ConnectionStrings__notes-db": "{notes-db.connectionString}" """;
        File.WriteAllText(Workspace.Manifest, $$"""
            { "resources": {
              {{Manifests.Project("front", "\"http\": { \"scheme\": \"http\", \"external\": true }", Fixture, """ "HTTP_PORTS": "{front.bindings.http.targetPort}", "services__notes__http__0": "{notes.bindings.http.url}" """ + frontEnvironment)}},
              "notes-db": { "type": "value.v0", "connectionString": "{postgres.connectionString};Database=notes-db" },
              {{Manifests.Project("notes-migrations", null, Fixture, database, migrationArguments)}},
              {{Manifests.Project("notes", path: Fixture, env: $"{database}, \"HTTP_PORTS\": \"{{notes.bindings.http.targetPort}}\"")}},
              {{Manifests.Postgres}}{{resources}}
            } }
            """);
    }

    public string Root { get; }

    public Workspace Workspace { get; }

    public int Port { get; } = FreePort.Next();

    public RunState State => new StateFile(Workspace.State).Read();

    public HttpClient Http { get; } = new();

    /// <summary>What the operator has exported.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public Task<(int Code, string Output)> UpAsync(params string[] options) => RunAsync(["up", "--port", Port.ToString(CultureInfo.InvariantCulture), .. options]);

    /// <summary>Runs a command to its end.</summary>
    public async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [AppHost, .. arguments]) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }

    /// <summary>Starts a command that stays.</summary>
    public ChildProcess Start(List<string> lines, params string[] arguments)
        => ChildProcess.Start("dotnet", [AppHost, .. arguments], Variables, Path.Combine(Root, "foreground.log"), Root, line => { lock (lines) lines.Add(line); });

    /// <summary>Starts a command on a terminal of its own, which closes with the returned process.</summary>
    public ChildProcess StartOnTerminal(params string[] arguments) => ChildProcess.Start("script",
        ["--quiet", "--return", "--command", $"dotnet {AppHost} {string.Join(' ', arguments)}", Path.Combine(Root, "terminal.log")],
        new Dictionary<string, string>(), Path.Combine(Root, "script.log"), Root);

    public async Task<string> GetAsync(string resource, string path)
        => await Http.GetStringAsync(new Uri($"{State.Resources.Single(r => r.Name == resource).Url}{path}"), TestContext.Current.CancellationToken);

    public int ProcessOf(string resource) => State.Resources.Single(r => r.Name == resource).Processes.Single(p => p.IsAlive).Id;

    public Task Eventually(Func<RunState, bool> condition, string because) => Testing.Eventually.Holds(() => Task.FromResult(condition(State)), because, seconds: 120);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await RunAsync("down");
        Directory.Delete(Root, recursive: true);
    }
}
