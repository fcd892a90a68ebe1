using System.Xml;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Tables; one within a cell is read as the cell's paragraphs.</summary>
internal sealed partial class DocxStory
{
    private readonly Stack<Frame> frames = new();

    /// <summary>A table that is open; without one of its own when it stands in another.</summary>
    private sealed class Frame(DocxTable? table)
    {
        public DocxTable? Table => table;

        public DocxCell? Cell { get; set; }
    }

    private bool IsRowHidden => frames.Any(frame => frame.Table?.IsRowHidden == true);

    private void StartOfTable(string element)
    {
        frames.TryPeek(out var frame);
        switch (element)
        {
            case "tbl" when Current.InCell:
                frames.Push(new(null));
                context.Remarks.Add(RemarkKind.NestedTable, $"{Place()}的单元格里还有表格，已改为段落，请核对。");
                break;
            case "tbl":
                Finish(Current);
                tables++;
                frames.Push(new(new DocxTable()));
                break;
            case "tr":
                frame?.Table?.BeginRow();
                break;
            case "tc" when frame is { Table: not null }:
                frame.Cell = new DocxCell();
                holders.Push(new(frame.Cell.Blocks, true) { IsHidden = Current.IsHidden });
                break;
            case "tblPr":
                modes.Push(Mode.Table);
                break;
            case "trPr":
                modes.Push(Mode.Row);
                break;
            case "tcPr":
                modes.Push(Mode.Cell);
                break;
        }
    }

    private void ReadTable(XmlReader element)
    {
        if (!frames.TryPeek(out var frame) || frame.Table is not { } table) return;
        switch (element.LocalName)
        {
            case "tblStyle":
                table.HasStyle = Word.Value(element) is not ("TableGrid" or "TableNormal");
                break;
            case "tblHeader":
                table.IsHeader = Word.IsOn(element);
                break;
            case "gridBefore":
                table.Before = Word.Number(element) ?? 0;
                break;
            case "gridAfter":
                table.After = Word.Number(element) ?? 0;
                break;
            case "hidden":
                table.IsRowHidden = Word.IsOn(element);
                break;
            case "del":
                table.IsRowDeleted = true;
                context.HasChanges = true;
                break;
            case "ins" or "cellIns":
                context.HasChanges = true;
                break;
            case "gridSpan" when frame.Cell is { } cell:
                cell.Columns = Word.Number(element) ?? 1;
                break;
            case "vMerge" when frame.Cell is { } cell:
                cell.Vertical = Word.Value(element) == "restart" ? Merge.Begins : Merge.GoesOn;
                break;
            case "hMerge" when frame.Cell is { } cell:
                cell.GoesOnFromLeft = Word.Value(element) != "restart";
                break;
            case "cellDel" when frame.Cell is { } cell:
                cell.IsDeleted = true;
                context.HasChanges = true;
                break;
            case "shd" when frame.Cell is { } cell && modes.Peek() == Mode.Cell:
                cell.IsShaded = RunSetting.IsShade(element);
                break;
        }
    }

    private void EndOfTable(string element)
    {
        if (!frames.TryPeek(out var frame)) return;
        switch (element)
        {
            case "tc" when frame is { Table: { } table, Cell: { } cell }:
                Finish(Current);
                holders.Pop();
                table.Add(cell);
                frame.Cell = null;
                break;
            case "tr" when frame.Table is { } table:
                EndRow(table);
                break;
            case "tbl":
                frames.Pop();
                if (frame.Table is { } whole) Current.Blocks.Add(whole.ToTable());
                break;
        }
    }

    private void EndRow(DocxTable table)
    {
        var place = Place();
        var covered = BodyText.Of(new Body(table.EndRow()));
        if (covered.Length > 0)
            context.Remarks.Add(RemarkKind.HiddenText, $"{place}有被合并单元格遮住的文字未导入：{RemarkList.Quote(covered)}。");
    }
}
