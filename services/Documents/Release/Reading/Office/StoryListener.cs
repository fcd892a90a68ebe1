using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Disclosure.Documents.Import.Docx;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>A text of a document or a presentation: paragraphs, tables, boxes within them, fields, changes and what is hidden.</summary>
/// <param name="file">The package.</param>
/// <param name="place">Where the text stands.</param>
/// <param name="draft">What is read.</param>
internal sealed partial class StoryListener(OfficeFile file, string place, ReadingDraft draft) : PartListener
{
    private const int MaxPageNumber = 4;

    /// <summary>What the number of a slide is made of.</summary>
    private static readonly SearchValues<char> PageNumber = SearchValues.Create("0123456789 \t\r\n");

    private readonly Stack<(StoryText Story, int Depth)> outer = new();
    private readonly StringBuilder fields = new();
    private readonly StringBuilder ruby = new();
    private readonly StringBuilder numbered = new();
    private readonly Stack<ListItem> items = new();
    private readonly StoryRun run = new(file.Styles);
    private StoryText story = new();
    private string? captured;
    private bool isMeasure;
    private int depth;
    private int deleted;
    private int inserted;
    private int inRuby;

    /// <summary>Whether anything was said beside the number of a slide.</summary>
    public bool HasText { get; private set; }

    public override void Start(XmlReader element)
    {
        depth++;
        var name = element.LocalName;
        isMeasure = name is "posOffset" or "pctWidth" or "pctHeight" or "pctPosHOffset" or "pctPosVOffset";
        if (name is "docPr" or "cNvPr" && element.GetAttribute("hidden") is "1" or "true") draft.Add(FileTraitKind.Hidden, place);
        if (name == "sld" && element.GetAttribute("show") is "0" or "false") draft.Add(FileTraitKind.Hidden, place);
        if (name is "Fallback" or "txbxContent" || (name == "tbl" && story.IsInCell))
        {
            outer.Push((story, depth));
            story = new StoryText();
        }

        if (!IsText(element.NamespaceURI)) return;
        run.Start(element);
        StartText(element, name);
    }

    public override void Text(string text)
    {
        switch (captured)
        {
            case null:
                if (!isMeasure) base.Text(text);
                break;
            case "instrText" or "delInstrText":
                fields.Append(text);
                break;
            default:
                text = Escapes.Decoded(SymbolText.Plain(text));
                HasText |= text.Length > MaxPageNumber || text.AsSpan().ContainsAnyExcept(PageNumber);
                if (run.IsHidden) draft.Add(FileTraitKind.Hidden, place);
                Add(text);
                break;
        }
    }

    public override void End(string name, string space)
    {
        isMeasure = false;
        if (IsText(space))
        {
            run.End(name);
            EndText(name);
        }

        if (outer.Count > 0 && outer.Peek().Depth == depth) Pop();
        depth--;
    }

    public override void Finish()
    {
        while (outer.Count > 0) Pop();
        story.AddTo(draft, place);
        draft.Add($"{place}的域代码", fields.ToString());
        draft.Add($"{place}的域代码所显示的文字", FieldCodes.Shown(fields.ToString()));
        draft.Add($"{place}的注音", ruby.ToString());
        draft.Add($"{place}的自动编号", numbered.ToString());
        if (Fetching().IsMatch(fields.ToString())) draft.Add(FileTraitKind.ExternalData, $"{place}的域代码");
    }

    private void StartText(XmlReader element, string name)
    {
        switch (name)
        {
            case "t" or "delText" or "instrText" or "delInstrText":
                captured = element.IsEmptyElement ? null : name;
                break;
            case "fldSimple":
                fields.Append(Word.Attribute(element, "instr")).Append('\n');
                break;
            case "fldChar":
                fields.Append('\n');
                break;
            case "tc":
                story.IsInCell = true;
                break;
            case "tab" or "ptab" when run.IsOpen:
                story.Part(story.IsInCell ? ' ' : '\t');
                break;
            case "br" or "cr":
                story.Part(story.IsInCell ? ' ' : '\n');
                break;
            case "noBreakHyphen":
                Add("-");
                break;
            case "sym":
                Add(SymbolText.Of(Word.Attribute(element, "char"), Word.Attribute(element, "font")));
                break;
            case "rt":
                inRuby++;
                break;
            case "p":
                items.Push(new ListItem());
                break;
            case "pStyle" when items.TryPeek(out var item):
                item.Style ??= Word.Value(element);
                break;
            case "numId" when items.TryPeek(out var item):
                item.List ??= Word.Value(element);
                break;
            case "ilvl" when items.TryPeek(out var item):
                item.Level ??= Word.Number(element);
                break;
            case "hidden" when Word.IsOn(element):
                draft.Add(FileTraitKind.Hidden, place);
                break;
            case "ins" or "moveTo" or "del" or "moveFrom":
                Changed(name is "ins" or "moveTo" ? 1 : 0, name is "del" or "moveFrom" ? 1 : 0);
                break;
            case var _ when name.EndsWith("PrChange", StringComparison.Ordinal) || name is "cellIns" or "cellDel" or "numberingChange":
                Changed(0, 0);
                break;
        }
    }

    private void EndText(string name)
    {
        switch (name)
        {
            case "t" or "delText" or "instrText" or "delInstrText":
                captured = null;
                break;
            case "rt":
                inRuby--;
                break;
            case "p":
                if (ruby.Length > 0 && inRuby == 0) ruby.Append('\n');
                if (items.TryPop(out var item) && item.Joined(file) is { } line) numbered.Append(line).Append('\n');
                story.EndParagraph();
                break;
            case "tc":
                story.EndCell();
                break;
            case "tr" or "comment":
                story.Part('\n');
                break;
            case "ins" or "moveTo":
                inserted--;
                break;
            case "del" or "moveFrom":
                deleted--;
                break;
        }
    }

    /// <summary>Adds what is shown; the reading of a word stands above its line and does not part it.</summary>
    private void Add(string text)
    {
        if (inRuby > 0) ruby.Append(text);
        else story.Append(text, run.IsHidden, deleted > 0 || captured == "delText", inserted > 0);
        if (inRuby == 0 && items.TryPeek(out var item)) item.Text.Append(text);
    }

    private void Changed(int insertions, int deletions)
    {
        inserted += insertions;
        deleted += deletions;
        draft.Add(FileTraitKind.TrackedChange, place);
    }

    private void Pop()
    {
        story.AddTo(draft, $"{place}的文本框");
        story = outer.Pop().Story;
    }

    /// <summary>Whether elements of a namespace are those of texts: of documents, drawings or formulas; sheets have comments of them
    /// too.</summary>
    private static bool IsText(string space) => Word.SpaceOf(space) != Space.Other
        || space.EndsWith("/drawingml/2006/main", StringComparison.Ordinal) || space.EndsWith("/drawingml/main", StringComparison.Ordinal)
        || space.EndsWith("/spreadsheetml/2006/main", StringComparison.Ordinal)
        || space.EndsWith("/spreadsheetml/main", StringComparison.Ordinal);

    /// <summary>Fields that fetch something from outside.</summary>
    [GeneratedRegex(@"\b(INCLUDEPICTURE|INCLUDETEXT|LINK|DDE|DDEAUTO|IMPORT|INCLUDE|DATABASE|RD)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Fetching();
}
