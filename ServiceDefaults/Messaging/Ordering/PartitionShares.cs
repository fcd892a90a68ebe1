using Disclosure.ServiceDefaults.Shutdown;
using Microsoft.Extensions.Logging;

namespace Disclosure.ServiceDefaults.Messaging.Ordering;

/// <summary>Lets the replicas of a service share the partitions of its queues: whoever does the work of more than its share gives one back,
/// to the next in line.</summary>
/// <remarks>The broker gives a partition to the first replica that asks and keeps the others in line, so that of replicas that start one
/// after the other the first would do all the work.</remarks>
internal sealed partial class PartitionShares(TimeProvider clock, ILogger<PartitionShares> log) : BackgroundWork
{
    /// <summary>How long a replica waits between two looks: longer than a partition needs to change hands.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly List<Held> held = [];

    /// <summary>What this process consumes from, or stands in line for.</summary>
    public IReadOnlyList<OrderedChannel> Channels
    {
        get
        {
            lock (gate) return [.. held.Select(one => one.Channel)];
        }
    }

    /// <summary>Notes that this process consumes a partition, or stands in line for it.</summary>
    /// <returns>Ends it.</returns>
    public IDisposable Holds(PartitionedQueue queue, int partition, OrderedChannel channel)
    {
        var one = new Held(queue, partition, channel);
        lock (gate) held.Add(one);
        return new End(this, one);
    }

    /// <summary>Gives back one partition of every queue of which this process has more than its share.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        List<Held> all;
        lock (gate) all = [.. held];
        foreach (var queue in all.GroupBy(one => one.Queue))
        {
            try
            {
                await ShareAsync(queue.Key, queue, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                // The broker is away, or this queue is: who consumes what is decided anew when it is back. The client says so in many ways,
                // and none of them may keep the other queues from being shared, or end the process.
                LogPostponed(log, queue.Key.Name, failure.GetType().Name);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, clock, stoppingToken);
                await LookAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // The process ends, and gives back all it has.
            }
        }
    }

    private async Task ShareAsync(PartitionedQueue queue, IEnumerable<Held> those, CancellationToken cancellation)
    {
        // Where nothing has come it is not known who would get it, and nobody has work of it.
        List<Held> active = [.. those.Where(one => one.Channel.Lanes.IsActive).OrderBy(one => one.Partition)];
        if (active.Count < 2) return;
        var last = active[^1];
        // A broker that has fallen silent would not answer for long.
        var replicas = (await last.Channel.QueueDeclarePassive(queue.Partition(last.Partition), cancellation)
            .WaitAsync(Pause, clock, cancellation)).ConsumerCount;
        if (replicas < 2 || active.Count <= (queue.Partitions + replicas - 1) / replicas) return;
        LogGivenBack(log, queue.Partition(last.Partition), replicas);
        await last.Channel.GiveBackAsync(cancellation);
    }

    [LoggerMessage(1005, LogLevel.Information, "Partition {Partition} is given to another of {Replicas} replicas")]
    private static partial void LogGivenBack(ILogger logger, string partition, uint replicas);

    [LoggerMessage(1006, LogLevel.Warning, "Partitions of {Queue} could not be shared out ({Kind}); looked at again")]
    private static partial void LogPostponed(ILogger logger, string queue, string kind);

    private sealed record Held(PartitionedQueue Queue, int Partition, OrderedChannel Channel);

    private sealed class End(PartitionShares shares, Held one) : IDisposable
    {
        public void Dispose()
        {
            lock (shares.gate) shares.held.Remove(one);
        }
    }
}
