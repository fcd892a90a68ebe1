using System.Xml;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>What a part points to: others of the package, addresses that a reader clicks, and data that programs fetch.</summary>
/// <param name="file">The package.</param>
/// <param name="path">Path of the relations' part.</param>
/// <param name="draft">What is read.</param>
internal sealed class RelationsListener(OfficeFile file, string path, ReadingDraft draft) : PartListener
{
    /// <summary>The part whose relations these are: that of word/_rels/document.xml.rels is word/document.xml.</summary>
    private readonly string? part = PartNames.OwnerOf(path);

    public override void Start(XmlReader element)
    {
        if (element.LocalName != "Relationship") return;
        var (id, target) = (element.GetAttribute("Id") ?? "", element.GetAttribute("Target") ?? "");
        if (element.GetAttribute("TargetMode") != "External")
        {
            var resolved = PartNames.Resolved(part ?? path, target);
            file.Targets[(part ?? path, id)] = resolved;
            // Programs follow lists where lists belong, and no others.
            if (part is not null && element.Depth == 1)
                file.Links.Add(new PartLink(part, element.GetAttribute("Type") ?? "", resolved));
            return;
        }

        AddOther(target);
        var type = element.GetAttribute("Type") ?? "";
        if (!type.EndsWith("/hyperlink", StringComparison.Ordinal))
            draft.Add(FileTraitKind.ExternalData, $"外部链接（{type[(type.LastIndexOf('/') + 1)..]}）");
    }
}
