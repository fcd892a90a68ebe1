using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Features;

/// <summary>离岗接替: the security administrator records who left and who takes over; running cases go on without a gap.</summary>
/// <remarks>It counts once supervision or the director has confirmed it: nobody mints powers alone.</remarks>
internal static class ReplacePerson
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("replacements", Handle).RequireRole(Roles.SecurityAdmin)
        .WithName("ReplacePerson").WithSummary("登记离岗与接替");

    private static async Task<IResult> Handle(string authority, Request request, HttpContext http, DelegationActs acts, ColleagueDirectory directory, Moments moments,
        CancellationToken cancellation)
    {
        var caller = await Caller.OfAsync(http, request, cancellation);
        if (await directory.FindAsync(authority, request.Leaver, cancellation) is not { } leaver) return DelegationRefusals.ColleagueIsUnknown.ToFailure().ToProblem();
        if (await directory.FindAsync(authority, request.Successor, cancellation) is not { } successor) return DelegationRefusals.ColleagueIsUnknown.ToFailure().ToProblem();
        var (replacement, refusal) = Delegation.Replace(caller.Reviewer, leaver, new DelegationTerms(successor, request.StartsOn, null, request.Reason), moments.Now());
        return refusal?.ToFailure().ToProblem() ?? await acts.CreateAsync(replacement!, Acts.Replaced, caller, Roles.SecurityAdmin, cancellation);
    }

    /// <summary>Who left and who takes over (subject claims or account names), from which day, why. Names, unit and roles are the directory's.</summary>
    internal sealed record Request(string Leaver, string Successor, DateOnly StartsOn, string Reason);
}
