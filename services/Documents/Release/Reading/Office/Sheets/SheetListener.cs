using System.Globalization;
using System.Text;
using System.Xml;

namespace Disclosure.Documents.Release.Reading.Office.Sheets;

/// <summary>A worksheet: a line for a row, a tab between cells; what is hidden is told by where it stands.</summary>
/// <param name="file">The package.</param>
/// <param name="place">“工作表‘名单’”.</param>
/// <param name="draft">What is read.</param>
internal sealed class SheetListener(OfficeFile file, string place, ReadingDraft draft) : PartListener
{
    private const int MaxRow = 1_048_576;

    /// <summary>Empty cells before a cell that are written; the headings of columns are found across these.</summary>
    private const int MaxGap = 32;

    private readonly StringBuilder rows = new();
    private readonly StringBuilder formulas = new();
    private readonly StringBuilder formatted = new();
    private readonly StringBuilder scenarios = new();
    private readonly StringBuilder severalLines = new();
    private readonly StringBuilder value = new();
    private readonly HiddenCells hidden = new();
    private int row;
    private int column;
    private string cellType = "";
    private string? captured;
    private int style;
    private bool inCell;
    private bool hasFormula;
    private bool hasValue;
    private bool rowIsHidden;
    private bool areRowsHidden;

    public override void Start(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "sheetFormatPr":
                areRowsHidden = IsOn(element.GetAttribute("zeroHeight"));
                break;
            case "col" when IsHidden(element, "width"):
                hidden.AddColumns(Number(element.GetAttribute("min")) ?? 1, Number(element.GetAttribute("max")) ?? HiddenCells.MaxColumn);
                break;
            case "row":
                StartRow(element);
                break;
            case "c":
                StartCell(element);
                break;
            case "inputCells":
                scenarios.Append(element.GetAttribute("val"));
                break;
            case "v" or "f" or "t":
            case "formula" or "formula1" or "formula2":
            case var name when HeaderText.IsElement(name):
                captured = element.LocalName;
                value.Clear();
                hasFormula |= inCell && captured == "f";
                break;
        }
    }

    public override void Text(string text)
    {
        if (captured is null) base.Text(text);
        else value.Append(text);
    }

    public override void End(string name, string space)
    {
        switch (name)
        {
            case "f" when captured == "f":
                Formula(value.ToString(), formulas);
                captured = null;
                break;
            case "formula" or "formula1" or "formula2" when captured == name:
                Formula(value.ToString(), Others);
                captured = null;
                break;
            case var _ when captured == name && HeaderText.IsElement(name):
                AddOther(value.ToString());
                foreach (var plain in HeaderText.Plain(value.ToString())) AddOther(plain);
                captured = null;
                break;
            case "v" or "t" when captured == name:
                // A text that is empty is a result, unless programs count it anew.
                hasValue |= value.Length > 0 || (cellType == "str" && !file.CountsAnew);
                Cell(name == "v" && cellType == "s" && int.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var index)
                    ? file.Strings.Of(index) : Escapes.Decoded(Numbers.Written(value.ToString())));
                captured = null;
                break;
            case "c":
                inCell = false;
                if (hasFormula && !hasValue) draft.Add(FileTraitKind.Hidden, $"{place}：公式没有计算结果");
                break;
            case "row":
                rows.Append('\n');
                break;
        }
    }

    public override void Finish()
    {
        draft.Add(place, rows.ToString());
        draft.Add($"{place}中多行的单元格", severalLines.ToString());
        draft.Add($"{place}的公式", formulas.ToString());
        draft.Add($"{place}按数字格式显示", formatted.ToString());
        draft.Add($"{place}的方案", scenarios.ToString());
        foreach (var words in hidden.Places()) draft.Add(FileTraitKind.Hidden, place + words);
    }

    private void StartRow(XmlReader element)
    {
        var number = Math.Clamp(Number(element.GetAttribute("r")) ?? row + 1, 1, MaxRow);
        // A line for each row that is not written; a tab, so that a table does not end there.
        for (row++; row < number; row++) rows.Append("\t\n");
        column = 0;
        rowIsHidden = IsHidden(element, "ht") || (areRowsHidden && element.GetAttribute("hidden") is null);
    }

    private void StartCell(XmlReader element)
    {
        (inCell, hasFormula, hasValue) = (true, false, false);
        cellType = element.GetAttribute("t") ?? "";
        style = StylesheetListener.StyleOf(element);
        var at = ColumnOf(element.GetAttribute("r")) ?? column + 1;
        rows.Append('\t', Math.Clamp(column == 0 ? at - 1 : at - column, column == 0 ? 0 : 1, MaxGap));
        column = at;
    }

    private void Cell(string text)
    {
        if (text.Length == 0) return;
        if (rowIsHidden) hidden.AddRow(row);
        hidden.AddCell(column);
        foreach (var shown in file.Formats.Shown(style, text)) formatted.Append(shown).Append('\n');
        if (text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0)
        {
            rows.Append(text);
            return;
        }

        // A line of a cell may be a mark of its own.
        severalLines.Append(text).Append('\n');
        rows.Append(text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '));
    }

    /// <summary>A formula as it is written, and what it may join.</summary>
    private static void Formula(string formula, StringBuilder lines)
    {
        if (formula.Length > 0) lines.Append(formula).Append('\n');
        if (Literals.Joined(formula) is { Length: > 0 } joined) lines.Append(joined).Append('\n');
    }

    private static bool IsHidden(XmlReader element, string measure) => IsOn(element.GetAttribute("hidden"))
        || (double.TryParse(element.GetAttribute(measure), CultureInfo.InvariantCulture, out var size) && size <= 0);

    private static bool IsOn(string? value) => value is "1" or "true";

    private static int? Number(string? value) => int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c)) break;
            column = Math.Min((column * 26) + (char.ToUpperInvariant(c) - 'A' + 1), HiddenCells.MaxColumn);
        }

        return column == 0 ? null : column;
    }
}
