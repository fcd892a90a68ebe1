using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Features.Cases;
using Disclosure.Review.Features.Shared;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features.Supervision;

/// <summary>催办: those who supervise remind those who have the case now.</summary>
internal static class UrgeCase
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("cases/{id:guid}/urge", Handle).RequireRole(CaseActions.Urging)
        .WithName("UrgeCase").WithSummary("催办");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, NoteRequest? request, HttpContext http,
        CaseCommands commands, CancellationToken cancellation)
    {
        var caller = Caller.Of(http, request);
        var power = caller.Person.Under(CaseActions.Urging)!;
        var urged = await commands
            .ActAsync(new CaseId(id), caller, (review, now) => review.Urge(caller.Person, power, request?.Reason, now), cancellation);
        return urged.ToNoContent(http);
    }
}
