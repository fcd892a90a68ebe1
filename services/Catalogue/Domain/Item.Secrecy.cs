using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;

namespace Disclosure.Catalogue.Domain;

/// <summary>认定涉密、审定不发布: what an item remembers of contents that are not for the public.</summary>
internal sealed partial class Item
{
    /// <summary>Digests of the texts that were found to be a state secret, each until it is determined anew that it is none.</summary>
    public List<string> SecretTexts { get; private set; } = [];

    /// <summary>Since when the version that citizens read is to be checked: a later one was found to be a state secret or not to be
    /// disclosed, and the earlier may have the same in it. It ends with that version, or when somebody has checked it.</summary>
    public DateTimeOffset? ToBeCheckedSince { get; private set; }

    /// <summary>Why it is to be checked; null where it is not.</summary>
    public NotPublicCause? ToBeCheckedCause { get; private set; }

    /// <summary>What was said of the later version, which may be long gone from the draft.</summary>
    public string? ToBeCheckedReason { get; private set; }

    /// <summary>The review case of the later version.</summary>
    public Guid? ToBeCheckedCase { get; private set; }

    /// <summary>Whether the version that citizens read is to be checked (须核对公开版本).</summary>
    public bool IsToBeChecked => ToBeCheckedSince is not null;

    /// <summary>Why the working content ended without becoming public; null where it did not, or was merely turned down.</summary>
    public NotPublicCause? NotPublic => State != ItemState.Rejected ? null
        : NotPublicTerms.Of(Content.Secrecy, Content.Attribute, Content.Scope);

    /// <summary>Whether the working content is what was found to be a state secret.</summary>
    public bool IsFoundSecret => NotPublic == NotPublicCause.FoundSecret;

    /// <summary>Whether the working content has a text that was found to be a state secret, and is not handed in to be determined
    /// anew.</summary>
    private bool HoldsFoundSecret => Content.Secrecy != Secrecy.Undetermined && SecretTexts.Contains(Content.TextDigest());

    /// <summary>认定涉密: who may determine it has found it to be a state secret, and so it says of itself from now on.</summary>
    public AuditFact FindSecret(Actor who, string? reason, DateTimeOffset now)
    {
        // Of what was submitted and looked at, before the item says the outcome of itself.
        var fact = End(ItemState.Rejected, ItemActs.FoundSecret, who, reason, now);
        SecretTexts = [.. SecretTexts.Append(Content.TextDigest()).Distinct(StringComparer.Ordinal)];
        Content = Content with { Secrecy = Secrecy.Classified };
        DoubtShown(NotPublicCause.FoundSecret, now);
        return fact;
    }

    /// <summary>审定不发布: reviewers corrected the attribute or the scope so that it is not for the public. It has ended: nothing of it is
    /// the author's mistake.</summary>
    /// <param name="who">Who carries the conclusion out.</param>
    /// <param name="cause">What it was determined to be.</param>
    /// <param name="reason">On which ground, by whom and where.</param>
    /// <param name="now">When.</param>
    public AuditFact NotPublish(Actor who, NotPublicCause cause, string reason, DateTimeOffset now)
    {
        var fact = End(ItemState.Rejected, ItemActs.NotPublished, who, reason, now);
        DoubtShown(cause, now);
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
        TrustShown();
        UpdatedAt = now;
        return Fact(ItemActs.ShownVersionChecked, who, reason) with { Title = shown.Content.Title, Digest = shown.Digest };
    }

    /// <summary>What is published now was reviewed, and where it had been found secret, determined anew.</summary>
    private void Cleared()
    {
        TrustShown();
        SecretTexts = [.. SecretTexts.Where(digest => digest != Content.TextDigest())];
    }

    /// <summary>What citizens read may have the same in it. A secret that was found before weighs more than what is merely not
    /// disclosed.</summary>
    private void DoubtShown(NotPublicCause cause, DateTimeOffset now)
    {
        if (!IsPublic || (ToBeCheckedCause == NotPublicCause.FoundSecret && cause != NotPublicCause.FoundSecret)) return;
        (ToBeCheckedSince, ToBeCheckedCause, ToBeCheckedReason, ToBeCheckedCase) = (now, cause, LastReason, CaseId);
    }

    private void TrustShown()
        => (ToBeCheckedSince, ToBeCheckedCause, ToBeCheckedReason, ToBeCheckedCase) = (null, null, null, null);
}
