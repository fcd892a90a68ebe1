using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Disclosure.Runner.Servers;

/// <summary>Finds TCP ports of the loopback interface that nobody listens on.</summary>
/// <remarks>Below the system's ephemeral range: a port of that range may become some client's own end before its server listens.</remarks>
public static class FreePort
{
    private const string EphemeralRange = "/proc/sys/net/ipv4/ip_local_port_range";
    private const int Lowest = 12_000;

    /// <summary>A port that was free at the moment of asking.</summary>
    /// <returns>A port number.</returns>
    public static int Next() => Several(1)[0];

    /// <summary>Different ports that were free at the moment of asking.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Port numbers.</returns>
    public static IReadOnlyList<int> Several(int count)
    {
        var held = new List<TcpListener>();
        try
        {
            while (held.Count < count)
                if (TryHold(RandomNumberGenerator.GetInt32(Lowest, Highest())) is { } listener) held.Add(listener);
            return [.. held.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in held) listener.Dispose();
        }
    }

    /// <summary>Whether nobody listens on the port.</summary>
    /// <param name="port">Port number.</param>
    /// <returns>True when a server could listen there.</returns>
    public static bool IsFree(int port)
    {
        using var listener = TryHold(port);
        return listener is not null;
    }

    private static TcpListener? TryHold(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }

    private static int Highest()
    {
        if (!File.Exists(EphemeralRange)) return 32_768;
        var low = int.Parse(File.ReadAllText(EphemeralRange).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture);
        // A machine that hands out nearly every port as ephemeral leaves nothing below; then the usual range is as good as any.
        return low > Lowest + 1000 ? low : 32_768;
    }
}
