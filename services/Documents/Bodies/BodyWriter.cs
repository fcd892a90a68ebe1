using System.Globalization;
using System.Text;

namespace Disclosure.Documents.Bodies;

/// <summary>Writes a body in its one form, a block a line.</summary>
internal static class BodyWriter
{
    public static string Write(Body body) => Write(body, plainParagraphsAreLines: false);

    public static string WriteForEditing(Body body) => Write(body, plainParagraphsAreLines: true);

    private static string Write(Body body, bool plainParagraphsAreLines)
    {
        var html = new StringBuilder();
        foreach (var block in body.Blocks)
        {
            if (plainParagraphsAreLines && html.Length > 0) html.Append('\n');
            if (plainParagraphsAreLines && block is Paragraph { Alignment: Alignment.Start, Indent: 0, FirstLine: false } plain
                && !plain.Inlines.Any(inline => inline is LineBreak))
            {
                Write(html, plain.Inlines);
                html.Append('\n');
            }
            else
            {
                Write(html, block);
            }
        }

        for (var at = 0; at < body.Notes.Count; at++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<aside id=\"note-{at + 1}\" title=\"{Escape.Attribute(body.Notes[at].Label)}\">");
            Write(html, body.Notes[at].Inlines);
            html.Append("</aside>\n");
        }

        if (html.Length > 0) html.Length--;
        return html.ToString();
    }

    private static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Heading heading:
                Line(html, $"h{heading.Level}", Class(heading.Alignment, 0, false), heading.Inlines);
                break;
            case Paragraph paragraph:
                Line(html, "p", Class(paragraph.Alignment, paragraph.Indent, paragraph.FirstLine), paragraph.Inlines);
                break;
            case Quote quote:
                html.Append("<blockquote>\n");
                foreach (var quoted in quote.Blocks) Write(html, quoted);
                html.Append("</blockquote>\n");
                break;
            case ItemList list:
                var name = list.Start is null ? "ul" : "ol";
                html.Append(CultureInfo.InvariantCulture, $"<{name}{(list.Start is null or 1 ? "" : $" start=\"{list.Start}\"")}>\n");
                foreach (var item in list.Items) Holder(html, "li", "", item);
                html.Append(CultureInfo.InvariantCulture, $"</{name}>\n");
                break;
            case Rule:
                html.Append("<hr>\n");
                break;
            case Table table:
                Write(html, table);
                break;
        }
    }

    private static void Write(StringBuilder html, Table table)
    {
        html.Append("<table>\n");
        if (table.Caption.Count > 0) Line(html, "caption", "", table.Caption);
        foreach (var row in table.Rows)
        {
            html.Append("<tr>\n");
            foreach (var cell in row)
                Holder(html, cell.IsHeader ? "th" : "td", Spans(cell), cell.Blocks);
            html.Append("</tr>\n");
        }

        html.Append("</table>\n");
    }

    internal static string Spans(Cell cell)
        => (cell.Columns > 1 ? string.Create(CultureInfo.InvariantCulture, $" colspan=\"{cell.Columns}\"") : "")
        + (cell.Rows > 1 ? string.Create(CultureInfo.InvariantCulture, $" rowspan=\"{cell.Rows}\"") : "");

    internal static string Class(Alignment alignment, int indent, bool firstLine)
    {
        List<string> classes = [];
        if (alignment != Alignment.Start) classes.Add(alignment == Alignment.Center ? "center" : "right");
        if (indent > 0) classes.Add(string.Create(CultureInfo.InvariantCulture, $"indent-{indent}"));
        if (firstLine) classes.Add("first-line");
        return classes.Count == 0 ? "" : $" class=\"{string.Join(' ', classes)}\"";
    }

    private static void Line(StringBuilder html, string element, string attributes, IReadOnlyList<Inline> inlines)
    {
        html.Append('<').Append(element).Append(attributes).Append('>');
        Write(html, inlines);
        html.Append("</").Append(element).Append(">\n");
    }

    /// <summary>An entry or a cell: its text alone where that is all that stands in it.</summary>
    private static void Holder(StringBuilder html, string element, string attributes, IReadOnlyList<Block> blocks)
    {
        if (blocks.Count == 0 || blocks is [Paragraph { Alignment: Alignment.Start, Indent: 0, FirstLine: false }])
        {
            Line(html, element, attributes, blocks is [Paragraph only] ? only.Inlines : []);
            return;
        }

        html.Append('<').Append(element).Append(attributes).Append(">\n");
        foreach (var block in blocks) Write(html, block);
        html.Append("</").Append(element).Append(">\n");
    }

    private static void Write(StringBuilder html, IReadOnlyList<Inline> inlines) => InlineWriter.Write(html, inlines,
        (to, note) => to.Append(CultureInfo.InvariantCulture, $"<a href=\"#note-{note.Number}\"></a>"),
        (to, run) => Escape.Text(to, run.Text));
}
