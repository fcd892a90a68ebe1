using MassTransit;
using MassTransit.Middleware;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;
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
/// <param name="log">The log.</param>
internal sealed partial class OrderedChannel(ChannelContext channel, int room, Uri address, ILogger log)
    : ProxyPipeContext(channel), ChannelContext
{
    /// <summary>How long a partition may pause while it changes hands.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly ILogger log = log;
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SubjectLanes Lanes { get; } = new(room);

    public IChannel Channel => channel.Channel;

    public ConnectionContext ConnectionContext => channel.ConnectionContext;

    /// <summary>The lanes a message came in; none where the order is not kept by lanes.</summary>
    public static SubjectLanes? LanesOf(PipeContext context)
        => context is ConsumeContext consumed && consumed.ReceiveContext.TryGetPayload<ChannelContext>(out var from)
            ? (from as OrderedChannel)?.Lanes : null;

    /// <summary>Gives everything back that is not done, for whoever is next in line.</summary>
    /// <param name="cancellation">Cancels the waiting, and not the giving back.</param>
    public async Task GiveBackAsync(CancellationToken cancellation)
    {
        // What takes longer, or pauses before it is tried again, is given back too: its effect happens once, here or there.
        await Lanes.CloseAsync().WaitAsync(Patience, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Leave();
        await closed.Task.WaitAsync(Patience, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task<string> BasicConsume(string queue, bool noAck, bool exclusive, IDictionary<string, object> arguments,
        IAsyncBasicConsumer consumer, string consumerTag, CancellationToken cancellationToken)
        => channel.BasicConsume(
            queue, noAck, exclusive, arguments, new Consumer(consumer, this), consumerTag, cancellationToken);

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

    /// <summary>MassTransit closes the channel and opens another one a second later. Closed from here it would be cleared up while it
    /// closes, and would take the connection with it.</summary>
    private void Leave() => channel.NotifyFaulted(new OperationCanceledException(), address);

    [LoggerMessage(1007, LogLevel.Error, "A message could not be handed to its consumer ({Kind}); its partition begins anew")]
    private static partial void LogUndelivered(ILogger logger, string kind);

    /// <summary>Puts what the broker hands out, one after the other, into the lane of its aggregate.</summary>
    private sealed class Consumer(IAsyncBasicConsumer consumer, OrderedChannel channel) : IAsyncBasicConsumer
    {
        public IChannel? Channel => consumer.Channel;

        public Task HandleBasicDeliverAsync(string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey,
            IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
        {
            try
            {
                // The client takes its memory back when this returns.
                var own = body.ToArray();
                object? header = null;
                properties.Headers?.TryGetValue(SubjectKeys.SubjectHeader, out header);
                channel.Lanes.Add(SubjectKeys.SubjectOf(header), async () =>
                {
                    try
                    {
                        await consumer.HandleBasicDeliverAsync(
                            consumerTag, deliveryTag, redelivered, exchange, routingKey, properties, own, cancellationToken);
                    }
                    catch (Exception failure)
                    {
                        // MassTransit deals with what consumers throw; this never reached one.
                        LeaveUndelivered(failure);
                    }
                });
            }
            catch (Exception failure)
            {
                // Those behind it would overtake it.
                LeaveUndelivered(failure);
            }

            return Task.CompletedTask;
        }

        /// <summary>It stays with the broker.</summary>
        private void LeaveUndelivered(Exception failure)
        {
            LogUndelivered(channel.log, failure.GetType().Name);
            _ = channel.Lanes.CloseAsync();
            channel.Leave();
        }

        public Task HandleBasicConsumeOkAsync(string consumerTag, CancellationToken cancellationToken = default)
            => consumer.HandleBasicConsumeOkAsync(consumerTag, cancellationToken);

        public Task HandleBasicCancelOkAsync(string consumerTag, CancellationToken cancellationToken = default)
            => consumer.HandleBasicCancelOkAsync(consumerTag, cancellationToken);

        public Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken = default)
        {
            // The broker has taken the queue away; what it has handed out goes back with the channel.
            _ = channel.Lanes.CloseAsync();
            channel.Leave();
            channel.closed.TrySetResult();
            return consumer.HandleBasicCancelAsync(consumerTag, cancellationToken);
        }

        public Task HandleChannelShutdownAsync(object sender, ShutdownEventArgs reason)
        {
            _ = channel.Lanes.CloseAsync();
            channel.closed.TrySetResult();
            return consumer.HandleChannelShutdownAsync(sender, reason);
        }
    }
}
