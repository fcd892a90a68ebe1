using Disclosure.Documents.Release.Reading.Pictures;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>A part that is no XML: pictures and files within the file are looked into, fonts and settings of printers are harmless,
/// nothing else can be read.</summary>
internal static class BinaryPart
{
    private const int MaxSettings = 256 * 1024;

    public static void Read(OfficeFile file, Part part, ReadingDraft draft)
    {
        var folder = part.Path.Split('/')[0] switch
        {
            "word" => "文中",
            "xl" => "工作簿中",
            "ppt" => "幻灯片中",
            _ => "",
        };
        switch (part.Head)
        {
            case [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..]:
                draft.Add(FileTraitKind.Embedded, $"内嵌文件‘{part.Path}’");
                FileText.ReadInner(Archive.Bytes(part.Entry, draft), draft, $"内嵌文件‘{part.Path}’：");
                break;
            case [0xFF, 0xD8, 0xFF, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]:
                PictureText.Read(Archive.Bytes(part.Entry, draft), $"{folder}图片", $"{folder}图片的信息", draft);
                break;
            case var head when IsPicture(head):
                draft.Add(FileTraitKind.Picture, $"{folder}图片");
                draft.Add($"{folder}图片的信息", DigitRuns.In(Archive.Bytes(part.Entry, draft)));
                break;
            case var head when !IsObject(head) && IsHarmless(file, part):
                draft.Add($"部件‘{part.Path}’", DigitRuns.In(Archive.Bytes(part.Entry, draft)));
                break;
            default:
                draft.Add(FileTraitKind.Unreadable, $"部件‘{part.Path}’");
                break;
        }
    }

    /// <summary>BMP, TIFF, EMF, WMF.</summary>
    private static bool IsPicture(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'B', (byte)'M', ..] or [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => true,
        [0xD7, 0xCD, 0xC6, 0x9A, ..] or [1 or 2, 0, 9, 0, ..] => true,
        [1, 0, 0, 0, ..] => head.Length > 44 && head[40..44].SequenceEqual(" EMF"u8),
        _ => false,
    };

    private static bool IsObject(ReadOnlySpan<byte> head) => head is [0xD0, 0xCF, 0x11, 0xE0, ..];

    /// <summary>By the relation that leads to it: a folder's name says nothing.</summary>
    private static bool IsHarmless(OfficeFile file, Part part) => file.IsOnly(part.Path, "font")
        ? Path.GetExtension(part.Path).ToLowerInvariant() is ".odttf" or ".ttf" or ".fntdata" or ".otf"
        : file.IsOnly(part.Path, "printerSettings") && part.Entry.Length <= MaxSettings;
}
