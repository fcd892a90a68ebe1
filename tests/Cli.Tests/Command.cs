using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Disclosure.Testing;

namespace Disclosure.Cli.Tests;

/// <summary>What a command said and how it ended.</summary>
/// <param name="ExitCode">0 answered, 1 the answer is no, 2 cannot be asked so.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record Said(int ExitCode, string Output, string Errors)
{
    /// <summary>Standard output as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Output);

    /// <summary>Names of the answer's members, in order.</summary>
    public IEnumerable<string> Members => Json.EnumerateObject().Select(member => member.Name);
}

/// <summary>Runs the built command line as a process.</summary>
internal static class Command
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;

    private static readonly string Program = Path.Combine(Repository.Root, "artifacts", "bin", "Cli", Configuration, "Disclosure.Cli.dll");

    /// <summary>Runs a command to its end.</summary>
    /// <param name="arguments">Arguments, for instance <c>rules</c>, <c>due</c>, …</param>
    /// <returns>What it said.</returns>
    public static Task<Said> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <summary>The same with environment variables.</summary>
    /// <param name="environment">Variables beside the inherited ones.</param>
    /// <param name="arguments">Arguments.</param>
    /// <returns>What it said.</returns>
    public static async Task<Said> RunAsync(IEnumerable<KeyValuePair<string, string?>> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Said(process.ExitCode, output, await errors);
    }
}
