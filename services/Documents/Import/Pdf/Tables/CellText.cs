using System.Text;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Pdf.Tables;

/// <summary>The paragraphs of a cell: a line that fills it goes on in the next.</summary>
internal static class CellText
{
    public static IReadOnlyList<Block> Of(List<Glyph> glyphs, double left, double right)
    {
        var blocks = new List<Block>();
        var text = new StringBuilder();
        PdfLine? last = null;
        foreach (var line in PdfLine.Of(glyphs))
        {
            // Cells have some room at both sides, and half-width punctuation ends a line early.
            var goesOn = last is not null && right - last.Right < last.Size * 2 && last.Left - left < last.Size * 2;
            if (last is not null && !goesOn) Close();
            else if (last is not null && PdfLine.IsWord(last.Text[^1]) && PdfLine.IsWord(line.Text[0])) text.Append(' ');
            text.Append(line.Text);
            last = line;
        }

        Close();
        return blocks;

        void Close()
        {
            if (text.Length > 0) blocks.Add(new Paragraph([new TextRun(text.ToString())]));
            text.Clear();
        }
    }
}
