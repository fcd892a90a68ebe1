using Disclosure.Contracts;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.People;
using Disclosure.Review.Features.Shared;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features.Delegations;

/// <summary>离岗接替: the security administrator records who left and who takes over; running cases go on without a gap.</summary>
/// <remarks>It counts once supervision or the director has confirmed it: nobody mints powers alone.</remarks>
internal static class ReplacePerson
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("replacements", Handle).RequireRole(Roles.SecurityAdmin)
        .WithName("ReplacePerson").WithSummary("登记离岗与接替");

    private static async Task<Results<Created<CreatedId>, ProblemHttpResult>> Handle(string authority, ReplacementRequest request,
        HttpContext http, CommandRunner<ReviewDb> commands,
        ColleagueDirectory directory, DelegationNotices notices, LegalClock legalClock, CancellationToken cancellation)
    {
        var caller = Caller.Of(http, request);
        var replaced = await commands.CreateAsync<Delegation>(caller.Command, async () =>
        {
            if (await directory.FindAsync(authority, request.Leaver, cancellation) is not { } leaver)
                return DelegationRefusals.ColleagueIsUnknown.At(DelegationRefusals.Leaver);
            if (await directory.FindAsync(authority, request.Successor, cancellation) is not { } successor)
                return DelegationRefusals.ColleagueIsUnknown.At(DelegationRefusals.Substitute(SubstitutionKind.Replacement));
            if (await directory.ObstacleAsync(authority, SubstitutionKind.Replacement, leaver.Subject, successor.Subject,
                cancellation) is { } obstacle) return obstacle;
            if (await directory.PendingReplacementAsync(authority, leaver.Subject, cancellation) is { } pending)
                return DelegationRefusals.ReplacementIsPending(pending.PrincipalName, pending.DelegateName, pending.StartsOn);
            return await notices.OfferAsync(DelegationEndpoints.Made(Delegation.Replace(caller.Person, leaver,
                new DelegationTerms(successor, request.StartsOn, null, request.Reason), legalClock.Now(authority))), cancellation);
        }, cancellation, serial: true);
        return replaced.ToCreated(http, id => DelegationEndpoints.Place(authority, id));
    }
}
