using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>How a cell goes on from the one before or above it.</summary>
internal enum Merge
{
    None,
    Begins,
    GoesOn,
}

/// <summary>A cell as it is written.</summary>
internal sealed class DocxCell
{
    public int Columns { get; set; } = 1;

    public Merge Vertical { get; set; }

    public bool GoesOnFromLeft { get; set; }

    public bool IsDeleted { get; set; }

    public bool IsShaded { get; set; }

    public List<Block> Blocks { get; } = [];
}

/// <summary>A table under way: every cell in its column, whatever rows and columns it covers.</summary>
internal sealed class DocxTable
{
    private const int MaxCells = 50_000;
    private const int MaxColumns = 1_000;

    private readonly List<List<Placed>> rows = [];
    private readonly Dictionary<int, Placed> open = [];
    private List<DocxCell>? row;
    private bool isHead = true;
    private int cells;
    private long places;

    public bool HasStyle { get; set; }

    public bool IsHeader { get; set; }

    public bool IsRowDeleted { get; set; }

    public bool IsRowHidden { get; set; }

    public int Before { get; set; }

    public int After { get; set; }

    /// <summary>The row that is read, from 1.</summary>
    public int RowNumber => rows.Count + 1;

    public void BeginRow()
    {
        row = [];
        (IsHeader, IsRowDeleted, IsRowHidden, Before, After) = (false, false, false, 0, 0);
    }

    public void Add(DocxCell cell)
    {
        if (++cells > MaxCells) throw new TextIsTooLongException();
        if (!cell.IsDeleted) (row ??= []).Add(cell);
    }

    /// <summary>Places the cells of the row in the grid.</summary>
    /// <returns>Blocks that stand in cells which another covers, so that nobody sees them.</returns>
    public List<Block> EndRow()
    {
        var covered = new List<Block>();
        if (row is null) return covered;
        if (IsRowDeleted || (IsRowHidden && row.TrueForAll(cell => cell.Blocks.Count == 0)))
        {
            row = null;
            return covered;
        }

        var placed = new List<Placed>();
        var column = 0;
        Skip(placed, Before, ref column);
        foreach (var cell in row)
        {
            var columns = Math.Clamp(cell.Columns, 1, MaxColumns);
            if (cell.GoesOnFromLeft && placed is [.., var left])
            {
                left.Columns += columns;
                left.Blocks.AddRange(cell.Blocks);
            }
            else if (cell.Vertical == Merge.GoesOn && open.TryGetValue(column, out var above) && above.Columns == columns
                && above.LastRow == rows.Count - 1 && rows.Count - above.Row < MaxColumns)
            {
                above.LastRow++;
                places += columns;
                covered.AddRange(cell.Blocks);
            }
            else
            {
                var own = new Placed(columns, rows.Count, cell.Blocks);
                placed.Add(own);
                places += columns;
                if (cell.Vertical == Merge.None) open.Remove(column);
                else open[column] = own;
            }

            if (places > Body.MaxPlaces) throw new RefusedException(ImportFailures.TableTooLarge);
            column += columns;
        }

        Skip(placed, After, ref column);
        isHead &= IsHeader;
        foreach (var cell in placed) cell.IsHeader = isHead;
        rows.Add(placed);
        row = null;
        return covered;
    }

    public Table ToTable() => new([], [.. rows.Select(cells => (IReadOnlyList<Cell>)[.. cells.Select(cell
        => new Cell(cell.IsHeader, Math.Min(cell.Columns, MaxColumns), Math.Min(cell.LastRow - cell.Row + 1, MaxColumns), cell.Blocks))])]);

    private void Skip(List<Placed> placed, int columns, ref int column)
    {
        if (columns <= 0) return;
        columns = Math.Min(columns, MaxColumns);
        placed.Add(new(columns, rows.Count, []));
        places += columns;
        column += columns;
    }

    private sealed class Placed(int columns, int row, List<Block> blocks)
    {
        public int Columns { get; set; } = columns;

        public int Row { get; } = row;

        public int LastRow { get; set; } = row;

        public List<Block> Blocks => blocks;

        public bool IsHeader { get; set; }
    }
}
