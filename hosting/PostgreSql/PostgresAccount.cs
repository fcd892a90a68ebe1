using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Hosting.PostgreSql;

/// <summary>PostgreSQL refuses to run as root; then the system account <c>postgres</c> runs it and owns its data.</summary>
internal static class PostgresAccount
{
    public const string Name = "postgres";

    private const string Packages = "/usr/lib/postgresql";
    private const string SystemState = "/var/lib/disclosure";
    private static readonly string[] As = ["--reuid", Name, "--regid", Name, "--clear-groups", "--"];

    /// <summary>
    /// A program of the newest installed server, as the account; <c>setpriv</c> gives its place to it, so that the process we stop is
    /// the server's own.
    /// </summary>
    /// <exception cref="DistributedApplicationException">No server is installed.</exception>
    public static (string Program, string[] Arguments) Run(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs(), program);
        return Environment.IsPrivilegedProcess ? ("setpriv", [.. As, path, .. arguments]) : (path, arguments);
    }

    public static async Task OwnAsync(IEnumerable<string> paths, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess) return;
        using var own = Process.Start("chown", ["-R", Name, .. paths]);
        await own.WaitForExitAsync(cancellation);
    }

    /// <summary>
    /// The wanted directory, unless the account cannot enter the one it is in (a tree below a home, say): then one of the system's
    /// state, keyed by its path.
    /// </summary>
    public static string DataDirectory(string wanted)
    {
        var parent = Directory.CreateDirectory(Path.GetDirectoryName(wanted)!).FullName;
        if (!Environment.IsPrivilegedProcess || CanEnter(parent)) return wanted;
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..12];
        Directory.CreateDirectory(Path.Combine(SystemState, key));
        return Path.Combine(SystemState, key, Path.GetFileName(wanted));
    }

    private static bool CanEnter(string directory)
    {
        using var test = Process.Start(new ProcessStartInfo("setpriv", [.. As, "test", "-x", directory]) { RedirectStandardError = true })!;
        test.WaitForExit();
        return test.ExitCode == 0;
    }

    private static string Programs() => (Directory.Exists(Packages) ? Directory.GetDirectories(Packages) : [])
        .OrderByDescending(directory => int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var version)
            ? version : 0)
        .Select(directory => Path.Combine(directory, "bin"))
        .FirstOrDefault(directory => File.Exists(Path.Combine(directory, "initdb")))
        ?? throw new DistributedApplicationException("No PostgreSQL server is installed (package postgresql).");
}
