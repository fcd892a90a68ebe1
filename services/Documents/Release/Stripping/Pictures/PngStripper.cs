using System.Buffers.Binary;
using System.IO.Compression;
using Disclosure.Documents.Packages;

namespace Disclosure.Documents.Release.Stripping.Pictures;

/// <summary>Takes out of a PNG its texts, EXIF, time and private chunks, and whatever follows its end.</summary>
internal static class PngStripper
{
    private const int SignatureSize = 8;

    /// <summary>Pixels, colours, size and animation; all else is no part of what is shown.</summary>
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs",
        "acTL", "fcTL", "fdAT",
    };

    public static byte[] Strip(ReadOnlySpan<byte> file)
    {
        using var output = new MemoryStream(file.Length);
        var reader = new PictureReader(file);
        output.Write(reader.Take(SignatureSize));
        for (var isFirst = true; ; isFirst = false)
        {
            var start = reader.Position;
            var length = reader.Long();
            var type = System.Text.Encoding.Latin1.GetString(reader.Take(4));
            reader.Take(length + 4L);
            // One in a capital letter cannot be left out, and what cannot be read cannot be judged.
            if (isFirst != (type == "IHDR") || (char.IsAsciiLetterUpper(type[0]) && !Shown.Contains(type))) throw PictureReader.Damaged();
            var data = reader.Since(start)[8..^4];
            if (isFirst) CheckSize(data);
            if (type == "iCCP") Colours(data, output);
            else if (Shown.Contains(type)) output.Write(reader.Since(start));
            if (type == "IEND") return output.ToArray();
        }
    }

    private static void CheckSize(ReadOnlySpan<byte> head)
    {
        if (head.Length < 8) throw PictureReader.Damaged();
        PictureSize.Check(BinaryPrimitives.ReadUInt32BigEndian(head), BinaryPrimitives.ReadUInt32BigEndian(head[4..]));
    }

    /// <summary>Writes a profile under a name that says nothing, packed anew: bytes behind it leave.</summary>
    private static void Colours(ReadOnlySpan<byte> data, MemoryStream output)
    {
        var name = data.IndexOf((byte)0);
        if (name < 0 || name + 2 > data.Length || Unpacked(data[(name + 2)..]) is not { } profile || !IccProfile.Is(profile)) return;
        using var chunk = new MemoryStream();
        chunk.Write("iCCPICC\0\0"u8);
        using (var zlib = new ZLibStream(chunk, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(profile);
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)chunk.Length - 4);
        output.Write(number);
        chunk.WriteTo(output);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(chunk.ToArray()));
        output.Write(number);
    }

    private static byte[]? Unpacked(ReadOnlySpan<byte> packed)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var profile = new byte[IccProfile.MaxSize + 1];
            return profile[..zlib.ReadAtLeast(profile, profile.Length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
