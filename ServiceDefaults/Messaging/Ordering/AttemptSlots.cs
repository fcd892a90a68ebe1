namespace Disclosure.ServiceDefaults.Messaging.Ordering;

/// <summary>How many messages of a process change the database at a time; the rest of its connections are for requests.</summary>
internal sealed class AttemptSlots : IDisposable
{
    private const int Most = 16;
    private readonly SemaphoreSlim slots = new(Most);

    public Task TakeAsync(CancellationToken cancellation) => slots.WaitAsync(cancellation);

    public void Return() => slots.Release();

    public void Dispose() => slots.Dispose();
}
