using System.Globalization;
using System.Xml;
using Disclosure.Documents.Import.Docx;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>The definitions of automatic numbers.</summary>
/// <param name="numbers">Where they are noted.</param>
internal sealed class NumberingListener(ListNumbers numbers) : PartListener
{
    private ListNumbers.Level[]? scheme;
    private ListNumbers.Level? level;
    private string? list;
    private int at;

    public override void Start(XmlReader element)
    {
        if (Word.SpaceOf(element.NamespaceURI) != Space.Word) return;
        switch (element.LocalName)
        {
            case "abstractNum":
                (scheme, list) = ([.. Enumerable.Range(0, ListNumbers.Levels).Select(_ => new ListNumbers.Level())], null);
                numbers.Schemes[Word.Attribute(element, "abstractNumId") ?? ""] = scheme;
                break;
            case "num":
                (scheme, list) = (null, Word.Attribute(element, "numId") ?? "");
                numbers.Lists[list] = ("", new ListNumbers.Level?[ListNumbers.Levels]);
                break;
            case "abstractNumId" when list is not null:
                numbers.Lists[list] = (Word.Value(element) ?? "", numbers.Lists[list].Own);
                break;
            case "lvlOverride":
                at = LevelOf(element);
                break;
            case "startOverride" when list is not null:
                Overridden(list).Start = Number(element);
                break;
            case "lvl":
                at = LevelOf(element);
                level = list is not null ? numbers.Lists[list].Own[at] = new ListNumbers.Level() : scheme?[at];
                break;
            case "start" when level is not null:
                level.Start = Number(element);
                break;
            case "numFmt" when level is not null:
                level.Format = Word.Value(element) ?? "decimal";
                break;
            case "lvlText" when level is not null:
                level.Text = Word.Value(element) ?? "";
                break;
            case "suff" when level is not null:
                level.Suffix = Word.Value(element) ?? "tab";
                break;
        }
    }

    public override void End(string name, string space)
    {
        if (name == "lvl") level = null;
        else if (name is "num" or "abstractNum") (scheme, list) = (null, null);
    }

    /// <summary>A level of the list's own, with the scheme's text.</summary>
    private ListNumbers.Level Overridden(string id)
    {
        var (name, own) = numbers.Lists[id];
        var usual = numbers.Schemes.GetValueOrDefault(name)?[at];
        return own[at] ??= new ListNumbers.Level
        {
            Format = usual?.Format ?? "decimal",
            Text = usual?.Text ?? "",
            Suffix = usual?.Suffix ?? "tab",
        };
    }

    private static int LevelOf(XmlReader element)
        => Math.Clamp(Word.Number(element, "ilvl") ?? 0, 0, ListNumbers.Levels - 1);

    private static long Number(XmlReader element)
        => long.TryParse(Word.Value(element), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
