using System.Xml;
using Disclosure.Documents.Import;
using Disclosure.Documents.Packages;
using Disclosure.Kernel;

namespace Disclosure.Documents.Storing;

/// <summary>What a ZIP is: its entries and the types of its parts tell.</summary>
internal static class PackageKind
{
    /// <summary>An Office file of many sheets and pictures has some thousands.</summary>
    private const int MaxEntries = 10_000;
    private const int MaxTypes = 2 * 1024 * 1024;

    private const string Office = "application/vnd.openxmlformats-officedocument.";

    /// <summary>Markers of what is built on ZIP and is no archive to people: ODF and EPUB, programs.</summary>
    private static readonly string[] Foreign = ["mimetype", "META-INF/MANIFEST.MF", "AndroidManifest.xml"];

    /// <exception cref="RefusedException">It cannot be read within bounds.</exception>
    public static Outcome<AttachedType> Of(Stream file)
    {
        var package = ZipPackage.Open(file, new PackageBudget(MaxEntries, long.MaxValue, int.MaxValue));
        if (package.Entries.Count == 0) return AttachedTypeFailures.EmptyArchive;
        if (package.Find("OFD.xml") is not null) return AttachedTypeFailures.Ofd;
        if (Foreign.Any(name => package.Find(name) is not null)) return AttachedTypeFailures.Unsupported;
        if (package.Find("[Content_Types].xml") is not { } list) return AttachedType.Zip;
        if (package.Entries.Any(entry => entry.Leaf.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return AttachedTypeFailures.Macros;
        return list.Size > MaxTypes ? PackageFailures.TooLarge : OfTypes(package.Unpack(list));
    }

    private static Outcome<AttachedType> OfTypes(byte[] list)
    {
        var found = new HashSet<AttachedType>();
        var isTemplate = false;
        foreach (var type in ContentTypes(list))
        {
            if (IsMacro(type)) return AttachedTypeFailures.Macros;
            if (OfMain(type) is { } main) found.Add(main);
            isTemplate |= type.EndsWith("template.main+xml", StringComparison.OrdinalIgnoreCase)
                || type.EndsWith("slideshow.main+xml", StringComparison.OrdinalIgnoreCase);
        }

        if (isTemplate) return AttachedTypeFailures.Template;
        // A file that is two at once shows different things in different programs.
        return found.Count == 1 ? found.Single() : found.Count == 0 ? AttachedTypeFailures.Unsupported : PackageFailures.Damaged;
    }

    private static bool IsMacro(string type) => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        // Macros of Excel before Visual Basic.
        || type.Contains("macrosheet", StringComparison.OrdinalIgnoreCase);

    private static AttachedType? OfMain(string type)
        => !type.StartsWith(Office, StringComparison.OrdinalIgnoreCase) ? null : type[Office.Length..].ToLowerInvariant() switch
        {
            "wordprocessingml.document.main+xml" => AttachedType.Docx,
            "spreadsheetml.sheet.main+xml" => AttachedType.Xlsx,
            "presentationml.presentation.main+xml" => AttachedType.Pptx,
            _ => null,
        };

    private static List<string> ContentTypes(byte[] list)
    {
        var types = new List<string>();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(list), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
                if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("ContentType") is { } type) types.Add(type.Trim());
        }
        catch (XmlException)
        {
            throw new RefusedException(PackageFailures.Damaged);
        }

        return types;
    }
}
