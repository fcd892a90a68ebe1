namespace Disclosure.Contracts.Facts;

/// <summary>Facts took effect in a service, or are told again because somebody asked (统计事实).</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When the last of them took effect, UTC.</param>
/// <param name="Authority">The authority.</param>
/// <param name="Service">The service that keeps them.</param>
/// <param name="Facts">The facts, by number; at most 500. Told again they have the numbers they had.</param>
public sealed record FactsRecorded(Guid MessageId, DateTimeOffset OccurredAt, string Authority, string Service,
    IReadOnlyList<RecordedFact> Facts) : IIntegrationMessage
{
    /// <remarks>Numbers give the order; a message waits only for those about the same first subject.</remarks>
    Guid IIntegrationMessage.Subject => Facts.Count == 0 ? MessageId : Facts[0].SubjectId;
}

/// <summary>Whoever counts asks a service for its facts again, from a position.</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="Authority">The authority; empty for every one.</param>
/// <param name="Service">The service that is asked; every other one passes it over. Empty for all.</param>
/// <param name="After">The last number that is known of the authority; 0 for none. With every authority it is 0.</param>
public sealed record FactsRequested(Guid MessageId, DateTimeOffset OccurredAt, string Authority, string Service,
    long After) : IMustBeReceived
{
    Guid IIntegrationMessage.Subject => MessageId;
}
