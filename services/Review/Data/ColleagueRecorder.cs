using System.Collections.Concurrent;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>Notes everybody who signs in, once per day and whenever the claims change.</summary>
/// <remarks>What was noted is remembered in memory, so that a request costs a look-up; another replica or a restart notes once more, to no effect.</remarks>
internal sealed class ColleagueRecorder(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (DateOnly Day, string Claims)> noted = new(StringComparer.Ordinal);

    public async ValueTask NoteAsync(StaffMember staff, CancellationToken cancellation)
    {
        string[] roles = [.. staff.Roles.Where(Roles.All.Contains).Order(StringComparer.Ordinal)];
        var now = Moments.Now(clock);
        var claims = string.Join('\n', [staff.Authority, staff.UserName, staff.Name, staff.Unit, .. roles]);
        if (noted.TryGetValue(staff.Subject, out var before) && before == (now.Today, claims)) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDb>();
        // What is noted late, after another replica noted something newer, is not noted.
        await db.Database.ExecuteSqlAsync($"""
            insert into colleagues (subject, authority, user_name, name, unit, roles, last_seen_at)
            values ({staff.Subject}, {staff.Authority}, {staff.UserName}, {staff.Name}, {staff.Unit}, {roles}, {now.At})
            on conflict (subject) do update set authority = excluded.authority, user_name = excluded.user_name, name = excluded.name, unit = excluded.unit,
                roles = excluded.roles, last_seen_at = excluded.last_seen_at
            where colleagues.last_seen_at <= excluded.last_seen_at
            """, cancellation);
        noted[staff.Subject] = (now.Today, claims);
    }
}
