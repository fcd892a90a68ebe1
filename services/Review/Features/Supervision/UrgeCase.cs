using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Features.Cases;
using Disclosure.Review.Features.Shared;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Supervision;

/// <summary>催办: those who supervise remind those who have a step now.</summary>
internal static class UrgeCase
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("cases/{id:guid}/urge", Handle).RequireRole(CaseActions.Urging)
        .WithName("UrgeCase").WithSummary("催办一个环节");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, UrgeRequest request, HttpContext http,
        ReviewDb db, CaseCommands commands, CancellationToken cancellation)
    {
        var caller = Caller.Of(http, request);
        var power = caller.Person.Under(CaseActions.Urging)!;
        var urged = await commands.ActAsync(new CaseId(id), caller, async (review, now) => review.Urge(request.Step, caller.Person, power,
            request.Reason, await LastAsync(db, review, request.Step, caller.Person, cancellation), now), cancellation);
        return urged.ToNoContent(http);
    }

    /// <summary>When the person urged the step last.</summary>
    private static Task<DateTimeOffset?> LastAsync(ReviewDb db, ReviewCase review, string step, Person who,
        CancellationToken cancellation)
    {
        var id = review.Id.Value;
        return db.AuditEntries.AsNoTracking().Where(entry => entry.Authority == review.Authority && entry.CaseId == id
                && entry.Act == Acts.Urged && entry.Step == step && entry.Actor == who.Subject)
            .OrderByDescending(entry => entry.Position).Select(entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(cancellation);
    }
}
