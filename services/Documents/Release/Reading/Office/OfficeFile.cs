using Disclosure.Documents.Import.Docx;
using Disclosure.Documents.Release.Reading.Office.Sheets;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>What the parts of a package tell of each other.</summary>
internal sealed class OfficeFile
{
    /// <summary>Styles of a document.</summary>
    public Styles Styles { get; set; } = new();

    /// <summary>Targets within the package by the part that points to them and its id for them.</summary>
    public Dictionary<(string Part, string Id), string> Targets { get; } = [];

    /// <summary>Relations within the package.</summary>
    public List<PartLink> Links { get; } = [];

    /// <summary>Paths of the parts that are digital signatures.</summary>
    public HashSet<string> Signatures { get; set; } = [];

    /// <summary>Sheets by part: name, and whether it is shown.</summary>
    public Dictionary<string, (string Name, bool IsShown)> Sheets { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Number of a slide in the show, from 1, by part.</summary>
    public Dictionary<string, int> Slides { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Strings that cells share.</summary>
    public SharedStrings Strings { get; } = new();

    /// <summary>Formats that add digits to cells.</summary>
    public NumberFormats Formats { get; } = new();

    /// <summary>Automatic numbers of a document.</summary>
    public ListNumbers Numbers { get; } = new();

    /// <summary>Whether programs count all formulas anew and show that.</summary>
    public bool CountsAnew { get; set; }

    /// <summary>Whether the story was found without which the package is no such file.</summary>
    public bool HasMain { get; set; }

    /// <summary>Whether relations lead to a part, all of one kind.</summary>
    public bool IsOnly(string path, string word)
    {
        var links = Links.Where(link => string.Equals(link.Target, path, StringComparison.OrdinalIgnoreCase)).ToList();
        return links.Count > 0 && links.TrueForAll(link => link.Is(word));
    }

    public string? Target(string part, string? id) => id is not null && Targets.TryGetValue((part, id), out var target) ? target : null;
}
