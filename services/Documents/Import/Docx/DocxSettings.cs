using System.Xml;

namespace Disclosure.Documents.Import.Docx;

/// <summary>How a document numbers its notes (<c>settings.xml</c>).</summary>
internal sealed class DocxSettings(DocxNotes notes) : IXmlListener
{
    private bool isEndnotes;

    public bool Start(XmlReader element, Space space)
    {
        if (element.LocalName is "footnotePr" or "endnotePr") isEndnotes = element.LocalName == "endnotePr";
        else notes.Read(element, isEndnotes);
        return true;
    }

    public void Characters(string text)
    {
    }

    public void End(string element, Space space)
    {
    }
}
