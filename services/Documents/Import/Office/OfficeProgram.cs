using System.Diagnostics;

namespace Disclosure.Documents.Import.Office;

/// <summary>LibreOffice as a program of its own (decision 0043): each file in a profile and directory of its own, without macros, without
/// links that are followed, without what is configured for the service, and ended after a while.</summary>
internal static class OfficeProgram
{
    private const string Name = "soffice";

    /// <summary>Address space: the largest ordinary document takes a fifth of it.</summary>
    private const string MostMemory = "--as=4294967296";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(40);

    private static readonly string[] Places = ["/usr/bin", "/usr/lib/libreoffice/program", "/opt/libreoffice/program"];

    /// <summary>What no document may do: run code, and fetch what it names.</summary>
    private static readonly string Settings = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        {Setting("Office.Common/Security/Scripting", "DisableMacrosExecution", "true")}
        {Setting("Office.Common/Security/Scripting", "MacroSecurityLevel", "3")}
        {Setting("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")}
        {Setting("Office.Writer/Content/Update", "Link", "2")}
        {Setting("Office.Calc/Content/Update", "Link", "2")}
        {Setting("Inet/Settings", "ooInetProxyType", "2")}
        {Setting("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1")}
        {Setting("Inet/Settings", "ooInetHTTPProxyPort", "9")}
        {Setting("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1")}
        {Setting("Inet/Settings", "ooInetHTTPSProxyPort", "9")}
        </oor:items>
        """;

    /// <summary>Where the program is; null where it is not installed.</summary>
    public static string? Path { get; } = Find(Name, [.. (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator), .. Places]);

    private static readonly string? Limiter = Find("prlimit", ["/usr/bin", "/bin"]);

    /// <summary>The file in another form; null where the program makes none of it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ending">Its ending, by which the program knows how to read it.</param>
    /// <param name="form">Ending of the form that is made.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<byte[]?> ConvertAsync(ReadOnlyMemory<byte> file, string ending, string form, CancellationToken cancellation)
    {
        var home = System.IO.Directory.CreateTempSubdirectory("disclosure-office");
        try
        {
            var source = System.IO.Path.Combine(home.FullName, $"file.{ending}");
            await File.WriteAllBytesAsync(source, file, cancellation);
            var profile = System.IO.Directory.CreateDirectory(System.IO.Path.Combine(home.FullName, "profile", "user"));
            await File.WriteAllTextAsync(System.IO.Path.Combine(profile.FullName, "registrymodifications.xcu"), Settings, cancellation);
            await RunAsync(home.FullName, source, form, cancellation);
            var made = System.IO.Path.Combine(home.FullName, "out", $"file.{form}");
            return File.Exists(made) && new FileInfo(made).Length <= DocumentReader.MaxBytes
                ? await File.ReadAllBytesAsync(made, cancellation) : null;
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string home, string source, string form, CancellationToken cancellation)
    {
        using var process = Process.Start(Start(home, source, form)) ?? throw new InvalidOperationException("LibreOffice did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeLimit);
        try
        {
            var said = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            var complained = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            await Task.WhenAll(said, complained, process.WaitForExitAsync(limit.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // What it has not made by now it does not make.
        }
        finally
        {
            // The starter waits for the program itself, which would outlive it.
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static ProcessStartInfo Start(string home, string source, string form)
    {
        string[] arguments =
        [
            $"-env:UserInstallation={new Uri(System.IO.Path.Combine(home, "profile"))}", "--headless", "--norestore", "--nolockcheck",
            "--nodefault", "--convert-to", form, "--outdir", System.IO.Path.Combine(home, "out"), source,
        ];
        var start = Limiter is null ? new ProcessStartInfo(Path!, arguments)
            : new ProcessStartInfo(Limiter, [MostMemory, "--", Path!, .. arguments]);
        start.WorkingDirectory = home;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["HOME"] = home;
        start.Environment["TMPDIR"] = home;
        start.Environment["LANG"] = "C.UTF-8";
        return start;
    }

    private static string Setting(string path, string name, string value) => $"<item oor:path=\"/org.openoffice.{path}\">"
        + $"<prop oor:name=\"{name}\" oor:op=\"fuse\"><value>{value}</value></prop></item>";

    private static string? Find(string name, IEnumerable<string> places)
        => places.Where(place => place.Length > 0).Select(place => System.IO.Path.Combine(place, name)).FirstOrDefault(File.Exists);
}
