using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>
/// Moves what lies in the queue that an endpoint had before its queue kept an order, and removes that queue: a queue whose consumers have gone would fill
/// for ever. Nothing is lost if it stops half-way: a message is taken from the old queue when the new one has confirmed it.
/// </summary>
internal sealed partial class RetiredQueues(IConfiguration configuration, ILogger<RetiredQueues> log) : IReceiveEndpointObserver
{
    /// <summary>What distinguishes the name of a queue that keeps an order from its predecessor's.</summary>
    public const string InOrder = "ordered";

    public async Task Ready(ReceiveEndpointReady ready)
    {
        var queue = ready.InputAddress.AbsolutePath.Split('/')[^1];
        var predecessor = queue.Replace($"-{InOrder}-", "-", StringComparison.Ordinal);
        if (predecessor == queue) return;
        try
        {
            await RetireAsync(predecessor, queue);
        }
        catch (Exception failure) when (failure is RabbitMQClientException or IOException)
        {
            LogLater(log, predecessor, failure.GetType().Name);
        }
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;

    private async Task RetireAsync(string old, string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(configuration.GetConnectionString("messaging")!) }.CreateConnectionAsync();
        if (!await ExistsAsync(connection, old)) return;
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        // The exchange of the same name is what feeds it.
        await channel.ExchangeDeleteAsync(old);
        var moved = 0;
        while (await channel.BasicGetAsync(old, autoAck: false) is { } message)
        {
            await channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties(message.BasicProperties), message.Body);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
            moved++;
        }

        await channel.QueueDeleteAsync(old, ifUnused: false, ifEmpty: true);
        LogRetired(log, old, queue, moved);
    }

    private static async Task<bool> ExistsAsync(IConnection connection, string queue)
    {
        // A refused declaration closes its channel, so it has one of its own.
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            await channel.QueueDeclarePassiveAsync(queue);
            return true;
        }
        catch (OperationInterruptedException absent) when (absent.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return false;
        }
    }

    [LoggerMessage(1004, LogLevel.Information, "Queue {Old} was retired in favour of {Queue}; {Moved} messages moved")]
    private static partial void LogRetired(ILogger logger, string old, string queue, int moved);

    [LoggerMessage(1005, LogLevel.Warning, "Queue {Old} could not be retired ({Kind}); the next connection tries again")]
    private static partial void LogLater(ILogger logger, string old, string kind);
}
