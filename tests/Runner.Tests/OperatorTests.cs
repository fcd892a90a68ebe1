using System.Globalization;
using Disclosure.Runner.Commands;
using Disclosure.Runner.Execution;
using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Servers;
using Disclosure.Testing;
using Npgsql;
using Xunit;

namespace Disclosure.Runner.Tests;

/// <summary>What the operator gives and how the operator leaves.</summary>
public sealed class OperatorTests
{
    [Theory]
    [InlineData("ConnectionStrings__notes-db")]
    [InlineData("ConnectionStrings__notes_db")]
    public async Task A_detached_run_uses_the_database_the_operator_gave(string variable)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var tree = new Tree();
        tree.Variables[variable] = database.ConnectionString;

        var (code, output) = await tree.UpAsync("--detach");

        Assert.True(code == 0, output);
        Assert.Equal(["front", "notes", "notes-migrations"], tree.State.Resources.Select(r => r.Name).Order(StringComparer.Ordinal));
        await using var source = NpgsqlDataSource.Create(database.ConnectionString + ";Pooling=false");
        await using var runs = source.CreateCommand("select count(*) from runs");
        Assert.Equal(1L, await runs.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Closing_the_terminal_stops_everything_in_order()
    {
        await using var tree = new Tree();
        await using var terminal = tree.StartOnTerminal("up", "--port", tree.Port.ToString(CultureInfo.InvariantCulture));
        await tree.Eventually(s => s.Phase is RunPhase.Healthy, "the run on the terminal is healthy");
        var run = tree.State;

        // The terminal is gone at once; what the resources still say has nowhere to go.
        await ProcessTable.SignalAsync("KILL", [terminal.Id]);
        await tree.Eventually(s => !run.Runner!.IsAlive, "the runner has ended");

        Assert.Equal(RunPhase.Stopped, tree.State.Phase);
        Assert.DoesNotContain(run.Resources.SelectMany(r => r.Processes), p => p.IsAlive);
    }

    [Fact]
    public async Task An_interrupt_before_the_stack_is_there_ends_in_order()
    {
        await using var tree = new Tree();
        // An npm that takes its time, as it does behind a slow line.
        var slow = Directory.CreateDirectory(Path.Combine(tree.Root, "slow")).FullName;
        await File.WriteAllTextAsync(Path.Combine(slow, "npm"), "#!/bin/sh\nexec sleep 600\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(Path.Combine(slow, "npm"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        tree.Variables["PATH"] = $"{slow}:{Environment.GetEnvironmentVariable("PATH")}";
        var lines = new List<string>();
        await using var runner = tree.Start(lines, "up", "--dashboard", "--port", tree.Port.ToString(CultureInfo.InvariantCulture));
        await Eventually.Holds(() => Task.FromResult(File.Exists(tree.Workspace.LogOf("npm"))), "npm is at work");

        await ProcessTable.SignalAsync("INT", [runner.Id]);

        Assert.Equal(0, await runner.WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal((RunPhase.Stopped, false), (tree.State.Phase, tree.State.IsAlive));
        lock (lines) Assert.Equal("Stopped.", lines[^1]);
    }

    [Fact]
    public void Output_nobody_reads_any_more_is_let_go()
    {
        using var broken = new BrokenTerminal();
        using var output = new LastingOutput(broken);
        var reporter = new Reporter(output, colours: false);

        reporter.Say("one");
        reporter.Failed("notes", "it ended by signal 9", "no.log");
        reporter.Output("notes", "two");

        Assert.Equal(1, broken.Attempts);
    }

    [Fact]
    public void A_lock_of_another_account_is_named_with_what_to_do()
    {
        var directory = Directory.CreateTempSubdirectory("disclosure-lock-");
        // A directory in the lock's place is refused as a foreign file is, and root is refused it too.
        var path = Directory.CreateDirectory(Path.Combine(directory.FullName, "runner.lock")).FullName;

        var refused = Assert.Throws<InvalidOperationException>(() => TreeLock.TryTake(path));

        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.Contains("chown", refused.Message, StringComparison.Ordinal);
        directory.Delete(recursive: true);
    }

    private sealed class BrokenTerminal : StringWriter
    {
        public int Attempts { get; private set; }

        public override void Write(string? value) => Fail();

        public override void WriteLine(string? value) => Fail();

        private void Fail()
        {
            Attempts++;
            throw new IOException("Input/output error");
        }
    }
}
