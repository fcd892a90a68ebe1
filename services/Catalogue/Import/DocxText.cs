using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Catalogue.Import;

/// <summary>Text of a DOCX as Markdown: headings, paragraphs and tables.</summary>
internal static class DocxText
{
    public static Outcome<string> Read(Stream stream)
    {
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        var body = document.MainDocumentPart?.Document?.Body;
        if (body is null) return ImportFailures.Damaged;
        var text = new StringBuilder();
        foreach (var element in body.ChildElements)
        {
            if (element is Paragraph paragraph) AppendParagraph(text, paragraph);
            else if (element is Table table) AppendTable(text, table);
        }

        return text.ToString();
    }

    private static void AppendParagraph(StringBuilder text, Paragraph paragraph)
    {
        var content = Plain(paragraph).Trim();
        if (content.Length == 0) return;
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        var level = style is not null && style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) && int.TryParse(style.AsSpan(7), out var n) ? n : 0;
        if (level is > 0 and <= 6) text.Append('#', level).Append(' ');
        text.Append(content).Append("\n\n");
    }

    private static void AppendTable(StringBuilder text, Table table)
    {
        var rows = table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(Cell).ToList()).Where(row => row.Count > 0).ToList();
        if (rows.Count == 0) return;
        var width = rows.Max(row => row.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            text.Append("| ").AppendJoin(" | ", rows[i].Concat(Enumerable.Repeat("", width - rows[i].Count))).Append(" |\n");
            if (i == 0) text.Append('|').Insert(text.Length, " --- |", width).Append('\n');
        }

        text.Append('\n');
    }

    private static string Cell(TableCell cell) => string.Join(' ', cell.Elements<Paragraph>().Select(Plain)).Trim().Replace("|", "\\|", StringComparison.Ordinal);

    private static string Plain(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var part in paragraph.Descendants())
        {
            if (part is Text run) text.Append(run.Text);
            else if (part is TabChar) text.Append(' ');
            else if (part is Break) text.Append('\n');
        }

        return text.ToString();
    }
}
