namespace Disclosure.Testing;

/// <summary>The distribution's Chromium, as every browser test starts it.</summary>
public static class InstalledChromium
{
    private const string HeadlessShell = "/usr/bin/chromium-headless-shell";

    /// <summary>Where it is. The build without a window is the same engine and takes a fifth of the processor; the full one does where only
    /// it is installed.</summary>
    public static string Path => File.Exists(HeadlessShell) ? HeadlessShell : "/usr/bin/chromium";

    /// <summary>How it is started: it refuses its sandbox to root, which is who runs the tests in a container.</summary>
    public static IEnumerable<string> Arguments => Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];
}
