using System.Net;
using System.Net.Sockets;

namespace Disclosure.Gateway.Security;

/// <summary>Whom a request is counted for.</summary>
internal static class CallerAddress
{
    /// <summary>Bytes of an IPv6 address that name a network; one subscriber has all addresses below it.</summary>
    private const int NetworkBytes = 8;

    /// <summary>The address of the caller; of IPv6 its network.</summary>
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    /// <summary>The address; of IPv6 its network.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address)) return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
