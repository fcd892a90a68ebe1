using System.Diagnostics.Metrics;
using Disclosure.ServiceDefaults.Messaging.Ordering;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>Tells operators that a message was given up and lies in an error queue, where <c>./disclosure errors</c> finds it.</summary>
/// <param name="log">The log.</param>
/// <param name="isKept">Whether it lies there; what a listener could not hear was for its process alone and goes.</param>
internal sealed partial class ErrorQueueAlarm(ILogger log, bool isKept = true) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    private static readonly Counter<long> GivenUp = Telemetry.Meter
        .CreateCounter<long>("disclosure.messages.given_up", "{message}", "Messages moved to an error queue");

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        await next.Send(context);
        // The exception's message may quote what the message holds; its kind does not.
        Tell(context, context.Exception.GetBaseException().GetType().Name);
    }

    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        await next.Send(context);
        Tell(context, "no consumer");
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("errorQueueAlarm");

    private void Tell(ReceiveContext context, string kind)
    {
        var queue = PartitionedQueue.NameOf(context.InputAddress.AbsolutePath.Split('/')[^1]);
        GivenUp.Add(1, new KeyValuePair<string, object?>("queue", queue));
        if (isKept) LogGivenUp(log, context.GetMessageId(), queue, kind);
        else LogUnheard(log, context.GetMessageId(), queue, kind);
    }

    [LoggerMessage(1003, LogLevel.Error, "Message {MessageId} was given up by {Queue} ({Kind}) and lies in its error queue")]
    private static partial void LogGivenUp(ILogger logger, Guid? messageId, string queue, string kind);

    [LoggerMessage(1008, LogLevel.Error, "Message {MessageId} could not be heard by {Queue} ({Kind}); this process goes on without it")]
    private static partial void LogUnheard(ILogger logger, Guid? messageId, string queue, string kind);
}
