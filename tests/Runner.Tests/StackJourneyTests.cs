using System.Net;
using System.Net.Sockets;
using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Servers;
using Xunit;

namespace Disclosure.Runner.Tests;

/// <summary>Start, stop and restart on real processes with a real PostgreSQL.</summary>
public sealed class StackJourneyTests
{
    [Fact]
    public async Task Data_outlives_down_and_up_until_a_fresh_start()
    {
        await using var tree = new Tree();
        var (code, output) = await tree.UpAsync("--detach");
        Assert.True(code == 0, output);
        Assert.Contains($"http://localhost:{tree.Port}", output, StringComparison.Ordinal);
        Assert.Equal("1", await tree.GetAsync("notes", "/runs"));
        Assert.Equal(tree.State.Resources.Single(r => r.Name == "notes").Url, await tree.GetAsync("front", "/env/services:notes:http:0"));
        var (refused, why) = await tree.UpAsync("--detach");
        Assert.Equal(1, refused);
        Assert.Contains("Already running", why, StringComparison.Ordinal);
        var processes = tree.State.Resources.SelectMany(r => r.Processes).ToList();

        Assert.Equal(0, (await tree.RunAsync("status")).Code);
        Assert.Equal(0, (await tree.RunAsync("down")).Code);
        Assert.DoesNotContain(processes, p => p.IsAlive);
        Assert.Equal(3, (await tree.RunAsync("status")).Code);

        Assert.Equal(0, (await tree.UpAsync("--detach")).Code);
        Assert.Equal("2", await tree.GetAsync("notes", "/runs"));
        await tree.RunAsync("down");

        Assert.Equal(0, (await tree.UpAsync("--detach", "--fresh")).Code);
        Assert.Equal("1", await tree.GetAsync("notes", "/runs"));
    }

    [Fact]
    public async Task What_dies_is_reported_with_its_reason_and_started_again_in_its_place()
    {
        await using var tree = new Tree();
        Assert.Equal(0, (await tree.UpAsync("--detach")).Code);
        await ProcessTable.SignalAsync("KILL", [tree.ProcessOf("notes"), tree.ProcessOf("postgres")]);

        await tree.Eventually(s => s.Resources.Where(r => r.Name is "notes" or "postgres").All(r => r is { Restarts: 1, Status: "running" }), "both run again");
        Assert.Equal("1", await tree.GetAsync("notes", "/runs"));
        var (_, log) = await tree.RunAsync("logs", "runner");
        Assert.Contains("notes: it ended by signal 9", log, StringComparison.Ordinal);
        Assert.Contains("postgres: it ended by signal 9", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_runner_leaves_what_down_stops()
    {
        await using var tree = new Tree();
        Assert.Equal(0, (await tree.UpAsync("--detach")).Code);
        var state = tree.State;
        await ProcessTable.SignalAsync("KILL", [state.Runner!.Id]);
        await tree.Eventually(s => !s.IsAlive, "the runner is gone");
        Assert.Equal(3, (await tree.RunAsync("status")).Code);

        var (code, output) = await tree.RunAsync("down");

        Assert.Equal(0, code);
        Assert.Contains("Stopped what a killed run had left", output, StringComparison.Ordinal);
        Assert.All(state.Resources.SelectMany(r => r.Processes), p => Assert.Empty(ProcessTable.LeftOf(p.Id, p.Start)));
    }

    [Fact]
    public async Task In_the_foreground_an_interrupt_stops_everything_and_nothing_else()
    {
        await using var other = new Tree();
        await using var tree = new Tree();
        var beside = other.UpAsync("--detach");
        var lines = new List<string>();
        await using var runner = tree.Start(lines, "up", "--port", tree.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await tree.Eventually(s => s.Phase is RunPhase.Healthy, "the foreground run is healthy");
        Assert.Equal(0, (await beside).Code);
        var processes = tree.State.Resources.SelectMany(r => r.Processes).ToList();
        await tree.GetAsync("notes", "/runs");

        await ProcessTable.SignalAsync("INT", [runner.Id]);

        Assert.Equal(0, await runner.WaitAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain(processes, p => p.IsAlive);
        Assert.Equal(RunPhase.Stopped, tree.State.Phase);
        Assert.Equal("Healthy", await other.GetAsync("front", "/health"));
        lock (lines) Assert.Contains(lines, l => l.StartsWith("notes ", StringComparison.Ordinal) && l.Contains("/runs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_start_names_resource_reason_and_log_and_leaves_nothing_running()
    {
        await using var tree = new Tree(migrationArguments: "\"--fail\"");

        var (code, output) = await tree.UpAsync("--detach");

        Assert.Equal(1, code);
        Assert.Contains("notes-migrations: it ended with code 7", output, StringComparison.Ordinal);
        Assert.Contains(tree.Workspace.LogOf("notes-migrations"), output, StringComparison.Ordinal);
        Assert.Contains("| the fixture was told to fail", output, StringComparison.Ordinal);
        Assert.Equal(RunPhase.Failed, tree.State.Phase);
        Assert.DoesNotContain(tree.State.Resources.SelectMany(r => r.Processes), p => p.IsAlive);
        Assert.Contains("notes-migrations: it ended with code 7", (await tree.RunAsync("status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_port_in_use_is_said_before_anything_starts()
    {
        await using var tree = new Tree();
        using var taken = new TcpListener(IPAddress.Loopback, tree.Port);
        taken.Start();

        var (code, output) = await tree.UpAsync();

        Assert.Equal(1, code);
        Assert.Contains($"Port {tree.Port} is in use by another program; choose one with --port.", output, StringComparison.Ordinal);
        Assert.Empty(tree.State.Resources);
    }

    [Fact]
    public async Task PostgreSQLs_data_is_where_its_account_can_enter()
    {
        var closed = Directory.CreateTempSubdirectory("disclosure-closed-");
        var data = await DataDirectory.ForPostgresAsync(new Workspace(closed.FullName));
        closed.Delete(recursive: true);

        Assert.Equal(!Environment.IsPrivilegedProcess, data.StartsWith(closed.FullName, StringComparison.Ordinal));
    }
}
