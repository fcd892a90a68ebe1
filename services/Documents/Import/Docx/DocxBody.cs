using System.Text;
using System.Xml;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Turns the stream of <c>word/document.xml</c> into Markdown.</summary>
internal sealed class DocxBody(HeadingStyles styles) : IXmlListener
{
    private readonly TextDraft draft = new();
    private readonly Stack<Paragraph> open = new();
    private readonly List<Paragraph> closed = [];
    private DocxTable? table;
    private int tables;
    private bool inProperties;
    private bool inText;

    public string Text() => draft.ToString();

    public bool Start(XmlReader element)
    {
        switch (element.LocalName)
        {
            // Written twice for older readers; moved text stands at its new place; the reading above a character is no text of its own.
            case "Fallback" or "moveFrom" or "pPrChange" or "rPrChange" or "rt":
                return false;
            case "p":
                open.Push(new Paragraph());
                break;
            case "pPr":
                inProperties = true;
                break;
            case "pStyle" when inProperties && open.TryPeek(out var paragraph):
                paragraph.Level = Math.Max(paragraph.Level, styles.Level(Word.Attribute(element, "val")));
                break;
            case "outlineLvl" when inProperties && open.TryPeek(out var paragraph):
                paragraph.Level = Math.Max(paragraph.Level, Word.OutlineLevel(element));
                break;
            case "tbl" when ++tables == 1:
                table = new DocxTable();
                break;
            case "tr" when tables == 1:
                table!.Row();
                break;
            case "tc" when tables == 1:
                table!.Cell();
                break;
            default:
                Inline(element.LocalName);
                break;
        }

        return true;
    }

    public void Characters(string text)
    {
        if (inText) Append(text);
    }

    public void End(string element)
    {
        switch (element)
        {
            case "t":
                inText = false;
                break;
            case "pPr":
                inProperties = false;
                break;
            case "p" when open.TryPop(out var paragraph):
                closed.Add(paragraph);
                // A text box stands inside a paragraph: its own paragraphs follow the one that holds it.
                if (open.Count == 0) Flush();
                break;
            case "tbl" when tables > 0 && --tables == 0:
                table!.WriteTo(draft);
                table = null;
                break;
        }
    }

    private void Inline(string element)
    {
        if (inProperties) return;
        switch (element)
        {
            case "t":
                inText = true;
                break;
            case "tab":
                Append(" ");
                break;
            case "br" or "cr":
                Append("\n");
                break;
            case "noBreakHyphen":
                Append("-");
                break;
        }
    }

    private void Append(string text)
    {
        if (!open.TryPeek(out var paragraph)) return;
        paragraph.Text.Append(text);
        draft.Promise(text.Length);
    }

    private void Flush()
    {
        // The holder closes last and stands first.
        Emit(closed[^1]);
        foreach (var inner in closed.SkipLast(1)) Emit(inner);
        closed.Clear();
    }

    private void Emit(Paragraph paragraph)
    {
        var content = paragraph.Text.ToString().Trim();
        if (table is not null) table.Add(content);
        else if (content.Length > 0) draft.Append($"{(paragraph.Level > 0 ? new string('#', paragraph.Level) + " " : "")}{content}\n\n");
    }

    private sealed class Paragraph
    {
        public StringBuilder Text { get; } = new();

        public int Level { get; set; }
    }
}
