using Disclosure.Documents.Import.Pdf.Tables;
using Disclosure.Documents.Text;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;

namespace Disclosure.Documents.Import.Pdf;

/// <summary>What a page shows.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Frame">How it lies.</param>
/// <param name="Glyphs">Letters in the direction of most.</param>
/// <param name="Aside">Letters in other directions, each with those of its direction: names beside a table, a binding line.</param>
/// <param name="Rulings">Its lines.</param>
/// <param name="HasAcross">Whether text lay across it.</param>
/// <param name="HasHidden">Whether there was text that nobody sees.</param>
/// <param name="HasNotes">Whether fields or comments lie above it.</param>
internal sealed record PageContent(int Number, Frame Frame, List<Glyph> Glyphs, IReadOnlyList<List<Glyph>> Aside, Rulings Rulings,
    bool HasAcross, bool HasHidden, bool HasNotes);

/// <summary>Takes from a page the letters that a reader sees, each once.</summary>
internal static class PageReader
{
    private const int MaxNotes = 1_000;

    public static PageContent Read(Page page)
    {
        var visibility = new Visibility(page);
        var quarters = new List<((Letter Letter, double Look) Seen, int Quarter)>(page.Letters.Count);
        var (across, hidden) = (false, false);
        foreach (var letter in page.Letters)
        {
            // Fonts without a proper character map yield control characters.
            if (letter.Value is not { Length: > 0 } || letter.Value.All(c => char.IsControl(c) && !char.IsWhiteSpace(c))) continue;
            var isSpace = string.IsNullOrWhiteSpace(letter.Value);
            if ((isSpace ? 0 : visibility.Look(letter)) is not { } look) hidden = true;
            else if (Frame.QuarterOf(letter) is { } quarter) quarters.Add(((letter, look), quarter));
            else across |= !isSpace;
        }

        var groups = quarters.GroupBy(letter => letter.Quarter, letter => letter.Seen)
            .OrderByDescending(group => group.Count(seen => !string.IsNullOrWhiteSpace(seen.Letter.Value))).ToList();
        var frame = new Frame(groups.Count == 0 ? 0 : groups[0].Key, page.Width, page.Height);
        return new PageContent(page.Number, frame, groups.Count == 0 ? [] : Glyphs(groups[0], frame),
            [.. groups.Skip(1).Select(group => Glyphs(group, frame with { Quarters = group.Key }))],
            Rulings.Of(page, frame), across, hidden, HasNotes(page));
    }

    /// <summary>What is typed into a form or noted on a page is no part of its text.</summary>
    private static bool HasNotes(Page page)
        => page.GetAnnotations().Take(MaxNotes)
            .Any(note => note.Type is AnnotationType.Widget or AnnotationType.FreeText or AnnotationType.Text);

    private static List<Glyph> Glyphs(IEnumerable<(Letter Letter, double Look)> letters, Frame frame) => Struck.Once(letters.Select(seen =>
    {
        var letter = seen.Letter;
        var (left, baseline) = frame.At(letter.StartBaseLine);
        var (right, _) = frame.At(letter.EndBaseLine);
        return new Glyph(Clean(letter.Value), left, Math.Max(left, right), baseline, Math.Max(letter.PointSize, 4), seen.Look);
    }));

    private static string Clean(string value)
    {
        var folded = Ideographs.Fold(value);
        return folded.Any(char.IsControl) ? string.Concat(folded.Select(c => char.IsControl(c) ? ' ' : c)) : folded;
    }
}
