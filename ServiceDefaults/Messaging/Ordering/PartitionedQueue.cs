using System.Globalization;
using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Disclosure.ServiceDefaults.Messaging.Ordering;

/// <summary>A queue of a service, divided so that several replicas share its work: every partition has one active consumer, and all
/// messages about an aggregate are in one partition.</summary>
/// <remarks>
/// <para>Exchanges of the contracts → exchange of the queue, which looks at the slot → partitions, of which each is a queue.</para>
/// <para>The number of partitions is written into the broker: the exchange of the queue names the one for messages without a slot, whose
/// name has the number, and the broker refuses who names another. So replicas never disagree about which partition an aggregate is
/// in.</para>
/// </remarks>
/// <param name="name">Name of the queue, for instance <c>catalogue-review-concluded</c>.</param>
/// <param name="partitions">How many partitions.</param>
/// <param name="messages">The contracts that are consumed from it.</param>
/// <param name="log">The log.</param>
internal sealed partial class PartitionedQueue(string name, int partitions, IReadOnlyList<Type> messages, ILogger log)
{
    private static readonly RabbitMqMessageNameFormatter Names = new();
    private readonly Lock gate = new();
    private object? connection;
    private object? said;
    private Task declared = Task.CompletedTask;

    /// <summary>Name of the queue.</summary>
    public string Name => name;

    /// <summary>How many partitions.</summary>
    public int Partitions => partitions;

    /// <summary>Name of a partition's queue.</summary>
    public string Partition(int number) => string.Create(CultureInfo.InvariantCulture, $"{name}.{number}");

    /// <summary>Name of the queue that a partition, or a queue that has none, belongs to.</summary>
    public static string NameOf(string partition)
        => partition.LastIndexOf('.') is > 0 and var dot && int.TryParse(partition.AsSpan(dot + 1), CultureInfo.InvariantCulture, out _)
            ? partition[..dot] : partition;

    /// <summary>Name of the exchange of a contract, as MassTransit names it.</summary>
    public static string ExchangeOf(Type message) => Names.GetMessageName(message);

    /// <summary>Makes all of it in the broker, once per connection.</summary>
    /// <exception cref="OperationInterruptedException">The queue has been made with another number of partitions.</exception>
    public Task DeclareAsync(ChannelContext channel)
    {
        lock (gate)
        {
            if (!ReferenceEquals(connection, channel.ConnectionContext) || declared.IsFaulted || declared.IsCanceled)
                (connection, declared) = (channel.ConnectionContext, DeclareOrSayAsync(channel));
            return declared.WaitAsync(channel.CancellationToken);
        }
    }

    private async Task DeclareOrSayAsync(ChannelContext channel)
    {
        try
        {
            await DeclareAsync(channel, channel.CancellationToken);
        }
        catch (OperationInterruptedException refused) when (refused.ShutdownReason?.ReplyCode == Constants.PreconditionFailed)
        {
            // Every partition tries again every second; it is said once for each connection.
            if (Interlocked.Exchange(ref said, channel.ConnectionContext) != channel.ConnectionContext)
                LogDisagreement(log, name, partitions, refused.ShutdownReason.ReplyText);
            throw;
        }
    }

    private async Task DeclareAsync(ChannelContext channel, CancellationToken end)
    {
        var unkeyed = string.Create(CultureInfo.InvariantCulture, $"{name}.without-slot-of-{partitions}");
        await channel.ExchangeDeclare(name, ExchangeType.Direct, durable: true, autoDelete: false,
            new Dictionary<string, object> { ["alternate-exchange"] = unkeyed }, end);
        await channel.ExchangeDeclare(unkeyed, ExchangeType.Fanout, durable: true, autoDelete: false, null!, end);
        for (var number = 0; number < partitions; number++)
        {
            // As MassTransit does for the endpoint of the partition.
            await channel.ExchangeDeclare(Partition(number), ExchangeType.Fanout, durable: true, autoDelete: false, null!, end);
            await channel.QueueDeclare(Partition(number), durable: true, exclusive: false, autoDelete: false,
                new Dictionary<string, object> { ["x-single-active-consumer"] = true, ["x-queue-type"] = "classic" }, end);
            await channel.QueueBind(Partition(number), Partition(number), "", null!, end);
            for (var slot = number; slot < SubjectKeys.Slots; slot += partitions)
                await channel.ExchangeBind(Partition(number), name, SubjectKeys.Key(slot), null!, end);
        }

        await channel.ExchangeBind(Partition(0), unkeyed, "", null!, end);
        // Last, so that nothing comes before every slot has its place.
        foreach (var message in messages)
        {
            await channel.ExchangeDeclare(ExchangeOf(message), ExchangeType.Fanout, durable: true, autoDelete: false, null!, end);
            await channel.ExchangeBind(name, ExchangeOf(message), "", null!, end);
        }
    }

    [LoggerMessage(1004, LogLevel.Error, "Queue {Queue} was made with another number of partitions than {Partitions} "
        + "(Messaging:Partitions), or otherwise; nothing is consumed from it. The number is changed by draining the queue "
        + "(docs/operations.md). The broker says: {Reason}")]
    private static partial void LogDisagreement(ILogger logger, string queue, int partitions, string reason);
}

/// <summary>What was given up, or is of a kind that nobody consumes any more, lies in one queue, whichever partition it came
/// from.</summary>
internal sealed class SharedErrorQueue : IErrorQueueNameFormatter, IDeadLetterQueueNameFormatter
{
    public string FormatErrorQueueName(string queueName) => PartitionedQueue.NameOf(queueName) + "_error";

    public string FormatDeadLetterQueueName(string queueName) => FormatErrorQueueName(queueName);
}
