using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Disclosure.Review.Features;

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
        return TypedResults.Ok(DelegationView.Of(await db.Delegations.AsNoTracking().SingleAsync(d => d.Id == earlier.Created, cancellation), caller.Reviewer));
    }

    public async Task<IResult> RecordAsync(Delegation delegation, string act, Caller caller, string? role, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (db.Entry(delegation).State == EntityState.Detached) db.Delegations.Add(delegation);
        var until = delegation.EndsOn is { } end ? $"至 {end:yyyy-MM-dd}" : "起";
        var reason = $"{delegation.PrincipalName} → {delegation.DelegateName}（{delegation.StartsOn:yyyy-MM-dd} {until}）：{delegation.Reason}";
        await audit.AppendAsync(delegation.Authority, new CaseFact(act, caller.Reviewer.Subject, caller.Reviewer.Name, role, delegation.Unit,
            delegation.Principal == caller.Reviewer.Subject ? null : delegation.Principal, null, "", reason)
        {
            Counterpart = delegation.Delegate,
            Detail = FactDetail.Of(new { Kind = Wire.Name(delegation.Kind), delegation.Id, delegation.Principal, delegation.Delegate, delegation.Unit, delegation.Roles, delegation.StartsOn, delegation.EndsOn }),
        }, caller.Source, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return TypedResults.Ok(DelegationView.Of(delegation, caller.Reviewer));
    }
}
