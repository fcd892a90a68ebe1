using Microsoft.Extensions.Hosting;

namespace Disclosure.ServiceDefaults.Shutdown;

/// <summary>Work that goes on beside the requests and holds nobody up when the process ends.</summary>
/// <remarks>
/// Whoever cancels a statement waits until the driver has told the server, which with a server that has fallen silent takes half a
/// minute: the host would wait with it, and so would everything else that is to end.
/// </remarks>
public abstract class BackgroundWork : BackgroundService
{
    /// <inheritdoc/>
    public sealed override async Task StopAsync(CancellationToken cancellationToken)
        => await ShutdownBounds.Aside(() => base.StopAsync(cancellationToken)).Unwrap().WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
