using System.Collections.Concurrent;
using System.Globalization;

namespace Disclosure.Gateway.Caching;

/// <summary>
/// Counts changes of what is public. The count is part of every cached page's key, so a page rendered from the state before
/// a change can never be stored under, or served from, the key of the state after it.
/// </summary>
internal sealed class PublicStateVersions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, long> changes = new(StringComparer.Ordinal);
    private long connections;
    private volatile bool listening;

    /// <summary>The state that a page of this authority, or of one item of it, is rendered from.</summary>
    public string Version(string authority, string? number)
    {
        var change = changes.GetValueOrDefault(Key(authority, number));
        // While the broker is not heard nobody tells us of changes: then a page is good for the second it was made in.
        return listening
            ? string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Read(ref connections)}.{change}")
            : string.Create(CultureInfo.InvariantCulture,
            $"{Interlocked.Read(ref connections)}.{change}.{clock.GetUtcNow().ToUnixTimeSeconds()}");
    }

    public void Changed(string authority, string number)
    {
        changes.AddOrUpdate(Key(authority, number), 1, (_, n) => n + 1);
        changes.AddOrUpdate(Key(authority, null), 1, (_, n) => n + 1);
    }

    /// <summary>The broker is heard again: whatever was missed meanwhile must not be kept.</summary>
    public void Listening()
    {
        Interlocked.Increment(ref connections);
        listening = true;
    }

    public void Disconnected() => listening = false;

    private static string Key(string authority, string? number) => number is null ? authority : $"{authority}/{number}";
}
