namespace Disclosure.Documents.Import.Pdf.Tables;

/// <summary>Finds the tables of a page by their lines.</summary>
internal static class RuledTables
{
    private const double Near = 3;
    private const int MaxTables = 100;

    public static List<RuledGrid> In(Rulings rulings)
    {
        var (level, upright) = (rulings.Level, rulings.Upright);
        if (level.Count < 2 || upright.Count == 0) return [];
        // Lines that touch belong to one table.
        var parents = Enumerable.Range(0, level.Count + upright.Count).ToArray();
        for (var h = 0; h < level.Count; h++)
            for (var v = 0; v < upright.Count; v++)
                if (Touch(level[h], upright[v])) parents[Root(h)] = Root(level.Count + v);
        var grids = Enumerable.Range(0, parents.Length).GroupBy(Root).Select(group => RuledGrid.Of(
            [.. group.Where(index => index < level.Count).Select(index => level[index])],
            [.. group.Where(index => index >= level.Count).Select(index => upright[index - level.Count])]));
        return [.. grids.OfType<RuledGrid>().OrderByDescending(grid => grid.Top).Take(MaxTables)];

        int Root(int index)
        {
            while (parents[index] != index) index = parents[index] = parents[parents[index]];
            return index;
        }
    }

    private static bool Touch(Ruling level, Ruling upright)
        => level.From - Near <= upright.At && upright.At <= level.To + Near
        && upright.From - Near <= level.At && level.At <= upright.To + Near;
}
