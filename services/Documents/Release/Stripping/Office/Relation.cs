using System.Xml.Linq;

namespace Disclosure.Documents.Release.Stripping.Office;

/// <summary>A pointer from a part of an Office file to another.</summary>
/// <param name="Owner">The part that points, empty for the package.</param>
/// <param name="Element">As it is written.</param>
internal sealed record Relation(string Owner, XElement Element)
{
    public string Id => (string?)Element.Attribute("Id") ?? "";

    /// <summary>The last word of its type.</summary>
    public string Type => FullType[(FullType.LastIndexOf('/') + 1)..];

    public string FullType => (string?)Element.Attribute("Type") ?? "";

    public bool IsExternal => (string?)Element.Attribute("TargetMode") == "External";

    /// <summary>Path of the part it points to.</summary>
    public string Target { get; } = PartNames.Resolved(Owner, (string?)Element.Attribute("Target") ?? "");
}
