using System.IO.Compression;
using System.Xml;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Reads a part of an archive as a stream, within bounds.</summary>
/// <remarks>
/// An object model of somebody else's file costs its memory and its recursion the stack, and a stack overflow ends the process. Lengths
/// are counted while reading; what the archive's headers say of them is the sender's word.
/// </remarks>
internal sealed class PartReader
{
    private const int MaxDepth = 256;

    /// <summary>Unpacked bytes of all parts together.</summary>
    private long left = 20L * 1024 * 1024;

    public T Parse<T>(ZipArchiveEntry part, T listener) where T : IXmlListener
    {
        using var bounded = new BoundedStream(part.Open(), left);
        using var xml = XmlReader.Create(bounded, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        // What is written twice for older readers is read once.
        var alternatives = new Stack<bool>();
        while (!xml.EOF)
        {
            if (xml.Depth > MaxDepth) throw new PartIsTooLargeException();
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when !Start(xml, listener, alternatives):
                    // Skip moves to the node behind the element by itself.
                    Skip(xml);
                    continue;
                case XmlNodeType.Element when xml.IsEmptyElement:
                case XmlNodeType.EndElement:
                    End(xml, listener, alternatives);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA:
                    listener.Characters(xml.Value);
                    break;
            }

            xml.Read();
        }

        left = bounded.Left;
        return listener;
    }

    private static bool Start(XmlReader xml, IXmlListener listener, Stack<bool> alternatives)
    {
        switch (xml.LocalName)
        {
            case "AlternateContent":
                alternatives.Push(false);
                return true;
            case "Choice" or "Fallback" when alternatives.TryPop(out var chosen):
                alternatives.Push(true);
                return !chosen;
            default:
                return listener.Start(xml, Word.SpaceOf(xml.NamespaceURI));
        }
    }

    private static void End(XmlReader xml, IXmlListener listener, Stack<bool> alternatives)
    {
        if (xml.LocalName == "AlternateContent") alternatives.TryPop(out _);
        else listener.End(xml.LocalName, Word.SpaceOf(xml.NamespaceURI));
    }

    private static void Skip(XmlReader xml)
    {
        var depth = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            while (xml.Read() && xml.Depth > depth)
                if (xml.Depth > MaxDepth) throw new PartIsTooLargeException();
        }

        xml.Read();
    }
}

/// <summary>A part unpacks to more than is read.</summary>
internal sealed class PartIsTooLargeException : Exception;
