using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Documents.Storing;
using Disclosure.Kernel.People;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>Shows an item to its authority's staff.</summary>
internal static class StaffViews
{
    public static StaffItem Item(Item item, Person who, DateOnly today)
    {
        var content = item.Content;
        return new StaffItem(item.Id.Value, item.State, content.Title, content.Body, content.Category, content.DocumentNumber,
            content.IssuingOrgan, content.ProducedOn, content.Attribute, content.Ground, content.Scope, content.Secrecy, content.Channels,
            content.Keywords, content.Summary, content.Conditions, content.Interpretations ?? [], content.Interprets ?? [],
            PreDisclosure(content), item.Unit, item.Author, item.AuthorName, item.Number, item.IndexNumber, item.Revision, item.CaseId,
            item.LastReason, item.CreatedAt, item.UpdatedAt, who.ActionsOn(item, today),
            item.IsToBeChecked, item.ImportRemarks, [.. content.Attachments.Select(File)], item.ToBeCheckedCause is { } cause
                ? new ShownVersionDoubt(cause, item.ToBeCheckedReason, item.ToBeCheckedCase) : null);
    }

    private static ItemAttachment File(Attachment file)
        => new(file.Name, AttachedTypes.MediaType(file.Type), file.Size, file.Digest, file.Original);

    private static PreDisclosureView? PreDisclosure(ItemContent content) => content.PreDisclosedFrom is null ? null
        : new(content.PreDisclosureItem, content.PreDisclosureAddress, content.PreDisclosedFrom, content.PreDisclosedTo);
}
