using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Features.Shared;
using Disclosure.ServiceDefaults.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features.Cases;

/// <summary>上级接办: the next higher role takes a step for which nobody is left.</summary>
internal static class RaiseStep
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("cases/{id:guid}/steps/{step}/raise", Handle).WithName("RaiseStep")
        .WithSummary("无人可办的环节由上一级接办");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(string authority, Guid id, string step, ReasonRequest request,
        HttpContext http, CaseCommands commands,
        ColleagueDirectory directory, CancellationToken cancellation)
    {
        var caller = Caller.Of(http, request);
        var raised = await commands.ActAsync(new CaseId(id), caller, async (review, now) =>
        {
            var candidates = await directory.CandidatesAsync(authority, [review], cancellation);
            return review.Raise(step, caller.Person, request.Reason, !candidates.Contains((review.Id, step)));
        }, cancellation);
        return raised.ToNoContent(http);
    }
}
