using Disclosure.Kernel.People;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features;

/// <summary>催办: those who supervise remind those who have the case now.</summary>
internal static class UrgeCase
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("cases/{id:guid}/urge", Handle).RequireRole(CaseActions.Urging)
        .WithName("UrgeCase").WithSummary("催办");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Request? request, HttpContext http,
        CaseCommands commands, CancellationToken cancellation)
    {
        var caller = Caller.Of(http, request);
        var power = caller.Person.Under(CaseActions.Urging)!;
        var urged = await commands
            .ActAsync(new CaseId(id), caller, (review, now) => review.Urge(caller.Person, power, request?.Reason, now), cancellation);
        return urged.ToNoContent(http);
    }

    /// <summary>What the reminder says, optional.</summary>
    internal sealed record Request(string? Reason = null);
}
