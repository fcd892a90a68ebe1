using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features;

/// <summary>离岗接替: the security administrator records who left and who takes over; running cases go on without a gap.</summary>
/// <remarks>It counts once supervision or the director has confirmed it: nobody mints powers alone.</remarks>
internal static class ReplacePerson
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("replacements", Handle).RequireRole(Roles.SecurityAdmin)
        .WithName("ReplacePerson").WithSummary("登记离岗与接替");

    private static async Task<Results<Created<CreatedId>, ProblemHttpResult>> Handle(string authority, Request request, HttpContext http,
        CommandRunner<ReviewDb> commands,
        ColleagueDirectory directory, Moments moments, CancellationToken cancellation)
    {
        var caller = Caller.Of(http, request);
        var replaced = await commands.CreateAsync<Delegation>(caller.Command, async () =>
        {
            if (await directory.FindAsync(authority, request.Leaver,
                cancellation) is not { } leaver) return DelegationRefusals.ColleagueIsUnknown;
            if (await directory.FindAsync(authority, request.Successor,
                cancellation) is not { } successor) return DelegationRefusals.ColleagueIsUnknown;
            if (await directory.ObstacleAsync(authority, SubstitutionKind.Replacement, leaver.Subject, successor.Subject,
                cancellation) is { } obstacle) return obstacle;
            return Delegate.Made(Delegation
                .Replace(caller.Person, leaver, new DelegationTerms(successor, request.StartsOn, null, request.Reason), moments.Now()));
        }, cancellation);
        return replaced.ToCreated(http, id => Delegate.Place(authority, id));
    }

    /// <summary>Who left and who takes over (subject claims or account names), from which day, why. Names, unit and roles are the
    /// directory's.</summary>
    internal sealed record Request(string Leaver, string Successor, DateOnly StartsOn, string Reason);
}
