using System.Text;
using Disclosure.Catalogue.Attachments;
using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Import;
using Disclosure.Documents.Import;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Disclosure.Catalogue.Features.Staff.Attachments;

/// <summary>添加附件: a file goes with a draft, or takes the place of another.</summary>
internal static class AttachFile
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items/{id:guid}/attachments", Handle)
        .RequireRole(ItemPowers.Drafters)
        // As with an import, a bearer token is no ambient authority.
        .DisableAntiforgery().WithMetadata(new UploadLimit())
        .WithName("AttachFile").WithSummary("添加或替换附件");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, IFormFile? file, string? replaces, HttpContext http,
        CatalogueDb db, AttachmentIntake intake, ImportLimiter limiter, CommandRunner<CatalogueDb> commands, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (file is null) return AttachmentFailures.Missing.ToProblem();
        if (file.Length == 0) return AttachmentFailures.Empty.ToProblem();
        if (file.Length > Attachment.MaxBytes) return AttachmentFailures.TooLarge.ToProblem();
        var who = http.Person();
        // Nobody's file is looked into for an item that is not theirs, or that takes none.
        var found = await ItemAccess.FindForChangeAsync(db, who, id, cancellation);
        if (found.Failure is { } refused) return refused.ToProblem();
        if (!found.Value!.State.IsEditable()) return ItemFailures.NotEditable(found.Value.State).ToProblem();
        var taken = await TakeAsync(intake, limiter, file, cancellation);
        if (taken.Failure is { } unfit) return unfit.ToProblem();
        var command = CommandContext.OfBytes(http,
            Encoding.UTF8.GetBytes($"{id}\n{taken.Value!.Original}\n{taken.Value.Name}\n{replaces}"));
        var attached = await commands.ChangeAsync(command, () => ItemAccess.FindForChangeAsync(db, who, id, cancellation),
            item => Task.FromResult(item.Attach(who.For(item), taken.Value, replaces, clock.GetUtcNow())), cancellation, versioned: true);
        return attached.ToNoContent(http);
    }

    private static async Task<Outcome<Attachment>> TakeAsync(AttachmentIntake intake, ImportLimiter limiter, IFormFile file,
        CancellationToken cancellation)
    {
        using var place = await limiter.TakeAsync(cancellation);
        return place.IsAcquired ? await intake.TakeAsync(file, cancellation) : ImportFailures.Busy;
    }

    private sealed class UploadLimit : IRequestSizeLimitMetadata
    {
        // The form's own lines come on top of the file.
        public long? MaxRequestBodySize => Attachment.MaxBytes + (64 * 1024);
    }
}
