using MassTransit;

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

/// <summary>Holds a slot for every attempt, and none in the pause before the next one: who fails takes nothing from others.</summary>
internal sealed class AttemptLimit<T>(AttemptSlots slots) : IFilter<ConsumeContext<T>> where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        await slots.TakeAsync(context.CancellationToken);
        try
        {
            await next.Send(context);
        }
        catch (OperationCanceledException own) when (!context.CancellationToken.IsCancellationRequested)
        {
            // MassTransit takes it for the end of the process and would return the message for ever.
            throw new TimeoutException("What the consumer waited for was given up.", own);
        }
        finally
        {
            slots.Return();
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("attemptLimit");
}
