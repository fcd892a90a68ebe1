using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>Turns the signed-in person into the reviewer with all powers of today.</summary>
internal sealed class Reviewers(ReviewDb db, TimeProvider clock)
{
    /// <summary>People in whose place one person acts at most.</summary>
    private const int MaxPrincipals = 8;

    public async Task<Reviewer> OfAsync(StaffMember staff, CancellationToken cancellation)
    {
        var today = Moments.Now(clock).Today;
        var delegations = await db.Delegations.AsNoTracking()
            .Where(d => d.Authority == staff.Authority && d.RevokedAt == null && d.StartsOn <= today && (d.EndsOn == null || d.EndsOn >= today)
                && (d.Delegate == staff.Subject || (d.Principal == staff.Subject && d.Kind == DelegationKind.Replacement)))
            .OrderBy(d => d.CreatedAt).Take(MaxPrincipals * 2).ToListAsync(cancellation);
        var own = new Mandate(staff.Subject, staff.Name, staff.Unit, staff.Roles);
        if (delegations.Exists(d => d.Principal == staff.Subject)) return new Reviewer(staff.Subject, staff.Name, staff.Authority, [], HasLeft: true);
        return new Reviewer(staff.Subject, staff.Name, staff.Authority,
            [own, .. delegations.DistinctBy(d => d.Principal).Take(MaxPrincipals).Select(d => d.Mandate())]);
    }
}
