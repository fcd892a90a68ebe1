using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Disclosure.Contracts;
using Disclosure.ServiceDefaults.Messaging.Ordering;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.ServiceDefaults.Shutdown;
using MassTransit;
using MassTransit.Logging;
using MassTransit.Serialization;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>Sends outbox rows to the broker and waits for each one's confirm; many may be on their way at a time.</summary>
/// <remarks>On a connection of its own, and as the row has it, in MassTransit's envelope: the bus would read and write every message once
/// more, and in no certain order.</remarks>
internal sealed class OutboxPublisher(IConfiguration configuration, ServiceName service) : IAsyncDisposable
{
    /// <summary>What RabbitMQ 4 takes unless told otherwise. Of more it would close the channel, with everything on its way.</summary>
    private const int LargestBody = 16 * 1024 * 1024;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim gate = new(1);
    private readonly HashSet<Type> declared = [];
    private IConnection? connection;
    private IChannel? channel;

    /// <summary>Sees to it that there is a line to the broker. One call before many rows, of which none dials for itself.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (channel is not { IsOpen: true }) await DialAsync(cancellation);
    }

    /// <summary>Publishes a row and waits until the broker has it.</summary>
    /// <exception cref="UnpublishableMessageException">This version cannot read the row.</exception>
    /// <exception cref="NotTakenException">Somebody must receive it, and no queue takes it.</exception>
    public async Task PublishAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var type = typeof(IIntegrationMessage).Assembly.GetType(message.Type)
            ?? throw new UnpublishableMessageException("unknown-type");
        using var activity = Telemetry.Activities.StartActivity("outbox relay", ActivityKind.Producer, message.TraceParent);
        var line = await LineAsync(type, cancellation);
        var slot = SubjectKeys.Key(SubjectKeys.SlotOf(message.Subject));
        var properties = new BasicProperties
        {
            Persistent = true,
            MessageId = message.Id.ToString(),
            ContentType = SystemTextJsonMessageSerializer.JsonContentType.MediaType,
            Headers = new Dictionary<string, object?>
            {
                [SubjectKeys.SubjectHeader] = message.Subject.ToString(),
                [SubjectKeys.SlotHeader] = slot,
                [DiagnosticHeaders.ActivityId] = activity?.Id ?? message.TraceParent,
            },
        };
        try
        {
            var body = Envelope(message, type);
            if (body.Length > LargestBody) throw new UnpublishableMessageException("too-large");
            await line.BasicPublishAsync(PartitionedQueue.ExchangeOf(type), slot, typeof(IMustBeReceived).IsAssignableFrom(type),
                properties, body, cancellation);
        }
        catch (RabbitMQ.Client.Exceptions.PublishException untaken)
        {
            throw new NotTakenException(untaken.IsReturn ? "no-receiver" : "refused");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await HangUpAsync();
        gate.Dispose();
    }

    private static ReadOnlyMemory<byte> Envelope(OutboxMessage message, Type type)
    {
        var buffer = new ArrayBufferWriter<byte>(Encoding.UTF8.GetByteCount(message.Body) + 512);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = MessageJson.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("messageId", message.Id);
        json.WriteStartArray("messageType");
        json.WriteStringValue(MessageUrn.ForTypeString(type));
        json.WriteEndArray();
        json.WriteString("sentTime", message.OccurredAt);
        json.WritePropertyName("message");
        // The database has checked that it is JSON.
        json.WriteRawValue(message.Body, skipInputValidation: true);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The channel, with the exchange of a contract.</summary>
    private async Task<IChannel> LineAsync(Type type, CancellationToken cancellation)
    {
        var line = channel ?? throw new InvalidOperationException("There is no line to the broker.");
        if (Declared(type)) return line;
        await gate.WaitAsync(cancellation);
        try
        {
            if (!Declared(type)) await line.ExchangeDeclareAsync(PartitionedQueue.ExchangeOf(type), ExchangeType.Fanout, durable: true,
                cancellationToken: cancellation);
            lock (declared) declared.Add(type);
            return line;
        }
        finally
        {
            gate.Release();
        }
    }

    private bool Declared(Type type)
    {
        lock (declared) return declared.Contains(type);
    }

    private async Task DialAsync(CancellationToken cancellation)
    {
        await HangUpAsync();
        var address = configuration.GetConnectionString("messaging")
            ?? throw new InvalidOperationException("ConnectionStrings:messaging is not configured.");
        connection = await new ConnectionFactory
        {
            Uri = new Uri(address),
            ClientProvidedName = $"{service.Value} outbox",
            // A round that fails dials again.
            AutomaticRecoveryEnabled = false,
        }.CreateConnectionAsync(cancellation);
        channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
    }

    private async Task HangUpAsync()
    {
        lock (declared) declared.Clear();
        if (connection is not { } old) return;
        (connection, channel) = (null, null);
        // The client waits for the answer of a broker that has fallen silent; nobody waits for the client.
        await ShutdownBounds.Aside(async () =>
        {
            await old.AbortAsync();
            await old.DisposeAsync();
        }).Unwrap().WaitAsync(Farewell).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

/// <summary>A row that this version cannot publish, whatever the broker does.</summary>
/// <param name="code">Why, without anything of the body.</param>
internal sealed class UnpublishableMessageException(string code) : Exception
{
    public string Code => code;

    public override string Message => code;
}

/// <summary>A message that found no queue although somebody must receive it, or one that takes no more.</summary>
/// <param name="code">Which of them.</param>
internal sealed class NotTakenException(string code) : Exception
{
    public string Code => code;

    public override string Message => code;
}
