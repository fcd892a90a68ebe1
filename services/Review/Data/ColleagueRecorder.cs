using System.Collections.Concurrent;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>Notes everybody who signs in: once per day, with every new token, and whenever the claims change.</summary>
/// <remarks>Tokens live on for minutes after the identity provider has changed a person. Of two with different claims the one issued later
/// is believed,
/// in whatever order and to whichever replica they come; within one second, the resolution of <c>iat</c>, the one used last.
/// What was noted is remembered in memory, so that a request costs a look-up; another replica or a restart notes once more, to no
/// effect.</remarks>
internal sealed class ColleagueRecorder(IServiceScopeFactory scopes, Moments moments)
{
    private readonly ConcurrentDictionary<string, Noted> noted = new(StringComparer.Ordinal);

    /// <summary>Notes what a token says of a person.</summary>
    /// <param name="staff">The person.</param>
    /// <param name="issuedAt">When the token was issued; null where it does not say: then it is older than any that does.</param>
    /// <param name="cancellation">Cancels with the request.</param>
    public async ValueTask NoteAsync(StaffMember staff, DateTimeOffset? issuedAt, CancellationToken cancellation)
    {
        string[] roles = [.. staff.Roles.Where(Roles.All.Contains).Order(StringComparer.Ordinal)];
        var now = moments.Now();
        var issued = issuedAt ?? DateTimeOffset.UnixEpoch;
        var token = new Noted(issued, now.Today, string.Join('\n', [staff.Authority, staff.UserName, staff.Name, staff.Unit, .. roles]));
        if (noted.TryGetValue(staff.Subject, out var before) && (before == token || before.IssuedAt > issued)) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDb>();
        await db.Database.ExecuteSqlAsync($"""
            insert into colleagues (subject, authority, user_name, name, unit, roles, last_seen_at, claims_issued_at)
            values ({staff.Subject}, {staff.Authority}, {staff.UserName}, {staff.Name}, {staff.Unit}, {roles}, {now.At}, {issued})
            on conflict (subject) do update set authority = excluded.authority, user_name = excluded.user_name, name = excluded.name, unit = excluded.unit,
                roles = excluded.roles, last_seen_at = greatest(colleagues.last_seen_at, excluded.last_seen_at), claims_issued_at = excluded.claims_issued_at
            where colleagues.claims_issued_at <= excluded.claims_issued_at
            """, cancellation);
        noted[staff.Subject] = token;
    }

    private sealed record Noted(DateTimeOffset IssuedAt, DateOnly Day, string Claims);
}
