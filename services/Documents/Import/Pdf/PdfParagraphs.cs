using System.Text;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import.Pdf.Tables;

namespace Disclosure.Documents.Import.Pdf;

/// <summary>Joins lines to paragraphs: the next line goes on with a line that fills the column unless it is indented or of another
/// size.</summary>
internal sealed class PdfParagraphs
{
    private readonly List<Block> blocks = [];
    private readonly StringBuilder text = new();
    private Alignment alignment;
    private PdfLine? last;
    private bool lastIsFull;

    /// <summary>Letters of a full line at least; shorter lines of one length are a list.</summary>
    private int letters;

    /// <summary>Characters so far.</summary>
    public int Length { get; private set; }

    /// <summary>Lines of one column.</summary>
    /// <param name="column">The lines from top to bottom.</param>
    /// <param name="isNarrow">Whether another column stands beside it.</param>
    public void Add(IReadOnlyList<PdfLine> column, bool isNarrow = false)
    {
        letters = isNarrow ? 6 : 10;
        if (column.Count == 0) return;
        var left = column.Min(line => line.Left);
        var right = column.Max(line => line.Right);
        for (var index = 0; index < column.Count;)
        {
            if (AlignedTables.RowsAt(column, index) is > 0 and var rows)
            {
                Add(AlignedTables.Of([.. column.Skip(index).Take(rows)]));
                index += rows;
            }
            else
            {
                Add(column[index], left, right);
                index++;
            }
        }
    }

    public void Add(Table table)
    {
        Close();
        foreach (var row in table.Rows)
            foreach (var cell in row)
                foreach (var block in cell.Blocks) Length += ((TextRun)((Paragraph)block).Inlines[0]).Text.Length;
        blocks.Add(table);
    }

    public Body ToBody()
    {
        Close();
        return new Body(blocks);
    }

    private void Add(PdfLine line, double left, double right)
    {
        var goesOn = last is not null && lastIsFull && line.Left - left < line.Size && Math.Abs(line.Size - last.Size) < line.Size / 10;
        if (!goesOn) Close();
        else if (PdfLine.IsWord(last!.Text[^1]) && PdfLine.IsWord(line.Text[0])) text.Append(' ');
        if (text.Length == 0) alignment = AlignmentOf(line, left, right);
        text.Append(line.Text);
        Length += line.Text.Length;
        // Punctuation hangs or is pushed to the next line, so a full line may end up to two characters early.
        (last, lastIsFull) = (line, right - line.Right < line.Size * 2 && line.Right - line.Left > line.Size * letters);
    }

    private void Close()
    {
        if (text.Length > 0) blocks.Add(new Paragraph([new TextRun(text.ToString())], alignment));
        text.Clear();
        last = null;
    }

    private static Alignment AlignmentOf(PdfLine line, double left, double right)
    {
        var (before, behind) = (line.Left - left, right - line.Right);
        if (before > line.Size * 2.5 && behind > line.Size * 2.5 && Math.Abs(before - behind) < line.Size * 2) return Alignment.Center;
        return before > (right - left) * 0.4 && before > behind * 1.5 ? Alignment.End : Alignment.Start;
    }
}
