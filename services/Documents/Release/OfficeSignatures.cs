using System.Xml;
using Disclosure.Documents.Release.Reading;
using Disclosure.Documents.Release.Reading.Office;

namespace Disclosure.Documents.Release;

/// <summary>Digital signatures of an Office file (数字签名). Only one that programs would find is one: a file in a folder of that name would
/// otherwise keep all properties in.</summary>
internal static class OfficeSignatures
{
    private const string Prefix = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/";
    private const string Space = "http://www.w3.org/2000/09/xmldsig#";

    /// <summary>Whether a type of relation belongs to signatures.</summary>
    public static bool IsRelation(string type) => type.Contains("/digital-signature/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Paths of the parts that are signatures.</summary>
    /// <param name="links">Relations of all parts.</param>
    /// <param name="content">What is in a part; null where there is none of that path.</param>
    public static HashSet<string> Of(IReadOnlyCollection<PartLink> links, Func<string, byte[]?> content)
    {
        var signatures = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var origin in links.Where(link => link.Owner.Length == 0 && link.Type == Prefix + "origin"))
        {
            if (content(origin.Target) is null) continue;
            foreach (var link in links.Where(link => link.Type == Prefix + "signature"
                && string.Equals(link.Owner, origin.Target, StringComparison.OrdinalIgnoreCase)))
                if (!signatures.Contains(link.Target) && content(link.Target) is { } part && Is(part)) signatures.Add(link.Target);
        }

        return signatures;
    }

    /// <summary>Whether a part is a signature as XML defines it: what is signed, with digests, and a value.</summary>
    private static bool Is(byte[] part)
    {
        try
        {
            using var xml = XmlReader.Create(new TagGuard(new MemoryStream(part, writable: false)),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            xml.MoveToContent();
            if (xml is not { LocalName: "Signature", NamespaceURI: Space }) return false;
            var (inSigned, hasDigest, hasValue) = (false, false, false);
            for (var isMore = xml.Read(); isMore && !xml.EOF;)
            {
                var isOurs = xml.NodeType == XmlNodeType.Element && xml.NamespaceURI == Space;
                if (isOurs && xml.Depth == 1) inSigned = xml.LocalName == "SignedInfo";
                // Reading a content leads to the node behind it.
                if (isOurs && xml is { Depth: 1, LocalName: "SignatureValue" }) hasValue |= IsValue(xml.ReadElementContentAsString());
                else if (isOurs && inSigned && xml.LocalName == "DigestValue") hasDigest |= IsValue(xml.ReadElementContentAsString());
                else isMore = xml.Read();
            }

            return hasDigest && hasValue;
        }
        catch (Exception failure) when (failure is XmlException or BeyondBoundException)
        {
            return false;
        }
    }

    private static bool IsValue(string text)
        => Convert.TryFromBase64String(text, new byte[text.Length], out var length) && length >= 16;
}
