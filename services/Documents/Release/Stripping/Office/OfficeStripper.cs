using System.IO.Compression;
using Disclosure.Documents.Import;
using Disclosure.Documents.Packages;
using Disclosure.Documents.Release.Stripping.Pictures;
using Disclosure.Documents.Storing;

namespace Disclosure.Documents.Release.Stripping.Office;

/// <summary>Takes out of a DOCX, XLSX or PPTX its properties, preview, settings of printers, and what tells who wrote which run when.
/// Comments and tracked changes keep their authors: a person decides on those.</summary>
internal sealed class OfficeStripper(Stripper stripper, PackageBudget budget, int depth)
{
    /// <summary>Relations to what is no part of the content, by the last word of their type.</summary>
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "core-properties", "extended-properties", "custom-properties", "thumbnail", "classificationlabels", "printerSettings",
        "attachedTemplate", "changesInfo", "revisionInfo",
    };

    /// <exception cref="RefusedException">It cannot be stripped.</exception>
    public byte[] Strip(byte[] file)
    {
        var package = ZipPackage.Open(new MemoryStream(file, writable: false), budget);
        var parts = new OfficeParts(package);
        // A signature covers the parts: any change would break it. What only looks like one leaves.
        if (parts.AreSigned) return file;
        var gone = Drop(parts, relation => Dropped.Contains(relation.Type) || IsPreview(parts, relation)
            || OfficeSignatures.IsRelation(relation.FullType));
        var people = new People(parts);
        Drop(parts, people.AreNotNeeded);
        var reached = parts.Reached();
        // A package that leads to nothing opens in no program, and nothing would be left of it.
        if (reached.Count == 0) throw OfficeParts.Damaged();
        using var output = new MemoryStream(file.Length);
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in package.Entries)
            {
                if (entry.IsDirectory) continue;
                if (string.Equals(entry.Name, OfficeParts.TypeList, StringComparison.OrdinalIgnoreCase))
                    archive.Add(entry.Name, parts.Types(reached));
                else if (PartNames.OwnerOf(entry.Name) is { } owner)
                {
                    if (owner.Length == 0 || reached.Contains(owner))
                        archive.Add(entry.Name, parts.RelationsOf(owner) ?? package.Unpack(entry));
                }
                else if (reached.Contains(entry.Name))
                    archive.Add(entry.Name, Part(package.Unpack(entry), entry.Name, parts.TypeOf(entry.Name), gone, people));
            }
        }

        return output.ToArray();
    }

    /// <summary>A picture of the first page (缩略图): programs show it beside the file, whatever the type of its relation says.</summary>
    private static bool IsPreview(OfficeParts parts, Relation relation)
        => relation.FullType.Contains("thumbnail", StringComparison.OrdinalIgnoreCase)
            || (relation.Owner.Length == 0 && !relation.IsExternal && relation.Type != "officeDocument"
                && parts.Find(relation.Target) is { IsDirectory: false } entry
                && (relation.FullType.Contains("image", StringComparison.OrdinalIgnoreCase)
                    || parts.TypeOf(entry.Name).StartsWith("image/", StringComparison.OrdinalIgnoreCase)
                    || PictureKind.Of(parts.Package.Unpack(entry)) is not null));

    /// <summary>Removes relations; answers with their ids by the part that pointed.</summary>
    private static ILookup<string, string> Drop(OfficeParts parts, Func<Relation, bool> isDropped)
    {
        var dropped = parts.Relations.Where(isDropped).ToList();
        foreach (var relation in dropped) parts.Remove(relation);
        return dropped.ToLookup(relation => relation.Owner, relation => relation.Id, StringComparer.OrdinalIgnoreCase);
    }

    private byte[] Part(byte[] part, string name, string type, ILookup<string, string> gone, People people)
    {
        try
        {
            if (PictureKind.Of(part) is { } picture) return stripper.Strip(part, picture, depth);
            if (part.AsSpan().StartsWith("PK\u0003\u0004"u8)) return Embedded(part);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(refused.Failure.Within(name[(name.LastIndexOf('/') + 1)..]));
        }

        if (People.IsList(type)) return people.Needed(part);
        return PartFilter.Concerns(type) || gone.Contains(name) ? new PartFilter(gone[name].ToHashSet(StringComparer.Ordinal)).Apply(part)
            : part;
    }

    /// <summary>An Office file within this one. Anything else stays as it is: the reader of files reports it.</summary>
    private byte[] Embedded(byte[] part)
    {
        using var content = new MemoryStream(part, writable: false);
        var kind = PackageKind.Of(content);
        if (kind.Failure is not null || kind.Value == AttachedType.Zip) return part;
        if (depth >= MetadataStripper.MaxDepth) throw new RefusedException(StripFailures.TooDeep);
        return stripper.Strip(part, kind.Value, depth + 1);
    }
}
