using System.Xml;
using Disclosure.Documents.Import.Docx;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Whether the characters of a run are hidden, by themselves or by their styles.</summary>
/// <param name="styles">Styles of the document.</param>
internal sealed class StoryRun(Styles styles)
{
    private readonly Stack<(RunSetting Setting, string? Style, string? Paragraph, bool IsOpen)> outer = new();
    private RunSetting setting;
    private string? style;
    private string? paragraph;
    private bool inSetting;
    private int earlier;
    private bool? known;

    /// <summary>Whether the reader is within a run; the paragraphs of a text box within one begin outside of any.</summary>
    public bool IsOpen { get; private set; }

    public bool IsHidden => known ??= Resolved() == true;

    public void Start(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "p":
                outer.Push((setting, style, paragraph, IsOpen));
                (setting, style, paragraph, IsOpen, known) = (default, null, null, false, null);
                break;
            case "pStyle":
                (paragraph, known) = (Word.Value(element), null);
                break;
            case "r":
                (setting, style, known, IsOpen) = (default, null, null, true);
                break;
            case "rPr":
                inSetting = IsOpen;
                break;
            case "rPrChange":
                earlier++;
                break;
            case "rStyle" when inSetting && earlier == 0:
                (style, known) = (Word.Value(element), null);
                break;
            case var _ when inSetting && earlier == 0:
                setting.Read(element);
                known = null;
                break;
        }
    }

    public void End(string name)
    {
        switch (name)
        {
            case "p" when outer.Count > 0:
                (setting, style, paragraph, IsOpen) = outer.Pop();
                known = null;
                break;
            case "r":
                IsOpen = false;
                break;
            case "rPr":
                inSetting = false;
                break;
            case "rPrChange":
                earlier--;
                break;
        }
    }

    private bool? Resolved() => setting.Over(styles.OfCharacters(style).Toggled(styles.OfParagraph(paragraph).Run)).Over(styles.Defaults)
        .Hidden;
}
