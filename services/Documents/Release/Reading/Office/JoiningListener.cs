using System.Text;
using System.Xml;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Joins the texts within each element: programs show them in one line, and nobody knows the elements of an unknown part that part
/// words.</summary>
/// <param name="inner">What else the part is read by.</param>
internal sealed class JoiningListener(PartListener inner) : PartListener
{
    /// <summary>Letters that are held of one element; of a longer one the lines overlap.</summary>
    private const int MaxHeld = 20_000;

    private const int Overlap = 64;
    private const int MaxLetters = 100_000_000;

    private readonly Stack<Element> open = new();
    private readonly StringBuilder lines = new();
    private long letters;

    /// <summary>A line for each element that more than one text stands in.</summary>
    public string Joined => lines.ToString();

    public override void Start(XmlReader element)
    {
        open.Push(new Element());
        inner.Start(element);
    }

    public override void Text(string text)
    {
        inner.Text(text);
        var plain = text.Trim();
        if (plain.Length == 0) return;
        foreach (var element in open)
        {
            element.Texts++;
            element.Held.Append(plain);
            if ((letters += plain.Length) > MaxLetters) throw new BeyondBoundException("文字层层嵌套过多，未能全部检查");
            if (element.Held.Length <= MaxHeld) continue;
            lines.Append(element.Held).Append('\n');
            element.Held.Remove(0, element.Held.Length - Overlap);
        }
    }

    public override void End(string name, string space)
    {
        inner.End(name, space);
        if (open.TryPop(out var element) && element.Texts > 1) lines.Append(element.Held).Append('\n');
    }

    public override void Finish() => inner.Finish();

    private sealed class Element
    {
        public StringBuilder Held { get; } = new();

        public int Texts { get; set; }
    }
}
