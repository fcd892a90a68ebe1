using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>A field (域) that is open: its instruction, then its result.</summary>
internal sealed partial class DocxField
{
    private const int MaxInstruction = 10_000;

    private readonly StringBuilder instruction = new();
    private string? address;

    public bool IsResult { get; private set; }

    public bool HasResult { get; set; }

    /// <summary>Whether a check box of a form is ticked; null for none.</summary>
    public bool? IsChecked { get; set; }

    /// <summary>Entries of a drop-down field of a form.</summary>
    public List<string> Entries { get; } = [];

    public int Chosen { get; set; }

    public string Instruction => instruction.ToString();

    public string Name { get; private set; } = "";

    /// <summary>Whether nothing of the field stands in the text: page numbers, contents.</summary>
    public bool IsDropped => Name is "PAGE" or "NUMPAGES" or "SECTIONPAGES" or "SECTION" or "TOC" or "INDEX" or "TC" or "XE";

    /// <summary>Where a click on the result leads; null for none that may be followed.</summary>
    public string? Address => address is { Length: > 0 and <= 2_000 } && Addresses.MayBeFollowed(address) ? address : null;

    /// <summary>Whether it leads where no reader may be sent.</summary>
    public bool IsBarred => address is { Length: > 0 } && Address is null;

    public void Append(string text)
    {
        if (instruction.Length + text.Length <= MaxInstruction) instruction.Append(text);
    }

    public void Separate()
    {
        Close();
        IsResult = true;
    }

    public void Close()
    {
        if (Name.Length > 0) return;
        var words = Instruction.AsSpan().Trim();
        var end = words.IndexOfAny(' ', '\\', '\t');
        Name = (end < 0 ? words : words[..end]).ToString().ToUpperInvariant();
        if (Name == "HYPERLINK" && Link().Match(Instruction) is { Success: true } link)
            address = link.Groups["quoted"].Value + link.Groups["bare"].Value
                + (link.Groups["place"] is { Success: true } place ? "#" + place.Value : "");
    }

    [GeneratedRegex("""^\s*HYPERLINK\s+(\\[nt]\s+)*("(?<quoted>[^"]*)"|(?<bare>[^\s"\\]\S*))(\s+\\l\s+"(?<place>[^"]*)")?""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
