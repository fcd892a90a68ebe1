using System.Diagnostics;

namespace Disclosure.Testing;

/// <summary>The Keycloak to test with, where there is one.</summary>
public static class KeycloakArchive
{
    /// <summary><c>KEYCLOAK_HOME</c>, else the archive beside the repository, unpacked once below <c>.local/</c>.</summary>
    /// <returns>Its home, or the reason why there is none.</returns>
    public static async Task<(string? Home, string? SkipReason)> FindAsync()
    {
        if (Environment.GetEnvironmentVariable("PATH")!.Split(':').All(directory => !File.Exists(Path.Combine(directory, "java")))
            && Environment.GetEnvironmentVariable("JAVA_HOME") is null)
            return (null, "Keycloak needs Java 17 (package openjdk-17-jre-headless), which is not installed.");
        if (Environment.GetEnvironmentVariable("KEYCLOAK_HOME") is { Length: > 0 } home) return (home, null);
        var unpacked = Path.Combine(Repository.Root, ".local", "keycloak");
        if (Directory.Exists(unpacked)) return (unpacked, null);
        var archive = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "tools", "keycloak.tar.xz"));
        if (!File.Exists(archive)) return (null,
            "There is no Keycloak: KEYCLOAK_HOME is not set and ../shared/tools/keycloak.tar.xz does not exist.");
        // Beside its final place, so that an interrupted run leaves no half of a Keycloak there.
        var arriving = Directory.CreateDirectory(unpacked + ".arriving").FullName;
        using (var tar = Process.Start("tar", ["-xJf", archive, "-C", arriving])) await tar.WaitForExitAsync();
        Directory.Move(Path.Combine(arriving, "keycloak"), unpacked);
        Directory.Delete(arriving, recursive: true);
        return (unpacked, null);
    }
}
