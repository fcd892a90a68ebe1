using System.Net;

namespace Disclosure.DevelopmentIssuer.Protocol;

/// <summary>By which names the issuer is asked: what a request says of its host would become the issuer's own name.</summary>
/// <param name="issuer">The configured issuer; null where it is known as this machine alone.</param>
internal sealed class HostRules(string? issuer)
{
    private readonly string? known = issuer is null ? null : new Uri(issuer).Authority;

    /// <summary>Whether a host is the configured one or this machine, on any port.</summary>
    /// <param name="host">The header as it came.</param>
    public bool Allow(string host)
    {
        if (string.Equals(host, known, StringComparison.OrdinalIgnoreCase)) return true;
        var name = new HostString(host).Host;
        return string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
    }
}
