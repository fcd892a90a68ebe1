using System.Threading.RateLimiting;

namespace Disclosure.Catalogue.Import;

/// <summary>Lets two files be read at a time and a few wait: reading is the one thing here that costs a processor and much
/// memory.</summary>
internal sealed class ImportLimiter : IDisposable
{
    private readonly ConcurrencyLimiter places = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = 2,
        QueueLimit = 4,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>A place at the limiter, to be disposed; not acquired when too many wait already.</summary>
    public ValueTask<RateLimitLease> TakeAsync(CancellationToken cancellation) => places.AcquireAsync(1, cancellation);

    public void Dispose() => places.Dispose();
}
