using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Documents.Storing;
using Disclosure.ServiceDefaults.Files;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Catalogue.Features.Staff.Attachments;

/// <summary>读取附件: a file of the item as it is written, or as it is shown, for whoever sees the item.</summary>
internal static class ReadAttachment
{
    public static void Map(RouteGroupBuilder staff) => staff.MapGet("items/{id:guid}/attachments/{digest}", Handle)
        .WithName("ReadAttachment").WithSummary("下载附件，原件或者发布件");

    private static async Task<Results<FileAnswer, ProblemHttpResult>> Handle(Guid id, string digest, HttpContext http,
        CatalogueDb db, IFileStore store, CancellationToken cancellation)
    {
        var found = await ItemAccess.FindAsync(db, http.Person(), id, cancellation);
        if (found.Failure is { } refused) return refused.ToProblem();
        if (!FileDigest.TryParse(digest, out var asked)) return AttachmentFailures.Unknown.ToProblem();
        var item = found.Value!;
        var file = item.Content.Attachments.Find(one => one.Has(asked))
            ?? (await db.ShownAsync(item.Id, cancellation))?.Content.Attachments.Find(one => one.Has(asked));
        // What its program wrote of its author is for those who work on the item, and not for whoever only looks.
        if (file is null || (file.Digest != asked.Value && http.Person().Over(item) is null)) return AttachmentFailures.Unknown.ToProblem();
        return store.OpenRead(asked) is { } stream ? FileAnswer.Of(stream, AttachedTypes.MediaType(file.Type), file.Name, asked)
            : AttachmentFailures.Lost.ToProblem();
    }
}
