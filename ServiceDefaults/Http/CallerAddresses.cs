using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>Who is believed about where a request comes from: the machine itself and the proxies the operator names, nobody else.</summary>
/// <remarks>
/// <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c>, which the app model publishes, by itself believes <c>X-Forwarded-For</c> from anybody: a
/// client
/// would choose the address it is limited by and the one the audit chain (审计) records.
/// </remarks>
internal static class CallerAddresses
{
    /// <summary>Addresses of proxies in front of this process, separated by commas.</summary>
    public const string Proxies = "ForwardedHeaders:KnownProxies";

    /// <summary>Networks of proxies in front of this process, such as <c>10.42.0.0/16</c>, separated by commas. For a service: where the
    /// gateways are.</summary>
    public const string Networks = "ForwardedHeaders:KnownNetworks";

    /// <summary>Trusts loopback and what is configured, in place of the framework's everybody.</summary>
    public static void Trust(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        var errors = new List<string>();
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        options.KnownProxies.Add(IPAddress.Loopback);
        options.KnownProxies.Add(IPAddress.IPv6Loopback);
        foreach (var text in Listed(configuration, Proxies))
            if (IPAddress.TryParse(text, out var proxy)) options.KnownProxies.Add(proxy);
            else errors.Add($"{Proxies}: '{text}' is not an address.");
        foreach (var text in Listed(configuration, Networks))
            if (System.Net.IPNetwork.TryParse(text, out var network)) options.KnownIPNetworks.Add(network);
            else errors.Add($"{Networks}: '{text}' is not a network such as 10.42.0.0/16.");
        if (errors.Count > 0) throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
        // Back through every known proxy, to the first address that none of them is.
        options.ForwardLimit = null;
    }

    private static string[] Listed(IConfiguration configuration, string key)
        => configuration[key]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
