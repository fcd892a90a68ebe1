using Disclosure.Documents.Storing;

namespace Disclosure.Documents.Release.Stripping.Pictures;

/// <summary>Pictures within documents, told by their bytes: their names say little.</summary>
internal static class PictureKind
{
    /// <summary>The type of a picture that can be stripped; null for anything else.</summary>
    public static AttachedType? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => AttachedType.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n', ..] => AttachedType.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => AttachedType.Gif,
        _ => null,
    };
}
