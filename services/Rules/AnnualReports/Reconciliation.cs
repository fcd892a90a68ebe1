using System.Globalization;

namespace Disclosure.Rules.AnnualReports;

/// <summary>The reconciliation rules (勾稽关系) over one report.</summary>
internal sealed partial class Reconciliation(AnnualReport report)
{
    private readonly List<Violation> violations = [];

    public IReadOnlyList<Violation> Apply(AnnualReport? previous, ReportEvidence evidence)
    {
        for (var column = 1; column <= TableThree.TotalColumn; column++) CheckColumn(column);
        for (var row = 1; row <= TableThree.Rows.Count; row++) CheckRow(row);
        for (var block = 0; block < TableFour.Blocks.Count; block++) CheckBlock(block);
        if (previous is not null) CheckYearChain(previous);
        CheckCells();
        CheckEvidence(evidence);
        return [.. violations.OrderBy(violation => int.Parse(violation.Rule[1..], CultureInfo.InvariantCulture))];
    }

    private void CheckColumn(int column)
    {
        var name = TableThree.Columns[column - 1];
        Cell At(int row) => Cell.At(report, row, column);
        Equal("R1", $"{name}列：第一项加第二项", [At(TableThree.Received), At(TableThree.CarriedIn)],
            "第三项（七）总计加第四项", [At(TableThree.Total), At(TableThree.CarriedOut)]);
        Equal("R2", $"{name}列：办理结果各行之和",
            [.. Enumerable.Range(TableThree.FirstResult, TableThree.LastResult - TableThree.FirstResult + 1).Select(At)],
            "（七）总计", [At(TableThree.Total)]);
    }

    private void CheckRow(int row) => Equal("R3", $"{TableThree.Rows[row - 1]}：自然人加法人或其他组织各列",
        [.. Enumerable.Range(1, TableThree.TotalColumn - 1).Select(column => Cell.At(report, row, column))],
        "总计", [Cell.At(report, row, TableThree.TotalColumn)]);

    private void CheckBlock(int block)
    {
        var first = block * TableFour.BlockWidth;
        Equal("R4", $"{TableFour.Blocks[block]}：维持、纠正、其他、未审结之和",
            [.. Enumerable.Range(first, TableFour.BlockWidth - 1).Select(index => Cell.At(report, index))],
            "总计", [Cell.At(report, first + TableFour.BlockWidth - 1)]);
    }

    private void CheckYearChain(AnnualReport previous)
    {
        if (previous.Year != report.Year - 1)
        {
            Add("R5", Severity.Error, $"上年报告应为{report.Year - 1}年度，实为{previous.Year}年度，无法核对结转", []);
            return;
        }
        for (var column = 1; column <= TableThree.TotalColumn; column++)
            Equal("R5", $"{TableThree.Columns[column - 1]}列：上年结转", [Cell.At(report, TableThree.CarriedIn, column)],
                $"{previous.Year}年度报告结转下年度", [Before(Cell.At(previous, TableThree.CarriedOut, column))]);
        CheckInForce("规章", "regulations", report.Table2.Regulations, previous.Table2.Regulations);
        CheckInForce("行政规范性文件", "normativeDocuments", report.Table2.NormativeDocuments, previous.Table2.NormativeDocuments);
    }

    /// <summary>R6 only warns: revisions and clean-ups change what is in force without being made or abolished.</summary>
    private void CheckInForce(string name, string member, DocumentCounts now, DocumentCounts before)
    {
        if (now is not { Made: { } made, Abolished: { } abolished, InForce: { } inForce } || before.InForce is not { } past) return;
        if (inForce == past + made - abolished) return;
        Add("R6", Severity.Warning, $"{name}：现行有效{inForce}件，按上年现行有效{past}件加制发{made}件减废止{abolished}件应为{past + made - abolished}件",
            [new($"table2.{member}.inForce", name, inForce), new($"previous.table2.{member}.inForce", name, past),
                new($"table2.{member}.made", name, made), new($"table2.{member}.abolished", name, abolished)]);
    }

    private static Cell Before(Cell cell) => cell with { Path = "previous." + cell.Path };

    /// <summary>A side with a blank cell is unknown, not short: it is not compared.</summary>
    private void Equal(string rule, string leftName, IReadOnlyList<Cell> left, string rightName, IReadOnlyList<Cell> right)
    {
        if (left.Concat(right).Any(cell => cell.Value is null)) return;
        var (a, b) = (left.Sum(cell => cell.Value!.Value), right.Sum(cell => cell.Value!.Value));
        if (a != b) Add(rule, Severity.Error, string.Create(CultureInfo.InvariantCulture, $"{leftName}为{a}，{rightName}为{b}，相差{a - b}"),
            [.. left, .. right]);
    }

    private void Add(string rule, Severity severity, string message, IReadOnlyList<Cell> cells) =>
        violations.Add(new Violation(rule, severity, [.. cells.Select(cell => cell.Path)], message,
            [.. cells.Select(cell => cell.Value)]));
}
