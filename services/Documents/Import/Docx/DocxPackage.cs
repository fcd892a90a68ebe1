using System.IO.Compression;
using System.Xml;

namespace Disclosure.Documents.Import.Docx;

/// <summary>The parts of a DOCX and how they point to each other.</summary>
internal sealed class DocxPackage(ZipArchive archive) : IDisposable
{
    private const int MaxEntries = 10_000;
    private const int MaxRelationships = 20_000;

    private readonly Dictionary<string, ZipArchiveEntry> entries = Names(archive);
    private readonly PartReader reader = new();

    /// <summary>Opens a file; null when it has more parts than are read.</summary>
    public static DocxPackage? Open(ReadOnlyMemory<byte> file)
    {
        // The library reads the whole directory of an archive before it says how long it is.
        if (file.Span.Count("PK\u0001\u0002"u8) > MaxEntries) return null;
        return new(new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read));
    }

    /// <summary>Path of the part with the text: the package's own word for it, else the usual one.</summary>
    public string? Main
    {
        get
        {
            var named = Relationships("").Values.FirstOrDefault(part => part is { Type: "officeDocument", IsExternal: false })?.Target;
            return named is not null && entries.ContainsKey(named) ? named
                : entries.ContainsKey("word/document.xml") ? "word/document.xml" : null;
        }
    }

    /// <summary>Reads a part; one that is not there says nothing.</summary>
    public T Read<T>(string? path, T listener) where T : IXmlListener
        => path is not null && entries.TryGetValue(path, out var entry) ? reader.Parse(entry, listener) : listener;

    /// <summary>What a part points to, by id.</summary>
    public Dictionary<string, Relationship> Relationships(string part)
    {
        var name = part.LastIndexOf('/') + 1;
        return Read($"{part[..name]}_rels/{part[name..]}.rels", new Relations(part[..name])).Found;
    }

    /// <summary>The part of a type that another points to, else the usual one beside it.</summary>
    public static string Part(IReadOnlyDictionary<string, Relationship> relationships, string type, string main)
        => relationships.Values.FirstOrDefault(found => found.Type == type && !found.IsExternal)?.Target
        ?? $"{main[..(main.LastIndexOf('/') + 1)]}{type}.xml";

    public void Dispose() => archive.Dispose();

    private static Dictionary<string, ZipArchiveEntry> Names(ZipArchive archive)
    {
        var names = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries) names.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        return names;
    }

    private sealed class Relations(string folder) : IXmlListener
    {
        public Dictionary<string, Relationship> Found { get; } = new(StringComparer.Ordinal);

        public bool Start(XmlReader element, Space space)
        {
            if (element.LocalName != "Relationship" || Found.Count >= MaxRelationships
                || element.GetAttribute("Id") is not { } id) return true;
            var type = element.GetAttribute("Type") ?? "";
            var target = element.GetAttribute("Target") ?? "";
            var isExternal = element.GetAttribute("TargetMode") == "External";
            Found.TryAdd(id, new(type[(type.LastIndexOf('/') + 1)..], isExternal ? target : Path(target), isExternal));
            return true;
        }

        public void Characters(string text)
        {
        }

        public void End(string element, Space space)
        {
        }

        private string Path(string target)
        {
            if (target is ['/', ..]) return target.TrimStart('/');
            var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
            foreach (var step in target.Split('/'))
                if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
                else if (step is not ("." or "..")) steps.Add(step);
            return string.Join('/', steps);
        }
    }
}
