using System.Xml.Linq;
using Disclosure.Documents.Import;
using Disclosure.Documents.Packages;

namespace Disclosure.Documents.Release.Stripping.Office;

/// <summary>The parts of an Office file: their types, and how they point to each other.</summary>
internal sealed class OfficeParts
{
    public const string TypeList = "[Content_Types].xml";

    private const int MaxRelations = 50_000;

    private readonly XElement types;
    private readonly Dictionary<string, string> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> byEnding = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, XElement> trees = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> changed = new(StringComparer.OrdinalIgnoreCase);

    public OfficeParts(ZipPackage package)
    {
        Package = package;
        types = PartXml.Tree(package.Unpack(package.Find(TypeList) ?? throw Damaged()));
        foreach (var type in types.Elements())
        {
            var content = ((string?)type.Attribute("ContentType") ?? "").Trim();
            if (type.Name.LocalName == "Override") byName.TryAdd(PartName(type), content);
            else if (type.Name.LocalName == "Default") byEnding.TryAdd((string?)type.Attribute("Extension") ?? "", content);
        }

        foreach (var entry in package.Entries)
            if (PartNames.OwnerOf(entry.Name) is { } owner) Read(owner, entry);
    }

    public ZipPackage Package { get; }

    /// <summary>All relations that stay.</summary>
    public List<Relation> Relations { get; } = [];

    /// <summary>The type of a part; empty where none is given.</summary>
    public string TypeOf(string part)
        => byName.TryGetValue(part, out var type) || byEnding.TryGetValue(part[(part.LastIndexOf('.') + 1)..], out type) ? type : "";

    /// <summary>Whether it has a digital signature, which any change would break.</summary>
    public bool AreSigned => OfficeSignatures.Of([.. Relations.Where(relation => !relation.IsExternal)
        .Select(relation => new PartLink(relation.Owner, relation.FullType, relation.Target))],
        path => Find(path) is { IsDirectory: false } entry ? Package.Unpack(entry) : null).Count > 0;

    public void Remove(Relation relation)
    {
        relation.Element.Remove();
        Relations.Remove(relation);
        changed.Add(relation.Owner);
    }

    /// <summary>The entry that a path means: as it is written, or with its escapes resolved.</summary>
    public PackedEntry? Find(string path) => Package.Find(path) ?? Package.Find(Uri.UnescapeDataString(path));

    /// <summary>Names of the parts that are reached from the package; a program opens no other.</summary>
    public HashSet<string> Reached()
    {
        var byOwner = Relations.Where(relation => !relation.IsExternal)
            .ToLookup(relation => relation.Owner, StringComparer.OrdinalIgnoreCase);
        var reached = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var next = new Stack<string>([""]);
        while (next.TryPop(out var owner))
            foreach (var relation in byOwner[owner])
                if (Find(relation.Target) is { IsDirectory: false } entry && reached.Add(entry.Name)) next.Push(entry.Name);
        return reached;
    }

    /// <summary>The list of types without what has left.</summary>
    public byte[] Types(HashSet<string> reached)
    {
        types.Elements().Where(type => type.Name.LocalName == "Override" && Find(PartName(type)) is var entry
            && (entry is null || !reached.Contains(entry.Name))).Remove();
        return PartXml.Bytes(types);
    }

    /// <summary>The relations of a part without what has left; null where nothing has.</summary>
    public byte[]? RelationsOf(string owner) => changed.Contains(owner) ? PartXml.Bytes(trees[owner]) : null;

    private void Read(string owner, PackedEntry entry)
    {
        var tree = PartXml.Tree(Package.Unpack(entry));
        if (!trees.TryAdd(owner, tree)) throw Damaged();
        Relations.AddRange(tree.Elements().Where(element => element.Name.LocalName == "Relationship")
            .Select(element => new Relation(owner, element)));
        if (Relations.Count > MaxRelations) throw new RefusedException(PackageFailures.TooLarge);
    }

    private static string PartName(XElement type) => ((string?)type.Attribute("PartName") ?? "").TrimStart('/');

    public static RefusedException Damaged() => new(PackageFailures.Damaged);
}
