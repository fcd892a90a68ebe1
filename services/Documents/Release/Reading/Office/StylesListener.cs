using System.Xml;
using Disclosure.Documents.Import.Docx;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Styles of a document, which may hide text.</summary>
/// <param name="styles">The styles.</param>
internal sealed class StylesListener(Styles styles) : PartListener
{
    /// <summary>Elements within one that says nothing of the styles.</summary>
    private int skipped;

    public override void Start(XmlReader element)
    {
        if (skipped > 0 || !styles.Start(element, Word.SpaceOf(element.NamespaceURI))) skipped++;
    }

    public override void End(string name, string space)
    {
        if (skipped > 0) skipped--;
        else styles.End(name, Word.SpaceOf(space));
    }
}
