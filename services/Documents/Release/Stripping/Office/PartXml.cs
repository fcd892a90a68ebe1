using System.Text;
using System.Xml;
using System.Xml.Linq;
using Disclosure.Documents.Import;
using Disclosure.Documents.Packages;

namespace Disclosure.Documents.Release.Stripping.Office;

/// <summary>XML of parts: no definitions, nothing from outside, written as Office does.</summary>
internal static class PartXml
{
    /// <summary>Bytes of what is held as a tree: lists of types and relations.</summary>
    private const int MaxTree = 8 * 1024 * 1024;

    private static readonly XmlWriterSettings Written = new()
    {
        Encoding = new UTF8Encoding(false),
        // Line ends within values stay what they are.
        NewLineHandling = NewLineHandling.Entitize,
        NamespaceHandling = NamespaceHandling.Default,
    };

    public static XmlReader Reader(byte[] part) => XmlReader.Create(new MemoryStream(part, writable: false),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });

    public static XmlWriter Writer(Stream stream) => XmlWriter.Create(stream, Written);

    public static XElement Tree(byte[] part)
    {
        if (part.Length > MaxTree) throw new RefusedException(PackageFailures.TooLarge);
        using var reader = Reader(part);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public static byte[] Bytes(XElement tree)
    {
        using var output = new MemoryStream();
        using (var writer = Writer(output))
        {
            writer.WriteStartDocument(standalone: true);
            tree.WriteTo(writer);
        }

        return output.ToArray();
    }
}
