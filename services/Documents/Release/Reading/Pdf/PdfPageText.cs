using Disclosure.Documents.Import.Pdf;
using Disclosure.Documents.Text;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>A page: its lines as people read them, its letters as they were written, and what is no text.</summary>
internal static class PdfPageText
{
    private const int MaxLetters = 100_000;
    private const int MaxNotes = 1_000;

    /// <summary>Letters without meaning on a page: fewer are bullets and signs.</summary>
    private const int MaxUnmapped = 8;
    private const int MaxSigns = 4;

    /// <summary>Filled shapes of a page that may be letters turned into outlines.</summary>
    private const int MaxShapes = 300;

    /// <summary>Lines of a page, filled or not, that may be digits where it has few letters.</summary>
    private const int MaxStrokes = 36;

    public static void Read(Page page, IReadOnlySet<string> unmapped, ReadingDraft draft, long end)
    {
        if (page.Letters.Count > MaxLetters)
            throw new BeyondBoundException($"第 {page.Number} 页文字过多，未能全部检查");
        var place = $"第 {page.Number} 页";
        Late(end);
        var lines = Lines(page);
        Late(end);
        var raw = Ideographs.Fold(RawText.Of(page.Letters));
        draft.Add(place, lines);
        if (SaysMore(raw, lines)) draft.Add($"{place}（按写入顺序）", raw);
        if (IsUnmapped([.. page.Letters.Select(letter => letter.Value)])
            || page.Letters.Any(letter => unmapped.Contains(letter.FontName ?? "")))
            draft.Add(FileTraitKind.Unreadable, $"{place}的文字没有编码");
        Pictures(page, place, string.IsNullOrWhiteSpace(raw), draft);
        Notes(page, place, draft);
    }

    private static void Late(long end)
    {
        if (Environment.TickCount64 > end) throw new BeyondBoundException("页面内容过于复杂，未能全部检查");
    }

    private static string Lines(Page page)
    {
        var content = PageReader.Read(page);
        var lines = Columns.Parted(PdfLine.Of(content.Glyphs)).SelectMany(part => part.Lines)
            .Concat(content.Aside.SelectMany(PdfLine.Of));
        return string.Join('\n', lines.Select(line => string.Join('\t', line.Pieces.Select(piece => piece.Text))));
    }

    /// <summary>Whether letters as they were written say what the lines do not: others, or data and marks that the lines tear
    /// apart.</summary>
    private static bool SaysMore(string raw, string lines)
    {
        var (written, read) = (Finds.Plain(raw), Finds.Plain(lines));
        if (written == read) return false;
        if (written.Length != read.Length || !written.Order().SequenceEqual(read.Order())) return true;
        var known = Finds.In(lines).ToHashSet(StringComparer.Ordinal);
        return Finds.In(raw).Any(find => !known.Contains(find));
    }

    /// <summary>Whether a font does not say what its letters mean: they are empty, control characters or of private use.</summary>
    internal static bool IsUnmapped(IReadOnlyList<string> letters)
    {
        var (count, signs, empty) = (0, new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var letter in letters)
        {
            if (letter is not { Length: > 0 } value) empty++;
            else if (value.Any(c => c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || (char.IsControl(c) && !char.IsWhiteSpace(c))))
            {
                count++;
                signs.Add(value);
            }
        }

        return empty >= MaxUnmapped || (count >= MaxUnmapped && signs.Count >= MaxSigns);
    }

    private static void Pictures(Page page, string place, bool isEmpty, ReadingDraft draft)
    {
        var shapes = page.Paths.Count(path => path.IsFilled);
        var strokes = PdfStrokes.Count(page);
        // What is on a page without text only a look at it tells; its content may be damaged too.
        if (isEmpty) draft.Add(FileTraitKind.ScannedPage, place);
        else if (page.NumberOfImages > 0 || shapes > MaxShapes
            || (strokes > MaxStrokes && strokes > page.Letters.Count)) draft.Add(FileTraitKind.Picture, place);
    }

    private static void Notes(Page page, string place, ReadingDraft draft)
    {
        var count = 0;
        foreach (var note in page.GetAnnotations())
        {
            if (++count > MaxNotes) throw new BeyondBoundException($"{place}批注过多，未能全部检查");
            if (!string.IsNullOrWhiteSpace(note.Content)) draft.Add($"{place}的批注", note.Content);
            switch (note.Type)
            {
                case AnnotationType.Link or AnnotationType.Popup or AnnotationType.Widget:
                    break;
                case AnnotationType.Movie or AnnotationType.Sound or AnnotationType.Screen or AnnotationType.Artwork3D:
                    draft.Add(FileTraitKind.Unreadable, $"{place}的音频、视频或三维内容");
                    break;
                default:
                    draft.Add(FileTraitKind.Comment, place);
                    // What a stamp or a drawing shows, its words need not say.
                    if (note.AnnotationDictionary.ContainsKey(NameToken.Ap))
                        draft.Add(FileTraitKind.Picture, $"{place}的批注");
                    break;
            }
        }
    }
}
