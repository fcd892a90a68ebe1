using Disclosure.ServiceDefaults.Messaging.Ordering;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>The queues that the replicas of a service consume together: what comes about one aggregate takes effect in its order, what
/// comes about different ones side by side.</summary>
/// <remarks>A queue outlives the processes; what comes while none is there waits in it.</remarks>
public sealed class SharedQueues
{
    /// <summary>Setting with the number of partitions of every queue of the service: fixed when its queues are made.</summary>
    internal const string PartitionsSetting = "Messaging:Partitions";

    private const int DefaultPartitions = 4;

    /// <summary>How many messages of a partition the broker hands out unconfirmed. Half of them may wait behind failing ones before those
    /// are given up early: more than anybody says of one aggregate in the seconds in which it is tried again.</summary>
    private const int Room = 256;

    /// <summary>The same where a message may hold a whole text, of up to a megabyte.</summary>
    public const int RoomForTexts = 32;

    private readonly IBusRegistrationConfigurator bus;
    private readonly IEndpointNameFormatter names;
    private readonly SortedDictionary<string, List<Type>> consumers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> rooms = new(StringComparer.Ordinal);

    internal SharedQueues(IBusRegistrationConfigurator bus, string service)
    {
        this.bus = bus;
        names = MessagingExtensions.DurableNames(service);
    }

    /// <summary>Consumes from a queue.</summary>
    /// <typeparam name="T">The consumer.</typeparam>
    /// <param name="queue">Name of the queue, where it is not named by its consumer; consumers of one queue keep one order.</param>
    /// <param name="room">How many messages of a partition are in memory at a time.</param>
    /// <returns>The same queues.</returns>
    public SharedQueues Add<T>(string? queue = null, int room = Room) where T : class, IConsumer
    {
        queue ??= names.Consumer<T>();
        rooms[queue] = Math.Min(room, rooms.GetValueOrDefault(queue, room));
        bus.AddConsumer<T>().ExcludeFromConfigureEndpoints();
        if (!consumers.TryGetValue(queue, out var those)) consumers.Add(queue, those = []);
        those.Add(typeof(T));
        return this;
    }

    /// <summary>Reads the number of partitions.</summary>
    /// <exception cref="InvalidOperationException">It is no number from 1 to 64.</exception>
    internal static int PartitionsOf(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting)) return DefaultPartitions;
        return int.TryParse(setting, out var number) && number is >= 1 and <= SubjectKeys.Slots ? number
            : throw new InvalidOperationException($"{PartitionsSetting} is no number from 1 to {SubjectKeys.Slots}.");
    }

    internal void Configure(IRabbitMqBusFactoryConfigurator rabbit, IBusRegistrationContext context, int partitions,
        Action<IReceiveEndpointConfigurator> common)
    {
        var shares = context.GetRequiredService<PartitionShares>();
        var log = context.GetRequiredService<ILoggerFactory>().CreateLogger<PartitionedQueue>();
        var given = new SharedErrorQueue();
        (rabbit.SendTopology.ErrorQueueNameFormatter, rabbit.SendTopology.DeadLetterQueueNameFormatter) = (given, given);
        foreach (var (name, those) in consumers)
        {
            var room = rooms[name];
            var queue = new PartitionedQueue(name, partitions, [.. those.SelectMany(MessagesOf).Distinct()], log);
            for (var number = 0; number < partitions; number++)
            {
                var partition = number;
                rabbit.ReceiveEndpoint(queue.Partition(partition), endpoint =>
                {
                    // The queue has its own way from the contracts to its partitions.
                    endpoint.ConfigureConsumeTopology = false;
                    endpoint.SingleActiveConsumer = true;
                    // A quorum queue, which a virtual host may have by default, gives back in another order and drops what came back often.
                    endpoint.SetQueueArgument("x-queue-type", "classic");
                    endpoint.PrefetchCount = room;
                    // Handed out one after the other; the lanes make them concurrent.
                    endpoint.ConcurrentMessageLimit = 1;
                    endpoint.ConfigureChannel(channel
                        => channel.UseFilter(new OrderedChannelFilter(queue, partition, room, shares, log)));
                    common(endpoint);
                    foreach (var consumer in those) endpoint.ConfigureConsumer(context, consumer);
                });
            }
        }
    }

    private static IEnumerable<Type> MessagesOf(Type consumer) => consumer.GetInterfaces()
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>))
        .Select(type => type.GenericTypeArguments[0]);
}
