using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Features.Shared;
using Disclosure.ServiceDefaults.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features.Cases;

/// <summary>撤回送审: the author takes the submission back.</summary>
internal static class WithdrawCase
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("cases/{id:guid}/withdraw", Handle).WithName("WithdrawCase")
        .WithSummary("撤回送审");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, NoteRequest? request, HttpContext http,
        CaseCommands commands, CancellationToken cancellation)
    {
        var caller = Caller.Of(http, request);
        var withdrawn = await commands
            .ActAsync(new CaseId(id), caller, (review, now) => review.Withdraw(caller.Person, request?.Reason, now), cancellation);
        return withdrawn.ToNoContent(http);
    }
}
