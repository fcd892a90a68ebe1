using System.Diagnostics;

namespace Disclosure.Testing;

/// <summary>The API fuzzer Schemathesis, where there is one.</summary>
public static class SchemathesisWheels
{
    /// <summary>The program, installed once below <c>.local/</c> from the wheels beside the repository.</summary>
    /// <returns>Its path, or the reason why there is none.</returns>
    public static async Task<(string? Program, string? SkipReason)> FindAsync()
    {
        var home = Path.Combine(Repository.Root, ".local", "schemathesis");
        var program = Path.Combine(home, "bin", "schemathesis");
        // pip puts it there last, so an interrupted installation is done again.
        if (File.Exists(program)) return (program, null);
        var wheels = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "tools", "schemathesis"));
        if (!Directory.Exists(wheels)) return (null, "There is no Schemathesis: ../shared/tools/schemathesis does not exist.");
        if (Environment.GetEnvironmentVariable("PATH")!.Split(':').All(directory => !File.Exists(Path.Combine(directory, "python3"))))
            return (null, "Schemathesis needs Python 3.11 (packages python3 and python3-venv), which is not installed.");
        await RunAsync("python3", "-m", "venv", home);
        await RunAsync(Path.Combine(home, "bin", "pip"), "install", "--quiet", "--no-index", "--find-links", wheels, "schemathesis");
        return (program, null);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {errors}");
    }
}
