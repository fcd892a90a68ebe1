using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.People;

/// <summary>Notes what is new of people, within the transaction at hand.</summary>
public static class PeopleStore
{
    /// <summary>Notes a substitution; an older word than what is known changes nothing.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="s">The substitution.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>1 where it was news or as new as what is known, else 0.</returns>
    public static Task<int> NoteAsync(this ServiceDbContext db, Substitution s, CancellationToken cancellation)
    {
        var kind = s.Kind.ToString();
        return db.Database.ExecuteSqlAsync($"""
            insert into substitutions (id, authority, kind, principal, principal_name, delegate, unit, roles, starts_on, ends_on,
                is_revoked, as_of)
            values ({s.Id}, {s.Authority}, {kind}, {s.Principal}, {s.PrincipalName}, {s.Delegate}, {s.Unit}, {s.Roles}, {s.StartsOn},
                {s.EndsOn}, {s.IsRevoked}, {s.AsOf})
            on conflict (id) do update set is_revoked = excluded.is_revoked, as_of = excluded.as_of
            where substitutions.as_of <= excluded.as_of
            """, cancellation);
    }

    /// <summary>Notes a colleague; of two tokens of a person the one issued later is believed.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="k">The colleague.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>1 where it was news or as new as what is known, else 0.</returns>
    public static Task<int> NoteAsync(this ServiceDbContext db, Colleague k, CancellationToken cancellation)
        => db.Database.ExecuteSqlAsync($"""
            insert into colleagues (subject, authority, user_name, name, unit, roles, last_seen_at, claims_issued_at)
            values ({k.Subject}, {k.Authority}, {k.UserName}, {k.Name}, {k.Unit}, {k.Roles}, {k.LastSeenAt}, {k.ClaimsIssuedAt})
            on conflict (subject) do update set authority = excluded.authority, user_name = excluded.user_name, name = excluded.name,
                unit = excluded.unit, roles = excluded.roles, claims_issued_at = excluded.claims_issued_at,
                last_seen_at = greatest(colleagues.last_seen_at, excluded.last_seen_at)
            where colleagues.claims_issued_at <= excluded.claims_issued_at
            """, cancellation);
}
