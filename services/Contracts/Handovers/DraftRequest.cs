using Disclosure.Kernel;

namespace Disclosure.Contracts.Handovers;

/// <summary>A service asks Catalogue for a draft (拟公开): what many applied for (条例第四十四条), a published answer, a report.</summary>
/// <remarks>A draft is nobody's publication: a person of the unit reads it, completes it and submits it to review.</remarks>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="Authority">The authority.</param>
/// <param name="RequestId">Identity of the request: asked again with it there is still one draft.</param>
/// <param name="Purpose">Why it is to be published.</param>
/// <param name="SourceKind">Kind of what it is made from, for instance <c>applications.application</c>.</param>
/// <param name="SourceId">That subject at its owner.</param>
/// <param name="Unit">Responsible unit, code.</param>
/// <param name="Author">Subject claim of whoever asked: the drafter, who may never approve it.</param>
/// <param name="AuthorName">Name of that person.</param>
/// <param name="Category">Proposed category, code of the pack.</param>
/// <param name="Title">Proposed title; 1 to 200 characters.</param>
/// <param name="Body">Proposed body, HTML of the closed set (docs/bodies.md); already without anything personal (脱敏).</param>
/// <param name="Ground">Proposed ground of the attribute, code of the pack; null where the drafter has to choose.</param>
/// <param name="ProducedOn">成文日期; null where unknown.</param>
public sealed record DraftRequested(Guid MessageId, DateTimeOffset OccurredAt, string Authority, Guid RequestId, DraftPurpose Purpose,
    string SourceKind, Guid SourceId, string Unit, string Author, string AuthorName, string Category, string Title, string Body,
    string? Ground = null, DateOnly? ProducedOn = null) : IMustBeReceived
{
    Guid IIntegrationMessage.Subject => SourceId;
}

/// <summary>Catalogue has made the draft.</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="Authority">The authority.</param>
/// <param name="RequestId">The request.</param>
/// <param name="SourceId">What it was made from.</param>
/// <param name="ItemId">The item.</param>
public sealed record DraftMade(Guid MessageId, DateTimeOffset OccurredAt, string Authority, Guid RequestId, Guid SourceId, Guid ItemId)
    : IIntegrationMessage
{
    Guid IIntegrationMessage.Subject => SourceId;
}

/// <summary>Catalogue made no draft.</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="Authority">The authority.</param>
/// <param name="RequestId">The request.</param>
/// <param name="SourceId">What it was to be made from.</param>
/// <param name="Problems">What is wrong with each field, by its JSON name.</param>
public sealed record DraftRefused(Guid MessageId, DateTimeOffset OccurredAt, string Authority, Guid RequestId, Guid SourceId,
    IReadOnlyDictionary<string, string[]> Problems) : IIntegrationMessage
{
    Guid IIntegrationMessage.Subject => SourceId;
}
