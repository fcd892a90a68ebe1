using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Disclosure.Documents.Bounded;

/// <summary>How the child is started: by the runtime that runs this process, whatever program that is.</summary>
internal static class ChildStart
{
    private static readonly string Program = typeof(ChildStart).Assembly.Location;

    public static ProcessStartInfo Info(ChildBounds bounds, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Runtime(), [.. Arguments(), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name != "PATH" && !name.StartsWith("DOTNET_", StringComparison.Ordinal))
            .ToList())
            start.Environment.Remove(name);
        // What is hooked into the service has no place in the child.
        start.Environment.Remove("DOTNET_STARTUP_HOOKS");
        start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{bounds.Heap:X}";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }

    /// <summary>The library is a program with a configuration of its own; where that was not copied, the host's will do.</summary>
    private static IEnumerable<string> Arguments()
    {
        yield return "exec";
        var own = Path.ChangeExtension(Program, ".runtimeconfig.json");
        if (!File.Exists(own) && Assembly.GetEntryAssembly()?.Location is { Length: > 0 } host)
        {
            yield return "--runtimeconfig";
            yield return Path.ChangeExtension(host, ".runtimeconfig.json");
            yield return "--depsfile";
            yield return Path.ChangeExtension(host, ".deps.json");
        }

        yield return Program;
    }

    private static string Runtime()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Path.GetFileName(Environment.ProcessPath) == name) return Environment.ProcessPath!;
        // The framework lies in shared/Microsoft.NETCore.App/<version> below the program that starts it.
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }
}
