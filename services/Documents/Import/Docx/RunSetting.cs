using System.Globalization;
using System.Xml;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>How characters are set, as far as a body or a reader's eye knows it; null where nothing is said.</summary>
internal record struct RunSetting
{
    public bool? Bold;
    public bool? Italic;
    public bool? Underline;
    public bool? Stressed;
    public bool? Hidden;
    public bool? Struck;
    public bool? DoublyStruck;
    public bool? White;
    public bool? Tiny;
    public int? Position;
    public bool? Shaded;
    public Marks? Script;
    public string? Font;

    /// <summary>Half points by which a run is moved from the line to pass for a script, when it is as short as one.</summary>
    private const int Raised = 4;
    private const int ShortRun = 4;

    public readonly bool IsStruck => (Struck ?? false) || (DoublyStruck ?? false);

    public readonly Marks Marks => (Bold == true ? Marks.Strong : 0) | (Italic == true || Stressed == true ? Marks.Emphasis : 0)
        | (Underline == true ? Marks.Underline : 0) | (Script ?? 0);

    /// <summary>How these characters are set; a figure that is moved up by hand is a power too.</summary>
    public readonly Marks MarksOf(string text) => Script is null or Marks.None && Position is { } moved && Math.Abs(moved) >= Raised
        && text.Length <= ShortRun ? Marks | (moved > 0 ? Marks.Superscript : Marks.Subscript) : Marks;

    /// <summary>Takes a property of a run.</summary>
    public void Read(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "b":
                Bold = Word.IsOn(element);
                break;
            case "i":
                Italic = Word.IsOn(element);
                break;
            case "u":
                Underline = Word.Value(element) is { } line ? Word.IsOn(line) : null;
                break;
            case "em":
                Stressed = Word.IsOn(element);
                break;
            case "vanish":
                Hidden = Word.IsOn(element);
                break;
            case "strike":
                Struck = Word.IsOn(element);
                break;
            case "dstrike":
                DoublyStruck = Word.IsOn(element);
                break;
            case "vertAlign":
                Script = Word.Value(element) switch { "superscript" => Marks.Superscript, "subscript" => Marks.Subscript, _ => Marks.None };
                break;
            case "color":
                White = IsWhite(Word.Value(element));
                break;
            case "sz":
                Tiny = Word.Number(element) is <= 4;
                break;
            case "position":
                Position = Word.Number(element);
                break;
            case "shd":
                Shaded = IsShade(element);
                break;
            case "highlight":
                Shaded = Word.IsOn(element);
                break;
            case "rFonts":
                Font = Word.Attribute(element, "ascii") ?? Word.Attribute(element, "hAnsi") ?? Word.Attribute(element, "eastAsia") ?? Font;
                break;
        }
    }

    /// <summary>Whether a shade is behind the text.</summary>
    public static bool IsShade(XmlReader element)
        => Word.Attribute(element, "fill") is { } fill && fill is not ("auto" or "FFFFFF" or "ffffff") || Word.Value(element) is "solid";

    private static bool IsWhite(string? color) => color is { Length: 6 } && int.TryParse(color, NumberStyles.AllowHexSpecifier,
        CultureInfo.InvariantCulture, out var rgb) && (rgb >> 16) >= 0xFA && ((rgb >> 8) & 0xFF) >= 0xFA && (rgb & 0xFF) >= 0xFA;

    /// <summary>This, and where it says nothing, what lies below.</summary>
    public readonly RunSetting Over(RunSetting below) => new()
    {
        Bold = Bold ?? below.Bold,
        Italic = Italic ?? below.Italic,
        Underline = Underline ?? below.Underline,
        Stressed = Stressed ?? below.Stressed,
        Hidden = Hidden ?? below.Hidden,
        Struck = Struck ?? below.Struck,
        DoublyStruck = DoublyStruck ?? below.DoublyStruck,
        White = White ?? below.White,
        Tiny = Tiny ?? below.Tiny,
        Position = Position ?? below.Position,
        Shaded = Shaded ?? below.Shaded,
        Script = Script ?? below.Script,
        Font = Font ?? below.Font,
    };

    /// <summary>A character style over a paragraph style: what both switch on is off again (ECMA-376 17.7.3).</summary>
    public readonly RunSetting Toggled(RunSetting paragraph) => Over(paragraph) with
    {
        Bold = Toggle(Bold, paragraph.Bold),
        Italic = Toggle(Italic, paragraph.Italic),
        Hidden = Toggle(Hidden, paragraph.Hidden),
        Struck = Toggle(Struck, paragraph.Struck),
        DoublyStruck = Toggle(DoublyStruck, paragraph.DoublyStruck),
    };

    private static bool? Toggle(bool? one, bool? other) => one is null ? other : other is null ? one : one.Value ^ other.Value;
}
