using Disclosure.Kernel.People;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>Turns people into reviewers with all powers of today.</summary>
internal sealed class Reviewers(ReviewDb db, Moments moments)
{
    /// <summary>People in whose place one person acts at most.</summary>
    private const int MaxPrincipals = 8;

    /// <summary>The signed-in person.</summary>
    public async Task<Reviewer> OfAsync(StaffMember staff, CancellationToken cancellation)
        => (await OfAsync(staff.Authority, [new Mandate(staff.Subject, staff.Name, staff.Unit, RoleSets.Effective(staff.Roles))],
        cancellation))[0];

    /// <summary>Several people of an authority, by their own powers, in the same order.</summary>
    public async Task<IReadOnlyList<Reviewer>> OfAsync(string authority, IReadOnlyList<Mandate> people, CancellationToken cancellation)
    {
        var today = moments.Now().Today;
        var subjects = people.Select(person => person.Principal).ToArray();
        var inForce = db.Delegations.AsNoTracking().Where(d => d.Authority == authority && d.AcceptedAt != null && d.RevokedAt == null
            && d.StartsOn <= today && (d.EndsOn == null || d.EndsOn >= today));
        var left = (await inForce.Where(d => d.Kind == DelegationKind.Replacement && subjects.Contains(d.Principal))
            .Select(d => d.Principal).ToListAsync(cancellation))
            .ToHashSet(StringComparer.Ordinal);
        // A delegation ends when its principal hands over or moves, and never gives more than the principal still holds.
        var given = await (from d in inForce
                           where subjects.Contains(d.Delegate)
                               && (d.Kind == DelegationKind.Replacement
                               || !inForce.Any(r => r.Kind == DelegationKind.Replacement && r.Principal == d.Principal))
                           join k in db.Colleagues.AsNoTracking() on d.Principal equals k.Subject into known
                           from k in known.DefaultIfEmpty()
                           orderby d.CreatedAt, d.Id
                           select new { Delegation = d, Principal = (Colleague?)k }).ToListAsync(cancellation);
        var byDelegate = given.ToLookup(row => row.Delegation.Delegate, row => Remaining(row.Delegation, row.Principal),
            StringComparer.Ordinal);
        return [.. people.Select(own => left.Contains(own.Principal)
            ? new Reviewer(own.Principal, own.PrincipalName, authority, [], HasLeft: true)
            : new Reviewer(own.Principal, own.PrincipalName, authority,
                [own, .. byDelegate[own.Principal].Where(mandate => mandate.Roles.Count > 0)
                .DistinctBy(mandate => (mandate.Principal, mandate.Unit)).Take(MaxPrincipals)]))];
    }

    private static Mandate Remaining(Delegation delegation, Colleague? principal)
    {
        var given = delegation.Mandate();
        if (delegation.Kind == DelegationKind.Replacement || principal is null) return given;
        var held = principal.Authority == delegation.Authority && principal.Unit == delegation.Unit ? principal.Own().Roles
            : new HashSet<string>();
        return given with { Roles = given.Roles.Where(held.Contains).ToHashSet(StringComparer.Ordinal) };
    }
}
