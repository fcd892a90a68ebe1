using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Disclosure.ServiceDefaults.Messaging.Ordering;

/// <summary>Consumes a partition through an <see cref="OrderedChannel"/>.</summary>
internal sealed partial class OrderedChannelFilter(PartitionedQueue queue, int partition, int room, PartitionShares shares, ILogger log)
    : IFilter<ChannelContext>
{
    public async Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        try
        {
            await queue.DeclareAsync(context);
        }
        catch (OperationInterruptedException refused) when (refused.ShutdownReason?.ReplyCode == Constants.PreconditionFailed)
        {
            LogDisagreement(log, queue.Name, queue.Partitions);
            throw;
        }

        var channel = new OrderedChannel(context, room, new Uri($"rabbitmq://broker/{queue.Partition(partition)}"));
        using (shares.Holds(queue, partition, channel)) await next.Send(channel);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("orderedChannel");

    [LoggerMessage(1004, LogLevel.Error, "Queue {Queue} was made with another number of partitions than {Partitions} "
        + "(Messaging:Partitions); nothing is consumed from it. The number is changed by draining the queue (docs/operations.md)")]
    private static partial void LogDisagreement(ILogger logger, string queue, int partitions);
}
