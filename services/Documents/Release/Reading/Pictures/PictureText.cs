namespace Disclosure.Documents.Release.Reading.Pictures;

/// <summary>A picture: what it shows only people can tell; what was written into its file is read.</summary>
internal static class PictureText
{
    /// <summary>Reads a JPEG, PNG or GIF.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="place">Where the picture stands.</param>
    /// <param name="information">Where what is written into it stands.</param>
    /// <param name="draft">What is read.</param>
    public static void Read(ReadOnlySpan<byte> file, string place, string information, ReadingDraft draft)
    {
        draft.Add(FileTraitKind.Picture, place);
        var (written, numbers) = (new List<byte[]>(), new List<byte[]>());
        var end = file switch
        {
            [0xFF, 0xD8, ..] => Jpeg.Read(file, written),
            [0x89, (byte)'P', ..] => Png.Read(file, written, numbers),
            [(byte)'G', (byte)'I', (byte)'F', ..] => Gif.Read(file, written),
            _ => null,
        };
        if (written.Count > 0)
        {
            draft.Add(FileTraitKind.Properties, information);
            draft.Add(information, string.Join('\n', written.SelectMany(Words.In)));
        }

        // Tables of colours and of packing hold what a program puts there.
        draft.Add(information, DigitRuns.In(file) + string.Concat(numbers.Select(bytes => DigitRuns.In(bytes))));
        if (end is null || file[end.Value..].ContainsAnyExcept((byte)0, (byte)'\r', (byte)'\n'))
            draft.Add(FileTraitKind.Unreadable, $"{place}图片数据之外的内容");
    }
}
