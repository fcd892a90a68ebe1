using System.Text;
using System.Xml;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Takes a part of a package as it is parsed. What a listener does not know goes to <see cref="Others"/>, so that nothing is
/// missed.</summary>
internal abstract class PartListener
{
    /// <summary>Texts that stand nowhere in particular, a line each.</summary>
    public StringBuilder Others { get; } = new();

    /// <summary>An element; its attributes are read before by <see cref="PartWalk"/>.</summary>
    public virtual void Start(XmlReader element)
    {
    }

    /// <summary>A text.</summary>
    public virtual void Text(string text) => AddOther(text);

    /// <summary>The end of an element, also of an empty one.</summary>
    public virtual void End(string name, string space)
    {
    }

    /// <summary>The end of the part.</summary>
    public virtual void Finish()
    {
    }

    protected void AddOther(string text)
    {
        if (!string.IsNullOrWhiteSpace(text)) Others.Append(Numbers.Written(text.Trim())).Append('\n');
    }
}

/// <summary>A part of which nothing more is known.</summary>
internal sealed class AnyListener : PartListener;
