using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features;

/// <summary>授权委托: a reviewer hands the own powers to a colleague for a span of days.</summary>
internal static class Delegate
{
    public static void Map(RouteGroupBuilder cases)
    {
        cases.MapPost("delegations", Grant).WithName("GrantDelegation").WithSummary("授权他人代为审核");
        cases.MapGet("delegations", List).WithName("ListDelegations").WithSummary("与我有关的授权");
        cases.MapPost("delegations/{id:guid}/accept", Accept).WithName("AcceptDelegation").WithSummary("接受授权，或者确认离岗接替");
        cases.MapPost("delegations/{id:guid}/revoke", Revoke).WithName("RevokeDelegation").WithSummary("撤销或谢绝授权");
    }

    private static async Task<IResult> Grant(string authority, Request request, HttpContext http, DelegationActs acts, ColleagueDirectory directory, Moments moments,
        CancellationToken cancellation)
    {
        var caller = await Caller.OfAsync(http, request, cancellation);
        if (caller.Reviewer.HasLeft) return Refusals.PersonHasLeft.ToFailure().ToProblem();
        var own = caller.Reviewer.Mandates[0];
        if (!own.Roles.Overlaps(RoleCodes.Business)) return DelegationRefusals.NoPowersToGive.ToFailure().ToProblem();
        if (await directory.FindAsync(authority, request.Delegate, cancellation) is not { } to) return DelegationRefusals.ColleagueIsUnknown.ToFailure().ToProblem();
        var (delegation, refusal) = Delegation.Grant(caller.Reviewer, own, new DelegationTerms(to, request.StartsOn, request.EndsOn, request.Reason), moments.Now());
        return refusal?.ToFailure().ToProblem() ?? await acts.CreateAsync(delegation!, Acts.Delegated, caller, own.Roles.First(RoleCodes.Business.Contains), cancellation);
    }

    private static async Task<IResult> List(string authority, HttpContext http, ReviewDb db, Reviewers reviewers, CancellationToken cancellation, Guid? after = null, int? limit = null)
    {
        if (!PageLimit.Accepts(limit)) return PageLimit.LimitIsInvalid.ToProblem();
        var staff = http.User.Staff()!;
        var who = await reviewers.OfAsync(staff, cancellation);
        var all = !who.HasLeft && (staff.Is(Roles.Discipline) || staff.Is(Roles.SecurityAdmin) || staff.Is(Roles.AuditAdmin) || staff.Is(Roles.Director));
        var size = limit ?? PageLimit.Max;
        // Ids are of version 7: their order is that of creation.
        var found = await db.Delegations.AsNoTracking()
            .Where(d => d.Authority == authority && (all || d.Principal == staff.Subject || d.Delegate == staff.Subject) && (after == null || d.Id < after))
            .OrderByDescending(d => d.Id).Take(size + 1).ToListAsync(cancellation);
        return TypedResults.Ok(new Page<DelegationView>([.. found.Take(size).Select(d => DelegationView.Of(d, who))],
            found.Count > size ? found[size - 1].Id.ToString() : null));
    }

    private static async Task<IResult> Accept(string authority, Guid id, HttpContext http, ReviewDb db, DelegationActs acts, Moments moments, CancellationToken cancellation)
    {
        var delegation = await db.Delegations.FirstOrDefaultAsync(d => d.Id == id && d.Authority == authority, cancellation);
        if (delegation is null) return DelegationRefusals.Unknown.ToFailure().ToProblem();
        var caller = await Caller.OfAsync(http, id, cancellation);
        var before = delegation.AcceptedAt;
        if (delegation.Accept(caller.Reviewer, moments.Now()) is { } refusal) return refusal.ToFailure().ToProblem();
        return before is null
            ? await acts.RecordAsync(delegation, Acts.DelegationAccepted, caller, null, cancellation)
            : TypedResults.Ok(DelegationView.Of(delegation, caller.Reviewer));
    }

    private static async Task<IResult> Revoke(string authority, Guid id, HttpContext http, ReviewDb db, DelegationActs acts, Moments moments, CancellationToken cancellation)
    {
        var staff = http.User.Staff()!;
        var delegation = await db.Delegations.FirstOrDefaultAsync(d => d.Id == id && d.Authority == authority, cancellation);
        if (delegation is null || !MayRevoke(delegation, staff)) return DelegationRefusals.Unknown.ToFailure().ToProblem();
        var caller = await Caller.OfAsync(http, id, cancellation);
        if (delegation.RevokedAt is not null) return TypedResults.Ok(DelegationView.Of(delegation, caller.Reviewer));
        delegation.Revoke(moments.Now());
        return await acts.RecordAsync(delegation, Acts.DelegationRevoked, caller, null, cancellation);
    }

    private static bool MayRevoke(Delegation delegation, StaffMember staff) => staff.Is(Roles.SecurityAdmin)
        || (delegation.Kind == DelegationKind.Delegation && (delegation.Principal == staff.Subject || delegation.Delegate == staff.Subject));

    /// <summary>To whom, from when, until when (both days included), why.</summary>
    /// <param name="Delegate">Subject claim or account name of a colleague in the directory.</param>
    /// <param name="StartsOn">First day, Asia/Shanghai.</param>
    /// <param name="EndsOn">Last day, included; at most 183 days.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="DelegateName">Ignored: the name is the directory's.</param>
    internal sealed record Request(string Delegate, DateOnly StartsOn, DateOnly EndsOn, string Reason, string? DelegateName = null);
}

/// <summary>A delegation as shown; kinds are <c>delegation, replacement</c>.</summary>
/// <remarks><c>AcceptedAt</c> is since when it counts: null while it waits for the delegate, or for supervision to confirm a replacement; <c>MayAccept</c> whether
/// the caller can do that now.</remarks>
internal sealed record DelegationView(Guid Id, string Kind, string Principal, string PrincipalName, string Unit, IReadOnlyList<string> Roles, string Delegate,
    string DelegateName, DateOnly StartsOn, DateOnly? EndsOn, string Reason, DateTimeOffset CreatedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? RevokedAt, bool MayAccept)
{
    public static DelegationView Of(Delegation d, Reviewer who) => new(d.Id, Wire.Name(d.Kind), d.Principal, d.PrincipalName, d.Unit, d.Roles, d.Delegate, d.DelegateName,
        d.StartsOn, d.EndsOn, d.Reason, d.CreatedAt, d.AcceptedAt, d.RevokedAt, d.AcceptedAt is null && d.RevokedAt is null && d.MayBeAcceptedBy(who));
}
