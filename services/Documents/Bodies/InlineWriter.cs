using System.Text;

namespace Disclosure.Documents.Bodies;

/// <summary>Writes runs as elements, each opened as late and closed as early as its neighbours allow, always in the same order.</summary>
internal static class InlineWriter
{
    private static readonly (Marks Mark, string Element)[] Elements =
    [
        (Marks.Strong, "strong"), (Marks.Emphasis, "em"), (Marks.Underline, "u"), (Marks.Superscript, "sup"), (Marks.Subscript, "sub"),
    ];

    /// <summary>Writes a line.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="inlines">What stands in the line.</param>
    /// <param name="note">Writes the mark of a note.</param>
    /// <param name="text">Writes characters, escaped.</param>
    public static void Write(StringBuilder html, IReadOnlyList<Inline> inlines, Action<StringBuilder, NoteReference> note,
        Action<StringBuilder, TextRun> text)
    {
        var open = new List<string>();
        var wanted = new List<string>();
        foreach (var inline in inlines)
        {
            wanted.Clear();
            if (inline is TextRun run)
            {
                if (run.Address is { } address) wanted.Add($"a href=\"{Escape.Attribute(address)}\"");
                foreach (var (mark, element) in Elements)
                    if (run.Marks.HasFlag(mark)) wanted.Add(element);
            }

            Turn(html, open, wanted);
            switch (inline)
            {
                case TextRun characters:
                    text(html, characters);
                    break;
                case NoteReference reference:
                    note(html, reference);
                    break;
                default:
                    html.Append("<br>");
                    break;
            }
        }

        wanted.Clear();
        Turn(html, open, wanted);
    }

    private static void Turn(StringBuilder html, List<string> open, List<string> wanted)
    {
        var same = 0;
        while (same < open.Count && same < wanted.Count && open[same] == wanted[same]) same++;
        for (var at = open.Count; at-- > same;) html.Append("</").Append(NameOf(open[at])).Append('>');
        open.RemoveRange(same, open.Count - same);
        foreach (var element in wanted.Skip(same))
        {
            html.Append('<').Append(element).Append('>');
            open.Add(element);
        }
    }

    private static ReadOnlySpan<char> NameOf(string element)
        => element.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? element.AsSpan(0, end) : element;
}
