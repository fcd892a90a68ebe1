using System.Globalization;
using System.Xml;

namespace Disclosure.Documents.Release.Reading.Office.Sheets;

/// <summary>The styles of a workbook, as far as they say how values are shown.</summary>
/// <param name="formats">Where formats of cells are noted.</param>
internal sealed class StylesheetListener(NumberFormats formats) : PartListener
{
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);
    private readonly List<string> ofCells = [];
    private bool inCells;

    public override void Start(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "numFmt" when element.GetAttribute("numFmtId") is { } id:
                codes.TryAdd(id, Escapes.Decoded(element.GetAttribute("formatCode") ?? ""));
                break;
            case "cellXfs":
                inCells = true;
                break;
            case "xf" when inCells:
                ofCells.Add(element.GetAttribute("numFmtId") ?? "");
                break;
        }
    }

    public override void End(string name, string space)
    {
        if (name == "cellXfs") inCells = false;
    }

    public override void Finish()
    {
        for (var style = 0; style < ofCells.Count; style++)
            if (codes.TryGetValue(ofCells[style], out var code)) formats.Add(style, code);
    }

    /// <summary>The number of a style as a cell gives it; the first where it gives none.</summary>
    public static int StyleOf(XmlReader cell)
        => int.TryParse(cell.GetAttribute("s"), CultureInfo.InvariantCulture, out var style) ? style : 0;
}
