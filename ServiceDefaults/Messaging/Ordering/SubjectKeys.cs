using System.Buffers.Binary;
using System.Globalization;
using MassTransit;

namespace Disclosure.ServiceDefaults.Messaging.Ordering;

/// <summary>How a message says on its way which aggregate it is about, so that whoever passes it on need not read it.</summary>
/// <remarks>A sender does not know into how many partitions a receiver divides its queue. It names one of <see cref="Slots"/> slots, and
/// the receiver gives every slot to one of its partitions.</remarks>
internal static class SubjectKeys
{
    /// <summary>Number of slots, and the most partitions a queue can have. Never changed: senders and receivers of two versions must
    /// agree.</summary>
    public const int Slots = 64;

    /// <summary>Header with the aggregate.</summary>
    public const string SubjectHeader = "disclosure-subject";

    /// <summary>Header with the slot, for who has the message without its routing key: whoever takes it out of an error queue.</summary>
    public const string SlotHeader = "disclosure-slot";

    /// <summary>The slot of an aggregate. The end of an identity differs between aggregates, also of one moment.</summary>
    public static int SlotOf(Guid subject)
    {
        Span<byte> bytes = stackalloc byte[16];
        subject.TryWriteBytes(bytes, bigEndian: true, out _);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]) % Slots);
    }

    /// <summary>A slot as routing key.</summary>
    public static string Key(int slot) => slot.ToString(CultureInfo.InvariantCulture);

    /// <summary>The aggregate a header names. What names none is about one and the same: its order is kept too.</summary>
    public static Guid SubjectOf(object? header) => header switch
    {
        byte[] bytes when Guid.TryParse(bytes, CultureInfo.InvariantCulture, out var subject) => subject,
        string text when Guid.TryParse(text, out var subject) => subject,
        Guid subject => subject,
        _ => Guid.Empty,
    };

    /// <summary>The aggregate a received message is about.</summary>
    public static Guid SubjectOf(ReceiveContext context)
        => SubjectOf(context.TransportHeaders.TryGetHeader(SubjectHeader, out var header) ? header : null);
}
