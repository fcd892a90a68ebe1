using System.Xml;
using System.Xml.Linq;

namespace Disclosure.Documents.Release.Stripping.Office;

/// <summary>Copies the XML of a part without what tells who saved it when and where.</summary>
/// <param name="gone">Ids of relations that have left.</param>
internal sealed class PartFilter(HashSet<string> gone)
{
    /// <summary>Word as everybody writes it, and by the strict form of the standard.</summary>
    public static readonly IReadOnlyList<string> Word =
        ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"];

    private static readonly string[] Sheet =
        ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"];

    private static readonly string[] Relationships = ["http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships"];

    private static readonly string[] Kinds = ["wordprocessingml", "ms-word", "sheet.main", ".drawing", "presentationml."];

    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private const string Paths = "http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac";

    /// <summary>Whether parts of a content type can hold any of it.</summary>
    public static bool Concerns(string type) => type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)
        && Kinds.Any(kind => type.Contains(kind, StringComparison.OrdinalIgnoreCase));

    public byte[] Apply(byte[] part)
    {
        using var output = new MemoryStream(part.Length);
        using (var reader = PartXml.Reader(part))
        using (var writer = PartXml.Writer(output))
        {
            writer.WriteStartDocument(standalone: true);
            reader.Read();
            while (!reader.EOF) Copy(reader, writer);
        }

        return output.ToArray();
    }

    private void Copy(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when IsDropped(reader):
                reader.Skip();
                return;
            case XmlNodeType.Element when reader is { LocalName: "AlternateContent", NamespaceURI: Compatibility, Depth: 1 }:
                CopyAlternate(reader, writer);
                return;
            case XmlNodeType.Element:
                CopyElement(reader, writer);
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when reader.Depth > 0:
                writer.WriteWhitespace(reader.Value);
                break;
        }

        // Comments and instructions of the XML are shown by no program.
        reader.Read();
    }

    private void CopyElement(XmlReader reader, XmlWriter writer)
    {
        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        var (element, space) = (reader.LocalName, reader.NamespaceURI);
        for (var isOne = reader.MoveToFirstAttribute(); isOne; isOne = reader.MoveToNextAttribute())
        {
            if (IsDropped(reader, element, space)) continue;
            writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, Shortened(reader));
        }

        reader.MoveToElement();
        if (isEmpty) writer.WriteEndElement();
    }

    /// <summary>Excel hides the path of a file in an alternative of its own; an empty one is not allowed.</summary>
    private void CopyAlternate(XmlReader reader, XmlWriter writer)
    {
        var tree = (XElement)XNode.ReadFrom(reader);
        if (!tree.Descendants(XName.Get("absPath", Paths)).Any())
        {
            using var inner = tree.CreateReader();
            inner.Read();
            while (!inner.EOF) Copy(inner, writer, isInner: true);
            return;
        }

        tree.Descendants(XName.Get("absPath", Paths)).Remove();
        tree.Elements().Where(choice => !choice.HasElements).Remove();
        if (tree.HasElements) tree.WriteTo(writer);
    }

    private void Copy(XmlReader reader, XmlWriter writer, bool isInner)
    {
        if (isInner && reader.NodeType == XmlNodeType.Element && !IsDropped(reader))
        {
            CopyElement(reader, writer);
            reader.Read();
        }
        else Copy(reader, writer);
    }

    private bool IsDropped(XmlReader element) => element.LocalName switch
    {
        "rsids" or "rsid" or "attachedTemplate" => Word.Contains(element.NamespaceURI),
        "printerSettings" => Word.Contains(element.NamespaceURI) || Relationships.Any(space => IsGone(element, space)),
        "absPath" => element.NamespaceURI == Paths,
        _ => false,
    };

    private bool IsGone(XmlReader element, string space) => element.GetAttribute("id", space) is { } id && gone.Contains(id);

    private bool IsDropped(XmlReader attribute, string element, string space) => attribute.NamespaceURI.Length > 0
        ? (attribute.LocalName.StartsWith("rsid", StringComparison.Ordinal) && Word.Contains(attribute.NamespaceURI))
            || (element == "pageSetup" && attribute.LocalName == "id" && Relationships.Contains(attribute.NamespaceURI)
                && gone.Contains(attribute.Value))
        : element == "fileSharing" && attribute.LocalName == "userName" && Sheet.Contains(space);

    /// <summary>Programs name a picture by the path it came from: the file's name is enough.</summary>
    private static string Shortened(XmlReader attribute)
    {
        var value = attribute.Value;
        var isPath = attribute is { NamespaceURI: "", LocalName: "name" or "descr" or "title" }
            && (value is [_, ':', '\\' or '/', ..] || value.StartsWith("\\\\", StringComparison.Ordinal)
                || value.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("/Users/", StringComparison.Ordinal)
                || value.StartsWith("/home/", StringComparison.Ordinal));
        return isPath ? value[(value.LastIndexOfAny(['\\', '/']) + 1)..] : value;
    }
}
