namespace Disclosure.Contracts.Work;

/// <summary>Notices (通知) were raised: whoever sends them outside the page asks the service, when it sends them, whether they still hold
/// and what they say.</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="Authority">The authority of the receivers.</param>
/// <param name="Service">The service that keeps them, one of <c>ServiceNames</c>.</param>
/// <param name="SubjectId">What they are about.</param>
/// <param name="Notices">The notices, at most 100.</param>
public sealed record NoticesRaised(Guid MessageId, DateTimeOffset OccurredAt, string Authority, string Service, Guid SubjectId,
    IReadOnlyList<RaisedNotice> Notices) : IIntegrationMessage
{
    Guid IIntegrationMessage.Subject => SubjectId;
}

/// <summary>One of them.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Receiver">Subject claim of the receiver.</param>
/// <param name="Kind">What it tells of.</param>
public sealed record RaisedNotice(Guid Id, string Receiver, NoticeKind Kind);
