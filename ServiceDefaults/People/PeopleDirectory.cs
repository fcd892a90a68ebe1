using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.People;

/// <summary>Turns people into people with all powers of today (权限): the same in every service.</summary>
public interface IPeople
{
    /// <summary>The signed-in person.</summary>
    /// <param name="staff">What the token says.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The person, who may have left (离岗).</returns>
    Task<Person> OfAsync(StaffMember staff, CancellationToken cancellation);

    /// <summary>Several people of an authority.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="people">Their own powers.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="without">A substitution that is left out, because it ends just now; null for none.</param>
    /// <returns>The people, in the same order.</returns>
    Task<IReadOnlyList<Person>> OfAsync(string authority, IReadOnlyList<Mandate> people, CancellationToken cancellation,
        Guid? without = null);
}

/// <summary>Reads it from what Review has told this service.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="db">The database of the scope.</param>
/// <param name="clock">The clock.</param>
internal sealed class PeopleDirectory<TDb>(TDb db, TimeProvider clock) : IPeople where TDb : ServiceDbContext
{
    /// <summary>People in whose place one person acts at most.</summary>
    private const int MaxPrincipals = 8;

    public async Task<Person> OfAsync(StaffMember staff, CancellationToken cancellation)
        => (await OfAsync(staff.Authority, [new Mandate(staff.Subject, staff.Name, staff.Unit, staff.Roles)], cancellation))[0];

    public async Task<IReadOnlyList<Person>> OfAsync(string authority, IReadOnlyList<Mandate> people, CancellationToken cancellation,
        Guid? without = null)
    {
        var today = LegalDay.Of(clock.GetUtcNow());
        var subjects = people.Select(person => person.Principal).ToArray();
        var inForce = db.Substitutions.AsNoTracking().Where(s => s.Authority == authority && !s.IsRevoked
            && (without == null || s.Id != without) && s.StartsOn <= today && (s.EndsOn == null || s.EndsOn >= today));
        // A delegation ends when its principal hands over or moves, and never gives more than the principal still holds.
        var found = await (from s in inForce
                           where (s.Kind == SubstitutionKind.Replacement && subjects.Contains(s.Principal))
                               || (subjects.Contains(s.Delegate) && (s.Kind == SubstitutionKind.Replacement
                               || !inForce.Any(r => r.Kind == SubstitutionKind.Replacement && r.Principal == s.Principal)))
                           join k in db.Colleagues.AsNoTracking() on s.Principal equals k.Subject into known
                           from k in known.DefaultIfEmpty()
                           orderby s.Id
                           select new { Substitution = s, Principal = (Colleague?)k }).ToListAsync(cancellation);
        var left = found.Where(row => row.Substitution.Kind == SubstitutionKind.Replacement)
            .Select(row => row.Substitution.Principal).ToHashSet(StringComparer.Ordinal);
        var byDelegate = found.ToLookup(row => row.Substitution.Delegate, row => row.Substitution.Gives(row.Principal),
            StringComparer.Ordinal);
        return [.. people.Select(own => left.Contains(own.Principal)
            ? new Person(own.Principal, own.PrincipalName, authority, [], HasLeft: true)
            : new Person(own.Principal, own.PrincipalName, authority,
                [own, .. byDelegate[own.Principal].Where(mandate => mandate.Roles.Count > 0)
                .DistinctBy(mandate => (mandate.Principal, mandate.Unit)).Take(MaxPrincipals)]))];
    }
}
