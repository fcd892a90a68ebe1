using Disclosure.Contracts.Facts;

namespace Disclosure.Contracts.Handovers;

/// <summary>A citizen's letter is a matter of disclosure (转为政府信息公开申请): Interaction hands it to Applications.</summary>
/// <remarks>Who wrote and what is not in the message: Applications asks Interaction for it as a machine
/// (<see cref="HandedOverLetter"/>).</remarks>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When the office decided so, UTC.</param>
/// <param name="Authority">The authority.</param>
/// <param name="LetterId">The letter at Interaction.</param>
/// <param name="FirstReceivedOn">Legal day on which the letter came, kept as evidence; the legal receipt of the application follows
/// article 31.</param>
public sealed record ApplicationHandedOver(Guid MessageId, DateTimeOffset OccurredAt, string Authority, Guid LetterId,
    DateOnly FirstReceivedOn) : IMustBeReceived
{
    Guid IIntegrationMessage.Subject => LetterId;
}

/// <summary>Applications has registered a letter that was handed over.</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="Authority">The authority.</param>
/// <param name="LetterId">The letter at Interaction.</param>
/// <param name="ApplicationId">The application.</param>
/// <param name="ReceivedOn">Its legal day of receipt.</param>
public sealed record ApplicationTakenOver(Guid MessageId, DateTimeOffset OccurredAt, string Authority, Guid LetterId, Guid ApplicationId,
    DateOnly ReceivedOn) : IMustBeReceived
{
    Guid IIntegrationMessage.Subject => LetterId;
}

/// <summary>Applications did not take a letter: Interaction has it again.</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="Authority">The authority.</param>
/// <param name="LetterId">The letter at Interaction.</param>
/// <param name="Reason">Why.</param>
public sealed record ApplicationHandoverRefused(Guid MessageId, DateTimeOffset OccurredAt, string Authority, Guid LetterId,
    HandoverRefusal Reason) : IMustBeReceived
{
    Guid IIntegrationMessage.Subject => LetterId;
}

/// <summary>Why a letter is no application.</summary>
public enum HandoverRefusal
{
    /// <summary>要素不全: who applies or what is asked for cannot be told, and the sender left no way to ask.</summary>
    ContentIsMissing,

    /// <summary>已经登记: the letter was handed over before.</summary>
    IsKnown,

    /// <summary>已撤回 by the sender meanwhile.</summary>
    WasWithdrawn,
}

/// <summary>A letter as Applications asks Interaction for it, over HTTP and as a machine; never in a message.</summary>
/// <param name="LetterId">The letter.</param>
/// <param name="Applicant">Who applies, where the sender said so.</param>
/// <param name="Name">Name.</param>
/// <param name="Contact">How to reach the sender.</param>
/// <param name="Content">What was asked, as written.</param>
/// <param name="ReceivedAt">When it came, UTC.</param>
public sealed record HandedOverLetter(Guid LetterId, ApplicantKind? Applicant, string? Name, string? Contact, string Content,
    DateTimeOffset ReceivedAt);
