using Disclosure.Kernel.People;

namespace Disclosure.Contracts.Review.Api;

/// <summary>A delegation (授权) or replacement (离岗接替).</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Principal">Subject claim of whose powers they are.</param>
/// <param name="PrincipalName">Name of that person.</param>
/// <param name="Unit">Unit of the powers, code.</param>
/// <param name="Roles">Roles handed over.</param>
/// <param name="Delegate">Subject claim of who stands in.</param>
/// <param name="DelegateName">Name of that person.</param>
/// <param name="StartsOn">First day, Asia/Shanghai.</param>
/// <param name="EndsOn">Last day, included; null without end.</param>
/// <param name="Reason">Why.</param>
/// <param name="CreatedAt">When offered or recorded, UTC.</param>
/// <param name="AcceptedAt">Since when it counts, UTC: null while it waits for the delegate, or for supervision to confirm a
/// replacement.</param>
/// <param name="RevokedAt">When it was revoked, declined or handed back, UTC.</param>
/// <param name="End">Which of the three; null while it was not.</param>
/// <param name="Actions">What the caller may do to it now.</param>
public sealed record DelegationView(Guid Id, SubstitutionKind Kind, string Principal, string PrincipalName, string Unit,
    IReadOnlyList<string> Roles, string Delegate, string DelegateName, DateOnly StartsOn, DateOnly? EndsOn, string Reason,
    DateTimeOffset CreatedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? RevokedAt, DelegationEnd? End,
    IReadOnlyList<DelegationAction> Actions);

/// <summary>A colleague (同事) as last seen.</summary>
/// <param name="Subject">Subject claim; what delegations are given to.</param>
/// <param name="UserName">Account name.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit, code.</param>
/// <param name="Roles">Realm roles.</param>
/// <param name="LastSeenAt">When last noted, UTC.</param>
public sealed record ColleagueView(string Subject, string UserName, string Name, string Unit, IReadOnlyList<string> Roles,
    DateTimeOffset LastSeenAt);
