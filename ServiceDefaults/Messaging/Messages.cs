using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Kernel;

namespace Disclosure.ServiceDefaults.Messaging;

internal sealed class OutboxMessage
{
    public long Position { get; set; }

    public Guid Id { get; set; }

    /// <summary>The aggregate whose messages keep their order.</summary>
    public Guid Subject { get; set; }

    public required string Type { get; set; }

    public required string Body { get; set; }

    /// <summary>Bytes of the body, about.</summary>
    public int Size { get; set; }

    public string? TraceParent { get; set; }

    public DateTimeOffset OccurredAt { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>How often this row, and not the broker, was the reason that it was not published.</summary>
    public int Attempts { get; set; }

    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>Since when it waits for an operator or a new version; the later rows of its aggregate wait with it.</summary>
    public DateTimeOffset? ParkedAt { get; set; }

    /// <summary>Code of the reason. Never a message of an exception: that may quote the body.</summary>
    public string? LastError { get; set; }
}

internal sealed class InboxMessage
{
    public Guid MessageId { get; set; }

    public required string Consumer { get; set; }

    public DateTimeOffset ProcessedAt { get; set; }
}

/// <summary>The one JSON dialect of stored and sent messages.</summary>
internal static class MessageJson
{
    public static readonly JsonSerializerOptions Options = Extend(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Makes other options, those of the bus, read what these have written.</summary>
    public static JsonSerializerOptions Extend(JsonSerializerOptions options)
    {
        // jsonb orders members its own way: what kind of fact it is may come last.
        options.AllowOutOfOrderMetadataProperties = true;
        options.Converters.Insert(0, new CodeConverter());
        return options;
    }
}
