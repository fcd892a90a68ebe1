using System.Xml;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Properties of a document (文档属性): those that say who made it, where and with what.</summary>
/// <param name="isCustom">Whether people named them themselves.</param>
/// <param name="draft">What is read.</param>
internal sealed class PropertiesListener(bool isCustom, ReadingDraft draft) : PartListener
{
    /// <summary>Counts, times and what every program writes of itself.</summary>
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "created", "modified", "revision", "language", "version", "contentType", "TotalTime", "Pages", "Words", "Characters", "Lines",
        "Paragraphs", "CharactersWithSpaces", "Application", "AppVersion", "DocSecurity", "ScaleCrop", "LinksUpToDate", "SharedDoc",
        "HyperlinksChanged", "MMClips", "Slides", "Notes", "HiddenSlides", "PresentationFormat", "HeadingPairs", "TitlesOfParts", "title",
        "i4", "lpstr", "lastPrinted",
    };

    private string name = "";

    public override void Start(XmlReader element) => name = element.LocalName;

    public override void Text(string text)
    {
        AddOther(text);
        if (string.IsNullOrWhiteSpace(text) || (!isCustom && (Plain.Contains(name) || IsUsualTemplate(text)))) return;
        draft.Add(FileTraitKind.Properties, "文档属性");
    }

    private bool IsUsualTemplate(string text) => name == "Template" && text is "Normal" or "Normal.dotm" or "Normal.dot";
}
