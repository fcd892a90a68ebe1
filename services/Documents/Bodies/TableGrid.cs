namespace Disclosure.Documents.Bodies;

/// <summary>In which column of its table each cell stands.</summary>
internal static class TableGrid
{
    /// <summary>Columns by which each cell stands behind the one before it, or behind the edge: what lies between is covered by others.
    /// The cost is rows times columns, which are bounded (<see cref="Body.MaxPlaces"/>).</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Steps(Table table)
    {
        var steps = new List<IReadOnlyList<int>>(table.Rows.Count);
        // Rows that each column is still covered for by a cell above.
        var covered = new List<int>();
        foreach (var row in table.Rows)
        {
            var own = new List<int>(row.Count);
            var (column, before) = (0, 0);
            foreach (var cell in row)
            {
                while (column < covered.Count && covered[column] > 0) covered[column++]--;
                own.Add(column - before);
                before = column;
                for (var end = column + cell.Columns; column < end; column++)
                {
                    if (column == covered.Count) covered.Add(0);
                    covered[column] = Math.Max(covered[column] - 1, cell.Rows - 1);
                }
            }

            for (; column < covered.Count; column++) covered[column] = Math.Max(covered[column] - 1, 0);
            steps.Add(own);
        }

        return steps;
    }
}
