using System.Buffers.Binary;

namespace Disclosure.Documents.Release.Stripping.Pictures;

/// <summary>Profiles of colours (ICC), which stay: what only bears their name does not.</summary>
internal static class IccProfile
{
    public const int MaxSize = 1024 * 1024;

    private const int HeadSize = 128;
    private const int MarkAt = 36;

    /// <summary>Mark, number and count of a segment of a JPEG.</summary>
    private const int SegmentHead = 14;

    public static ReadOnlySpan<byte> Mark => "ICC_PROFILE\0"u8;

    /// <summary>Whether bytes are a profile of the size that it states.</summary>
    public static bool Is(ReadOnlySpan<byte> profile) => profile.Length is >= HeadSize and <= MaxSize
        && BinaryPrimitives.ReadUInt32BigEndian(profile) == profile.Length && profile[MarkAt..].StartsWith("acsp"u8);

    /// <summary>Whether the segments of a JPEG, in their order, are one profile.</summary>
    public static bool Are(IReadOnlyList<byte[]> segments)
    {
        using var profile = new MemoryStream();
        foreach (var (index, segment) in segments.Index())
        {
            if (segment.Length <= SegmentHead || segment[SegmentHead - 2] != index + 1 || segment[SegmentHead - 1] != segments.Count)
                return false;
            if (profile.Length > MaxSize) return false;
            profile.Write(segment.AsSpan(SegmentHead));
        }

        return Is(profile.ToArray());
    }
}
