using Disclosure.Contracts.People;
using Disclosure.Kernel.People;

namespace Disclosure.Review.Data;

/// <summary>What Review tells the other services of people.</summary>
internal static class PeopleMessages
{
    public static SubstitutionChanged Changed(this Substitution s) => new(Guid.CreateVersion7(), s.AsOf, s.Authority, s.Id,
        s.Kind == SubstitutionKind.Replacement, s.Principal, s.PrincipalName, s.Delegate, s.Unit, s.Roles, s.StartsOn, s.EndsOn,
        s.IsRevoked);

    public static ColleagueChanged Changed(this Colleague k) => new(Guid.CreateVersion7(), k.LastSeenAt, k.Authority, k.Subject, k.UserName,
        k.Name, k.Unit, k.Roles, k.ClaimsIssuedAt);
}
