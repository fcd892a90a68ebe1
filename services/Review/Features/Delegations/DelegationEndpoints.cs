using Disclosure.Contracts;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.People;
using Disclosure.Review.Features.Shared;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Delegations;

/// <summary>授权: somebody hands the own powers to a colleague for a span of days.</summary>
internal static class DelegationEndpoints
{
    /// <summary>Roles that see every delegation of the authority; offices of the person's own.</summary>
    private static readonly string[] SeeAll = [Roles.Discipline, Roles.SecurityAdmin, Roles.AuditAdmin, Roles.Director];

    public static void Map(RouteGroupBuilder cases)
    {
        cases.MapPost("delegations", Grant).WithName("GrantDelegation").WithSummary("授权他人代为审核");
        cases.MapGet("delegations", List).WithName("ListDelegations").WithSummary("与我有关的授权");
        cases.MapGet("delegations/{id:guid}", One).WithName("GetDelegation").WithSummary("一项授权");
        cases.MapPost("delegations/{id:guid}/accept", Accept).WithName("AcceptDelegation").WithSummary("接受授权，或者确认离岗接替");
        cases.MapPost("delegations/{id:guid}/revoke", Revoke).WithName("RevokeDelegation").WithSummary("撤销、谢绝或交回授权");
    }

    private static async Task<Results<Created<CreatedId>, ProblemHttpResult>> Grant(string authority, DelegationRequest request,
        HttpContext http, CommandRunner<ReviewDb> commands,
        ColleagueDirectory directory, DelegationNotices notices, LegalClock legalClock, CancellationToken cancellation)
    {
        var caller = Caller.Of(http, request);
        var granted = await commands.CreateAsync<Delegation>(caller.Command, async () =>
        {
            if (await directory.FindAsync(authority, request.Delegate, cancellation) is not { } to)
                return DelegationRefusals.ColleagueIsUnknown.At(DelegationRefusals.Substitute(SubstitutionKind.Delegation));
            if (await directory.ObstacleAsync(authority, SubstitutionKind.Delegation, caller.Person.Subject, to.Subject,
                cancellation) is { } obstacle) return obstacle;
            var terms = new DelegationTerms(to, request.StartsOn, request.EndsOn, request.Reason);
            return await notices.OfferAsync(Made(Delegation.Grant(caller.Person, terms, legalClock.Now(authority))), cancellation);
        }, cancellation);
        return granted.ToCreated(http, id => Place(authority, id));
    }

    public static Outcome<Creation<Delegation>> Made(Outcome<(Delegation Delegation, AuditFact Fact)> made)
        => made.Failure is { } failure ? failure : new Creation<Delegation>(made.Value.Delegation, made.Value.Fact);

    public static string Place(string authority, Guid id) => $"/api/review/{authority}/delegations/{id}";

    private static async Task<Results<Ok<DelegationView>, ProblemHttpResult>> One(string authority, Guid id, HttpContext http, ReviewDb db,
        LegalClock legalClock, CancellationToken cancellation)
    {
        var who = http.Person();
        var delegation = await db.Delegations.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.Authority == authority, cancellation);
        if (delegation is null
            || !IsOpenTo(delegation, who)) return DelegationRefusals.Unknown.ToProblem();
        http.Response.Headers.ETag = CommandContext.ETag(delegation.Version);
        return TypedResults.Ok(View(delegation, who, legalClock.Today));
    }

    /// <summary>Whether the person may know of it: whoever it concerns, and whoever watches over powers.</summary>
    public static bool IsOpenTo(Delegation delegation, Person who)
        => !who.HasLeft && (SeesAll(who) || delegation.Principal == who.Subject || delegation.Delegate == who.Subject);

    private static bool SeesAll(Person who) => SeeAll.Any(who.Mandates[0].Roles.Contains);

    private static async Task<Results<Ok<Page<DelegationView>>, ProblemHttpResult>> List(string authority, HttpContext http, ReviewDb db,
        LegalClock legalClock, CancellationToken cancellation, Guid? after = null, int? limit = null)
    {
        if (PageLimit.Of(limit, PageLimit.Max) is not { } size) return PageLimit.LimitIsInvalid.ToProblem();
        var who = http.Person();
        var (all, today) = (SeesAll(who), legalClock.Today);
        // Ids are of version 7: their order is that of creation.
        var found = await db.Delegations.AsNoTracking()
            .Where(d => d.Authority == authority && (all || d.Principal == who.Subject || d.Delegate == who.Subject)
            && (after == null || d.Id < after))
            .OrderByDescending(d => d.Id).Take(size + 1).ToListAsync(cancellation);
        return TypedResults.Ok(new Page<DelegationView>([.. found.Take(size).Select(d => View(d, who, today))],
            found.Count > size ? found[size - 1].Id.ToString() : null));
    }

    private static Task<Results<NoContent, ProblemHttpResult>> Accept(string authority, Guid id, HttpContext http, ReviewDb db,
        CommandRunner<ReviewDb> commands, ColleagueDirectory directory, DelegationNotices notices, LegalClock legalClock,
        CancellationToken cancellation)
        => ChangeAsync(authority, id, http, db, commands, notices, legalClock, async (delegation, who, now) =>
        {
            // Somebody may have left since it was offered.
            var obstacle = delegation is { AcceptedAt: null, RevokedAt: null } && delegation.MayBeAcceptedBy(who)
                ? await directory.ObstacleAsync(authority, delegation.Kind, delegation.Principal, delegation.Delegate, cancellation) : null;
            return obstacle is { } refused ? DelegationRefusals.ToBeMadeAnew(delegation.Kind, refused) : delegation.Accept(who, now);
        }, cancellation);

    private static Task<Results<NoContent, ProblemHttpResult>> Revoke(string authority, Guid id, HttpContext http, ReviewDb db,
        CommandRunner<ReviewDb> commands, DelegationNotices notices, LegalClock legalClock, CancellationToken cancellation)
        => ChangeAsync(authority, id, http, db, commands, notices, legalClock,
            (delegation, who, now) => Task.FromResult(delegation.Revoke(who, now)), cancellation);

    /// <summary>Serial, so that of two agreements about one person the second sees the first.</summary>
    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(string authority, Guid id, HttpContext http, ReviewDb db,
        CommandRunner<ReviewDb> commands, DelegationNotices notices, LegalClock legalClock,
        Func<Delegation, Person, LegalTime, Task<Verdict>> act, CancellationToken cancellation)
    {
        var caller = Caller.Of(http, id);
        var changed = await commands.ChangeAsync(caller.Command, async () =>
            await db.Delegations.FirstOrDefaultAsync(d => d.Id == id && d.Authority == authority, cancellation) is { } found ? found
                : (Outcome<Delegation>)DelegationRefusals.Unknown,
            async delegation =>
            {
                var now = legalClock.Now(authority);
                var verdict = await act(delegation, caller.Person, now);
                if (verdict is { Failure: null, Facts.Count: > 0 }) await notices.TellAsync(delegation, caller.Person, cancellation);
                if (verdict is { Failure: null, Facts.Count: > 0 } && delegation.Agreed(now.At) is { } agreed)
                {
                    await db.NoteAsync(agreed, cancellation);
                    db.Publish(agreed.Changed());
                }

                return verdict;
            }, cancellation, serial: true);
        return changed.ToNoContent(http);
    }

    private static DelegationView View(Delegation d, Person who, DateOnly today) => new(d.Id, d.Kind, d.Principal, d.PrincipalName, d.Unit,
        d.Roles, d.Delegate, d.DelegateName, d.StartsOn, d.EndsOn, d.Reason, d.CreatedAt, d.AcceptedAt, d.RevokedAt, d.End,
        d.ActionsOf(who, today));
}
