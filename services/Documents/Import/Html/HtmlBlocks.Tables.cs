using System.Globalization;
using AngleSharp.Dom;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Html;

/// <summary>Tables; one that holds others only places them on the page.</summary>
internal sealed partial class HtmlBlocks
{
    private const int MaxSpan = 1_000;

    private long places;

    private void Table(IElement element, HtmlSetting setting)
    {
        var rows = RowsOf(element).ToList();
        if (element.QuerySelector("table") is not null || (rows.Count == 1 && rows[0].Children.Length <= 1))
        {
            if (element.QuerySelector("table") is not null) remarks.Add(RemarkKind.NestedTable, "表格里还有表格，外层按段落导入，请核对。");
            Children(element, setting);
            Flush();
            return;
        }

        IReadOnlyList<Inline> caption = [];
        var outer = blocks;
        if (element.Children.FirstOrDefault(child => child.LocalName == "caption") is { } title && !IsLeftOut(title))
            caption = [.. Inner(title, setting).OfType<Paragraph>().SelectMany((paragraph, at)
                => at == 0 ? paragraph.Inlines : [new TextRun(" "), .. paragraph.Inlines])];
        var table = new List<IReadOnlyList<Cell>>();
        for (var at = 0; at < rows.Count; at++)
        {
            var cells = new List<Cell>();
            foreach (var cell in rows[at].Children)
            {
                if (cell.LocalName is not ("td" or "th") || IsLeftOut(cell)) continue;
                var columns = Math.Clamp(Span(cell, "colspan"), 1, MaxSpan);
                var height = Span(cell, "rowspan");
                height = Math.Clamp(height == 0 ? MaxSpan : height, 1, Math.Min(rows.Count - at, MaxSpan));
                if ((places += columns * height) > Body.MaxPlaces) throw new RefusedException(ImportFailures.TableTooLarge);
                var inner = setting with { Alignment = Alignment.Start };
                cells.Add(new(cell.LocalName == "th" || rows[at].ParentElement?.LocalName == "thead", columns, height,
                    Inner(cell, inner.Within(cell, page, Barred))));
            }

            table.Add(cells);
        }

        blocks = outer;
        blocks.Add(new Table(caption, table));
    }

    private IEnumerable<IElement> RowsOf(IElement table)
    {
        foreach (var child in table.Children)
            if (child.LocalName == "tr")
            {
                if (!IsLeftOut(child)) yield return child;
            }
            else if (child.LocalName is "thead" or "tbody" or "tfoot" && !IsLeftOut(child))
            {
                foreach (var row in child.Children)
                    if (row.LocalName == "tr" && !IsLeftOut(row)) yield return row;
            }
    }

    private static int Span(IElement cell, string name)
        => int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? span : 1;
}
