namespace Disclosure.Rules.AnnualReports;

/// <summary>How much a violation weighs.</summary>
public enum Severity
{
    /// <summary>错误: the report may not be submitted.</summary>
    Error,

    /// <summary>提示: has an explanation more often than not; somebody has to look.</summary>
    Warning,
}

/// <summary>One reconciliation rule that does not hold, or one place that cannot be read.</summary>
/// <param name="Rule"><c>R1</c>–<c>R13</c>, or <c>format</c> where the document is not of the shape of a report.</param>
/// <param name="Severity">Weight.</param>
/// <param name="Cells">Cells as JSON paths of the report, for instance <c>table3[0][6]</c>.</param>
/// <param name="Message">What is wrong with names and numbers, Chinese.</param>
/// <param name="Numbers">Value of each of <paramref name="Cells"/>, in their order; null where a cell has none.</param>
public sealed record Violation(string Rule, Severity Severity, IReadOnlyList<string> Cells, string Message,
    IReadOnlyList<decimal?> Numbers);
