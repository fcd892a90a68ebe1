namespace Disclosure.Contracts;

/// <summary>What every message between services carries. Versioned by type name; a change of meaning is a new type.</summary>
/// <remarks>Messages never carry personal data: they name subjects by id, and readers ask the owner.</remarks>
public interface IIntegrationMessage
{
    /// <summary>Identity of the message, UUIDv7; the inbox uses it to take effect once.</summary>
    Guid MessageId { get; }

    /// <summary>When the fact became true, UTC.</summary>
    DateTimeOffset OccurredAt { get; }

    /// <summary>The authority (机关) the fact belongs to, for instance <c>bijie</c>.</summary>
    string Authority { get; }

    /// <summary>The aggregate whose messages keep their order, from its change to the effect; not part of the JSON.</summary>
    Guid Subject { get; }
}

/// <summary>A message somebody must receive: the relay keeps it until a queue is bound, so a first start in any order loses
/// nothing.</summary>
public interface IMustBeReceived : IIntegrationMessage;
