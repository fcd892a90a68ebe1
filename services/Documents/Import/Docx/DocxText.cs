using System.IO.Compression;
using System.Xml;
using Disclosure.Kernel;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Text of a DOCX as Markdown: headings, paragraphs and tables, in the order of the document.</summary>
/// <remarks>
/// Read as a stream: an object model of somebody else's file costs its memory and its recursion the stack, and a stack overflow ends the
/// process.
/// Lengths are counted while reading; what the archive's headers say of them is the sender's word.
/// Runs in a process of its own (<see cref="ReaderProcess"/>): what stands in one tag is read before it can be counted.
/// </remarks>
internal static class DocxText
{
    /// <summary>Largest unpacked part, bytes.</summary>
    private const long MaxPart = 20L * 1024 * 1024;

    private const int MaxDepth = 256;
    private const int MaxEntries = 10_000;

    public static Outcome<ReadDocument> Read(ReadOnlyMemory<byte> file)
    {
        // The library reads the whole directory of an archive before it says how long it is.
        if (file.Span.Count("PK\u0001\u0002"u8) > MaxEntries) return ImportFailures.TooComplex;
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        if (archive.GetEntry("word/document.xml") is not { } main) return ImportFailures.Unsupported;
        try
        {
            var styles = archive.GetEntry("word/styles.xml") is { } part ? Parse(part, new HeadingStyles()) : new HeadingStyles();
            return new ReadDocument(Lines.ToBody(Parse(main, new DocxBody(styles)).Text()), []);
        }
        catch (PartIsTooLargeException)
        {
            return ImportFailures.TooComplex;
        }
        catch (TextIsTooLongException)
        {
            return ImportFailures.TooLong;
        }
    }

    private static T Parse<T>(ZipArchiveEntry part, T reader) where T : IXmlListener
    {
        using var bounded = new BoundedStream(part.Open(), MaxPart);
        using var xml = XmlReader.Create(bounded, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (!xml.EOF)
        {
            if (xml.Depth > MaxDepth) throw new PartIsTooLargeException();
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when reader.Start(xml) is false:
                    // Skip moves to the node behind the element by itself.
                    Skip(xml);
                    continue;
                case XmlNodeType.Element when xml.IsEmptyElement:
                    reader.End(xml.LocalName);
                    break;
                case XmlNodeType.EndElement:
                    reader.End(xml.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA:
                    reader.Characters(xml.Value);
                    break;
            }

            xml.Read();
        }

        return reader;
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

/// <summary>Hears the elements of a part, one after the other.</summary>
internal interface IXmlListener
{
    /// <summary>An element begins; false leaves out everything in it.</summary>
    bool Start(XmlReader element);

    void Characters(string text);

    void End(string element);
}

/// <summary>A part unpacks to more than is read.</summary>
internal sealed class PartIsTooLargeException : Exception;

/// <summary>A document has more text than an item may have.</summary>
internal sealed class TextIsTooLongException : Exception;
