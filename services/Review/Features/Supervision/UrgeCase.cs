using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Features;

/// <summary>催办: those who supervise remind those who have the case now.</summary>
internal static class UrgeCase
{
    private static readonly string[] Supervisors = [Roles.Discipline, Roles.Office, Roles.LeadingGroup, Roles.Director];

    public static void Map(RouteGroupBuilder cases) => cases.MapPost("cases/{id:guid}/urge", Handle).RequireRole(Supervisors).WithName("UrgeCase").WithSummary("催办");

    private static async Task<IResult> Handle(Guid id, Request? request, HttpContext http, CaseActs acts, CancellationToken cancellation)
    {
        var caller = await Caller.OfAsync(http, request, cancellation);
        var role = http.User.Staff()!.Roles.Intersect(Supervisors).First();
        var urged = await acts.ActAsync(new CaseId(id), caller, (review, now) => review.Urge(caller.Reviewer, role, request?.Reason, now), cancellation);
        return urged.Failure is { } failure ? failure.ToProblem() : TypedResults.Ok(Response.Of(urged.Value!));
    }

    /// <summary>What was urged; not the case, which not everybody who urges may read.</summary>
    internal sealed record Response(Guid CaseId, IReadOnlyList<UrgedStep> Steps)
    {
        public static Response Of(ReviewCase review) => new(review.Id.Value,
            [.. review.Steps.Where(review.WaitsForSomebody).Select(step => new UrgedStep(step.Code, step.Name, step.Urges, step.UrgedOn, step.UrgeWords))]);
    }

    /// <summary>A step that waits, how often it was urged, when last and with which words.</summary>
    internal sealed record UrgedStep(string Code, string Name, int Urges, DateOnly? UrgedOn, string? UrgeWords);

    /// <summary>What the reminder says, optional.</summary>
    internal sealed record Request(string? Reason = null);
}
