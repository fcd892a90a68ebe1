using Disclosure.Documents.Storing;

namespace Disclosure.Catalogue.Domain;

/// <summary>附件: a file that goes with an item, by what is in it.</summary>
internal sealed record Attachment
{
    /// <summary>Attachments of an item.</summary>
    public const int MaxCount = 20;

    /// <summary>Bytes of one file.</summary>
    public const long MaxBytes = 50 * 1024 * 1024;

    /// <summary>File name as readers see it, with its ending.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, as its bytes say.</summary>
    public required AttachedType Type { get; init; }

    /// <summary>Bytes of the file that is released.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the file that is released, without what its program wrote of its author; lower-case hex.</summary>
    public required string Digest { get; init; }

    /// <summary>SHA-256 of the file as it was handed in: whoever works on the item gets it back unchanged, nobody else does.</summary>
    public required string Original { get; init; }

    /// <summary>Whether one of its two files has this digest.</summary>
    public bool Has(FileDigest digest) => Digest == digest.Value || Original == digest.Value;
}
