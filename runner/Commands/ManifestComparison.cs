using System.Diagnostics;
using Disclosure.Runner.Execution.Local;

namespace Disclosure.Runner.Commands;

/// <summary>Compares the committed manifest with what the app model publishes under Aspire.</summary>
internal static partial class ManifestComparison
{
    /// <summary>Exit code of a check that this machine cannot make: neither agreement nor disagreement was found.</summary>
    public const int CannotBeChecked = 3;

    private const string Published = ".aspire-manifest.published.json";

    public static async Task<int> RunAsync(Workspace workspace, TextWriter output, CancellationToken cancellation)
    {
        var scratch = Directory.CreateTempSubdirectory("disclosure-manifest-");
        try
        {
            // The publisher writes paths relative to the manifest, so it must write beside the committed one.
            var published = Path.Combine(workspace.Root, Published);
            var (code, log) = await DotnetAsync(workspace, cancellation, "run", "--project", "AppHost", "-c", "Release", "-p:UseAspire=true",
                "--artifacts-path", scratch.FullName, "--", "--operation", "publish", "--publisher", "manifest", "--output-path", published);
            if (code != 0 && PackagesAreMissing(log) is { } missing)
            {
                await output.WriteLineAsync($"The manifest is well-formed and can be run. It was NOT compared with AppModel.cs: the Aspire packages cannot be restored here ({missing}).");
                return CannotBeChecked;
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
            File.Delete(Path.Combine(workspace.Root, Published));
        }
    }

    /// <summary>The first error when nothing but missing packages stopped the build; nothing when it failed for a reason of ours.</summary>
    internal static string? PackagesAreMissing(string log)
    {
        var errors = BuildError().Matches(log);
        return errors.Count > 0 && errors.All(error => error.Groups["code"].Value is ['N', 'U', '1', ..] or "MSB4236") ? errors[0].Groups["text"].Value.Trim() : null;
    }

    // MSB4236: the SDK named in the project cannot be found; NU1nnn: restore.
    [System.Text.RegularExpressions.GeneratedRegex(@"error (?<text>(?<code>[A-Z]+\d+)\s*:[^\r\n\[]*)")]
    private static partial System.Text.RegularExpressions.Regex BuildError();

    private static async Task<int> CompareAsync(string committed, string published, TextWriter output, CancellationToken cancellation)
    {
        var ours = await File.ReadAllLinesAsync(committed, cancellation);
        var theirs = await File.ReadAllLinesAsync(published, cancellation);
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
