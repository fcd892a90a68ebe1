using System.Xml;
using System.Xml.Linq;

namespace Disclosure.Documents.Release.Stripping.Office;

/// <summary>Lists of people in an Office file. They stay as far as comments and tracked changes name them.</summary>
internal sealed class People
{
    private const string ListOfWord = "application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml";

    private readonly HashSet<string> authors = new(StringComparer.Ordinal);
    private readonly HashSet<string> relations;

    public People(OfficeParts parts)
    {
        relations = parts.Relations.Select(relation => relation.Type).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!relations.Contains("people")) return;
        foreach (var entry in parts.Package.Entries)
            if (PartFilter.Concerns(parts.TypeOf(entry.Name)) && !IsList(parts.TypeOf(entry.Name)) && !entry.IsDirectory
                && PartNames.OwnerOf(entry.Name) is null) Collect(parts.Package.Unpack(entry));
    }

    public bool AreNotNeeded(Relation relation) => relation.Type.ToUpperInvariant() switch
    {
        "PEOPLE" => authors.Count == 0,
        "PERSON" => !relations.Contains("threadedComment"),
        "COMMENTAUTHORS" or "AUTHORS" => !relations.Contains("comments"),
        _ => false,
    };

    public static bool IsList(string type) => string.Equals(type, ListOfWord, StringComparison.OrdinalIgnoreCase);

    /// <summary>The list of a document without those who have left no comment and no change.</summary>
    public byte[] Needed(byte[] list)
    {
        var tree = PartXml.Tree(list);
        tree.Elements().Where(person => !person.Attributes()
            .Any(attribute => attribute.Name.LocalName == "author" && authors.Contains(attribute.Value))).Remove();
        return PartXml.Bytes(tree);
    }

    private void Collect(byte[] part)
    {
        using var reader = PartXml.Reader(part);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            foreach (var space in PartFilter.Word)
                if (reader.GetAttribute("author", space) is { } author) authors.Add(author);
        }
    }
}
