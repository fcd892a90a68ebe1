using System.Xml;

namespace Disclosure.Documents.Import.Docx;

/// <summary>The definitions of automatic numbers (<c>numbering.xml</c>).</summary>
internal sealed class NumberingPart : IXmlListener
{
    private const int Most = 20_000;

    private NumberingScheme? scheme;
    private NumberingList? list;
    private NumberingLevel? level;
    private int overridden;
    private bool inRun;

    public Dictionary<string, NumberingScheme> Schemes { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, NumberingList> Lists { get; } = new(StringComparer.Ordinal);

    public bool Start(XmlReader element, Space space)
    {
        if (space != Space.Word) return true;
        switch (element.LocalName)
        {
            case "numPicBullet":
                return false;
            case "abstractNum":
                scheme = new NumberingScheme();
                if (Word.Attribute(element, "abstractNumId") is { } schemeId && Schemes.Count < Most) Schemes[schemeId] = scheme;
                break;
            case "num":
                (scheme, list) = (null, new NumberingList());
                if (Word.Attribute(element, "numId") is { } listId && Lists.Count < Most) Lists[listId] = list;
                break;
            case "abstractNumId" when list is not null:
                list.Scheme = Word.Value(element);
                break;
            case "numStyleLink" when scheme is not null:
                scheme.Link = Word.Value(element);
                break;
            case "lvlOverride":
                overridden = LevelOf(element);
                break;
            case "startOverride" when list is not null:
                list.Starts[overridden] = Word.Number(element) ?? 1;
                break;
            case "lvl":
                level = new NumberingLevel();
                if (list is not null) list.Replaced[LevelOf(element)] = level;
                else if (scheme is not null) scheme.All[LevelOf(element)] = level;
                break;
            case var _ when level is not null:
                Read(level, element);
                break;
        }

        return true;
    }

    public void Characters(string text)
    {
    }

    public void End(string element, Space space)
    {
        if (element == "rPr") inRun = false;
        else if (element == "lvl") level = null;
        else if (element == "num") list = null;
        else if (element == "abstractNum") scheme = null;
    }

    private static int LevelOf(XmlReader element) => Math.Clamp(Word.Number(element, "ilvl") ?? 0, 0, NumberingScheme.Levels - 1);

    private void Read(NumberingLevel into, XmlReader element)
    {
        switch (element.LocalName)
        {
            case "start":
                into.Start = Word.Number(element) ?? 0;
                break;
            case "numFmt":
                into.Format = Word.Value(element) ?? "decimal";
                into.Custom = Word.Attribute(element, "format");
                break;
            case "lvlText":
                into.Text = Word.Value(element) ?? "";
                break;
            case "isLgl":
                into.IsLegal = Word.IsOn(element);
                break;
            case "lvlRestart":
                into.Restart = Word.Number(element);
                break;
            case "suff":
                into.Suffix = Word.Value(element) ?? "tab";
                break;
            case "pStyle":
                into.Style = Word.Value(element);
                break;
            case "lvlPicBulletId":
                (into.Format, into.Text) = ("bullet", "•");
                break;
            case "rPr":
                inRun = true;
                break;
            case var _ when inRun:
                into.Run.Read(element);
                break;
            default:
                into.Paragraph.Read(element);
                break;
        }
    }
}
