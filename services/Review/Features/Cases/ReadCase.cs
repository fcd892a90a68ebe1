using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features;

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

    private static async Task<IResult> One(string authority, Guid id, HttpContext http, ReviewDb db, Reviewers reviewers, CaseReader reader, CancellationToken cancellation)
    {
        var caseId = new CaseId(id);
        var review = await db.Cases.AsNoTracking().Include(c => c.Steps).FirstOrDefaultAsync(c => c.Id == caseId && c.Authority == authority, cancellation);
        if (review is null) return Refusals.CaseIsUnknown.ToFailure().ToProblem();
        var who = await reviewers.OfAsync(http.User.Staff()!, cancellation);
        return review.MayBeReadBy(who) ? await reader.ShowAsync(review, who, cancellation) : Refusals.CaseIsNotYours.ToFailure().ToProblem();
    }

    private static async Task<IResult> OfSubject(string authority, Guid subjectId, HttpContext http, ReviewDb db, Reviewers reviewers, CaseReader reader,
        CancellationToken cancellation)
    {
        var who = await reviewers.OfAsync(http.User.Staff()!, cancellation);
        var cases = await db.Cases.AsNoTracking().Include(c => c.Steps).Where(c => c.Authority == authority && c.SubjectId == subjectId)
            .OrderByDescending(c => c.SubmittedAt).ThenByDescending(c => c.Id).Take(MaxRounds).ToListAsync(cancellation);
        return TypedResults.Ok(new Page<CaseView>(await reader.ViewsAsync([.. cases.Where(review => review.MayBeReadBy(who))], who, cancellation), null));
    }
}
