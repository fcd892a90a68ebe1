using System.Globalization;
using System.Xml;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Attributes of WordprocessingML, whose namespaces differ between the transitional and the strict form.</summary>
internal static class Word
{
    private const string Transitional = "http://schemas.openxmlformats.org/";
    private const string Strict = "http://purl.oclc.org/ooxml/";

    public static Space SpaceOf(string uri)
    {
        var name = uri.StartsWith(Transitional, StringComparison.Ordinal) ? uri.AsSpan(Transitional.Length)
            : uri.StartsWith(Strict, StringComparison.Ordinal) ? uri.AsSpan(Strict.Length) : default;
        return name.StartsWith("wordprocessingml/") ? Space.Word
            : name.StartsWith("officeDocument/") && name.EndsWith("/math") ? Space.Math : Space.Other;
    }

    public static string? Attribute(XmlReader element, string name) => element.GetAttribute(name, element.NamespaceURI);

    public static string? Value(XmlReader element) => Attribute(element, "val");

    /// <summary>A measure in twips, whole characters' hundredths or a count; null for anything else.</summary>
    public static int? Number(XmlReader element, string name = "val")
    {
        var text = Attribute(element, name);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return Math.Clamp(whole, -100_000, 100_000);
        // The strict form writes 21pt.
        if (text is not { Length: > 2 and < 20 } || !double.TryParse(text.AsSpan(0, text.Length - 2), NumberStyles.Float,
            CultureInfo.InvariantCulture, out var measure)) return null;
        double? twips = text.AsSpan(text.Length - 2) switch
        {
            "pt" => 20,
            "in" => 1440,
            "cm" => 567,
            "mm" => 56.7,
            "pc" or "pi" => 240,
            _ => null,
        };
        return twips is { } unit ? (int)Math.Clamp(measure * unit, -100_000, 100_000) : null;
    }

    /// <summary>Whether a switch is on; one that is named without a value is.</summary>
    public static bool IsOn(XmlReader element) => IsOn(Value(element));

    public static bool IsOn(string? value) => value is not ("0" or "false" or "off" or "none");

    /// <summary>The attribute of relationships, whatever its namespace.</summary>
    public static string? Relationship(XmlReader element, string name = "id")
    {
        foreach (var uri in (string[])["officeDocument/2006/relationships", "officeDocument/relationships"])
            if ((element.GetAttribute(name, Transitional + uri) ?? element.GetAttribute(name, Strict + uri)) is { } id) return id;
        return null;
    }
}
