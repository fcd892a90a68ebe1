namespace Disclosure.Contracts.Catalogue.Api;

/// <summary>附件 of an item, as whoever works on it sees it.</summary>
/// <param name="Name">File name.</param>
/// <param name="MediaType">Media type, as its bytes say.</param>
/// <param name="Size">Bytes of the file that is released.</param>
/// <param name="Digest">SHA-256 of the file that is released, without what its program wrote of its author; lower-case hex.</param>
/// <param name="Original">SHA-256 of the file as it was handed in.</param>
public sealed record ItemAttachment(string Name, string MediaType, long Size, string Digest, string Original);

/// <summary>附件 of a published item.</summary>
/// <param name="Name">File name.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Digest">SHA-256, lower-case hex: <c>attachments/{digest}</c> below the item is the file.</param>
public sealed record PublicAttachment(string Name, string MediaType, long Size, string Digest);

/// <summary>The attachments of a draft as they are to be: in this order, under these names; what is not named is removed.</summary>
/// <param name="Attachments">Files that the item has, each once, at most 20.</param>
public sealed record AttachmentsRequest(IReadOnlyList<ArrangedAttachment>? Attachments = null);

/// <summary>An attachment in its place.</summary>
/// <param name="Digest">Digest of the released file.</param>
/// <param name="Name">File name, 1 to 100 characters, with the ending of its kind.</param>
public sealed record ArrangedAttachment(string Digest, string Name);

/// <summary>What the release gate would say of an item as it is written (放行检查).</summary>
/// <param name="Findings">By place in the order in which they are read, the most harmful first within one.</param>
public sealed record ReleaseCheckView(IReadOnlyList<ReleaseFindingView> Findings);

/// <summary>All finds of a kind in one place.</summary>
/// <param name="Key">Place and kind, as <c>body/mobile-phone</c>.</param>
/// <param name="Place">Code of the place: <c>title</c>, <c>body</c>, a field, or <c>file-</c> with the digest's first 16 digits.</param>
/// <param name="Label">Name of the place, Chinese.</param>
/// <param name="What">What it is, Chinese: “手机号码”.</param>
/// <param name="Blocks">Whether it cannot be published with this in it; otherwise a reviewer has to say why it must be public.</param>
/// <param name="Count">How often.</param>
/// <param name="Spots">What and where, personal data only masked; at most 20.</param>
/// <param name="Advice">What to do, Chinese.</param>
public sealed record ReleaseFindingView(string Key, string Place, string Label, string What, bool Blocks, int Count,
    IReadOnlyList<string> Spots, string Advice);
