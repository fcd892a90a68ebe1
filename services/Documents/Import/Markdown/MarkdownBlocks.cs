using System.Globalization;
using Disclosure.Documents.Bodies;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Block = Disclosure.Documents.Bodies.Block;
using Table = Disclosure.Documents.Bodies.Table;

namespace Disclosure.Documents.Import.Markdown;

/// <summary>Blocks of a parsed text as those of a body.</summary>
internal sealed class MarkdownBlocks(MarkdownLines lines, RemarkList remarks, string source)
{
    public List<Block> Document(MarkdownDocument document)
    {
        var blocks = new List<(int Line, Block Block)>();
        foreach (var part in document) blocks.AddRange(Of(part).Select(block => (part.Line, block)));
        // What only looks like the definition of a link's address, as “[注]: 不含税。”, is text.
        foreach (var definition in document.OfType<LinkReferenceDefinitionGroup>().SelectMany(group => group)
            .OfType<LinkReferenceDefinition>().Where(definition => definition is not FootnoteLinkReferenceDefinition
                && !lines.Used.Contains(definition)))
            blocks.Add((definition.Line, new Paragraph([new TextRun(Source(definition.Span))])));
        return [.. blocks.OrderBy(block => block.Line).Select(block => block.Block)];
    }

    /// <summary>A note's text in one paragraph.</summary>
    public List<Inline> Note(Footnote note)
    {
        var line = new List<Inline>();
        lines.IsNote = true;
        foreach (var block in new Body(Of(note)).Blocks)
        {
            if (line.Count > 0) line.Add(new LineBreak());
            line.AddRange(block is Paragraph paragraph ? paragraph.Inlines : [new TextRun(BodyText.Of(new Body([block])))]);
        }

        return line;
    }

    private List<Block> Of(ContainerBlock container) => [.. container.SelectMany(Of)];

    private IEnumerable<Block> Of(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case YamlFrontMatterBlock matter:
                remarks.Add(RemarkKind.Field, $"文件开头的说明{RemarkList.Quote(matter.Lines.ToString())}未导入。");
                return [];
            case HeadingBlock heading:
                return [new Heading(Math.Clamp(heading.Level, 1, 6), lines.Of(heading.Inline))];
            case ParagraphBlock paragraph:
                return MarkdownLines.Paragraphs(lines.Of(paragraph.Inline));
            case ListBlock list:
                return Lists(list);
            case QuoteBlock quote:
                return [new Quote(Of(quote))];
            case ThematicBreakBlock:
                return [new Rule()];
            case Markdig.Extensions.Tables.Table table:
                return [Of(table)];
            case HtmlBlock { Type: HtmlBlockType.Comment } comment:
                remarks.Add(RemarkKind.Comment, $"注释{RemarkList.Quote(comment.Lines.ToString())}未导入。");
                return [];
            case LeafBlock leaf:
                // Code and HTML are what they are, line by line.
                return leaf.Lines.ToString().Split('\n').Select(line => new Paragraph([new TextRun(line)]));
            case FootnoteGroup or LinkReferenceDefinitionGroup:
                return [];
            case ContainerBlock container:
                return Of(container);
            default:
                return [];
        }
    }

    /// <summary>A list keeps the numbers that are written; the lazy form that writes the same before each entry counts on.</summary>
    private List<Block> Lists(ListBlock list)
    {
        var items = list.OfType<ListItemBlock>().ToList();
        if (!list.IsOrdered) return [new ItemList(null, [.. items.Select(item => (IReadOnlyList<Block>)Of(item))])];
        var start = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            ? Math.Min(first, 90_000) : 1;
        var isLazy = items.TrueForAll(item => item.Order == items[0].Order);
        var lists = new List<Block>();
        var run = new List<IReadOnlyList<Block>>();
        var begin = start;
        foreach (var item in items)
        {
            var written = Math.Min(item.Order, 90_000);
            if (!isLazy && run.Count > 0 && written != begin + run.Count)
            {
                lists.Add(new ItemList(begin, run));
                (run, begin) = ([], written);
            }

            run.Add(Of(item));
        }

        lists.Add(new ItemList(begin, run));
        return lists;
    }

    private Table Of(Markdig.Extensions.Tables.Table table)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = new List<Cell>();
            foreach (var cell in row.OfType<TableCell>())
            {
                var at = cell.ColumnIndex >= 0 ? cell.ColumnIndex : cells.Count;
                var alignment = at < table.ColumnDefinitions.Count ? table.ColumnDefinitions[at].Alignment switch
                {
                    TableColumnAlign.Center => Alignment.Center,
                    TableColumnAlign.Right => Alignment.End,
                    _ => Alignment.Start,
                } : Alignment.Start;
                cells.Add(new(row.IsHeader, Math.Max(cell.ColumnSpan, 1), Math.Max(cell.RowSpan, 1), [.. Flat(Of(cell)).Select(block
                    => block is Paragraph paragraph && alignment != Alignment.Start ? paragraph with { Alignment = alignment } : block)]));
            }

            rows.Add(cells);
        }

        return new([], rows);
    }

    /// <summary>A cell holds no table: one in a grid is its cells' blocks.</summary>
    private static IEnumerable<Block> Flat(IEnumerable<Block> blocks) => blocks.SelectMany(block => block is Table inner
        ? inner.Rows.SelectMany(row => row).SelectMany(cell => cell.Blocks) : [block]);

    private string Source(SourceSpan span)
        => span.Start >= 0 && span.End < source.Length && span.Length > 0 ? source.Substring(span.Start, span.Length).Replace('\n', ' ')
        : "";
}
