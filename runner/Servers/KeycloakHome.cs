namespace Disclosure.Runner.Servers;

/// <summary>A Keycloak home of our own over an installation: what Keycloak writes is copied, the rest (400 MB) is linked.</summary>
internal static class KeycloakHome
{
    /// <summary>What a start may write to: the script finds its home by its own place, the build goes to <c>lib/quarkus</c>.</summary>
    private static readonly string[] Copied = ["conf", "lib/quarkus"];

    private static readonly string[] Linked = ["lib/lib", "lib/app", "providers", "themes"];

    public static void Prepare(string home, string work)
    {
        var version = File.ReadAllText(Path.Combine(home, "version.txt"));
        var mark = Path.Combine(work, "prepared-from.txt");
        var from = $"{home}\n{version}";
        if (File.Exists(mark) && File.ReadAllText(mark) == from) return;
        foreach (var stale in Copied.Concat(Linked).Append("bin").Select(part => new DirectoryInfo(Path.Combine(work, part))).Where(part => part.Exists || part.LinkTarget is not null))
            stale.Delete(recursive: stale.LinkTarget is null);
        Directory.CreateDirectory(Path.Combine(work, "bin"));
        File.Copy(Path.Combine(home, "bin", "kc.sh"), Path.Combine(work, "bin", "kc.sh"));
        foreach (var part in Copied) Copy(Path.Combine(home, part), Path.Combine(work, part));
        foreach (var file in (string[])["lib/quarkus-run.jar", "version.txt"]) CopyFile(Path.Combine(home, file), Path.Combine(work, file));
        foreach (var part in Linked) Directory.CreateSymbolicLink(Path.Combine(work, part), Path.Combine(home, part));
        File.WriteAllText(mark, from);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) CopyFile(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var directory in Directory.GetDirectories(from)) Copy(directory, Path.Combine(to, Path.GetFileName(directory)));
    }

    /// <summary>Copies the content and not the mode: an installation may be read-only, its copy may not.</summary>
    private static void CopyFile(string from, string to) => File.WriteAllBytes(to, File.ReadAllBytes(from));
}
