using System.Diagnostics;
using Disclosure.Runner.Execution;
using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Manifest;
using Disclosure.Runner.Servers;
using Xunit;

namespace Disclosure.Runner.Tests;

/// <summary>What is kept below <c>.local/</c>, and that nothing foreign is ever stopped by it.</summary>
public sealed class LocalStateTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("disclosure-state-");

    private string File(string name) => Path.Combine(directory.FullName, name);

    [Fact]
    public void A_secret_is_generated_once_kept_for_its_owner_only_and_given_way_to_the_environment()
    {
        var parameter = Parameter("\"secret\": true, \"default\": { \"generate\": { \"minLength\": 30, \"special\": false, \"minNumeric\": 5 } }");
        var first = new ParameterStore(File("parameters.json"), _ => null).Get(parameter, "value");

        Assert.Equal(first, new ParameterStore(File("parameters.json"), _ => null).Get(parameter, "value"));
        Assert.Matches("^[a-zA-Z0-9]{30}$", first);
        Assert.True(first.Count(char.IsAsciiDigit) >= 5);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File("parameters.json")));
        Assert.Equal("given", new ParameterStore(File("parameters.json"), name => name == "Parameters__the-key" ? "given" : null).Get(parameter, "value"));
        Assert.Equal("exported", new ParameterStore(File("parameters.json"), name => name == "Parameters__the_key" ? "exported" : null).Get(parameter, "value"));
    }

    [Fact]
    public void A_parameter_that_is_no_secret_has_its_default_or_is_asked_for()
    {
        Assert.Equal("zh-CN", new ParameterStore(File("p.json"), _ => null).Get(Parameter("\"default\": { \"value\": \"zh-CN\" }"), "value"));
        var failure = Assert.Throws<ManifestException>(() => new ParameterStore(File("p.json"), _ => null).Get(Parameter("\"type\": \"string\""), "value"));
        Assert.Contains("Parameters__the-key", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_state_is_read_back_and_a_broken_file_counts_as_none()
    {
        var state = new StateFile(File("state.json"));
        state.Update(s => s with { Portal = "http://localhost:1", Resources = [new ResourceState("a", "running", null, "a.log", [new ProcessStamp(1, "x")], 2, null)] });
        state.Update("a", r => r with { Status = "dead" });

        var read = new StateFile(File("state.json")).Read();
        Assert.Equal(("http://localhost:1", "dead", 2), (read.Portal, read.Resources[0].Status, read.Resources[0].Restarts));
        System.IO.File.WriteAllText(File("state.json"), "{ half");
        Assert.Equal(RunState.Empty, state.Read());
    }

    [Fact]
    public void The_lock_is_held_by_one()
    {
        using (var first = TreeLock.TryTake(File("lock")))
        {
            Assert.NotNull(first);
            Assert.Null(TreeLock.TryTake(File("lock")));
        }

        using var later = TreeLock.TryTake(File("lock"));
        Assert.NotNull(later);
    }

    [Fact]
    public async Task Leftovers_are_stopped_with_what_they_started()
    {
        // A shell with a child of its own that ignores polite requests.
        await using var process = ChildProcess.Start("sh", ["-c", "(trap '' TERM; while :; do sleep 60; done) & wait"], new Dictionary<string, string>(), File("left.log"));
        var stamp = await StampOf(process);
        var state = new StateFile(File("state.json"));
        state.Update(s => s with { Resources = [new ResourceState("left", "running", null, "left.log", [stamp], 0, null)] });
        await ProcessTable.SignalAsync("KILL", [process.Id]);
        await process.Ended;

        Assert.Equal(["left"], await Leftovers.StopAsync(state, TestContext.Current.CancellationToken, patience: TimeSpan.FromSeconds(1)));
        await Testing.Eventually.Holds(() => Task.FromResult(ProcessTable.MembersOf(stamp.Id).Count == 0), "nothing of the session is left");
    }

    [Fact]
    public async Task A_process_with_a_recorded_id_but_another_start_is_left_alone()
    {
        await using var foreign = ChildProcess.Start("sleep", ["600"], new Dictionary<string, string>(), File("foreign.log"));
        var stamp = await StampOf(foreign);
        var state = new StateFile(File("state.json"));
        state.Update(s => s with { Resources = [new ResourceState("a", "running", null, "a.log", [stamp with { Start = stamp.Start + "1" }, stamp with { Start = "another-boot:1" }], 0, null)] });

        Assert.Empty(await Leftovers.StopAsync(state, TestContext.Current.CancellationToken));
        Assert.False(foreign.HasExited);
    }

    [Fact]
    public void The_delay_before_a_restart_doubles_up_to_its_bound()
    {
        var policy = new RestartPolicy(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), 6, TimeSpan.FromMinutes(1));

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], Enumerable.Range(1, 7).Select(n => policy.DelayBefore(n).TotalSeconds));
        Assert.Equal(30, policy.DelayBefore(10_000).TotalSeconds);
    }

    [Fact]
    public void Free_ports_differ_and_stay_clear_of_the_ephemeral_range()
    {
        var low = int.Parse(System.IO.File.ReadAllText("/proc/sys/net/ipv4/ip_local_port_range").Split('\t', ' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        var ports = FreePort.Several(50);

        Assert.Equal(50, ports.Distinct().Count());
        if (low > 13_000) Assert.All(ports, port => Assert.InRange(port, 12_000, low - 1));
    }

    public void Dispose() => directory.Delete(recursive: true);

    private static async Task<ProcessStamp> StampOf(ChildProcess process)
    {
        // The program has its own session once setsid has given it one.
        await Testing.Eventually.Holds(() => Task.FromResult(ProcessTable.MembersOf(process.Id).Count > 0), "the process leads its session");
        return ProcessStamp.Of(process.Id)!;
    }

    private static ParameterResource Parameter(string input) => (ParameterResource)Manifests.Parse(
        $$""" "the-key": { "type": "parameter.v0", "value": "{the-key.inputs.value}", "inputs": { "value": { {{input}} } } } """).Find("the-key")!;
}
