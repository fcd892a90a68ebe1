using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Disclosure.Hosting.Processes;

/// <summary>Finds TCP ports of the loopback interface that nobody listens on.</summary>
public static class FreePort
{
    // Below Linux's ephemeral range: a port of that may become some client's own end before its server listens.
    private const int Lowest = 12_000;
    private const int Highest = 32_000;

    /// <summary>A port that was free at the moment of asking.</summary>
    public static int Next()
    {
        while (true)
            if (RandomNumberGenerator.GetInt32(Lowest, Highest) is var port && IsFree(port)) return port;
    }

    /// <summary>Whether a server could listen on the port.</summary>
    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
