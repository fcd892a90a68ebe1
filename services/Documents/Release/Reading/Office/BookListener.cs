using System.Xml;
using Disclosure.Documents.Import.Docx;
using Disclosure.Documents.Release.Reading.Office.Sheets;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>The list of a workbook's sheets, or of a presentation's slides.</summary>
/// <param name="file">The package.</param>
/// <param name="part">Path of the part.</param>
internal sealed class BookListener(OfficeFile file, string part) : PartListener
{
    private string? name;

    public override void Start(XmlReader element)
    {
        name = element.LocalName;
        if (name == "calcPr") file.CountsAnew |= element.GetAttribute("fullCalcOnLoad") is "1" or "true";
        if (element.LocalName is not ("sheet" or "sldId")
            || file.Target(part, Word.Relationship(element)) is not { } target) return;
        if (element.LocalName == "sldId") file.Slides.TryAdd(target, file.Slides.Count + 1);
        else file.Sheets.TryAdd(target, (element.GetAttribute("name") ?? "",
            element.GetAttribute("state") is not ("hidden" or "veryHidden")));
    }

    public override void Text(string text)
    {
        base.Text(text);
        if (name == "definedName") AddOther(Literals.Joined(text));
    }
}
