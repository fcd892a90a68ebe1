using System.Text;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>A text as it is shown, with what it hides, and as it was before its changes: a number may stand in any of them.</summary>
internal sealed class StoryText
{
    private readonly StringBuilder shown = new();
    private readonly StringBuilder cell = new();
    private StringBuilder? withHidden;
    private StringBuilder? before;
    private int cellParagraphs;

    /// <summary>Cells that the writer is within; a table in a cell is a text of its own.</summary>
    public bool IsInCell { get; set; }

    /// <summary>Paragraphs of cells that have several: a line of a cell may be a mark of its own.</summary>
    public StringBuilder CellLines { get; } = new();

    public void Append(string text, bool isHidden, bool isDeleted, bool isInserted)
    {
        if (isHidden) withHidden ??= new StringBuilder(shown.ToString());
        if (isDeleted || isInserted) before ??= new StringBuilder((withHidden ?? shown).ToString());
        if (!isHidden && !isDeleted) shown.Append(text);
        if (!isDeleted) withHidden?.Append(text);
        if (!isInserted) before?.Append(text);
        if (IsInCell && !isDeleted) cell.Append(text);
    }

    /// <summary>What parts words, lines and cells, in all readings.</summary>
    public void Part(char with)
    {
        shown.Append(with);
        withHidden?.Append(with);
        before?.Append(with);
    }

    /// <summary>The end of a paragraph; in a cell its row goes on.</summary>
    public void EndParagraph()
    {
        Part(IsInCell ? ' ' : '\n');
        if (!IsInCell) return;
        cell.Append('\n');
        cellParagraphs++;
    }

    public void EndCell()
    {
        Part('\t');
        if (cellParagraphs > 1) CellLines.Append(cell).Append('\n');
        cell.Clear();
        cellParagraphs = 0;
        IsInCell = false;
    }

    public void AddTo(ReadingDraft draft, string place)
    {
        draft.Add(place, shown.ToString());
        if (withHidden is not null) draft.Add($"{place}（含隐藏文字）", withHidden.ToString());
        if (before is not null) draft.Add($"{place}（修订前）", before.ToString());
        draft.Add($"{place}的表格中分行的单元格", CellLines.ToString());
    }
}
