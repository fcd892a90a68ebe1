using Disclosure.Contracts;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Submissions;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Cases;

/// <summary>审核件: one case, or those of one subject.</summary>
internal static class ReadCase
{
    /// <summary>A subject rarely comes back more often; older rounds are reached by case id.</summary>
    private const int MaxRounds = 20;

    public static void Map(RouteGroupBuilder cases)
    {
        cases.MapGet("cases/{id:guid}", One).WithName("ReadCase").WithSummary("审核件");
        cases.MapGet("cases/by-subject/{subjectId:guid}", OfSubject).WithName("ReadCasesOfSubject").WithSummary("某一信息的历次审核");
    }

    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> One(string authority, Guid id, HttpContext http, ReviewDb db,
        CaseViewBuilder views, CancellationToken cancellation)
    {
        var caseId = new CaseId(id);
        var review = await db.Cases.AsNoTracking().Include(c => c.Steps)
            .FirstOrDefaultAsync(c => c.Id == caseId && c.Authority == authority, cancellation);
        var who = http.Person();
        if (review is null || review.IsKeptFrom(who)) return Refusals.CaseIsUnknown.ToProblem();
        if (!review.MayBeReadBy(who)) return Refusals.CaseIsNotYours.ToProblem();
        http.Response.Headers.ETag = CommandContext.ETag(review.Version);
        return await views.BuildAsync(review, who, cancellation);
    }

    private static async Task<Ok<Page<RoundView>>> OfSubject(string authority, Guid subjectId, HttpContext http, ReviewDb db,
        CancellationToken cancellation)
    {
        var who = http.Person();
        // What was handed in is neither read nor sent here: twenty rounds of a long document are megabytes.
        var rounds = await db.Cases.AsNoTracking().Where(c => c.Authority == authority && c.SubjectId == subjectId)
            .OrderByDescending(c => c.SubmittedAt).ThenByDescending(c => c.Id).Take(MaxRounds)
            .Select(c => new
            {
                c.Id,
                c.Flow,
                c.FlowName,
                c.Title,
                c.Unit,
                c.Author,
                c.Contributors,
                c.RecusedPeople,
                c.RecusedUnits,
                c.BypassRoles,
                c.State,
                c.SubmittedAt,
                c.ConcludedAt,
                c.ConclusionReason,
                c.ContentDigest,
                c.PreviousCaseId,
                c.Steps,
            }).ToListAsync(cancellation);
        return TypedResults.Ok(new Page<RoundView>([.. rounds
            .Where(c => new Readership(c.Author, c.Contributors, c.Unit, c.BypassRoles, c.Steps,
            new Recusal(c.RecusedPeople, c.RecusedUnits)).Includes(who))
            .Select(c => new RoundView(c.Id.Value, c.Flow, c.FlowName, c.Title, c.Unit, c.ContentDigest, c.State, c.SubmittedAt,
            c.ConcludedAt, c.ConclusionReason,
                c.Steps.Any(step => step.State == StepState.Bypassed),
                [.. c.Steps.Where(step => step.State == StepState.Open).OrderBy(step => step.Stage).Select(step => step.Name)],
                c.PreviousCaseId))], null));
    }
}
