using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Disclosure.ServiceDefaults.Tests;

internal static class ErrorQueue
{
    public const string Name = "effects-effect_error";

    /// <summary>Makes an error queue that takes nothing.</summary>
    public static async Task RefuseAsync(string address, string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-max-length"] = 0, ["x-overflow"] = "reject-publish" });
    }

    public static async Task DeleteAsync(string address, string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeleteAsync(queue);
    }

    public static async Task<uint> CountAsync(string address, string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return await channel.MessageCountAsync(queue);
        }
        catch (OperationInterruptedException)
        {
            return 0;
        }
    }
}
