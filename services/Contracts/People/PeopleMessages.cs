using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Contracts.People;

/// <summary>Somebody may act in another's place, or may no longer (授权、接替): told when it is agreed and when it is taken back.</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When it became so, UTC.</param>
/// <param name="Authority">The authority.</param>
/// <param name="SubstitutionId">The delegation or replacement at Review, UUIDv7.</param>
/// <param name="IsReplacement">离岗接替: the principal has left and may do nothing any more; otherwise 授权.</param>
/// <param name="Principal">Subject claim of the person whose powers they are.</param>
/// <param name="PrincipalName">Name of that person.</param>
/// <param name="Delegate">Subject claim of the person who may use them.</param>
/// <param name="Unit">Unit that the powers belong to, code.</param>
/// <param name="Roles">Roles that the powers consist of.</param>
/// <param name="StartsOn">First day, Asia/Shanghai.</param>
/// <param name="EndsOn">Last day, included; null for a replacement.</param>
/// <param name="IsRevoked">Whether it was taken back.</param>
public sealed record SubstitutionChanged(Guid MessageId, DateTimeOffset OccurredAt, string Authority, Guid SubstitutionId,
    bool IsReplacement, string Principal, string PrincipalName, string Delegate, string Unit, IReadOnlyList<string> Roles,
    DateOnly StartsOn, DateOnly? EndsOn, bool IsRevoked) : IMustBeReceived
{
    Guid IIntegrationMessage.Subject => SubstitutionId;
}

/// <summary>A member of staff was seen for the first time, or with another unit, other roles or another name (同事名录).</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When seen, UTC.</param>
/// <param name="Authority">The authority the person works for now.</param>
/// <param name="Person">Subject claim.</param>
/// <param name="UserName">Account name.</param>
/// <param name="Name">Name shown to colleagues.</param>
/// <param name="Unit">Unit, code.</param>
/// <param name="Roles">Realm roles, in order.</param>
/// <param name="ClaimsIssuedAt">When the token was issued that says so, UTC.</param>
public sealed record ColleagueChanged(Guid MessageId, DateTimeOffset OccurredAt, string Authority, string Person, string UserName,
    string Name, string Unit, IReadOnlyList<string> Roles, DateTimeOffset ClaimsIssuedAt) : IMustBeReceived
{
    Guid IIntegrationMessage.Subject => new(SHA256.HashData(Encoding.UTF8.GetBytes(Person)).AsSpan(0, 16));
}

/// <summary>A service that knows nobody yet asks Review to tell everything about people once more; what it knows already does it no
/// harm.</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="Authority">Empty: of every authority.</param>
/// <param name="Service">The service that asks.</param>
public sealed record PeopleRequested(Guid MessageId, DateTimeOffset OccurredAt, string Authority, string Service) : IMustBeReceived
{
    Guid IIntegrationMessage.Subject => MessageId;
}
