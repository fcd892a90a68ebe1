using System.Net;
using System.Net.Sockets;

namespace Disclosure.Runner.Servers;

/// <summary>Finds TCP ports of the loopback interface that nobody listens on.</summary>
public static class FreePort
{
    /// <summary>A port that was free at the moment of asking.</summary>
    /// <returns>A port number.</returns>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
