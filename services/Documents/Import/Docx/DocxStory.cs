using System.Globalization;
using System.Xml;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Turns the stream of a part into blocks: the text as Word shows it, and remarks on what it does not show or a body cannot
/// carry.</summary>
internal sealed partial class DocxStory : IXmlListener
{
    private readonly DocxContext context;
    private readonly string name;
    private readonly Stack<Holder> holders = new();
    private readonly Stack<DocxParagraph> open = new();
    private readonly Stack<Mode> modes = new();
    private readonly Dictionary<string, IReadOnlyList<Block>> notes = new(StringComparer.Ordinal);
    private readonly List<Block> blocks = [];
    private DocxMath? math;
    private int? formulas;
    private string? note;
    private int paragraphs;
    private int tables;

    /// <summary>Makes a reader of one part.</summary>
    /// <param name="context">What it shares with those of other parts.</param>
    /// <param name="name">What a remark calls the part; empty for the text itself.</param>
    public DocxStory(DocxContext context, string name = "")
    {
        (this.context, this.name) = (context, name);
        holders.Push(new(blocks));
        modes.Push(Mode.Content);
    }

    private enum Mode
    {
        Content,
        Paragraph,
        Mark,
        Run,
        Table,
        Row,
        Cell,
        Section,
        Control,
        FormField,
    }

    /// <summary>Whether the part is a document of this kind at all.</summary>
    public bool IsDocument { get; private set; }

    /// <summary>Whether it is a header or footer, whose text stays out of the body.</summary>
    public bool IsMargin { get; init; }

    /// <summary>Blocks from top to bottom.</summary>
    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>Footnotes or endnotes by their ids.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Block>> Notes => notes;

    /// <summary>Whether a field has no end, so that what belongs to it is not known.</summary>
    public bool HasOpenField => fields.Count > 0;

    private Holder Current => holders.Peek();

    public bool Start(XmlReader element, Space space)
    {
        if (space == Space.Word && element.LocalName is "del" or "moveFrom" && modes.Peek() == Mode.Content) return Change(false);
        if (math is not null)
        {
            math.Start(element, space);
            return true;
        }

        switch (space)
        {
            case Space.Math:
                if (element.LocalName == "oMathPara") formulas = 0;
                if (element.LocalName != "oMath" || modes.Peek() != Mode.Content) return true;
                math = new DocxMath();
                // Formulas set apart stand below each other.
                if (formulas++ > 0) Break();
                return true;
            case Space.Other:
                return Foreign(element);
            default:
                return modes.Peek() == Mode.Content ? Content(element) : Property(element);
        }
    }

    public void Characters(string text)
    {
        if (math is not null) math.Characters(text);
        else if (inInstruction) Instruct(text);
        else if (inText) Text(text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '));
    }

    public void End(string element, Space space)
    {
        if (math is not null)
        {
            if (space == Space.Math && element == "oMath") EndMath();
            else math.End(element, space);
            return;
        }

        if (element == "oMathPara") formulas = null;
        if (space != Space.Word) return;
        if (modes.Peek() != Mode.Content)
        {
            if (EndsMode(element)) modes.Pop();
            return;
        }

        switch (element)
        {
            case "t":
                inText = false;
                break;
            case "instrText":
                inInstruction = false;
                break;
            case "r":
                runs.TryPop(out _);
                break;
            case "p":
                EndParagraph();
                break;
            case "hyperlink":
                links.TryPop(out _);
                break;
            case "fldSimple":
                fields.TryPop(out _);
                break;
            case "sdt":
                EndControl();
                break;
            case "txbxContent":
                EndBox();
                break;
            case "tc" or "tr" or "tbl":
                EndOfTable(element);
                break;
            case "footnote" or "endnote":
                EndNote();
                break;
        }
    }

    private bool EndsMode(string element) => modes.Peek() switch
    {
        Mode.Paragraph => element == "pPr",
        Mode.Mark or Mode.Run => element == "rPr",
        Mode.Table => element == "tblPr",
        Mode.Row => element == "trPr",
        Mode.Cell => element == "tcPr",
        Mode.Section => element == "sectPr",
        Mode.Control => element == "sdtPr",
        _ => element == "ffData",
    };

    private bool Change(bool goesOn)
    {
        context.HasChanges = true;
        return goesOn;
    }

    private bool Content(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "document" or "footnotes" or "endnotes" or "hdr" or "ftr":
                IsDocument = true;
                break;
            case "ins" or "moveTo":
                return Change(true);
            case "pPrChange" or "rPrChange" or "sectPrChange" or "tblPrChange" or "trPrChange" or "tcPrChange" or "tblGridChange"
                or "tblPrExChange" or "delText" or "delInstrText" or "rubyPr" or "sdtEndPr" or "smartTagPr" or "customXmlPr":
                return false;
            case "rt":
                open.TryPeek(out var holder);
                holder?.Remarks.Add((RemarkKind.Reading, "上方的注音未导入。"));
                return false;
            case "p":
                open.Push(new DocxParagraph());
                break;
            case "pPr" when open.Count > 0:
                modes.Push(Mode.Paragraph);
                break;
            case "rPr":
                modes.Push(Mode.Run);
                break;
            case "sectPr":
                modes.Push(Mode.Section);
                break;
            case "sdtPr":
                modes.Push(Mode.Control);
                break;
            case "sdt":
                controls.Push(new());
                break;
            case "txbxContent":
                holders.Push(new([], Current.InCell) { IsBox = true, IsHidden = isHiddenShape || Current.IsHidden });
                isHiddenShape = false;
                break;
            case "tbl" or "tblPr" or "tr" or "trPr" or "tc" or "tcPr":
                StartOfTable(element.LocalName);
                break;
            case "footnote" or "endnote" when Word.Attribute(element, "id") is { } id:
                // Lines that part notes from the text are no notes.
                if (Word.Attribute(element, "type") is not (null or "normal")) return false;
                note = id;
                holders.Push(new([], true));
                break;
            case "altChunk" or "subDoc":
                context.Remarks.Add(RemarkKind.OtherFile, $"{Place()}引用了另一份文件，其内容未导入。");
                break;
            default:
                return Inline(element);
        }

        return true;
    }

    private string Place(DocxParagraph? paragraph = null)
    {
        var place = frames.TryPeek(out var frame)
            ? string.Create(CultureInfo.InvariantCulture, $"第 {tables} 个表格第 {frame.Table?.RowNumber ?? 1} 行")
            : string.Create(CultureInfo.InvariantCulture, $"第 {paragraphs + 1} 段");
        var text = paragraph is null ? "" : BodyText.Of([.. paragraph.Inlines.Where(inline => inline is TextRun)], []).Trim();
        return name + place + (text.Length > 0 ? $"（{RemarkList.Quote(text, 10)}）" : "");
    }

    private void EndNote()
    {
        if (note is null) return;
        notes[note] = holders.Pop().Blocks;
        note = null;
    }

    /// <summary>What blocks are read into: the text, a cell, a text box, a note.</summary>
    private sealed record Holder(List<Block> Blocks, bool InCell = false)
    {
        /// <summary>Text whose paragraph does not end where it is written.</summary>
        public List<Inline> Carried { get; } = [];

        public bool IsBox { get; init; }

        public bool IsHidden { get; init; }
    }
}
