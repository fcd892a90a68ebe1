using Disclosure.Contracts.Review.Api;
using Disclosure.Documents.Bodies;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Submissions;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Cases;

/// <summary>花脸稿: what changed since the round before, or what the proof-reader's corrections would change.</summary>
internal static class ShowDifference
{
    public static void Map(RouteGroupBuilder cases) => cases.MapGet("cases/{id:guid}/difference", Handle).WithName("ShowDifference")
        .WithSummary("与上一次送审稿的差异");

    private static async Task<Results<Ok<DifferenceView>, ProblemHttpResult>> Handle(string authority, Guid id, HttpContext http,
        ReviewDb db, CancellationToken cancellation)
    {
        var caseId = new CaseId(id);
        var review = await db.Cases.AsNoTracking().Include(c => c.Steps)
            .FirstOrDefaultAsync(c => c.Id == caseId && c.Authority == authority, cancellation);
        var who = http.Person();
        if (review is null || review.IsKeptFrom(who)) return Refusals.CaseIsUnknown.ToProblem();
        if (!review.MayBeReadBy(who)) return Refusals.CaseIsNotYours.ToProblem();
        var previousId = review.PreviousCaseId is { } round ? new CaseId(round) : default;
        var previous = review.PreviousCaseId is null ? null
            : await db.Cases.AsNoTracking().Include(c => c.Steps)
            .FirstOrDefaultAsync(c => c.Id == previousId && c.Authority == authority, cancellation);
        // The round before was another case, of another unit or flow perhaps: who may not read it learns nothing of it by the difference.
        var before = previous?.MayBeReadBy(who) == true ? previous.Snapshot : null;
        var text = review.Snapshot.Text();
        return TypedResults.Ok(new DifferenceView(before is null ? null : review.PreviousCaseId,
            before is null ? [] : Pieces(MarkedText.Of(before.Body), MarkedText.Of(review.Snapshot.Body)),
            before is null ? [] : Fields(before, review.Snapshot),
            review.Corrections.Length == 0 ? []
            : Pieces(text, Correction.ApplyAll(review.Corrections, text)),
            [.. review.Snapshot.Fields
            .Select(field => new FieldDifference(field.Label, field.Value, Correction.ApplyAll(review.Corrections, field.Value)))
            .Where(field => field.Before != field.After)],
            before is null ? [] : Files(before.Files, review.Snapshot.Files)));
    }

    private static List<PieceView> Pieces(string before, string after)
        => [.. TextDifference.Between(before, after).Select(piece => new PieceView(piece.Kind, piece.Text))];

    /// <summary>A file of the same name with other bytes replaces the one before; the same bytes under another name are that file
    /// renamed.</summary>
    private static List<FileDifference> Files(IReadOnlyList<AttachedFile> before, IReadOnlyList<AttachedFile> after)
    {
        var left = before.ToList();
        var unmatched = after.Where(file => !left.Remove(left.Find(old => old.Name == file.Name && old.Digest == file.Digest)!)).ToList();
        var changed = new List<FileDifference>();
        foreach (var file in unmatched)
        {
            var old = left.Find(one => one.Name == file.Name) ?? left.Find(one => one.Digest == file.Digest);
            if (old is not null) left.Remove(old);
            changed.Add(new FileDifference(old is null ? null : Version(old), Version(file)));
        }

        return [.. changed, .. left.Select(file => new FileDifference(Version(file), null))];
    }

    private static FileVersionView Version(AttachedFile file) => new(file.Name, file.Size, file.Digest);

    private static List<FieldDifference> Fields(Snapshot before, Snapshot after)
    {
        var old = before.Fields.GroupBy(field => field.Code).ToDictionary(group => group.Key, group => group.First());
        var now = after.Fields.GroupBy(field => field.Code).ToDictionary(group => group.Key, group => group.First());
        return [.. old.Keys.Union(now.Keys).Select(code => new FieldDifference((now.GetValueOrDefault(code) ?? old[code]).Label,
            old.GetValueOrDefault(code)?.Value, now.GetValueOrDefault(code)?.Value))
            .Where(field => field.Before != field.After)];
    }
}
