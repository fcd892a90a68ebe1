using System.Text;
using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Import;
using Disclosure.Contracts;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Recognising;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>导入: makes a draft of a file.</summary>
internal static class ImportItem
{
    private const string FileField = "file";

    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items/import", Handle)
        .RequireRole(ItemPowers.Drafters)
        // A bearer token is no ambient authority: a foreign page cannot send this form.
        .DisableAntiforgery().WithMetadata(new UploadLimit())
        .WithName("ImportItem").WithSummary("导入文件为草稿");

    private static async Task<Results<Created<CreatedId>, ProblemHttpResult>> Handle(string authority, IFormFile? file,
        [FromForm] string? category, HttpContext http,
        CatalogueDb db, RulePacks packs, ImportLimiter limiter, CommandRunner<CatalogueDb> commands, TimeProvider clock,
            CancellationToken cancellation)
    {
        if (file is null || file.Length == 0) return ImportFailures.Missing.At(FileField).ToProblem();
        if (file.Length > DocumentReader.MaxBytes) return ImportFailures.TooLarge.At(FileField).ToProblem();
        using var place = await limiter.TakeAsync(cancellation);
        if (!place.IsAcquired) return ImportFailures.Busy.ToProblem();
        using var buffer = new MemoryStream((int)file.Length);
        await file.CopyToAsync(buffer, cancellation);
        var read = await DocumentReader.ReadAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), file.FileName, cancellation);
        if (read.Failure is { } unreadable) return unreadable.At(FileField).ToProblem();
        var (request, remarks) = ImportProposal.Of(Recognition.Of(read.Value!, LegalDay.Of(clock.GetUtcNow())), category,
            packs[authority].Categories.Where(one => http.Person().MayFileUnder(one.Units)));
        await buffer.WriteAsync(Encoding.UTF8.GetBytes(category ?? ""), cancellation);
        var command = CommandContext.OfBytes(http, buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        var drafted = await commands.CreateAsync(command,
            () => DraftItem.DraftAsync(request, http.Person(), db, packs[authority], clock, cancellation, remarks),
            cancellation);
        return drafted.ToCreated(http, id => DraftItem.Place(authority, id));
    }

    private sealed class UploadLimit : IRequestSizeLimitMetadata
    {
        // The form's own lines come on top of the file.
        public long? MaxRequestBodySize => DocumentReader.MaxBytes + (64 * 1024);
    }
}
