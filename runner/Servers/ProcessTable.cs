using System.Diagnostics;
using System.Globalization;

namespace Disclosure.Runner.Servers;

/// <summary>Asks the system which processes exist, by id and start time: an id alone may by now belong to somebody else.</summary>
internal static class ProcessTable
{
    private static readonly string BootId = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    /// <summary>When the process started, in ticks of this boot; nothing when it is gone or a zombie.</summary>
    public static string? StartOf(int id) => Read(id) is { } entry && entry.State != 'Z' ? Stamp(entry) : null;

    /// <summary>The living processes of a session, its leader among them.</summary>
    public static IReadOnlyList<int> MembersOf(int session) => [.. Entries().Where(e => e.Session == session && e.State != 'Z').Select(e => e.Id)];

    /// <summary>
    /// What is left of a process we started and of those it started. Empty when the id now belongs to another process:
    /// the system does not give an id away while a session still bears it.
    /// </summary>
    public static IReadOnlyList<int> LeftOf(int id, string start) => Read(id) is { } leader
        ? Stamp(leader) == start ? [id, .. MembersOf(id).Where(m => m != id)] : []
        : start.StartsWith(BootId, StringComparison.Ordinal) ? MembersOf(id) : [];

    /// <summary>Sends a signal to processes; those that are gone already are passed over.</summary>
    public static async Task SignalAsync(string signal, IReadOnlyList<int> ids)
    {
        if (ids.Count == 0) return;
        var start = new ProcessStartInfo("kill", ["-" + signal, "--", .. ids.Select(i => i.ToString(CultureInfo.InvariantCulture))]) { RedirectStandardError = true };
        using var kill = Process.Start(start)!;
        await kill.WaitForExitAsync();
    }

    private static string Stamp(Entry entry) => $"{BootId}:{entry.Start}";

    private static IEnumerable<Entry> Entries() => Directory.EnumerateDirectories("/proc")
        .Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var id) ? Read(id) : null)
        .OfType<Entry>();

    private static Entry? Read(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            // The second field is the program's name in parentheses and may hold anything; the rest follows its last parenthesis.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return new Entry(id, fields[0][0], int.Parse(fields[3], CultureInfo.InvariantCulture), fields[19]);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Entry(int Id, char State, int Session, string Start);
}
