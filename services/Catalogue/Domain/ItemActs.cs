namespace Disclosure.Catalogue.Domain;

/// <summary>Codes of what happens to an item, as the audit log keeps them.</summary>
internal static class ItemActs
{
    public const string Drafted = "drafted";
    public const string Edited = "edited";
    public const string AttachmentsChanged = "attachments-changed";
    public const string Submitted = "submitted";
    public const string Returned = "returned";
    public const string Rejected = "rejected";
    public const string FoundSecret = "determined-secret";
    public const string NotPublished = "determined-not-public";
    public const string Recalled = "recalled";
    public const string Published = "published";
    public const string PublicationFailed = "publication-failed";
    public const string RevisionOpened = "revision-opened";
    public const string ShownVersionChecked = "shown-version-checked";
    public const string Withdrawn = "taken-down";
}
