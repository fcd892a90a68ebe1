using System.Xml;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Parses a part of a package as a stream within bounds, its attributes, remarks and instructions with it.</summary>
internal static class PartWalk
{
    private const int MaxDepth = 256;

    /// <summary>Attributes that a person reads, whatever they say.</summary>
    private static readonly HashSet<string> Said = new(StringComparer.Ordinal)
    {
        "descr", "title", "alt", "tooltip", "instr", "string", "author", "userId", "displayName", "prompt", "promptTitle", "error",
        "errorTitle", "refersTo", "connection", "command", "caption", "defaultValue", "displayText",
    };

    /// <summary>A text is held until it ends: one of more is not read.</summary>
    private const int MaxLetters = 150_000_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxLetters,
    };

    /// <summary>The root of a part: its name and namespace.</summary>
    public static (string Name, string Space) Root(Stream part)
    {
        using var xml = XmlReader.Create(new TagGuard(part), Settings);
        xml.MoveToContent();
        return (xml.LocalName, xml.NamespaceURI);
    }

    /// <summary>Reads a part.</summary>
    /// <returns>What its attributes say, each once.</returns>
    public static IReadOnlyCollection<string> Read(Stream part, PartListener listener)
    {
        using var xml = XmlReader.Create(new TagGuard(part), Settings);
        var attributes = new HashSet<string>(StringComparer.Ordinal);
        while (xml.Read())
        {
            if (xml.Depth > MaxDepth) throw new BeyondBoundException("内容层层嵌套过深，未能全部检查");
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    Attributes(xml, attributes);
                    listener.Start(xml);
                    if (xml.IsEmptyElement) listener.End(xml.LocalName, xml.NamespaceURI);
                    break;
                case XmlNodeType.EndElement:
                    listener.End(xml.LocalName, xml.NamespaceURI);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA:
                    listener.Text(xml.Value);
                    break;
                case XmlNodeType.Comment or XmlNodeType.ProcessingInstruction when xml.Value.Length > 0:
                    listener.Others.Append(xml.Value).Append('\n');
                    break;
            }
        }

        listener.Finish();
        return attributes;
    }

    private static void Attributes(XmlReader xml, HashSet<string> attributes)
    {
        if (Prose.HasNumber(xml.LocalName)) attributes.Add(xml.LocalName);
        if (!xml.MoveToFirstAttribute()) return;
        do
        {
            var value = xml.Value;
            // Names and spaces are chosen by whoever writes the part.
            if (Prose.HasNumber(xml.LocalName)) attributes.Add(xml.LocalName);
            if (xml.Prefix == "xmlns" || xml.Name == "xmlns")
            {
                if (Prose.HasNumber(value)) attributes.Add(value);
                continue;
            }

            if (value.Length > 0 && (Prose.Is(value) || Said.Contains(xml.LocalName))) attributes.Add(value);
        }
        while (xml.MoveToNextAttribute());
        xml.MoveToElement();
    }
}
