using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Disclosure.Documents.Import.Docx;

/// <summary>A style with what it takes from those it is based on.</summary>
/// <param name="Paragraph">How its paragraphs are set.</param>
/// <param name="Run">How its characters are set.</param>
/// <param name="Heading">1–6, or 0 for no heading.</param>
internal sealed record Style(ParagraphSetting Paragraph, RunSetting Run, int Heading);

/// <summary>The styles of a document.</summary>
/// <remarks>Headings are known by name or outline level, because Chinese Word numbers the ids (<c>1</c>, <c>2</c> for 标题 1, 标题
/// 2).</remarks>
internal sealed partial class Styles : IXmlListener
{
    private const int MaxStyles = 5_000;
    private const int MaxInheritance = 12;

    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Style> resolved = new(StringComparer.Ordinal);
    private Entry? entry;
    private RunSetting defaults;
    private string? ordinary;
    private bool inDefaults;
    private bool inRun;

    /// <summary>The style of a paragraph; of one that names none, the document's ordinary one.</summary>
    public Style OfParagraph(string? id) => Of(id ?? ordinary) with { };

    /// <summary>What a character style says, without the defaults of the document.</summary>
    public RunSetting OfCharacters(string? id) => id is null ? default : Of(id).Run;

    /// <summary>What holds for all characters.</summary>
    public RunSetting Defaults => defaults;

    private Style Of(string? id)
    {
        if (id is null) return new(default, default, 0);
        if (resolved.TryGetValue(id, out var known)) return known;
        ParagraphSetting paragraph = default;
        RunSetting run = default;
        int? heading = null;
        var name = id;
        for (var i = 0; i < MaxInheritance && name is not null; i++)
        {
            if (!entries.TryGetValue(name, out var found))
            {
                heading ??= NamedLevel(name);
                break;
            }

            paragraph = paragraph.Over(found.Paragraph);
            run = run.Over(found.Run);
            heading ??= found.Paragraph.Outline ?? NamedLevel(found.Name);
            name = found.Parent;
        }

        // A document has few styles; one that is asked for by endless names is not remembered.
        var style = new Style(paragraph with { Style = id }, run, heading ?? 0);
        if (resolved.Count < MaxStyles) resolved[id] = style;
        return style;
    }

    public bool Start(XmlReader element, Space space)
    {
        if (space != Space.Word) return true;
        switch (element.LocalName)
        {
            case "pPrChange" or "rPrChange" or "tblStylePr":
                return false;
            case "docDefaults":
                inDefaults = true;
                break;
            case "style":
                entry = new Entry { Id = Word.Attribute(element, "styleId") ?? "" };
                if (Word.Attribute(element, "type") == "paragraph" && Word.Attribute(element, "default") is { } isDefault
                    && Word.IsOn(isDefault))
                    ordinary ??= entry.Id;
                break;
            case "name" when entry is not null:
                entry.Name = Word.Value(element) ?? "";
                break;
            case "basedOn" when entry is not null:
                entry.Parent = Word.Value(element);
                break;
            case "rPr":
                inRun = true;
                break;
            case var _ when inRun && entry is not null:
                entry.Run.Read(element);
                break;
            case var _ when inRun && inDefaults:
                defaults.Read(element);
                break;
            case var _ when entry is not null:
                entry.Paragraph.Read(element);
                break;
        }

        return true;
    }

    public void Characters(string text)
    {
    }

    public void End(string element, Space space)
    {
        if (space != Space.Word) return;
        if (element == "rPr") inRun = false;
        else if (element == "docDefaults") inDefaults = false;
        else if (element == "style" && entry is not null)
        {
            if (entries.Count < MaxStyles) entries[entry.Id] = entry;
            entry = null;
        }
    }

    private static int? NamedLevel(string name) => Heading().Match(name) is { Success: true } match
        ? match.Groups["n"] is { Success: true } level ? int.Parse(level.ValueSpan, CultureInfo.InvariantCulture) : 1 : null;

    [GeneratedRegex(@"^((heading|标题)\s*(?<n>[1-6])|title|标题)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    private sealed class Entry
    {
        public required string Id;
        public string Name = "";
        public string? Parent;
        public ParagraphSetting Paragraph;
        public RunSetting Run;
    }
}
