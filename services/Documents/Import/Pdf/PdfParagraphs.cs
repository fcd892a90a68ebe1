using System.Text;

namespace Disclosure.Documents.Import.Pdf;

/// <summary>Joins lines to paragraphs: the next line goes on with a line that fills the column unless it is indented or of another
/// size.</summary>
internal sealed class PdfParagraphs
{
    private readonly StringBuilder text = new();
    private PdfLine? last;
    private bool lastIsFull;

    public int Length => text.Length;

    public void Add(IReadOnlyList<PdfLine> page)
    {
        if (page.Count == 0) return;
        var left = page.Min(line => line.Left);
        var right = page.Max(line => line.Right);
        foreach (var line in page)
        {
            var goesOn = last is not null && lastIsFull && line.Left - left < line.Size && Math.Abs(line.Size - last.Size) < line.Size / 10;
            if (!goesOn) text.Append(last is null ? "" : "\n");
            else if (PdfLine.IsWord(last!.Text[^1]) && PdfLine.IsWord(line.Text[0])) text.Append(' ');
            text.Append(line.Text);
            // Punctuation hangs or is pushed to the next line, so a full line may end up to two characters early.
            (last, lastIsFull) = (line, right - line.Right < line.Size * 2 && line.Right - line.Left > line.Size * 10);
        }
    }

    public override string ToString() => text.ToString();
}
