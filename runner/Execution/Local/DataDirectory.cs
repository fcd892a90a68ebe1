using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Runner.Execution.Local;

/// <summary>Where the servers of a tree keep their data.</summary>
internal static class DataDirectory
{
    private const string Account = "postgres";
    private const string SystemState = "/var/lib/disclosure";

    /// <summary>
    /// PostgreSQL's directory: <c>.local/data</c>, unless we are root and the account that must run PostgreSQL cannot enter the tree;
    /// then a directory of the system's state keyed by the tree's path.
    /// </summary>
    public static async Task<string> ForPostgresAsync(Workspace workspace)
    {
        if (!Environment.IsPrivilegedProcess || await CanEnterAsync(workspace)) return Path.Combine(workspace.Data, "postgres");
        return Path.Combine(SystemState, KeyOf(workspace.Root), "postgres");
    }

    /// <summary>Empties the tree's data: every server starts as on the first day.</summary>
    public static async Task ClearAsync(Workspace workspace)
    {
        foreach (var directory in new[] { workspace.Data, await ForPostgresAsync(workspace) })
            if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
    }

    private static string KeyOf(string root) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..12];

    private static async Task<bool> CanEnterAsync(Workspace workspace)
    {
        Directory.CreateDirectory(workspace.Data);
        var start = new ProcessStartInfo("setpriv", ["--reuid", Account, "--regid", Account, "--clear-groups", "--", "test", "-x", workspace.Data]) { RedirectStandardError = true };
        using var test = Process.Start(start)!;
        await test.WaitForExitAsync();
        return test.ExitCode == 0;
    }
}
