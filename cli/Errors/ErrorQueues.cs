using System.Globalization;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Disclosure.Cli.Errors;

/// <summary>A message that its consumer gave up.</summary>
/// <param name="Queue">The queue it was consumed from.</param>
/// <param name="Id">Identity of the message.</param>
/// <param name="Type">Name of the contract.</param>
/// <param name="Failure">Kind of the exception; its message may quote what must not be printed.</param>
/// <param name="At">When it was given up, as the consumer wrote it.</param>
/// <param name="Headers">Every header as text.</param>
/// <param name="Body">The JSON as sent; may be sensitive.</param>
internal sealed record GivenUpMessage(string Queue, string Id, string Type, string Failure, string At,
    IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>What to do with a message of an error queue.</summary>
internal enum Verdict
{
    /// <summary>It stays.</summary>
    Keep,

    /// <summary>Back to the queue it came from (重放).</summary>
    Replay,

    /// <summary>Deleted for good (丢弃).</summary>
    Discard,
}

/// <summary>There is no queue to put a message back into: its service has not been started, or its queues are being made anew.</summary>
internal sealed class NoSuchQueueException(string queue) : Exception
{
    public string Queue => queue;
}

/// <summary>Works through the error queues of the services.</summary>
internal sealed class ErrorQueues(string address)
{
    /// <summary>A queue with more is worked through in several goes.</summary>
    public const int Most = 1_000;

    /// <summary>The queues of the services, as their endpoints are named: service, then message.</summary>
    public static readonly IReadOnlyList<string> Known = ["catalogue-calendars", "catalogue-conclusion-failed", "catalogue-facts",
        "catalogue-people", "catalogue-review-concluded", "catalogue-review-refused", "gateway-calendars", "gateway-notices-raised",
        "review-calendars-requested", "review-facts", "review-people-requested", "review-request-review"];

    /// <summary>Asks about every message of a queue's error queue, the oldest first; a queue that never had an error has none.</summary>
    /// <remarks>A replayed message leaves the error queue when its own queue has confirmed it, so it may arrive twice and is never lost;
    /// the inbox drops a second.</remarks>
    /// <param name="queue">The queue.</param>
    /// <param name="decide">Decides.</param>
    /// <param name="settled">Is told what has been done, when it has.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="NoSuchQueueException">There is no queue to put a message back into.</exception>
    public async Task VisitAsync(string queue, Func<GivenUpMessage, Verdict> decide, Action<GivenUpMessage, Verdict>? settled,
        CancellationToken cancellation)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync(cancellation);
        await using var channel = await connection
            .CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true),
            cancellation);
        // What is fetched and not settled goes back to its place when the channel closes.
        for (var n = 0; n < Most && await NextAsync(channel, queue, cancellation) is { } message; n++)
        {
            var described = Describe(queue, message);
            var verdict = decide(described);
            if (verdict == Verdict.Keep) continue;
            try
            {
                // The exchange of the queue finds the partition of its aggregate by the slot; what has none has a partition too.
                if (verdict == Verdict.Replay) await channel.BasicPublishAsync(queue, Slot(message.BasicProperties), mandatory: true,
                    WithoutFault(message.BasicProperties), message.Body, cancellation);
            }
            catch (Exception absent) when (absent is PublishException { IsReturn: true }
                or OperationInterruptedException { ShutdownReason.ReplyCode: Constants.NotFound })
            {
                throw new NoSuchQueueException(queue);
            }

            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellation);
            settled?.Invoke(described, verdict);
        }
    }

    private static async Task<BasicGetResult?> NextAsync(IChannel channel, string queue, CancellationToken cancellation)
    {
        try
        {
            return await channel.BasicGetAsync(queue + "_error", autoAck: false, cancellation);
        }
        catch (OperationInterruptedException absent) when (absent.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            // No error queue yet: nothing was ever given up here.
            return null;
        }
    }

    private static GivenUpMessage Describe(string queue, BasicGetResult message)
    {
        var headers = (message.BasicProperties.Headers ?? new Dictionary<string, object?>())
            .ToDictionary(h => h.Key, h => Text(h.Value), StringComparer.Ordinal);
        var body = Encoding.UTF8.GetString(message.Body.Span);
        var (id, type) = Envelope(body);
        return new GivenUpMessage(queue, message.BasicProperties.MessageId ?? id, type,
            headers.GetValueOrDefault("MT-Fault-ExceptionType", ""),
            headers.GetValueOrDefault("MT-Fault-Timestamp", ""), headers, body);
    }

    private static (string Id, string Type) Envelope(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var id = json.RootElement.GetProperty("messageId").GetString() ?? "";
            return (id, json.RootElement.GetProperty("messageType")[0].GetString()?.Split(':')[^1] ?? "");
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException
            or IndexOutOfRangeException)
        {
            // Not an envelope: such a message is given up because nobody can read it.
            return ("", "?");
        }
    }

    /// <summary>Everything the message had, its id and trace included, without what its failure added.</summary>
    private static BasicProperties WithoutFault(IReadOnlyBasicProperties properties) => new(properties)
    {
        Headers = properties.Headers?.Where(h => !h.Key.StartsWith("MT-Fault-", StringComparison.Ordinal) && h.Key != "MT-Reason")
            .ToDictionary(),
    };

    private static string Slot(IReadOnlyBasicProperties properties)
        => properties.Headers?.TryGetValue("disclosure-slot", out var slot) == true ? Text(slot) : "";

    private static string Text(object? value) => value switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
