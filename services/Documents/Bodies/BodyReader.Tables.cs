namespace Disclosure.Documents.Bodies;

/// <summary>Tables.</summary>
internal sealed partial class BodyReader
{
    private const int MaxSpan = 1_000;

    private Table Table(int begin)
    {
        Only("table", token.Attributes);
        IReadOnlyList<Inline> caption = [];
        var rows = new List<IReadOnlyList<Cell>>();
        Held("table", begin, () => Rows(rows, "table", inlines => caption = inlines));
        CountPlaces(rows, begin);
        return new(caption, rows);
    }

    private void Rows(List<IReadOnlyList<Cell>> rows, string holder, Action<IReadOnlyList<Inline>>? caption)
    {
        while (problems.Count < MaxProblems)
        {
            var (name, at) = (token.Value, line);
            if (IsSpace())
            {
                Advance();
            }
            else if (token is { Kind: TokenKind.Open, Value: "caption" } && caption is not null && rows.Count == 0)
            {
                Only(name, token.Attributes);
                caption(Element(name, at));
            }
            else if (token is { Kind: TokenKind.Open, Value: "thead" or "tbody" or "tfoot" } && holder == "table")
            {
                Only(name, token.Attributes);
                Held(name, at, () => Rows(rows, name, null));
            }
            else if (token is { Kind: TokenKind.Open, Value: "tr" })
            {
                Only(name, token.Attributes);
                var cells = new List<Cell>();
                Held(name, at, () => Cells(cells));
                rows.Add(cells);
            }
            else
            {
                return;
            }
        }
    }

    private void Cells(List<Cell> cells)
    {
        while (problems.Count < MaxProblems)
        {
            if (IsSpace())
            {
                Advance();
                continue;
            }

            if (token is not { Kind: TokenKind.Open, Value: "th" or "td" }) return;
            var (name, at) = (token.Value, line);
            int columns = 1, covered = 1;
            foreach (var (key, value) in token.Attributes)
                if (key == "colspan" && Number(value, 1, MaxSpan) is { } wide) columns = wide;
                else if (key == "rowspan" && Number(value, 1, MaxSpan) is { } high) covered = high;
                // Whom a heading heads follows from where it stands.
                else if (key != "scope") Problem(Unfit(name, key));
            var blocks = new List<Block>();
            Held(name, at, () => Blocks(blocks, top: false, mayHoldTables: false));
            cells.Add(new(name == "th", columns, covered, blocks));
        }
    }

    /// <summary>A few tags describe a grid of any size, and a browser draws all of it.</summary>
    private void CountPlaces(List<IReadOnlyList<Cell>> rows, int begin)
    {
        long covered = 0, columns = 0;
        foreach (var row in rows)
        {
            foreach (var cell in row) covered += (long)cell.Columns * cell.Rows;
            columns = Math.Max(columns, row.Sum(cell => (long)cell.Columns));
        }

        // A short row is drawn as wide as the widest.
        var count = Math.Max(covered, columns * rows.Count);
        if (count + places > Body.MaxPlaces) problems.Add(new(begin, $"表格过大：行数乘以列数不能超过 {Body.MaxPlaces:N0}，请拆成几个表格"));
        places = (int)Math.Min(count + places, int.MaxValue);
    }
}
