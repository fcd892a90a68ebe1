using System.Diagnostics.Metrics;
using Disclosure.ServiceDefaults.Messaging.Ordering;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>Tells operators that a message was given up and lies in an error queue, where <c>./disclosure errors</c> finds it.</summary>
internal sealed partial class ErrorQueueAlarm(ILogger log) : IFilter<ExceptionReceiveContext>
{
    private static readonly Counter<long> GivenUp = Telemetry.Meter
        .CreateCounter<long>("disclosure.messages.given_up", "{message}", "Messages moved to an error queue");

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        await next.Send(context);
        var queue = PartitionedQueue.NameOf(context.InputAddress.AbsolutePath.Split('/')[^1]);
        GivenUp.Add(1, new KeyValuePair<string, object?>("queue", queue));
        // The exception's message may quote what the message holds; its kind does not.
        LogGivenUp(log, context.GetMessageId(), queue, context.Exception.GetBaseException().GetType().Name);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("errorQueueAlarm");

    [LoggerMessage(1003, LogLevel.Error, "Message {MessageId} was given up by {Queue} ({Kind}) and lies in its error queue")]
    private static partial void LogGivenUp(ILogger logger, Guid? messageId, string queue, string kind);
}
