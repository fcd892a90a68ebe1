using System.Xml;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>How a paragraph is set; null where nothing is said.</summary>
internal record struct ParagraphSetting
{
    /// <summary>Twips of one step of an indent: two characters of the usual sizes.</summary>
    private const double Step = 440;

    public string? Style;
    public Alignment? Alignment;
    public int? Outline;
    public string? Numbering;
    public int? Level;
    public bool? Shaded;
    public int? Left;
    public int? LeftCharacters;
    public int? First;
    public int? FirstCharacters;

    /// <summary>Whether the first line is moved in.</summary>
    public readonly bool HasFirstLine => (FirstCharacters is { } characters and not 0 ? characters : First ?? 0) > 0;

    /// <summary>Steps of the indent; of a hanging one those at which the first line begins.</summary>
    public readonly int Steps
    {
        get
        {
            var left = LeftCharacters is { } characters and not 0 ? characters / 200.0 : (Left ?? 0) / Step;
            var hanging = Math.Min(FirstCharacters is { } first and not 0 ? first / 200.0 : (First ?? 0) / Step, 0);
            return (int)Math.Clamp(Math.Round(left + hanging, MidpointRounding.AwayFromZero), 0, Paragraph.MaxIndent);
        }
    }

    /// <summary>Takes a property of a paragraph.</summary>
    public void Read(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "pStyle":
                Style = Word.Value(element);
                break;
            case "jc":
                Alignment = Word.Value(element) switch
                {
                    "center" => Bodies.Alignment.Center,
                    "right" or "end" => Bodies.Alignment.End,
                    _ => Bodies.Alignment.Start,
                };
                break;
            case "outlineLvl":
                Outline = Word.Number(element) is >= 0 and < 6 and var level ? level + 1 : 0;
                break;
            case "numId":
                Numbering = Word.Value(element);
                break;
            case "ilvl":
                Level = Word.Number(element);
                break;
            case "shd":
                Shaded = RunSetting.IsShade(element);
                break;
            case "ind":
                Left = Word.Number(element, "left") ?? Word.Number(element, "start") ?? Left;
                LeftCharacters = Word.Number(element, "leftChars") ?? Word.Number(element, "startChars") ?? LeftCharacters;
                First = -Word.Number(element, "hanging") ?? Word.Number(element, "firstLine") ?? First;
                FirstCharacters = Word.Number(element, "hangingChars") is { } hanging and not 0 ? -hanging
                    : Word.Number(element, "firstLineChars") ?? FirstCharacters;
                break;
        }
    }

    /// <summary>This, and where it says nothing, what lies below.</summary>
    public readonly ParagraphSetting Over(ParagraphSetting below) => new()
    {
        Style = Style ?? below.Style,
        Alignment = Alignment ?? below.Alignment,
        Outline = Outline ?? below.Outline,
        Numbering = Numbering ?? below.Numbering,
        Level = Level ?? below.Level,
        Shaded = Shaded ?? below.Shaded,
        Left = Left ?? below.Left,
        LeftCharacters = LeftCharacters ?? below.LeftCharacters,
        First = First ?? below.First,
        FirstCharacters = FirstCharacters ?? below.FirstCharacters,
    };

}
