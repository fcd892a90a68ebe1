using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>Queues of a test, above all the one of what was given up.</summary>
internal static class ErrorQueue
{
    public const string Name = "effects-effect_error";

    /// <summary>Makes a queue, of an exchange or by itself.</summary>
    public static Task MakeAsync(string address, string queue, string? exchange = null)
        => InChannelAsync(address, channel => MakeAsync(channel, queue, exchange));

    /// <summary>Makes one that takes nothing.</summary>
    public static Task RefuseAsync(string address, string queue, string? exchange = null)
        => InChannelAsync(address, channel => MakeAsync(channel, queue, exchange,
            new Dictionary<string, object?> { ["x-max-length"] = 0, ["x-overflow"] = "reject-publish" }));

    /// <summary>Makes one with a message.</summary>
    public static Task PutAsync(string address, string queue) => InChannelAsync(address, async channel =>
    {
        await MakeAsync(channel, queue, null);
        await channel.BasicPublishAsync("", queue, body: "{}"u8.ToArray());
    });

    public static Task DeleteAsync(string address, string queue) => InChannelAsync(address, channel => channel.QueueDeleteAsync(queue));

    /// <summary>Messages of a queue; none where it is not.</summary>
    public static async Task<uint> CountAsync(string address, string queue)
    {
        var count = 0u;
        try
        {
            await InChannelAsync(address, async channel => count = await channel.MessageCountAsync(queue));
        }
        catch (OperationInterruptedException)
        {
            // There is none.
        }

        return count;
    }

    private static async Task MakeAsync(IChannel channel, string queue, string? exchange, Dictionary<string, object?>? arguments = null)
    {
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments);
        if (exchange is null) return;
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true);
        await channel.QueueBindAsync(queue, exchange, "");
    }

    private static async Task InChannelAsync(string address, Func<IChannel, Task> work)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await work(channel);
    }
}
