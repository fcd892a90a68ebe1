using System.Text;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>A paragraph under way.</summary>
internal sealed class DocxParagraph
{
    public ParagraphSetting Setting;

    public RunSetting Mark;

    /// <summary>Whether its end is no end: deleted or hidden, so that the next paragraph goes on in the same line.</summary>
    public bool IsJoined { get; set; }

    public List<Inline> Inlines { get; } = [];

    public StringBuilder Hidden { get; } = new();

    public StringBuilder Struck { get; } = new();

    /// <summary>What stands beside it and is read after it.</summary>
    public List<Block> After { get; } = [];

    /// <summary>What to say of it once its text is known.</summary>
    public List<(RemarkKind Kind, string Words)> Remarks { get; } = [];

    public void Append(Inline inline) => Inlines.Add(inline);

    public bool HasText => Inlines.Exists(inline => inline is NoteReference
        || (inline is TextRun run && !string.IsNullOrWhiteSpace(run.Text)));

    /// <summary>The last character of the text so far.</summary>
    public char? Last => Inlines is [.., TextRun { Text: [.., var last] }] ? last : null;

    /// <summary>The block; a first line that is moved in by spaces is one by setting.</summary>
    public Block Block(int heading, ParagraphSetting setting, bool isNumbered)
    {
        var inlines = Inlines;
        var alignment = setting.Alignment ?? Alignment.Start;
        var isIndented = !isNumbered && LeadingSpaces.Take(ref inlines, alignment);
        if (heading == 0) return new Paragraph(inlines, alignment, setting.Steps, alignment == Alignment.Start
            && (setting.HasFirstLine || isIndented));
        // A heading is strong by itself.
        var isStrong = inlines.OfType<TextRun>().All(run => run.Marks.HasFlag(Marks.Strong) || string.IsNullOrWhiteSpace(run.Text));
        return new Heading(heading, !isStrong ? inlines
            : [.. inlines.Select(inline => inline is TextRun run ? run with { Marks = run.Marks & ~Marks.Strong } : inline)], alignment);
    }
}
