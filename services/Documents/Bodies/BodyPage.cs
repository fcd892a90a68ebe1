using System.Globalization;
using System.Text;

namespace Disclosure.Documents.Bodies;

/// <summary>Writes a body for a page: every character of it, and beside it only what leads to a note and back.</summary>
internal sealed class BodyPage
{
    private readonly StringBuilder html = new();
    private readonly IReadOnlyList<Note> notes;
    private readonly bool[] isNamed;
    private readonly Stack<int> open = new();
    private int tables;

    private BodyPage(IReadOnlyList<Note> notes)
    {
        this.notes = notes;
        isNamed = new bool[notes.Count + 1];
    }

    public static string Write(Body body)
    {
        var page = new BodyPage(body.Notes);
        foreach (var block in body.Blocks)
        {
            page.Write(block);
            page.html.Append('\n');
        }

        page.WriteNotes();
        return page.html.ToString();
    }

    private void WriteNotes()
    {
        if (notes.Count == 0) return;
        html.Append("<section class=\"notes\" aria-label=\"注释\">\n");
        for (var at = 0; at < notes.Count; at++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p id=\"note-{at + 1}\">");
            Escape.Text(html, BodyText.NoteLabel(notes[at].Label) + " ");
            Line(notes[at].Inlines);
            html.Append(CultureInfo.InvariantCulture, $" <a class=\"back\" href=\"#noted-{at + 1}\" aria-label=\"返回正文\"></a></p>\n");
        }

        html.Append("</section>\n");
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                // The page's title is its only first-level heading: the text's begin at the second level and skip none.
                while (open.Count > 0 && open.Peek() >= heading.Level) open.Pop();
                open.Push(heading.Level);
                Element(string.Create(CultureInfo.InvariantCulture, $"h{Math.Min(open.Count + 1, 6)}"),
                    BodyWriter.Class(heading.Alignment, 0, false), heading.Inlines);
                break;
            case Paragraph paragraph:
                Element("p", BodyWriter.Class(paragraph.Alignment, paragraph.Indent, paragraph.FirstLine), paragraph.Inlines);
                break;
            case Quote quote:
                Holder("blockquote", "", quote.Blocks, mayBeBare: false);
                break;
            case ItemList list:
                var name = list.Start is null ? "ul" : "ol";
                html.Append(CultureInfo.InvariantCulture, $"<{name}{(list.Start is null or 1 ? "" : $" start=\"{list.Start}\"")}>");
                foreach (var item in list.Items) Holder("li", "", item, mayBeBare: true);
                html.Append(CultureInfo.InvariantCulture, $"</{name}>");
                break;
            case Rule:
                html.Append("<hr>");
                break;
            case Table table:
                Write(table);
                break;
        }
    }

    private void Write(Table table)
    {
        // Wide tables scroll by themselves; being scrollable they must be reachable by keyboard.
        // Each has a name of its own among the landmarks of the page.
        var name = ++tables == 1 ? "表格" : string.Create(CultureInfo.InvariantCulture, $"表格 {tables}");
        html.Append("<div class=\"scroll\" role=\"region\" aria-label=\"").Append(name).Append("\" tabindex=\"0\"><table>");
        if (table.Caption.Count > 0) Element("caption", "", table.Caption);
        for (var at = 0; at < table.Rows.Count; at++)
        {
            html.Append("<tr>");
            // A row of nothing but headings heads columns; a heading among data heads its row.
            var headsColumns = table.Rows[at].All(cell => cell.IsHeader);
            foreach (var cell in table.Rows[at])
                Holder(cell.IsHeader ? "th" : "td", BodyWriter.Spans(cell) + (!cell.IsHeader ? "" : headsColumns ? " scope=\"col\""
                    : " scope=\"row\""), cell.Blocks, mayBeBare: true);
            html.Append("</tr>");
        }

        html.Append("</table></div>");
    }

    private void Holder(string element, string attributes, IReadOnlyList<Block> blocks, bool mayBeBare)
    {
        html.Append('<').Append(element).Append(attributes).Append('>');
        if (mayBeBare && blocks is [Paragraph { Alignment: Alignment.Start, Indent: 0, FirstLine: false } only]) Line(only.Inlines);
        else foreach (var block in blocks) Write(block);
        html.Append("</").Append(element).Append('>');
    }

    private void Element(string element, string attributes, IReadOnlyList<Inline> inlines)
    {
        html.Append('<').Append(element).Append(attributes).Append('>');
        Line(inlines);
        html.Append("</").Append(element).Append('>');
    }

    private void Line(IReadOnlyList<Inline> inlines) => InlineWriter.Write(html, inlines, Reference, (to, run) =>
    {
        if (run.Address is null) BareLinks.Write(to, run.Text);
        else Escape.Text(to, run.Text);
    });

    private void Reference(StringBuilder to, NoteReference reference)
    {
        var id = isNamed[reference.Number] ? "" : string.Create(CultureInfo.InvariantCulture, $" id=\"noted-{reference.Number}\"");
        isNamed[reference.Number] = true;
        to.Append(CultureInfo.InvariantCulture, $"<sup class=\"note\"><a{id} href=\"#note-{reference.Number}\">");
        Escape.Text(to, BodyText.NoteLabel(reference, notes));
        to.Append("</a></sup>");
    }
}
