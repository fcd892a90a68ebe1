using System.Diagnostics;
using System.Globalization;
using Disclosure.Hosting.Processes;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Hosting.Tests;

/// <summary>Whatever happens to the AppHost, nothing of what it ran lives on.</summary>
public sealed class OrphanTests
{
    [Fact]
    public async Task An_AppHost_that_is_killed_leaves_no_process_behind()
    {
        var local = Path.Combine(Path.GetTempPath(), $"disclosure-killed-{Guid.CreateVersion7():N}");
        var appHost = Path.Combine(Repository.Root, "artifacts", "bin", "AppHost", new DirectoryInfo(AppContext.BaseDirectory)
            .Name, "Disclosure.AppHost.dll");
        var start = new ProcessStartInfo("dotnet",
            [appHost, "--servers=local", $"--local={local}", string.Create(CultureInfo.InvariantCulture, $"--port={FreePort.Next()}")])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        // No dashboard is asked for, and none is there to be asked.
        foreach (var (name, value) in new[] { ("ASPNETCORE_URLS", "http://localhost:0"),
            ("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "http://localhost:4317"), ("ASPIRE_ALLOW_UNSECURED_TRANSPORT", "true"),
                ("DOTNET_DASHBOARD_ENABLED", "false") })
            start.Environment[name] = value;
        using var host = Process.Start(start)!;
        host.OutputDataReceived += (_, _) => { };
        host.ErrorDataReceived += (_, _) => { };
        host.BeginOutputReadLine();
        host.BeginErrorReadLine();
        // Its servers carry the directory in their command lines or environments; their children are theirs.
        await Eventually.Holds(()
            => Task.FromResult(Processes(local).Count(id => id != host.Id) >= 3), "database, broker and port mapper run", seconds: 120);

        host.Kill();

        await Eventually.Holds(() => Task.FromResult(Processes(local).Count == 0), "nothing is left", seconds: 60);
        Directory.Delete(local, recursive: true);
    }

    private static IReadOnlyList<int> Processes(string mark) => [.. Directory.EnumerateDirectories("/proc")
        .Select(directory => int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0 && (Read(id, "cmdline").Contains(mark, StringComparison.Ordinal) || Read(id, "environ")
            .Contains(mark, StringComparison.Ordinal)))];

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
