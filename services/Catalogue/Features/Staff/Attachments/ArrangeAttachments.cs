using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Catalogue.Features.Staff.Attachments;

/// <summary>调整附件: the files of a draft in their order and under their names; what is not named is removed.</summary>
internal static class ArrangeAttachments
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPut("items/{id:guid}/attachments", Handle)
        .RequireRole(ItemPowers.Drafters).WithName("ArrangeAttachments").WithSummary("调整附件的顺序和名称，移除附件");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, AttachmentsRequest request, HttpContext http,
        CatalogueDb db, CommandRunner<CatalogueDb> commands, TimeProvider clock, CancellationToken cancellation)
    {
        var who = http.Person();
        var arranged = await commands.ChangeAsync(CommandContext.Of(http, request),
            () => ItemAccess.FindForChangeAsync(db, who, id, cancellation), item =>
            {
                var files = Arranged(item.Content.Attachments, request.Attachments);
                return Task.FromResult(files.Failure is { } unfit ? unfit
                    : item.Arrange(who.For(item), files.Value!, clock.GetUtcNow()));
            }, cancellation, versioned: true);
        return arranged.ToNoContent(http);
    }

    /// <summary>The files as they are asked for, or the first thing that is wrong with what is asked.</summary>
    private static Outcome<List<Attachment>> Arranged(List<Attachment> files, IReadOnlyList<ArrangedAttachment?>? asked)
    {
        // A list that was forgotten is not an empty one.
        if (asked is null || asked.Count > Attachment.MaxCount || asked.Any(one => one?.Digest is null || one.Name is null)
            || asked.Select(one => one!.Digest).Distinct(StringComparer.Ordinal).Count() != asked.Count)
            return AttachmentFailures.Unreadable;
        var arranged = new List<Attachment>(asked.Count);
        foreach (var (digest, name) in asked.OfType<ArrangedAttachment>())
        {
            if (files.Find(file => file.Digest == digest) is not { } file) return AttachmentFailures.Unknown;
            var named = name.Trim();
            if (AttachmentName.Problem(named) is { } problem) return Named(AttachmentFailures.Name(problem), arranged.Count);
            if (!AttachedTypes.Extensions(file.Type).Contains(Path.GetExtension(named), StringComparer.OrdinalIgnoreCase))
                return Named(AttachmentFailures.Ending(file), arranged.Count);
            arranged.Add(file with { Name = named });
        }

        return arranged;
    }

    /// <summary>The failure at the name of one file.</summary>
    private static Failure Named(Failure failure, int at) => failure with
    {
        Errors = new Dictionary<string, string[]> { [$"attachments.{at}"] = [failure.Detail!] },
    };
}
