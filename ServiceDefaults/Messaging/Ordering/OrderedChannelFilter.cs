using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;

namespace Disclosure.ServiceDefaults.Messaging.Ordering;

/// <summary>Consumes a partition through an <see cref="OrderedChannel"/>.</summary>
internal sealed class OrderedChannelFilter(PartitionedQueue queue, int partition, int room, PartitionShares shares, ILogger log)
    : IFilter<ChannelContext>
{
    public async Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        await queue.DeclareAsync(context);
        var channel = new OrderedChannel(context, room, new Uri($"rabbitmq://broker/{queue.Partition(partition)}"), log);
        using (shares.Holds(queue, partition, channel)) await next.Send(channel);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("orderedChannel");
}
