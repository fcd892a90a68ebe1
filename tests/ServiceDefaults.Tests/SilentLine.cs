using System.Net;
using System.Net.Sockets;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>A line to a server that can fall silent: from then on it takes everything, also new connections, and answers nothing.</summary>
internal sealed class SilentLine : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int? server;
    private CancellationTokenSource connections = new();
    private volatile bool silent;

    private SilentLine(int? server)
    {
        (this.server, silent) = (server, server is null);
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Ends when somebody says something to the silent line.</summary>
    public Task Asked => asked.Task;

    /// <summary>To nobody: silent from the beginning.</summary>
    public static SilentLine Hanging() => new(null);

    public static SilentLine To(int server) => new(server);

    public void FallSilent() => silent = true;

    /// <summary>Ends every connection and takes no new one.</summary>
    public void Cut()
    {
        end.Cancel();
        listener.Stop();
    }

    /// <summary>Ends every connection; whoever calls again gets through.</summary>
    public void Break() => Interlocked.Exchange(ref connections, new CancellationTokenSource()).Cancel();

    public void Dispose()
    {
        Cut();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await listener.AcceptTcpClientAsync(end.Token));
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(TcpClient caller)
    {
        using var inward = caller;
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(end.Token, Volatile.Read(ref connections).Token);
        try
        {
            if (silent)
            {
                await PassAsync(inward.GetStream(), Stream.Null, asked, broken.Token);
                return;
            }

            using var outward = new TcpClient();
            await outward.ConnectAsync(IPAddress.Loopback, server!.Value, end.Token);
            await Task.WhenAny(
                PassAsync(inward.GetStream(), outward.GetStream(), asked, broken.Token),
                PassAsync(outward.GetStream(), inward.GetStream(), null, broken.Token));
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException)
        {
            // One of the two has gone.
        }
    }

    private async Task PassAsync(Stream from, Stream to, TaskCompletionSource? swallowed, CancellationToken broken)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, broken) is > 0 and var read)
        {
            if (silent) swallowed?.TrySetResult();
            else await to.WriteAsync(buffer.AsMemory(0, read), broken);
        }
    }
}
