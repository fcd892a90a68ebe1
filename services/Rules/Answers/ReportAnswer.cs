using Disclosure.Rules.AnnualReports;

namespace Disclosure.Rules.Answers;

/// <summary>Whether an annual report reconciles (年度报告核对).</summary>
public static class ReportAnswer
{
    /// <summary>Checks a report, and what it continues from.</summary>
    /// <param name="report">The report as JSON.</param>
    /// <param name="previous">The report of the year before as JSON; null when there is none.</param>
    /// <returns>Every violation; errors when a text is no JSON at all.</returns>
    public static Answer<IReadOnlyList<Violation>> Create(string report, string? previous)
    {
        var now = AnnualReportReader.Read(report);
        var before = previous is null ? null : AnnualReportReader.Read(previous);
        string[] errors = [.. Errors("", now), .. Errors("上年报告", before)];
        if (errors.Length > 0) return Answer<IReadOnlyList<Violation>>.No(errors);
        return Answer<IReadOnlyList<Violation>>.Of(
            [.. now.Violations, .. (before?.Violations ?? []).Select(OfPrevious), .. now.Report?.Check(before?.Report) ?? []]);
    }

    private static IEnumerable<string> Errors(string whose, ReportReading? reading) => reading?.NotJson is { } reason ? [whose + reason]
        : [];

    private static Violation OfPrevious(Violation violation)
        => violation with { Cells = [.. violation.Cells.Select(cell => "previous." + cell)], Message = "上年报告 " + violation.Message };
}
