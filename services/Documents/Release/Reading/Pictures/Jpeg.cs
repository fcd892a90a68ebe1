using System.Buffers.Binary;

namespace Disclosure.Documents.Release.Reading.Pictures;

/// <summary>The segments of a JPEG.</summary>
internal static class Jpeg
{
    /// <summary>Reads what is written into it.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="written">What is no picture.</param>
    /// <returns>Where the picture ends; null for one that does not.</returns>
    public static int? Read(ReadOnlySpan<byte> file, List<byte[]> written)
    {
        var at = 2;
        while (at + 4 <= file.Length)
        {
            if (file[at] != 0xFF) return null;
            var marker = file[at + 1];
            if (marker == 0xD9) return at + 2;
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length) return null;
            var content = file.Slice(at + 4, length - 2);
            if (IsWritten(marker, content)) written.Add(content.ToArray());
            at += 2 + length;
            if (marker == 0xDA) at = AfterScan(file, at);
        }

        return at + 2 <= file.Length && file[at] == 0xFF && file[at + 1] == 0xD9 ? at + 2 : null;
    }

    /// <summary>Comments and application data beside size, colours and Adobe's transform.</summary>
    private static bool IsWritten(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        0xFE => true,
        0xE0 => !content.StartsWith("JFIF"u8),
        0xE2 => !content.StartsWith("ICC_PROFILE"u8),
        0xEE => !content.StartsWith("Adobe"u8),
        >= 0xE1 and <= 0xEF => true,
        _ => false,
    };

    private static int AfterScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= file.Length) return file.Length;
            at += next;
            if (file[at + 1] is not (0 or (>= 0xD0 and <= 0xD7))) return at;
            at += 2;
        }

        return at;
    }
}
