using System.Diagnostics;
using Disclosure.Runner.Execution;

namespace Disclosure.Runner.Commands;

/// <summary>Compares the committed manifest with what the app model publishes under Aspire.</summary>
internal static class ManifestComparison
{
    public static async Task<int> RunAsync(Workspace workspace, TextWriter output, CancellationToken cancellation)
    {
        var scratch = Directory.CreateTempSubdirectory("disclosure-manifest-");
        try
        {
            // The publisher writes paths relative to the manifest, so it must write beside the committed one.
            var published = Path.Combine(workspace.Root, ".aspire-manifest.published.json");
            var (code, log) = await DotnetAsync(workspace, cancellation, "run", "--project", "AppHost", "-c", "Release", "-p:UseAspire=true",
                "--artifacts-path", scratch.FullName, "--", "--operation", "publish", "--publisher", "manifest", "--output-path", published);
            if (code != 0 && log.Contains("Aspire.", StringComparison.Ordinal) && (log.Contains("MSB4236", StringComparison.Ordinal) || log.Contains("NU1", StringComparison.Ordinal)))
            {
                await output.WriteLineAsync("The manifest is well-formed and can be run. It was NOT compared with AppModel.cs: the Aspire packages cannot be restored here.");
                return 0;
            }

            if (code != 0)
            {
                await output.WriteLineAsync("The app model cannot be published:\n" + log);
                return 1;
            }

            return await CompareAsync(workspace.Manifest, published, output, cancellation);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<int> CompareAsync(string committed, string published, TextWriter output, CancellationToken cancellation)
    {
        var ours = await File.ReadAllLinesAsync(committed, cancellation);
        var theirs = await File.ReadAllLinesAsync(published, cancellation);
        File.Delete(published);
        var same = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        if (same == ours.Length && same == theirs.Length)
        {
            await output.WriteLineAsync("The committed manifest is what AppModel.cs publishes.");
            return 0;
        }

        await output.WriteLineAsync($"aspire-manifest.json differs from what AppModel.cs publishes, first in line {same + 1}:");
        await output.WriteLineAsync($"  committed: {ours.ElementAtOrDefault(same)?.Trim() ?? "(end)"}");
        await output.WriteLineAsync($"  published: {theirs.ElementAtOrDefault(same)?.Trim() ?? "(end)"}");
        return 1;
    }

    private static async Task<(int Code, string Log)> DotnetAsync(Workspace workspace, CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = workspace.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["UseAspire"] = "true";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + errors);
    }
}
