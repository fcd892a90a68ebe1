using System.Text;
using UglyToad.PdfPig.Content;

namespace Disclosure.Documents.Import.Pdf;

/// <summary>A visual line of a page.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Left">Where it begins, points.</param>
/// <param name="Right">Where it ends, points.</param>
/// <param name="Size">Size of its letters, points.</param>
internal sealed record PdfLine(string Text, double Left, double Right, double Size)
{
    /// <summary>The lines of a page from top to bottom: letters whose baselines differ by less than half their height stand on one
    /// line.</summary>
    public static List<PdfLine> Of(IReadOnlyList<Letter> letters)
    {
        var lines = new List<PdfLine>();
        var line = new List<Letter>();
        foreach (var letter in letters.OrderByDescending(letter => letter.StartBaseLine.Y))
        {
            if (line.Count > 0 && line[0].StartBaseLine.Y - letter.StartBaseLine.Y >= HeightOf(letter) / 2) Close();
            line.Add(letter);
        }

        Close();
        return lines;

        void Close()
        {
            if (Compose([.. line.OrderBy(letter => letter.StartBaseLine.X)]) is { Text.Length: > 0 } composed) lines.Add(composed);
            line.Clear();
        }
    }

    private static double HeightOf(Letter letter) => Math.Max(letter.PointSize, 4);

    private static PdfLine? Compose(List<Letter> letters)
    {
        // Fonts without a proper character map yield control characters.
        letters.RemoveAll(letter => string.IsNullOrWhiteSpace(letter.Value) ? letter.Value is not { Length: > 0 }
            : letter.Value.All(char.IsControl));
        var text = new StringBuilder();
        Letter? before = null;
        foreach (var letter in letters)
        {
            // Words of alphabets are often set apart by distance alone.
            if (before is not null && IsWord(before.Value[^1]) && IsWord(letter.Value[0])
                && letter.StartBaseLine.X - before.EndBaseLine.X > HeightOf(letter) / 4) text.Append(' ');
            foreach (var c in letter.Value) text.Append(char.IsControl(c) ? ' ' : c);
            before = letter;
        }

        var solid = letters.FindAll(letter => !string.IsNullOrWhiteSpace(letter.Value));
        return solid.Count == 0 ? null
            : new PdfLine(text.ToString().Trim(), solid[0].StartBaseLine.X, solid[^1].EndBaseLine.X, HeightOf(solid[0]));
    }

    /// <summary>Whether a character belongs to a word that spaces set apart, as those of Chinese are not.</summary>
    public static bool IsWord(char c) => c < '\u2e80' && char.IsLetterOrDigit(c);
}
