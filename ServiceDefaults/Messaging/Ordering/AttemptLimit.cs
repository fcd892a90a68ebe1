using MassTransit;

namespace Disclosure.ServiceDefaults.Messaging.Ordering;

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
