using System.Diagnostics;
using Disclosure.Runner.Commands;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Runner.Tests;

/// <summary>The parts of <c>./disclosure</c> that install, run the tests and judge them; its functions are sourced, so nothing of the machine changes.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("disclosure-command-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task What_holds_the_services_down_is_taken_back_when_installing_fails()
    {
        var (code, output) = await BashAsync("""
            as_root() { [ "$1" != tee ] || cat >/dev/null; echo "root: $*"; [ "$1 $2" != 'apt-get update' ]; }
            install_packages postgresql
            """);

        Assert.NotEqual(0, code);
        var removal = output.Split('\n').Single(line => line.StartsWith("root: rm", StringComparison.Ordinal));
        Assert.Contains("createcluster.d/disclosure.conf", removal, StringComparison.Ordinal);
        // Where the machine has a policy of its own, it stays.
        Assert.Equal(!File.Exists("/usr/sbin/policy-rc.d"), removal.Contains("/usr/sbin/policy-rc.d", StringComparison.Ordinal));
    }

    [Theory]
    // What there is; whether packages can be had; whether root can be had unasked; what is asked of apt; how it ends.
    [InlineData("chromium-headless-shell", "true", "true", "", 0)]
    [InlineData("chromium", "true", "true", "chromium-headless-shell", 0)]
    [InlineData("chromium", "false", "true", "chromium-headless-shell", 0)]
    [InlineData("chromium", "true", "false", "", 0)]
    [InlineData("nothing", "true", "false", "chromium-headless-shell", 0)]
    [InlineData("nothing", "false", "true", "chromium-headless-shell,chromium", 1)]
    [InlineData("nothing", "exit 130", "true", "chromium-headless-shell", 130)]
    public async Task A_browser_is_installed_where_there_is_none_and_a_lighter_one_where_it_costs_nothing(string there, string packages, string unasked, string asked, int code)
    {
        var answer = await BashAsync($$"""
            cd {{directory}}; there={{there}}
            installed() { [ "$there" = "$1" ]; }
            as_root_unasked() { {{unasked}}; }
            install_packages() { echo "apt: $1"; ( {{packages}} ) || return; there=$1; }
            install_browser && install_browser
            """);

        Assert.Equal(code, answer.Code);
        // The second time there is nothing left to do, or it was in vain the first time.
        Assert.Equal(asked, string.Join(',', answer.Output.Split('\n').Where(line => line.StartsWith("apt: ", StringComparison.Ordinal)).Select(line => line[5..])));
    }

    [Theory]
    [InlineData("15", "3.10.8", 0, "")]
    [InlineData("18", "4.1.0", 0, "")]
    [InlineData("13", "3.10.8", 1, "PostgreSQL 13 is installed; at least 15 is needed")]
    [InlineData("15", "3.8.9", 1, "RabbitMQ 3.8.9 is installed; at least 3.10 is needed")]
    public async Task Servers_too_old_are_refused_by_name_and_version(string postgresql, string rabbitmq, int code, string message)
    {
        var answer = await BashAsync($"postgresql_version() {{ echo {postgresql}; }}; rabbitmq_version() {{ echo {rabbitmq}; }}; install_missing");

        Assert.Equal(code, answer.Code);
        Assert.Contains(message, answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("   Some.Tests  Total: 3, Errors: 0, Failed: 0, Skipped: 1", "exit 0", 0, "2 passed, 0 failed, 1 skipped")]
    [InlineData("   Some.Tests  Total: 3, Errors: 0, Failed: 1, Skipped: 0", "exit 1", 1, "2 passed, 1 failed, 0 skipped")]
    [InlineData("   Some.Tests  Total: 3, Errors: 0, Failed: 0, Skipped: 0", "exit 134", 1, "Some.Tests ended with code 134 although no test failed")]
    [InlineData("", "exit 0", 1, "Some.Tests ran no test")]
    [InlineData("", "sleep 600", 1, "Some.Tests did not end within 1 s")]
    public async Task A_suite_is_judged_by_its_summary_its_exit_code_and_its_patience(string summary, string end, int code, string message)
    {
        var tests = Directory.CreateDirectory(Path.Combine(directory, "tests", "Some.Tests")).FullName;
        await File.WriteAllTextAsync(Path.Combine(tests, "Some.Tests.csproj"), """<PackageReference Include="xunit.v3" />""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(tests, "Tests.cs"), "[Fact]", TestContext.Current.CancellationToken);
        var dotnet = Path.Combine(directory, "dotnet");
        await File.WriteAllTextAsync(dotnet, $"#!/bin/sh\necho '{summary}'\n{end}\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var answer = await BashAsync($"cd {directory}; PATH={directory}:$PATH; export DISCLOSURE_TEST_LIMIT={(end.StartsWith("sleep", StringComparison.Ordinal) ? 1 : 60)}; run_tests");

        Assert.Equal(code, answer.Code);
        Assert.Contains(message, answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stack_runs_from_a_copy_that_a_later_build_does_not_touch()
    {
        foreach (var (project, program) in ((string, bool)[])[("AppHost", true), ("gateway", true), ("services/Rules", false)])
        {
            var name = Path.GetFileName(project);
            Directory.CreateDirectory(Path.Combine(directory, project));
            await File.WriteAllTextAsync(Path.Combine(directory, project, name + ".csproj"), "", TestContext.Current.CancellationToken);
            var release = Directory.CreateDirectory(Path.Combine(directory, "artifacts", "bin", name, "release")).FullName;
            await File.WriteAllTextAsync(Path.Combine(release, $"Disclosure.{name}.dll"), "first", TestContext.Current.CancellationToken);
            if (program) await File.WriteAllTextAsync(Path.Combine(release, $"Disclosure.{name}.runtimeconfig.json"), "{}", TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, (await BashAsync($"cd {directory}; copy_programs; echo second >artifacts/bin/AppHost/release/Disclosure.AppHost.dll")).Code);

        Assert.Equal("first", await File.ReadAllTextAsync(Path.Combine(directory, ".local/bin/AppHost/release/Disclosure.AppHost.dll"), TestContext.Current.CancellationToken));
        Assert.Equal(["AppHost", "gateway"], Directory.GetDirectories(Path.Combine(directory, ".local", "bin")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("AppHost.csproj : error NU1101: Unable to find package Aspire.Hosting.AppHost. [x]", "NU1101: Unable to find package Aspire.Hosting.AppHost.")]
    [InlineData("x : error MSB4236: The SDK 'Aspire.AppHost.Sdk/13.5.4' specified could not be found. [x]", "MSB4236: The SDK 'Aspire.AppHost.Sdk/13.5.4' specified could not be found.")]
    [InlineData("error NU1101: Unable to find package Aspire.Hosting. [x]\nAppModel.cs(3,1): error CS1002: ; expected [x]", null)]
    [InlineData("AppModel.cs(3,1): error CS0246: 'Aspire.Hosting' NU1101 [x]", null)]
    [InlineData("Unhandled exception. Aspire.Hosting.DistributedApplicationException: NU1", null)]
    public void Only_missing_packages_excuse_a_check_that_was_not_made(string log, string? missing) => Assert.Equal(missing, ManifestComparison.PackagesAreMissing(log));

    private static async Task<(int Code, string Output)> BashAsync(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"source '{Path.Combine(Repository.Root, "disclosure")}'\n{script}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }
}
