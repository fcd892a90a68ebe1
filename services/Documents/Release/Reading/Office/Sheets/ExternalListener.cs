using System.Text;
using System.Xml;

namespace Disclosure.Documents.Release.Reading.Office.Sheets;

/// <summary>What a workbook keeps of another: names of sheets and cached cells.</summary>
internal sealed class ExternalListener : PartListener
{
    public override void Start(XmlReader element)
    {
        if (element.LocalName is "sheetName" or "definedName") AddOther($"{element.GetAttribute("val")}{element.GetAttribute("name")}");
    }
}
