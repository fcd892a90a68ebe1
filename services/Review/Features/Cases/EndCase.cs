using Disclosure.Review.Domain;

namespace Disclosure.Review.Features;

/// <summary>终止审核: the director or the leading group sends a stuck case back to its author.</summary>
internal static class EndCase
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("cases/{id:guid}/end", Handle).WithName("EndCase").WithSummary("终止审核，退回起草人");

    private static async Task<IResult> Handle(Guid id, Request request, HttpContext http, CaseActs acts, CaseReader reader, CancellationToken cancellation)
    {
        var caller = await Caller.OfAsync(http, request, cancellation);
        var ended = await acts.ActAsync(new CaseId(id), caller, (review, now) => review.EndAsReturned(caller.Reviewer, request.Reason, now), cancellation);
        return ended.Failure?.ToProblem() ?? await reader.ShowAsync(ended.Value!, caller.Reviewer, cancellation);
    }

    /// <summary>Why; the author and supervision read it.</summary>
    internal sealed record Request(string Reason);
}
