using Disclosure.Documents.Storing;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.ServiceDefaults.Files;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Cases;

/// <summary>送审附件: a file of a case, for whoever may read the case. Opening it is reading, which the audit log keeps no more than
/// reading the case.</summary>
internal static class ReadCaseFile
{
    public static void Map(RouteGroupBuilder cases) => cases.MapGet("cases/{id:guid}/files/{digest}", Handle).WithName("ReadCaseFile")
        .WithSummary("送审附件");

    private static async Task<Results<FileAnswer, ProblemHttpResult>> Handle(string authority, Guid id, string digest, HttpContext http,
        ReviewDb db, IFileStore store, CancellationToken cancellation)
    {
        var caseId = new CaseId(id);
        var review = await db.Cases.AsNoTracking().Include(c => c.Steps)
            .FirstOrDefaultAsync(c => c.Id == caseId && c.Authority == authority, cancellation);
        var who = http.Person();
        if (review is null || review.IsKeptFrom(who)) return Refusals.CaseIsUnknown.ToProblem();
        if (!review.MayBeReadBy(who)) return Refusals.CaseIsNotYours.ToProblem();
        // The store has the files of everybody: only what the case lists is opened through it.
        if (review.Snapshot.Files.FirstOrDefault(file => file.Digest == digest) is not { } listed
            || !FileDigest.TryParse(digest, out var name)) return Refusals.FileIsUnknown.ToProblem();
        return store.OpenRead(name) is { } content ? FileAnswer.Of(content, listed.MediaType, listed.Name, name)
            : Refusals.FileIsNotKept.ToProblem();
    }
}
