using System.Diagnostics;
using System.Text.Json;
using Disclosure.Contracts;
using MassTransit;

namespace Disclosure.ServiceDefaults.Messaging;

/// <summary>Sends one outbox row to the broker and waits for its confirm.</summary>
internal sealed class OutboxPublisher(IBus bus)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public async Task PublishAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var (body, type) = Read(message);
        using var activity = Telemetry.Activities.StartActivity("outbox relay", ActivityKind.Producer, message.TraceParent);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(Timeout);
        await bus.Publish(body, type, context =>
        {
            context.MessageId = message.Id;
            if (body is IMustBeReceived && context.TryGetPayload<RabbitMqSendContext>(out var rabbit)) rabbit.Mandatory = true;
        }, timeout.Token);
    }

    private static (object Body, Type Type) Read(OutboxMessage message)
    {
        var type = typeof(IIntegrationMessage).Assembly.GetType(message.Type) ?? throw new UnpublishableMessageException("unknown-type");
        try
        {
            return (JsonSerializer.Deserialize(message.Body, type, MessageJson.Options)
                ?? throw new UnpublishableMessageException("empty-body"), type);
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            throw new UnpublishableMessageException("unreadable-body");
        }
    }
}

/// <summary>A row that this version cannot publish, whatever the broker does.</summary>
/// <param name="code">Why, without anything of the body.</param>
internal sealed class UnpublishableMessageException(string code) : Exception
{
    public string Code => code;

    public override string Message => code;
}
