using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Disclosure.ServiceDefaults.Tests;

internal static class ErrorQueue
{
    public const string Name = "effects-effect_error";

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
