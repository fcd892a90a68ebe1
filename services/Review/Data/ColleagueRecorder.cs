using System.Collections.Concurrent;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>Notes everybody who signs in: once per day, with every new token, and whenever the claims change.</summary>
/// <remarks>Tokens live on for minutes after the identity provider has changed a person. Of two with different claims the one issued later
/// is believed,
/// in whatever order and to whichever replica they come; within one second, the resolution of <c>iat</c>, the one used last.
/// What was noted is remembered in memory, so that a request costs a look-up; another replica or a restart notes once more, to no
/// effect.</remarks>
internal sealed class ColleagueRecorder(IServiceScopeFactory scopes, LegalClock legalClock)
{
    private readonly ConcurrentDictionary<string, Noted> noted = new(StringComparer.Ordinal);

    /// <summary>Notes what a token says of a person.</summary>
    /// <param name="staff">The person.</param>
    /// <param name="issuedAt">When the token was issued; null where it does not say: then it is older than any that does.</param>
    /// <param name="cancellation">Cancels with the request.</param>
    public async ValueTask NoteAsync(StaffMember staff, DateTimeOffset? issuedAt, CancellationToken cancellation)
    {
        string[] roles = [.. staff.Roles.Where(Roles.All.Contains).Order(StringComparer.Ordinal)];
        var now = legalClock.Now(staff.Authority);
        var issued = issuedAt ?? DateTimeOffset.UnixEpoch;
        var token = new Noted(issued, now.Today, string.Join('\n', [staff.Authority, staff.UserName, staff.Name, staff.Unit, .. roles]));
        if (noted.TryGetValue(staff.Subject, out var before) && (before == token || before.IssuedAt > issued)) return;
        await NoteAsync(new Colleague
        {
            Subject = staff.Subject,
            Authority = staff.Authority,
            UserName = staff.UserName,
            Name = staff.Name,
            Unit = staff.Unit,
            Roles = roles,
            LastSeenAt = now.At,
            ClaimsIssuedAt = issued,
        }, cancellation);
        noted[staff.Subject] = token;
    }

    /// <summary>Notes it, and tells the other services where it is news.</summary>
    private async Task NoteAsync(Colleague seen, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Held until the commit, so that of two requests of a person one is the first to bring the news.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({seen.Subject}, 0))", cancellation);
        var before = await db.Colleagues.AsNoTracking().FirstOrDefaultAsync(k => k.Subject == seen.Subject, cancellation);
        if (await db.NoteAsync(seen, cancellation) == 1 && (before is null || !SaysTheSame(before, seen))) db.Publish(seen.Changed());
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static bool SaysTheSame(Colleague one, Colleague other) => one.Authority == other.Authority && one.UserName == other.UserName
        && one.Name == other.Name && one.Unit == other.Unit && one.Roles.SequenceEqual(other.Roles);

    private sealed record Noted(DateTimeOffset IssuedAt, DateOnly Day, string Claims);
}
