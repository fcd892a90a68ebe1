using System.Net;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Gateway.Security;

/// <summary>
/// The addresses that this site is known by (<c>Site:Addresses</c>, such as <c>https://zwgk.example.gov.cn</c>, several separated by
/// commas). What a request says of its host is the client's word: only these are answered, and absolute links begin with one of them.
/// </summary>
/// <remarks>Without the setting the site is known as this machine alone, on any port: nobody elsewhere reaches it by that name.</remarks>
internal sealed class SiteAddresses
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "Site:Addresses";

    private static readonly ProblemHttpResult UnknownHost =
        Problems.Of(StatusCodes.Status421MisdirectedRequest, "host-is-unknown", "网址有误", "本站不以这个域名提供服务。");

    private readonly Dictionary<string, string> known = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidOperationException">A configured address is none of a site.</exception>
    public SiteAddresses(IConfiguration configuration)
    {
        const StringSplitOptions tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        foreach (var text in (configuration[Setting] ?? "").Split(',', tidy))
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
                || address is not { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "" })
                throw new InvalidOperationException($"{Setting}: '{text}' is not an address such as https://zwgk.example.gov.cn.");
            // A browser names the port in its Host header only where it is not the scheme's own.
            var host = address.IsDefaultPort ? address.IdnHost : $"{address.IdnHost}:{address.Port}";
            known[host] = address.GetLeftPart(UriPartial.Authority);
        }
    }

    /// <summary>The first of them; null without the setting.</summary>
    public Uri? First => known.Count == 0 ? null : new Uri(known.Values.First());

    /// <summary>The site's address that a request came to, without a slash at its end.</summary>
    public string Of(HttpRequest request)
        => known.Count == 0 ? $"{request.Scheme}://{HostOf(request)}" : known.GetValueOrDefault(HostOf(request), known.Values.First());

    /// <summary>Refuses what came by a name that is not this site's. Probes come by the address of the pod.</summary>
    public Task RefuseStrangersAsync(HttpContext context, RequestDelegate next)
    {
        if (IsKnown(HostOf(context.Request)) || Probes.Are(context.Request.Path)) return next(context);
        // The page that says so is written under a name that can be read: what came may not even be one.
        context.Request.Headers.Host = known.Keys.FirstOrDefault("localhost");
        return UnknownHost.ExecuteAsync(context);
    }

    private bool IsKnown(string host) => known.Count == 0 ? IsThisMachine(new HostString(host).Host) : known.ContainsKey(host);

    private static bool IsThisMachine(string host)
        => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>The header as it came: the request's own property decodes international names, and throws at one that is none.</summary>
    private static string HostOf(HttpRequest request) => request.Headers.Host.ToString();
}
