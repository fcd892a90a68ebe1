using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;

namespace Disclosure.Catalogue.Domain;

/// <summary>认定涉密: what an item remembers of contents that were found to be a state secret.</summary>
internal sealed partial class Item
{
    /// <summary>Digests of the texts that were found to be a state secret, each until it is determined anew that it is none.</summary>
    public List<string> SecretTexts { get; private set; } = [];

    /// <summary>Since when the version that citizens read is to be checked: a later one was found to be a state secret, and the earlier may
    /// have the same in it. It ends with that version, or when somebody has checked it.</summary>
    public DateTimeOffset? ToBeCheckedSince { get; private set; }

    /// <summary>Whether the version that citizens read is to be checked (须核对公开版本).</summary>
    public bool IsToBeChecked => ToBeCheckedSince is not null;

    /// <summary>Whether the working content is what was found to be a state secret.</summary>
    public bool IsFoundSecret => State == ItemState.Rejected && Content.Secrecy == Secrecy.Classified;

    /// <summary>Whether the working content has a text that was found to be a state secret, and is not handed in to be determined
    /// anew.</summary>
    private bool HoldsFoundSecret => Content.Secrecy != Secrecy.Undetermined && SecretTexts.Contains(Content.TextDigest());

    /// <summary>认定涉密: who may determine it has found it to be a state secret, and so it says of itself from now on.</summary>
    public AuditFact FindSecret(Actor who, string? reason, DateTimeOffset now)
    {
        // Of what was submitted and looked at, before the item says the outcome of itself.
        var fact = End(ItemState.Rejected, ItemActs.FoundSecret, who, reason, now);
        SecretTexts = [.. SecretTexts.Append(Content.TextDigest()).Distinct(StringComparer.Ordinal)];
        ToBeCheckedSince = IsPublic ? now : null;
        Content = Content with { Secrecy = Secrecy.Classified };
        return fact;
    }

    /// <summary>核对公开版本: the version that citizens read was looked at and has nothing of the secret in it. It stays, and is asked for no
    /// more; what is found secret later asks anew.</summary>
    /// <param name="who">Who has checked it.</param>
    /// <param name="shown">The version shown; null where there is none.</param>
    /// <param name="reason">What was found.</param>
    /// <param name="now">When.</param>
    public Verdict ConfirmShown(Actor who, Publication? shown, string reason, DateTimeOffset now)
    {
        if (!IsToBeChecked || shown is null) return ItemFailures.NothingToCheck;
        ToBeCheckedSince = null;
        UpdatedAt = now;
        return Fact(ItemActs.ShownVersionChecked, who, reason) with { Title = shown.Content.Title, Digest = shown.Digest };
    }

    /// <summary>What is published now was reviewed, and where it had been found secret, determined anew.</summary>
    private void Cleared()
    {
        ToBeCheckedSince = null;
        SecretTexts = [.. SecretTexts.Where(digest => digest != Content.TextDigest())];
    }
}
