using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Features.Shared;
using Disclosure.ServiceDefaults.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features.Cases;

/// <summary>终止审核: the director or the leading group sends a stuck case back to its author.</summary>
internal static class EndCase
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("cases/{id:guid}/end", Handle).WithName("EndCase")
        .WithSummary("终止审核，退回起草人");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, ReasonRequest request, HttpContext http,
        CaseCommands commands, CancellationToken cancellation)
    {
        var caller = Caller.Of(http, request);
        var ended = await commands
            .ActAsync(new CaseId(id), caller, (review, now) => review.EndAsReturned(caller.Person, request.Reason, now), cancellation);
        return ended.ToNoContent(http);
    }
}
