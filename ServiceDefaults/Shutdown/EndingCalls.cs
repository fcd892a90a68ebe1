using Microsoft.Extensions.Hosting;

namespace Disclosure.ServiceDefaults.Shutdown;

/// <summary>When calls to other services are given up: with the requests that wait for them, also by those who pass no token.</summary>
internal sealed class EndOfCalls : IDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly CancellationTokenRegistration stopping;

    public EndOfCalls(IHostApplicationLifetime lifetime)
    {
        Token = end.Token;
        stopping = lifetime.ApplicationStopping.Register(() => end.CancelAfter(ShutdownBounds.Stop));
    }

    public CancellationToken Token { get; }

    public void Dispose()
    {
        stopping.Dispose();
        end.Dispose();
    }
}

/// <summary>Gives a call up at the end of the process.</summary>
/// <remarks>
/// Around everything else a client does: at disposal the resilience of clients waits up to thirty seconds for the calls that are under
/// way, and looks after them once a second.
/// </remarks>
internal sealed class EndingCalls(EndOfCalls end) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        return await base.SendAsync(request, either.Token);
    }
}
