using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Disclosure.Review.Features;

/// <summary>授权委托: a reviewer hands the own powers to a colleague for a span of days.</summary>
internal static class Delegate
{
    private const int MaxListed = 100;

    public static void Map(RouteGroupBuilder cases)
    {
        cases.MapPost("delegations", Grant).WithName("GrantDelegation").WithSummary("授权他人代为审核");
        cases.MapGet("delegations", List).WithName("ListDelegations").WithSummary("与我有关的授权");
        cases.MapPost("delegations/{id:guid}/revoke", Revoke).WithName("RevokeDelegation").WithSummary("撤销授权");
    }

    private static async Task<IResult> Grant(Request request, HttpContext http, DelegationActs acts, TimeProvider clock, CancellationToken cancellation)
    {
        var caller = await Caller.OfAsync(http, request, cancellation);
        if (caller.Reviewer.HasLeft) return Refusals.PersonHasLeft.ToFailure().ToProblem();
        var own = caller.Reviewer.Mandates[0];
        if (!own.Roles.Overlaps(RoleCodes.Business)) return DelegationRefusals.NoPowersToGive.ToFailure().ToProblem();
        var terms = new DelegationTerms(request.Delegate, request.DelegateName ?? "", request.StartsOn, request.EndsOn, request.Reason);
        var (delegation, refusal) = Delegation.Grant(caller.Reviewer, own, terms, Moments.Now(clock));
        return refusal?.ToFailure().ToProblem() ?? await acts.CreateAsync(delegation!, Acts.Delegated, caller, own.Roles.First(RoleCodes.Business.Contains), cancellation);
    }

    private static async Task<IResult> List(string authority, HttpContext http, ReviewDb db, CancellationToken cancellation)
    {
        var staff = http.User.Staff()!;
        var all = staff.Is(Roles.Discipline) || staff.Is(Roles.SecurityAdmin) || staff.Is(Roles.AuditAdmin);
        var found = await db.Delegations.AsNoTracking()
            .Where(d => d.Authority == authority && (all || d.Principal == staff.Subject || d.Delegate == staff.Subject))
            .OrderByDescending(d => d.CreatedAt).ThenBy(d => d.Id).Take(MaxListed).ToListAsync(cancellation);
        return TypedResults.Ok(new Page<DelegationView>([.. found.Select(DelegationView.Of)], null));
    }

    private static async Task<IResult> Revoke(string authority, Guid id, HttpContext http, ReviewDb db, DelegationActs acts, TimeProvider clock, CancellationToken cancellation)
    {
        var staff = http.User.Staff()!;
        var delegation = await db.Delegations.FirstOrDefaultAsync(d => d.Id == id && d.Authority == authority, cancellation);
        var mayRevoke = delegation is not null && (delegation.Kind == DelegationKind.Delegation ? delegation.Principal == staff.Subject : staff.Is(Roles.SecurityAdmin));
        if (!mayRevoke) return DelegationRefusals.Unknown.ToFailure().ToProblem();
        if (delegation!.RevokedAt is not null) return TypedResults.Ok(DelegationView.Of(delegation));
        delegation.Revoke(Moments.Now(clock));
        var caller = await Caller.OfAsync(http, id, cancellation);
        return await acts.RecordAsync(delegation, Acts.DelegationRevoked, caller, null, cancellation);
    }

    /// <summary>To whom, from when, until when (both days included), why.</summary>
    internal sealed record Request(string Delegate, DateOnly StartsOn, DateOnly EndsOn, string Reason, string? DelegateName = null);
}

/// <summary>A delegation as shown; kinds are <c>delegation, replacement</c>.</summary>
internal sealed record DelegationView(Guid Id, string Kind, string Principal, string PrincipalName, string Unit, IReadOnlyList<string> Roles, string Delegate,
    string DelegateName, DateOnly StartsOn, DateOnly? EndsOn, string Reason, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt)
{
    public static DelegationView Of(Delegation d) => new(d.Id, Wire.Name(d.Kind), d.Principal, d.PrincipalName, d.Unit, d.Roles, d.Delegate, d.DelegateName,
        d.StartsOn, d.EndsOn, d.Reason, d.CreatedAt, d.RevokedAt);
}

/// <summary>Keeps a delegation and its audit entry together.</summary>
internal sealed class DelegationActs(ReviewDb db, AuditLog audit, TimeProvider clock)
{
    /// <summary>Adds a delegation once per <c>Idempotency-Key</c>: the same request again gets the same delegation.</summary>
    public async Task<IResult> CreateAsync(Delegation delegation, string act, Caller caller, string role, CancellationToken cancellation)
    {
        if (caller.Key is null) return await RecordAsync(delegation, act, caller, role, cancellation);
        if (caller.Key.Length > RememberedRequest.MaxKey) return CaseActs.KeyIsTooLong.ToProblem();
        if (await RepeatAsync(caller, cancellation) is { } repeated) return repeated;
        db.Requests.Add(new RememberedRequest
        {
            Subject = caller.Reviewer.Subject,
            Key = caller.Key,
            Fingerprint = caller.Fingerprint,
            Created = delegation.Id,
            At = clock.GetUtcNow(),
        });
        try
        {
            return await RecordAsync(delegation, act, caller, role, cancellation);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "remembered_requests" })
        {
            // The same key arrived twice at once: the other one took effect.
            db.ChangeTracker.Clear();
            return (await RepeatAsync(caller, cancellation))!;
        }
    }

    private async Task<IResult?> RepeatAsync(Caller caller, CancellationToken cancellation)
    {
        if (await db.Requests.FindAsync([caller.Reviewer.Subject, caller.Key], cancellation) is not { } earlier) return null;
        if (earlier.Fingerprint != caller.Fingerprint) return CaseActs.KeyReused.ToProblem();
        return TypedResults.Ok(DelegationView.Of(await db.Delegations.AsNoTracking().SingleAsync(d => d.Id == earlier.Created, cancellation)));
    }

    public async Task<IResult> RecordAsync(Delegation delegation, string act, Caller caller, string? role, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (db.Entry(delegation).State == EntityState.Detached) db.Delegations.Add(delegation);
        var until = delegation.EndsOn is { } end ? $"至 {end:yyyy-MM-dd}" : "起";
        var reason = $"{delegation.PrincipalName} → {delegation.DelegateName}（{delegation.StartsOn:yyyy-MM-dd} {until}）：{delegation.Reason}";
        await audit.AppendAsync(delegation.Authority, new CaseFact(act, caller.Reviewer.Subject, caller.Reviewer.Name, role, delegation.Unit, null, null, "", reason),
            caller.Source, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return TypedResults.Ok(DelegationView.Of(delegation));
    }
}
