using System.Buffers.Binary;
using System.IO.Compression;

namespace Disclosure.Documents.Release.Reading.Pictures;

/// <summary>The chunks of a PNG.</summary>
internal static class Png
{
    private const int MaxText = 1024 * 1024;

    private static readonly string[] Drawn =
    [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "hIST", "pHYs", "sPLT", "acTL",
        "fcTL", "fdAT",
    ];

    /// <summary>Reads what is written into it.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="written">What is no picture.</param>
    /// <param name="numbers">What may hold numbers.</param>
    /// <returns>Where the picture ends; null for one that does not.</returns>
    public static int? Read(ReadOnlySpan<byte> file, List<byte[]> written, List<byte[]> numbers)
    {
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (length < 0 || length > file.Length - at - 12) return null;
            var type = System.Text.Encoding.Latin1.GetString(file.Slice(at + 4, 4));
            var content = file.Slice(at + 8, length);
            at += 12 + length;
            if (type == "IEND") return at;
            // A profile has words of its own: only what is a number of a person is told of it.
            if (type == "iCCP" && Unpacked(content) is { } profile) numbers.Add(profile);
            if (Drawn.Contains(type)) continue;
            written.Add(content.ToArray());
            if (type is "zTXt" or "iTXt" && Unpacked(content) is { } text) written.Add(text);
        }

        return null;
    }

    /// <summary>Packed text begins with a mark of its own, wherever that stands behind the keyword.</summary>
    private static byte[]? Unpacked(ReadOnlySpan<byte> content)
    {
        if (content.IndexOf((byte)0x78) is not (>= 0 and var start)) return null;
        for (; start >= 0 && start < content.Length; start = Next(content, start))
        {
            try
            {
                using var zlib = new ZLibStream(new MemoryStream(content[start..].ToArray()), CompressionMode.Decompress);
                var text = new byte[MaxText];
                var read = zlib.ReadAtLeast(text, MaxText, throwOnEndOfStream: false);
                if (read > 0) return text[..read];
            }
            catch (InvalidDataException)
            {
                // It was a letter of the keyword.
            }
        }

        return null;
    }

    private static int Next(ReadOnlySpan<byte> content, int start)
        => start < 200 && content[(start + 1)..].IndexOf((byte)0x78) is >= 0 and var next ? start + 1 + next : -1;
}
