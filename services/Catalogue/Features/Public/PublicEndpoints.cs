using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Documents.Storing;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Files;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Features.Public;

/// <summary>What anybody may read: current versions only, of public scope only.</summary>
internal static class PublicEndpoints
{
    public static void Map(RouteGroupBuilder open)
    {
        open.MapGet("items", SearchItems.Handle).WithName("SearchPublicItems").WithSummary("检索已公开信息");
        open.MapGet("numbers", Numbers).WithName("ListPublicNumbers").WithSummary("已公开信息的编号与更新日期，供站点地图使用");
        open.MapGet("items/{number}", Item).WithName("GetPublicItem").WithSummary("读取已公开信息");
        open.MapGet("items/{number}/attachments/{digest}", Attachment).WithName("ReadPublicAttachment").WithSummary("下载已公开信息的附件");
        open.MapGet("categories", Categories).WithName("ListPublicCategories").WithSummary("目录分类");
    }

    private static async Task<Results<Ok<PublicItem>, ProblemHttpResult>> Item(string authority, string number, CatalogueDb db,
        RulePacks packs, CancellationToken cancellation)
    {
        // Whether others name it is asked along with it: most items have no companions, and cost no further query.
        var found = await db.Publications.AsNoTracking().Where(p => p.Authority == authority && p.Number == number && p.IsCurrent)
            .Select(p => new
            {
                Current = p,
                IsNamed = db.Publications.Any(other => other.IsCurrent && other.Companions.Contains(p.ItemId))
            })
            .FirstOrDefaultAsync(cancellation);
        if (found is null) return ItemFailures.NotPublic.ToProblem();
        var current = found.Current;
        var revisions = await db.Publications.AsNoTracking().Where(p => p.ItemId == current.ItemId).OrderBy(p => p.Revision).Take(100)
            .Select(p => new PublicRevision(p.Revision, p.PublishedAt, p.Digest)).ToListAsync(cancellation);
        var companions = found.IsNamed || current.Companions.Count > 0 ? await db.CompanionsOfAsync(current, cancellation) : [];
        return TypedResults.Ok(PublicViews.Item(current, packs[authority], revisions, companions));
    }

    /// <summary>A file that the version shown carries, and of that only what is released: what an earlier version had, or the author handed
    /// in, is nobody's here.</summary>
    private static async Task<Results<FileAnswer, ProblemHttpResult>> Attachment(string authority, string number, string digest,
        CatalogueDb db, IFileStore store, CancellationToken cancellation)
    {
        var current = await db.Publications.AsNoTracking()
            .FirstOrDefaultAsync(p => p.Authority == authority && p.Number == number && p.IsCurrent, cancellation);
        if (current is null) return ItemFailures.NotPublic.ToProblem();
        if (!FileDigest.TryParse(digest, out var asked) || current.Content.Attachments.Find(one => one.Digest == digest) is not { } file)
            return AttachmentFailures.Unknown.ToProblem();
        return store.OpenRead(asked) is { } stream ? FileAnswer.Of(stream, AttachedTypes.MediaType(file.Type), file.Name, asked)
            : AttachmentFailures.Lost.ToProblem();
    }

    /// <summary>The newest, without their texts: a site map names them all.</summary>
    private static async Task<Ok<List<PublicNumberRow>>> Numbers(string authority, CatalogueDb db, CancellationToken cancellation)
        => TypedResults.Ok(
        await db.Publications.AsNoTracking().Where(p => p.Authority == authority && p.IsCurrent)
            .OrderByDescending(p => p.FirstPublishedAt).ThenByDescending(p => p.ItemId).Take(PublicLimits.MaxNumbers)
            .Select(p => new PublicNumberRow(p.Number, p.PublishedAt)).ToListAsync(cancellation));

    private static async Task<Ok<List<PublicCategory>>> Categories(string authority, CatalogueDb db, RulePacks packs,
        CancellationToken cancellation)
    {
        var counts = await db.Publications.AsNoTracking().Where(p => p.Authority == authority && p.IsCurrent)
            .GroupBy(p => p.Category).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return TypedResults.Ok(packs[authority].Categories
            .Select(c => new PublicCategory(c.Code, c.Name, c.Parent, counts.GetValueOrDefault(c.Code))).ToList());
    }
}
