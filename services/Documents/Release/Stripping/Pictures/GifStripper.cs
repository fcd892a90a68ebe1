using System.Buffers.Binary;

namespace Disclosure.Documents.Release.Stripping.Pictures;

/// <summary>Takes out of a GIF its comments, XMP and other programs' data, and whatever follows its end.</summary>
internal static class GifStripper
{
    private const byte Extension = 0x21;
    private const byte Picture = 0x2C;
    private const byte End = 0x3B;
    private const byte PlainText = 0x01;
    private const byte Control = 0xF9;
    private const byte Application = 0xFF;

    /// <summary>Bytes of the extension that says how often: its head, the program's name, the number.</summary>
    private const int LoopSize = 18;

    public static byte[] Strip(ReadOnlySpan<byte> file)
    {
        using var output = new MemoryStream(file.Length);
        var reader = new PictureReader(file);
        reader.Take(6);
        CheckSize(reader.Take(4));
        var flags = reader.Byte();
        reader.Take(2 + Table(flags));
        output.Write(reader.Since(0));
        while (true)
        {
            var start = reader.Position;
            switch (reader.Byte())
            {
                case End:
                    output.WriteByte(End);
                    return output.ToArray();
                case Picture:
                    reader.Take(4);
                    CheckSize(reader.Take(4));
                    reader.Take(Table(reader.Byte()));
                    reader.Byte();
                    Blocks(ref reader);
                    output.Write(reader.Since(start));
                    break;
                case Extension:
                    var label = reader.Byte();
                    var isLoop = label == Application && IsLoop(reader.Rest);
                    Blocks(ref reader);
                    if (label is PlainText or Control) output.Write(reader.Since(start));
                    else if (isLoop) output.Write([.. reader.Since(start)[..LoopSize], 0]);
                    break;
                default:
                    throw PictureReader.Damaged();
            }
        }
    }

    private static void CheckSize(ReadOnlySpan<byte> sides) => PictureSize.Check(
        BinaryPrimitives.ReadUInt16LittleEndian(sides), BinaryPrimitives.ReadUInt16LittleEndian(sides[2..]));

    /// <summary>Bytes of a table of colours.</summary>
    private static int Table(byte flags) => (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));

    /// <summary>How often an animation is shown; what follows that in its block does not stay.</summary>
    private static bool IsLoop(ReadOnlySpan<byte> data) => data.Length > 16 && data[0] == 11 && data[12] == 3
        && (data[1..].StartsWith("NETSCAPE2.0"u8) || data[1..].StartsWith("ANIMEXTS1.0"u8));

    private static void Blocks(ref PictureReader reader)
    {
        byte length;
        while ((length = reader.Byte()) > 0) reader.Take(length);
    }
}
