using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Features;

/// <summary>催办: those who supervise remind those who have the case now.</summary>
internal static class UrgeCase
{
    private static readonly string[] Supervisors = [Roles.Discipline, Roles.Office, Roles.LeadingGroup, Roles.Director];

    public static void Map(RouteGroupBuilder cases) => cases.MapPost("cases/{id:guid}/urge", Handle).RequireRole(Supervisors).WithName("UrgeCase").WithSummary("催办");

    private static async Task<IResult> Handle(Guid id, Request? request, HttpContext http, CaseActs acts, CaseReader reader, CancellationToken cancellation)
    {
        var caller = await Caller.OfAsync(http, request, cancellation);
        var role = http.User.Staff()!.Roles.Intersect(Supervisors).First();
        var urged = await acts.ActAsync(new CaseId(id), caller, (review, now) => review.Urge(caller.Reviewer, role, request?.Reason, now), cancellation);
        return urged.Failure?.ToProblem() ?? await reader.ShowAsync(urged.Value!, caller.Reviewer, cancellation);
    }

    /// <summary>What the reminder says, optional.</summary>
    internal sealed record Request(string? Reason = null);
}
