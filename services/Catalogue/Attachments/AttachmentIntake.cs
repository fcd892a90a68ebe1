using Disclosure.Catalogue.Domain;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;

namespace Disclosure.Catalogue.Attachments;

/// <summary>Takes a file in (上传附件): looks what it is, takes out what its program wrote of its author, and keeps both as they
/// are.</summary>
internal sealed class AttachmentIntake(IFileStore store, FileJudge judge)
{
    /// <summary>The file as an attachment, or why it is none; a file that nobody can look into is refused here and not at the
    /// release.</summary>
    /// <param name="file">The upload.</param>
    /// <param name="cancellation">Ends it; nothing refers to what was kept then.</param>
    public async Task<Outcome<Attachment>> TakeAsync(IFormFile file, CancellationToken cancellation)
    {
        var named = AttachmentName.Of(file.FileName);
        if (named.Failure is { } unnamed) return AttachmentFailures.Name(unnamed.Detail ?? unnamed.Title);
        await using var upload = file.OpenReadStream();
        var type = AttachedTypes.Of(upload, named.Value!);
        if (type.Failure is { } unknown) return unknown.At("file");
        // Beside the form's own copy, because two whole files of fifty megabytes are much for a process to hold.
        await using var cleaned = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
        upload.Position = 0;
        var reading = await judge.PrepareAsync(upload, type.Value, cleaned, cancellation);
        if (reading.Failure is { } unreadable) return unreadable.At("file");
        upload.Position = cleaned.Position = 0;
        var original = await store.PutAsync(upload, Attachment.MaxBytes, cancellation);
        if (original.Failure is { } unkept) return unkept;
        var released = await store.PutAsync(cleaned, Attachment.MaxBytes, cancellation);
        if (released.Failure is { } tooLarge) return tooLarge;
        var attachment = new Attachment
        {
            Name = named.Value!,
            Type = type.Value,
            Size = released.Value!.Size,
            Digest = released.Value.Digest.Value,
            Original = original.Value!.Digest.Value,
        };
        judge.Keep(attachment, reading.Value!);
        return attachment;
    }
}
