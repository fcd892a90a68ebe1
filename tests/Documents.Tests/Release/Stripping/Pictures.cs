using System.Buffers.Binary;
using System.Text;
using Disclosure.Documents.Packages;

namespace Disclosure.Documents.Tests.Release.Stripping;

/// <summary>Small pictures with everything that programs put into them beside the pixels.</summary>
internal static class Pictures
{
    /// <summary>A profile of colours, which stays.</summary>
    public static readonly byte[] Profile = [.. "ICC_PROFILE\0"u8, 1, 1, .. Colours()];

    private static readonly byte[] Tables = [.. Segment(0xDB, new byte[65]), .. Segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])];

    private static readonly byte[] Pixels = [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56];

    /// <summary>A JPEG of one pixel, its camera turned so.</summary>
    public static byte[] Jpeg(int turned = 6, bool isLittle = true) => [0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 1, 1, .. "PLA"u8]),
        .. Segment(0xE0, "JFXX\0PLANTED thumbnail"u8),
        .. Segment(0xE1, Exif(turned, isLittle)),
        .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0PLANTED author"u8),
        .. Segment(0xE2, Profile),
        .. Segment(0xE2, "MPF\0PLANTED"u8),
        .. Segment(0xED, "Photoshop 3.0\0PLANTED"u8),
        .. Segment(0xEE, "Adobe\0d\0\0\0\0\u0001"u8),
        .. Segment(0xFE, "PLANTED comment"u8),
        .. Tables, 0xFF, .. Pixels, 0xFF, 0xD9, .. "PLANTED film"u8];

    /// <summary>The same without.</summary>
    public static byte[] BareJpeg(int turned) => [0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]),
        .. turned > 1 ? Turned((byte)turned) : [],
        .. Segment(0xE2, Profile),
        .. Segment(0xEE, "Adobe\0d\0\0\0\0\u0001"u8),
        .. Tables, .. Pixels, 0xFF, 0xD9];

    /// <summary>A profile as far as its head goes.</summary>
    public static byte[] Colours(params ReadOnlySpan<byte> more)
    {
        byte[] profile = [.. new byte[128], .. more];
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        "acsp"u8.CopyTo(profile.AsSpan(36));
        return profile;
    }

    private static byte[] Turned(byte turned)
        => Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0]);

    public static byte[] Png() => [0x89, .. "PNG\r\n\u001a\n"u8,
        .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), .. Chunk("gAMA", [0, 0, 0xB1, 0x8F]),
        .. Chunk("tEXt", "Author\0PLANTED"u8), .. Chunk("zTXt", "PLANTED\0\0"u8), .. Chunk("iTXt", "XML:com.adobe.xmp\0PLANTED"u8),
        .. Chunk("eXIf", "MM\0*PLANTED"u8), .. Chunk("tIME", [7, 234, 3, 4, 5, 6, 7]), .. Chunk("caBX", "PLANTED"u8),
        .. Chunk("IDAT", [0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1]), .. Chunk("IEND", []), .. "PLANTED after"u8];

    public static byte[] Gif() => [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6,
        0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0,
        0x21, 0xFF, 11, .. "XMP DataXMP"u8, 7, .. "PLANTED"u8, 0,
        0x21, 0xFE, 7, .. "PLANTED"u8, 0,
        0x21, 0xF9, 4, 0, 0, 0, 0, 0,
        0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B, .. "PLANTED"u8];

    public static byte[] BareGif() => [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6,
        0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0,
        0x21, 0xF9, 4, 0, 0, 0, 0, 0,
        0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    public static byte[] Segment(byte marker, params ReadOnlySpan<byte> body)
        => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    public static byte[] Chunk(string type, params ReadOnlySpan<byte> data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.Of(named));
        return [.. length, .. named, .. sum];
    }

    /// <summary>Two entries: the maker, and how the camera was held.</summary>
    private static byte[] Exif(int turned, bool isLittle) => isLittle
        ? [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 4, 0, 0, 0, .. "PLAN"u8, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)turned, 0, 0, 0,
            .. "PLANTED place"u8]
        : [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 2, 1, 0x0F, 0, 2, 0, 0, 0, 4, .. "PLAN"u8, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0,
            .. "PLANTED place"u8];
}
