namespace Disclosure.Documents.Release.Reading.Pictures;

/// <summary>The blocks of a GIF.</summary>
internal static class Gif
{
    /// <summary>Reads what is written into it.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="written">What is no picture.</param>
    /// <returns>Where the picture ends; null for one that does not.</returns>
    public static int? Read(ReadOnlySpan<byte> file, List<byte[]> written)
    {
        if (file.Length < 13) return null;
        var at = 13 + Colours(file[10]);
        while (at < file.Length)
        {
            switch (file[at])
            {
                case 0x3B:
                    return at + 1;
                case 0x2C when at + 10 < file.Length:
                    at = Blocks(file, at + 11 + Colours(file[at + 9]), null);
                    break;
                case 0x21 when at + 2 < file.Length:
                    var text = new List<byte>();
                    var label = file[at + 1];
                    at = Blocks(file, at + 2, text);
                    var bytes = text.ToArray();
                    // 0xF9 says how a frame is shown, NETSCAPE how often all are.
                    if (label != 0xF9 && !bytes.AsSpan().StartsWith("NETSCAPE2.0"u8)
                        && !bytes.AsSpan().StartsWith("ANIMEXTS1.0"u8)) written.Add(bytes);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static int Colours(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int Blocks(ReadOnlySpan<byte> file, int at, List<byte>? content)
    {
        while (at < file.Length && file[at] != 0)
        {
            var length = Math.Min(file[at], file.Length - at - 1);
            if (content is not null) content.AddRange(file.Slice(at + 1, length));
            at += length + 1;
        }

        return at + 1;
    }
}
