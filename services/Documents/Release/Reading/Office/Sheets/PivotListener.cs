using System.Text;
using System.Xml;

namespace Disclosure.Documents.Release.Reading.Office.Sheets;

/// <summary>What a pivot table keeps of its source (数据透视表缓存): rows that no sheet needs to show.</summary>
/// <param name="draft">What is read.</param>
internal sealed class PivotListener(ReadingDraft draft) : PartListener
{
    private const string Place = "数据透视表缓存";

    private readonly StringBuilder rows = new();

    public override void Start(XmlReader element)
    {
        if (element.GetAttribute("v") is { Length: > 0 } value) rows.Append(Numbers.Written(value)).Append('\t');
    }

    public override void End(string name, string space)
    {
        if (name is "r" or "sharedItems") rows.Append('\n');
    }

    public override void Finish()
    {
        draft.Add(Place, rows.ToString());
        if (!string.IsNullOrWhiteSpace(rows.ToString())) draft.Add(FileTraitKind.Hidden, Place);
    }
}
