using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import;

/// <summary>Spaces with which authors move in the first line of a paragraph by hand.</summary>
internal static class LeadingSpaces
{
    /// <summary>Full-width spaces at most; more of them place a line, as a signature.</summary>
    private const int Most = 4;

    /// <summary>Takes them away.</summary>
    /// <param name="inlines">A paragraph's text.</param>
    /// <param name="alignment">How it stands.</param>
    /// <returns>Whether the first line is moved in.</returns>
    public static bool Take(ref List<Inline> inlines, Alignment alignment = Alignment.Start)
    {
        if (alignment != Alignment.Start) return false;
        var width = 0;
        var isByTab = false;
        for (var at = 0; at < inlines.Count; at++)
        {
            if (inlines[at] is not TextRun run || run.Marks.HasFlag(Marks.Underline)) return false;
            var text = run.Text.AsSpan().TrimStart(" \t\u00A0\u2002\u2003\u3000");
            foreach (var space in run.Text.AsSpan(0, run.Text.Length - text.Length))
            {
                width += space is '\u3000' or '\u2003' ? 2 : 1;
                isByTab |= space == '\t';
            }

            if (text.IsEmpty) continue;
            if ((width < 2 && !isByTab) || width > 2 * Most) return false;
            inlines = [run with { Text = text.ToString() }, .. inlines.Skip(at + 1)];
            return true;
        }

        return false;
    }

    /// <summary>A line of a text as a paragraph.</summary>
    public static Paragraph Paragraph(string line)
    {
        List<Inline> inlines = [new TextRun(line)];
        var isIndented = Take(ref inlines);
        return new(inlines, FirstLine: isIndented);
    }
}
