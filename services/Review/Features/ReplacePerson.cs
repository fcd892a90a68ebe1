using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Features;

/// <summary>离岗接替: the security administrator records who left and who takes over; running cases go on without a gap.</summary>
internal static class ReplacePerson
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("replacements", Handle).RequireRole(Roles.SecurityAdmin)
        .WithName("ReplacePerson").WithSummary("登记离岗与接替");

    private static async Task<IResult> Handle(Request request, HttpContext http, DelegationActs acts, TimeProvider clock, CancellationToken cancellation)
    {
        var caller = await Caller.OfAsync(http, request, cancellation);
        var leaver = new Mandate(request.Leaver, request.LeaverName ?? request.Leaver, request.Unit, request.Roles.ToHashSet(StringComparer.Ordinal));
        var terms = new DelegationTerms(request.Successor, request.SuccessorName ?? "", request.StartsOn, null, request.Reason);
        var (replacement, refusal) = Delegation.Replace(caller.Reviewer, leaver, terms, Moments.Now(clock));
        return refusal?.ToFailure().ToProblem() ?? await acts.CreateAsync(replacement!, Acts.Replaced, caller, Roles.SecurityAdmin, cancellation);
    }

    /// <summary>Who left (subject claim), with which roles and unit, who takes over, from which day, why.</summary>
    internal sealed record Request(string Leaver, string Unit, IReadOnlyList<string> Roles, string Successor, DateOnly StartsOn, string Reason,
        string? LeaverName = null, string? SuccessorName = null);
}
