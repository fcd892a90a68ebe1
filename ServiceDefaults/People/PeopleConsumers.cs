using Disclosure.Contracts.People;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.People;

/// <summary>Notes what Review says of who acts in whose place.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="db">The database.</param>
/// <param name="clock">The clock.</param>
internal sealed class SubstitutionChangedConsumer<TDb>(TDb db, TimeProvider clock) : InboxConsumer<SubstitutionChanged, TDb>(db, clock)
    where TDb : ServiceDbContext
{
    protected override Task HandleAsync(SubstitutionChanged message, CancellationToken cancellation) => Db.NoteAsync(new Substitution
    {
        Id = message.SubstitutionId,
        Authority = message.Authority,
        Kind = message.IsReplacement ? SubstitutionKind.Replacement : SubstitutionKind.Delegation,
        Principal = message.Principal,
        PrincipalName = message.PrincipalName,
        Delegate = message.Delegate,
        Unit = message.Unit,
        Roles = [.. message.Roles],
        StartsOn = message.StartsOn,
        EndsOn = message.EndsOn,
        IsRevoked = message.IsRevoked,
        AsOf = message.OccurredAt,
    }, cancellation);
}

/// <summary>Notes what Review says of a member of staff.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="db">The database.</param>
/// <param name="clock">The clock.</param>
internal sealed class ColleagueChangedConsumer<TDb>(TDb db, TimeProvider clock) : InboxConsumer<ColleagueChanged, TDb>(db, clock)
    where TDb : ServiceDbContext
{
    protected override Task HandleAsync(ColleagueChanged message, CancellationToken cancellation) => Db.NoteAsync(new Colleague
    {
        Subject = message.Person,
        Authority = message.Authority,
        UserName = message.UserName,
        Name = message.Name,
        Unit = message.Unit,
        Roles = [.. message.Roles],
        LastSeenAt = message.OccurredAt,
        ClaimsIssuedAt = message.ClaimsIssuedAt,
    }, cancellation);
}
