using MassTransit;
using MassTransit.Middleware;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Disclosure.ServiceDefaults.Messaging.Ordering;

/// <summary>A channel whose messages take effect side by side, and those about one aggregate in the order in which the broker has
/// them.</summary>
/// <remarks>
/// The broker hands out in order, and takes back in order what is unconfirmed when the channel closes, before another process is given
/// anything. So nothing leaves the channel but what is done: a consumer that ends is not cancelled, which would let the next one begin
/// behind what this one still has, and a message that cannot be dealt with is not returned alone, which would let the ones behind it
/// overtake. In both cases the channel closes, with what it has.
/// </remarks>
/// <param name="channel">The channel.</param>
/// <param name="room">How many messages the broker hands out unconfirmed.</param>
/// <param name="address">Address of the partition.</param>
internal sealed class OrderedChannel(ChannelContext channel, int room, Uri address) : ProxyPipeContext(channel), ChannelContext
{
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SubjectLanes Lanes { get; } = new(room);

    public IChannel Channel => channel.Channel;

    public ConnectionContext ConnectionContext => channel.ConnectionContext;

    /// <summary>The lanes a message came in; none where the order is not kept by lanes.</summary>
    public static SubjectLanes? LanesOf(PipeContext context)
        => context is ConsumeContext consumed && consumed.ReceiveContext.TryGetPayload<ChannelContext>(out var from)
            ? (from as OrderedChannel)?.Lanes : null;

    /// <summary>Gives everything back that is not done, for whoever is next in line.</summary>
    /// <param name="cancellation">Gives up waiting for what is under way: it is given back too, and its effect happens once.</param>
    public async Task GiveBackAsync(CancellationToken cancellation)
    {
        try
        {
            await Lanes.CloseAsync().WaitAsync(cancellation);
        }
        finally
        {
            Leave();
        }

        await closed.Task.WaitAsync(cancellation);
    }

    public Task<string> BasicConsume(string queue, bool noAck, bool exclusive, IDictionary<string, object> arguments,
        IAsyncBasicConsumer consumer, string consumerTag, CancellationToken cancellationToken)
        => channel.BasicConsume(
            queue, noAck, exclusive, arguments, new Consumer(consumer, Lanes, closed), consumerTag, cancellationToken);

    /// <summary>Only starts nothing more. MassTransit then waits for what is under way, and closes the channel.</summary>
    public Task BasicCancel(string consumerTag, CancellationToken cancellationToken)
    {
        _ = Lanes.CloseAsync();
        return Task.CompletedTask;
    }

    /// <summary>Not alone, but with all behind it.</summary>
    public Task BasicNack(ulong deliveryTag, bool multiple, bool requeue, CancellationToken cancellationToken)
    {
        // It is itself under way, so nothing is waited for.
        _ = Lanes.CloseAsync();
        Leave();
        return Task.CompletedTask;
    }

    public ValueTask BasicAck(ulong deliveryTag, bool multiple, CancellationToken cancellationToken)
        => channel.BasicAck(deliveryTag, multiple, cancellationToken);

    public Task BasicPublishAsync(string exchange, string routingKey, bool mandatory, BasicProperties basicProperties, byte[] body,
        bool awaitAck, CancellationToken cancellationToken)
        => channel.BasicPublishAsync(exchange, routingKey, mandatory, basicProperties, body, awaitAck, cancellationToken);

    public Task ExchangeBind(string destination, string source, string routingKey, IDictionary<string, object> arguments,
        CancellationToken cancellationToken) => channel.ExchangeBind(destination, source, routingKey, arguments, cancellationToken);

    public Task ExchangeDeclare(string exchange, string type, bool durable, bool autoDelete, IDictionary<string, object> arguments,
        CancellationToken cancellationToken) => channel.ExchangeDeclare(exchange, type, durable, autoDelete, arguments, cancellationToken);

    public Task ExchangeDeclarePassive(string exchange, CancellationToken cancellationToken)
        => channel.ExchangeDeclarePassive(exchange, cancellationToken);

    public Task QueueBind(string queue, string exchange, string routingKey, IDictionary<string, object> arguments,
        CancellationToken cancellationToken) => channel.QueueBind(queue, exchange, routingKey, arguments, cancellationToken);

    public Task<QueueDeclareOk> QueueDeclare(string queue, bool durable, bool exclusive, bool autoDelete,
        IDictionary<string, object> arguments, CancellationToken cancellationToken)
        => channel.QueueDeclare(queue, durable, exclusive, autoDelete, arguments, cancellationToken);

    public Task<QueueDeclareOk> QueueDeclarePassive(string queue, CancellationToken cancellationToken)
        => channel.QueueDeclarePassive(queue, cancellationToken);

    public Task<uint> QueuePurge(string queue, CancellationToken cancellationToken) => channel.QueuePurge(queue, cancellationToken);

    public Task BasicQos(uint prefetchSize, ushort prefetchCount, bool global, CancellationToken cancellationToken)
        => channel.BasicQos(prefetchSize, prefetchCount, global, cancellationToken);

    public void NotifyFaulted(Exception exception, Uri inputAddress) => channel.NotifyFaulted(exception, inputAddress);

    /// <summary>MassTransit closes the channel, as if the broker had sent it away, and opens another one a second later. Closed from here it
    /// would be cleared up while it closes, and takes the connection with it.</summary>
    private void Leave() => channel.NotifyFaulted(new OperationCanceledException(), address);

    /// <summary>Puts what the broker hands out, one after the other, into the lane of its aggregate.</summary>
    private sealed class Consumer(IAsyncBasicConsumer consumer, SubjectLanes lanes, TaskCompletionSource closed)
        : IAsyncBasicConsumer
    {
        public IChannel? Channel => consumer.Channel;

        public Task HandleBasicDeliverAsync(string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey,
            IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
        {
            // The client takes its memory back when this returns.
            var own = body.ToArray();
            object? header = null;
            properties.Headers?.TryGetValue(SubjectKeys.SubjectHeader, out header);
            lanes.Add(SubjectKeys.SubjectOf(header), () => consumer.HandleBasicDeliverAsync(
                consumerTag, deliveryTag, redelivered, exchange, routingKey, properties, own, cancellationToken));
            return Task.CompletedTask;
        }

        public Task HandleBasicConsumeOkAsync(string consumerTag, CancellationToken cancellationToken = default)
            => consumer.HandleBasicConsumeOkAsync(consumerTag, cancellationToken);

        public Task HandleBasicCancelOkAsync(string consumerTag, CancellationToken cancellationToken = default)
            => consumer.HandleBasicCancelOkAsync(consumerTag, cancellationToken);

        public Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken = default)
        {
            _ = lanes.CloseAsync();
            return consumer.HandleBasicCancelAsync(consumerTag, cancellationToken);
        }

        public Task HandleChannelShutdownAsync(object channel, ShutdownEventArgs reason)
        {
            _ = lanes.CloseAsync();
            closed.TrySetResult();
            return consumer.HandleChannelShutdownAsync(channel, reason);
        }
    }
}
