using Disclosure.Review.Domain;

namespace Disclosure.Review.Features;

/// <summary>撤回送审: the author takes the submission back.</summary>
internal static class WithdrawCase
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("cases/{id:guid}/withdraw", Handle).WithName("WithdrawCase").WithSummary("撤回送审");

    private static async Task<IResult> Handle(Guid id, Request? request, HttpContext http, CaseActs acts, CaseReader reader, CancellationToken cancellation)
    {
        var caller = await Caller.OfAsync(http, request, cancellation);
        var withdrawn = await acts.ActAsync(new CaseId(id), caller, (review, now) => review.Withdraw(caller.Reviewer, request?.Reason, now), cancellation);
        return withdrawn.Failure?.ToProblem() ?? await reader.ShowAsync(withdrawn.Value!, caller.Reviewer, cancellation);
    }

    /// <summary>Why it is withdrawn, optional.</summary>
    internal sealed record Request(string? Reason = null);
}
