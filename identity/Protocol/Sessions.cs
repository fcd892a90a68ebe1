using System.Collections.Concurrent;

namespace Disclosure.DevelopmentIssuer.Protocol;

/// <summary>What must not be accepted again: sessions that ended and codes that were used.</summary>
/// <remarks>Codes and refresh tokens carry everything they need, so only the refusals are remembered, in memory, for as long as such a
/// token could live.</remarks>
internal sealed class Sessions(TimeProvider clock)
{
    /// <summary>Longest time between a sign-in and the last use of anything issued for it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> refused = new(StringComparer.Ordinal);

    public void End(string session) => TryRefuse("session:" + session);

    public bool HasEnded(string? session) => session is null || refused.ContainsKey("session:" + session);

    /// <summary>Uses a code up; false when it was used before.</summary>
    public bool TryUse(string code) => TryRefuse("code:" + code);

    private bool TryRefuse(string key)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, until) in refused)
            if (until < now) refused.TryRemove(old, out _);
        return refused.TryAdd(key, now + Lifetime);
    }
}
