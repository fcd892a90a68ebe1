using System.Xml;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Footnotes and endnotes: where the text names them, and the marks that Word shows.</summary>
internal sealed class DocxNotes
{
    private const int MaxLabel = 12;

    private readonly List<Reference> references = [];
    private readonly Form footnotes = new() { Format = "decimal" };
    private readonly Form endnotes = new() { Format = "lowerRoman" };

    private sealed class Form
    {
        public string Format { get; set; } = "";

        public string? Custom { get; set; }

        public int Start { get; set; } = 1;

        public bool BeginsAgain { get; set; }
    }

    private sealed record Reference(bool IsEndnote, string Id, bool HasOwnMark)
    {
        public string? Mark { get; set; }
    }

    /// <summary>Takes how notes are numbered from a section or the document's settings.</summary>
    public void Read(XmlReader element, bool isEndnote)
    {
        var form = isEndnote ? endnotes : footnotes;
        switch (element.LocalName)
        {
            case "numFmt":
                (form.Format, form.Custom) = (Word.Value(element) ?? form.Format, Word.Attribute(element, "format"));
                break;
            case "numStart":
                form.Start = Word.Number(element) ?? 1;
                break;
            case "numRestart":
                form.BeginsAgain = Word.Value(element) is "eachPage" or "eachSect";
                break;
        }
    }

    /// <summary>The text names a note.</summary>
    public NoteReference Refer(bool isEndnote, string id, bool hasOwnMark)
    {
        if (references.Count >= Body.MaxNotes) throw new RefusedException(ImportFailures.TooManyNotes);
        references.Add(new(isEndnote, id, hasOwnMark));
        return new(references.Count);
    }

    /// <summary>Gives the note named last its own mark.</summary>
    /// <returns>Whether the characters are its mark.</returns>
    public bool TakeMark(string mark)
    {
        if (mark.Length is 0 or > MaxLabel || references is not [.., { HasOwnMark: true, Mark: null } last]) return false;
        last.Mark = mark;
        return true;
    }

    /// <summary>The body with its notes, numbered in the order in which the text names them.</summary>
    public Body ToBody(IReadOnlyList<Block> blocks, IReadOnlyDictionary<string, IReadOnlyList<Block>> footnoteTexts,
        IReadOnlyDictionary<string, IReadOnlyList<Block>> endnoteTexts, RemarkList remarks)
    {
        var notes = new List<Note>();
        var (footnote, endnote) = (footnotes.Start, endnotes.Start);
        var ordered = NoteOrder.Of(blocks, number =>
        {
            var reference = references[number - 1];
            var texts = reference.IsEndnote ? endnoteTexts : footnoteTexts;
            var label = reference.Mark ?? (reference.IsEndnote ? NumberFormat.Of(endnotes.Format, endnote++, endnotes.Custom)
                : NumberFormat.Of(footnotes.Format, footnote++, footnotes.Custom));
            if (label.Length is 0 or > MaxLabel) label = "*";
            var text = texts.TryGetValue(reference.Id, out var found) ? Line(found) : [];
            if (text.Count == 0) remarks.Add(RemarkKind.Note, $"{(reference.IsEndnote ? "尾注" : "脚注")} {label} 没有内容，请核对。");
            notes.Add(new(label, WithoutMark(text, label)));
            return notes.Count;
        });
        if ((footnotes.BeginsAgain && footnote > footnotes.Start + 1) || (endnotes.BeginsAgain && endnote > endnotes.Start + 1))
            remarks.Add(RemarkKind.Note, "原文的注释按页或按节重新编号，导入后连续编号。");
        return new(ordered, notes);
    }

    /// <summary>A note's paragraphs as lines of one.</summary>
    private static List<Inline> Line(IReadOnlyList<Block> blocks)
    {
        var line = new List<Inline>();
        foreach (var block in new Body(blocks).Blocks)
        {
            if (line.Count > 0) line.Add(new LineBreak());
            line.AddRange(block switch
            {
                Paragraph paragraph => paragraph.Inlines,
                Heading heading => heading.Inlines,
                _ => [new TextRun(BodyText.Of(new Body([block])))],
            });
        }

        return line;
    }

    /// <summary>A mark of one's own is written before the note's text as well.</summary>
    private static List<Inline> WithoutMark(List<Inline> text, string label)
    {
        if (text is not [TextRun first, ..] || !first.Text.StartsWith(label, StringComparison.Ordinal)
            || char.IsLetterOrDigit(label[^1])) return text;
        text[0] = first with { Text = first.Text[label.Length..].TrimStart() };
        return text;
    }
}
