using System.Text;
using System.Xml;

namespace Disclosure.Documents.Release.Reading.Office.Sheets;

/// <summary>The strings that cells share; those that no cell shows leave with the file all the same.</summary>
internal sealed class SharedStrings : PartListener
{
    private readonly List<string> strings = [];
    private readonly HashSet<int> used = [];
    private readonly StringBuilder text = new();
    private bool inText;
    private bool inPhonetic;

    public string Of(int index)
    {
        used.Add(index);
        return index >= 0 && index < strings.Count ? strings[index] : "";
    }

    public IEnumerable<string> Unused => strings.Where((text, index) => text.Length > 0 && !used.Contains(index));

    public override void Start(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "si":
                text.Clear();
                break;
            case "t":
                inText = true;
                break;
            case "rPh":
                inPhonetic = true;
                break;
        }
    }

    public override void Text(string text)
    {
        if (inText && !inPhonetic) this.text.Append(text);
        else base.Text(text);
    }

    public override void End(string name, string space)
    {
        if (name == "si") strings.Add(Escapes.Decoded(text.ToString()));
        else if (name == "t") inText = false;
        else if (name == "rPh") inPhonetic = false;
    }
}
