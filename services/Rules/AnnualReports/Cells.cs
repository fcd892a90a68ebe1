namespace Disclosure.Rules.AnnualReports;

/// <summary>A cell by path, name and value; the same order for every report.</summary>
internal sealed record Cell(string Path, string Name, decimal? Value)
{
    public static IReadOnlyList<Cell> Of(AnnualReport report) => [.. TableTwo(report.Table2), .. Three(report), .. Four(report)];

    private static IEnumerable<Cell> TableTwo(TableTwo table) =>
    [
        .. Documents("regulations", "规章", table.Regulations), .. Documents("normativeDocuments", "行政规范性文件", table.NormativeDocuments),
        new("table2.licences", "行政许可", table.Licences), new("table2.penalties", "行政处罚", table.Penalties),
        new("table2.coercions", "行政强制", table.Coercions), new("table2.fees", "行政事业性收费", table.Fees),
    ];

    private static IEnumerable<Cell> Documents(string member, string name, DocumentCounts counts) =>
    [
        new($"table2.{member}.made", name + "本年制发件数", counts.Made), new($"table2.{member}.abolished", name + "本年废止件数", counts.Abolished),
        new($"table2.{member}.inForce", name + "现行有效件数", counts.InForce),
    ];

    private static IEnumerable<Cell> Three(AnnualReport report) =>
        from row in Enumerable.Range(1, TableThree.Rows.Count)
        from column in Enumerable.Range(1, TableThree.Columns.Count)
        select At(report, row, column);

    private static IEnumerable<Cell> Four(AnnualReport report)
        => Enumerable.Range(0, report.Table4.Count).Select(index => At(report, index));

    public static Cell At(AnnualReport report, int row, int column) =>
        new(TableThree.Cell(row, column), $"{TableThree.Rows[row - 1]}·{TableThree.Columns[column - 1]}",
            report.Table3[row - 1][column - 1]);

    public static Cell At(AnnualReport report, int index) => new(TableFour.Cell(index), TableFour.Name(index), report.Table4[index]);
}
