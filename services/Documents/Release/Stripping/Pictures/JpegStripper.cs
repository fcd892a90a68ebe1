using System.Buffers.Binary;

namespace Disclosure.Documents.Release.Stripping.Pictures;

/// <summary>Takes out of a JPEG its EXIF, XMP, comments, thumbnails, and whatever follows its end, such as the film of a moving picture.
/// Colours and the way it is turned stay.</summary>
internal static class JpegStripper
{
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte Comment = 0xFE;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const int Orientation = 0x0112;

    /// <summary>Bytes of the segment that says JFIF, without a thumbnail.</summary>
    private const int JfifSize = 14;

    private static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    /// <param name="file">The picture.</param>
    /// <param name="keepsTurn">Whether it stays marked how the camera was held.</param>
    public static byte[] Strip(ReadOnlySpan<byte> file, bool keepsTurn = true)
    {
        using var output = new MemoryStream(file.Length);
        using var pixels = new MemoryStream(file.Length);
        var reader = new PictureReader(file);
        if (reader.Byte() != 0xFF || reader.Byte() != Start) throw PictureReader.Damaged();
        byte[]? jfif = null;
        var colours = new List<byte[]>();
        var turned = 0;
        var hasPixels = false;
        for (var marker = Marker(ref reader); marker != End; marker = Marker(ref reader))
        {
            // A picture within the picture, or a marker without a body, belongs to no file that programs write.
            if (marker is Start or <= 0x01 or (>= 0xD0 and <= 0xD7)) throw PictureReader.Damaged();
            var body = reader.Take(reader.Short() - 2);
            if (marker == App0 && jfif is null && body.StartsWith("JFIF\0"u8) && body.Length >= JfifSize) jfif = Jfif(body);
            else if (marker == App1 && turned == 0 && body.StartsWith(Exif)) turned = Turned(body[Exif.Length..]);
            else if (marker == App2 && body.StartsWith(IccProfile.Mark)) colours.Add(body.ToArray());
            else if (Stays(marker, body)) Write(pixels, marker, body);
            if (IsFrame(marker)) CheckSize(body);
            if (marker != Scan) continue;
            hasPixels = true;
            pixels.Write(Entropy(ref reader));
        }

        if (!hasPixels) throw PictureReader.Damaged();
        output.Write([0xFF, Start]);
        if (jfif is not null) Write(output, App0, jfif);
        if (keepsTurn && turned is > 1 and <= 8) Write(output, App1, OnlyTurned(turned));
        if (IccProfile.Are(colours))
            foreach (var segment in colours) Write(output, App2, segment);
        pixels.WriteTo(output);
        output.Write([0xFF, End]);
        return output.ToArray();
    }

    private static bool Stays(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        App14 => body.StartsWith("Adobe"u8),
        >= App0 and <= App15 or Comment => false,
        // Reserved for extensions that no program knows.
        >= 0xF0 and <= 0xFD or (>= 0x02 and <= 0xBF) => false,
        _ => true,
    };

    /// <summary>Whether a segment says how large the picture is.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static void CheckSize(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 5) throw PictureReader.Damaged();
        PictureSize.Check(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
    }

    private static byte Marker(ref PictureReader reader)
    {
        if (reader.Byte() != 0xFF) throw PictureReader.Damaged();
        byte marker;
        // Any number of these may stand before a marker.
        while ((marker = reader.Byte()) == 0xFF)
        {
        }

        return marker;
    }

    /// <summary>Packed pixels up to the next marker that is none of theirs.</summary>
    private static ReadOnlySpan<byte> Entropy(ref PictureReader reader)
    {
        var start = reader.Position;
        while (true)
        {
            var next = reader.Rest.IndexOf((byte)0xFF);
            if (next < 0 || next + 1 >= reader.Rest.Length) throw PictureReader.Damaged();
            if (reader.Rest[next + 1] is 0 or (>= 0xD0 and <= 0xD7)) reader.Take(next + 2);
            else
            {
                reader.Take(next);
                return reader.Since(start);
            }
        }
    }

    /// <summary>Version and density; the thumbnail may show what was cut off.</summary>
    private static byte[] Jfif(ReadOnlySpan<byte> body) => [.. body[..(JfifSize - 2)], 0, 0];

    private static void Write(MemoryStream output, byte marker, ReadOnlySpan<byte> body)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(body.Length + 2));
        output.Write(head);
        output.Write(body);
    }

    /// <summary>How the camera was held, 1–8; 0 where the data do not say.</summary>
    private static int Turned(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return 0;
        var isLittle = tiff.StartsWith("II"u8);
        var start = Long(tiff[4..], isLittle);
        if (start > tiff.Length - 2) return 0;
        var entries = tiff[((int)start + 2)..];
        var count = Short(tiff[(int)start..], isLittle);
        for (var i = 0; i < count && entries.Length >= 12; i++, entries = entries[12..])
            if (Short(entries, isLittle) == Orientation) return Short(entries[8..], isLittle);
        return 0;
    }

    private static byte[] OnlyTurned(int turned)
        => [.. Exif, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0];

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle)
        => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool isLittle)
        => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
