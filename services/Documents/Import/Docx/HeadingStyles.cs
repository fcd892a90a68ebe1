using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Which paragraph styles are headings: by name or outline level, because Chinese Word numbers the ids (<c>1</c>, <c>2</c> for 标题
/// 1, 标题 2).</summary>
internal sealed partial class HeadingStyles : IXmlListener
{
    private const int MaxStyles = 5_000;
    private const int MaxInheritance = 10;

    private readonly Dictionary<string, (int Level, string? Parent)> styles = new(StringComparer.Ordinal);
    private string? id;
    private string? parent;
    private int level;

    /// <summary>1–6, or 0 for a style that is no heading.</summary>
    public int Level(string? style)
    {
        for (var i = 0; i < MaxInheritance && style is not null; i++)
        {
            if (!styles.TryGetValue(style, out var found)) return NamedLevel(style);
            if (found.Level > 0) return Math.Min(found.Level, 6);
            style = found.Parent;
        }

        return 0;
    }

    public bool Start(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "style":
                (id, parent, level) = (Word.Attribute(element, "styleId"), null, 0);
                break;
            case "name" when level == 0:
                level = NamedLevel(Word.Attribute(element, "val") ?? "");
                break;
            case "basedOn":
                parent = Word.Attribute(element, "val");
                break;
            case "outlineLvl" when level == 0:
                level = Word.OutlineLevel(element);
                break;
        }

        return true;
    }

    public void Characters(string text)
    {
    }

    public void End(string element)
    {
        if (element != "style" || id is null || styles.Count >= MaxStyles) return;
        styles[id] = (level, parent);
        id = null;
    }

    private static int NamedLevel(string name)
        => Heading().Match(name) is { Success: true } match ? int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(heading|标题)\s*(?<n>[1-6])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}

/// <summary>Attributes of WordprocessingML, whose namespace differs between the transitional and the strict form.</summary>
internal static class Word
{
    public static string? Attribute(XmlReader element, string name) => element.GetAttribute(name, element.NamespaceURI);

    /// <summary>大纲级别: 1–6 for a heading, 0 for body text (which Word writes as 9).</summary>
    public static int OutlineLevel(XmlReader element)
        => int.TryParse(Attribute(element, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var outline) && outline < 6
        ? outline + 1 : 0;
}
