using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Import;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>导入: makes a draft from a text, Markdown, DOCX or text-PDF file.</summary>
internal static class ImportItem
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items/import", Handle)
        .RequireRole(Roles.Officer, Roles.Head, Roles.Office)
        // A bearer token is no ambient authority: a foreign page cannot send this form.
        .DisableAntiforgery().WithMetadata(new UploadLimit())
        .WithName("ImportItem").WithSummary("导入文件为草稿");

    private static async Task<IResult> Handle(string authority, IFormFile? file, [FromForm] string? category, HttpContext http, CatalogueDb db,
        RulePacks packs, ImportDesk desk, TimeProvider clock, CancellationToken cancellation)
    {
        if (file is null || file.Length == 0) return ImportFailures.Missing.ToProblem();
        if (file.Length > DocumentReader.MaxBytes) return ImportFailures.TooLarge.ToProblem();
        using var place = await desk.TakeAsync(cancellation);
        if (!place.IsAcquired) return ImportFailures.Busy.ToProblem();
        using var buffer = new MemoryStream((int)file.Length);
        await file.CopyToAsync(buffer, cancellation);
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        var text = await DocumentReader.ReadAsync(bytes, cancellation);
        if (text.Failure is { } unreadable) return unreadable.ToProblem();
        var document = DocumentRecognition.Recognise(text.Value!);
        var staff = http.User.Staff()!;
        var now = clock.GetUtcNow();
        var content = await Request(document, category).CheckAsync(db, packs[authority], staff, ShanghaiTime.Date(now), null, cancellation);
        if (content.Failure is { } invalid) return invalid.ToProblem();
        return await DraftItem.CreateAsync(http, db, staff, content.Value!, DraftItem.Fingerprint(bytes.Span) + category, now, cancellation);
    }

    private static ItemRequest Request(ImportedDocument document, string? category) => new()
    {
        Title = document.Title,
        Body = document.Body,
        Category = category,
        DocumentNumber = document.DocumentNumber,
        IssuingOrgan = document.IssuingOrgan,
        ProducedOn = document.ProducedOn,
    };

    private sealed class UploadLimit : IRequestSizeLimitMetadata
    {
        // The form's own lines come on top of the file.
        public long? MaxRequestBodySize => DocumentReader.MaxBytes + (64 * 1024);
    }
}
