using System.Globalization;

namespace Disclosure.Rules.AnnualReports;

internal sealed partial class Reconciliation
{
    /// <summary>R7: no cell is blank and none is negative; counts are whole by their type.</summary>
    private void CheckCells()
    {
        foreach (var cell in Cell.Of(report).Where(cell => !report.Unreadable.Contains(cell.Path)))
            if (cell.Value is null) Add("R7", Severity.Error, $"{cell.Name}：空白，没有的填0", [cell]);
            else if (cell.Value < 0) Add("R7", Severity.Error,
                string.Create(CultureInfo.InvariantCulture, $"{cell.Name}：{cell.Value}，不得为负数"), [cell]);
    }

    private void CheckEvidence(ReportEvidence evidence)
    {
        CheckNarrative(evidence.Narrative);
        CheckPeriod(evidence);
        if (evidence.Units is { } units) CheckUnits(units);
        CheckRegulations(evidence.HasRuleMakingPower ?? report.Kind != ReportKind.Department);
        CheckFeeLapse(evidence.UnpaidFeeNotices);
        CheckPublication(evidence);
    }

    private void CheckNarrative(IReadOnlyList<NarrativeFigure> figures)
    {
        var cells = Cell.Of(report).ToDictionary(cell => cell.Path);
        foreach (var figure in figures)
            if (!cells.TryGetValue(figure.Cell, out var cell)) throw new ArgumentException($"No cell {figure.Cell} in an annual report.",
            nameof(figures));
            else if (cell.Value is { } value && value != figure.Value)
                Add("R8", Severity.Error, string.Create(CultureInfo.InvariantCulture, $"{cell.Name}：文字为{figure.Value}，表格为{value}"), [cell]);
    }

    private void CheckPeriod(ReportEvidence evidence)
    {
        var (first, last) = (new DateOnly(report.Year, 1, 1), new DateOnly(report.Year, 12, 31));
        if ((evidence.PeriodFrom ?? first) != first || (evidence.PeriodTo ?? last) != last)
            Add("R9", Severity.Error,
            $"统计期间应为{first:yyyy-MM-dd}至{last:yyyy-MM-dd}，"
            + $"实为{evidence.PeriodFrom ?? first:yyyy-MM-dd}至{evidence.PeriodTo ?? last:yyyy-MM-dd}", []);
    }

    /// <summary>R10 only warns: the summing organ adds its own figures.</summary>
    private void CheckUnits(IReadOnlyList<AnnualReport> units)
    {
        var lists = units.Select(Cell.Of).ToList();
        foreach (var (cell, i) in Cell.Of(report).Select((cell, i) => (cell, i)))
        {
            var parts = lists.Select(list => list[i].Value).ToList();
            if (cell.Value is not { } value || parts.Contains(null) || parts.Sum() == value) continue;
            Add("R10", Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"{cell.Name}：汇总为{value}，各单位之和为{parts.Sum()}"),
                [cell]);
        }
    }

    private void CheckRegulations(bool mayMakeRules)
    {
        var counts = report.Table2.Regulations;
        if (mayMakeRules || (counts.Made ?? 0) + (counts.Abolished ?? 0) + (counts.InForce ?? 0) == 0) return;
        Add("R11", Severity.Warning, "规章：没有规章制定权的机关各项应为0",
            [.. Cell.Of(report).Where(cell => cell.Path.StartsWith("table2.regulations.", StringComparison.Ordinal))]);
    }

    private void CheckFeeLapse(int? notices)
    {
        var lapsed = Cell.At(report, TableThree.FeeLapsed, TableThree.TotalColumn);
        if (notices is { } known && lapsed.Value > known)
            Add("R12", Severity.Error, string.Create(CultureInfo.InvariantCulture, $"{lapsed.Name}为{lapsed.Value}件，登记的逾期未缴收费通知只有{known}件"),
            [lapsed]);
    }

    private void CheckPublication(ReportEvidence evidence)
    {
        var last = evidence.LastMonthDay ?? (report.Kind == ReportKind.Department ? 131 : 331);
        var until = new DateOnly(report.Year + 1, last / 100, last % 100);
        if (evidence.PublishedOn > until)
            Add("R13", Severity.Error, $"应于{until:yyyy-MM-dd}前公布，实于{evidence.PublishedOn:yyyy-MM-dd}公布", []);
    }
}
