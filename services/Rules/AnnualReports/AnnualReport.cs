namespace Disclosure.Rules.AnnualReports;

/// <summary>Who reports; decides the day of publication (article 49).</summary>
public enum ReportKind
{
    /// <summary>部门: by 31 January.</summary>
    Department,

    /// <summary>政府: by 31 March.</summary>
    Government,
}

/// <summary>
/// The tables of the 政府信息公开工作年度报告 (format of 国办公开办函〔2021〕30号). A cell is null where it was left blank:
/// blank is not zero, and no sum is checked over it.
/// </summary>
public sealed record AnnualReport
{
    /// <summary>Year reported on.</summary>
    public required int Year { get; init; }

    /// <summary>Who reports.</summary>
    public required ReportKind Kind { get; init; }

    /// <summary>二、主动公开政府信息情况.</summary>
    public required TableTwo Table2 { get; init; }

    /// <summary>三、收到和处理政府信息公开申请情况: 25 rows of 7 columns, see <see cref="TableThree"/>.</summary>
    public required IReadOnlyList<IReadOnlyList<long?>> Table3 { get; init; }

    /// <summary>四、行政复议、行政诉讼情况: 15 columns, see <see cref="TableFour"/>.</summary>
    public required IReadOnlyList<long?> Table4 { get; init; }

    /// <summary>Cells whose text could not be read and was reported already; they are neither numbers nor blank.</summary>
    public IReadOnlySet<string> Unreadable { get; init; } = new HashSet<string>();

    /// <summary>Applies R1–R7 and R11, and of the others those for which the evidence is given.</summary>
    /// <param name="previous">The report of the year before, for R5 and R6; null when there is none.</param>
    /// <param name="evidence">What R8–R10, R12 and R13 compare with; null when there is none.</param>
    /// <returns>Every violation, in the order of the rules; empty when the report reconciles.</returns>
    public IReadOnlyList<Violation> Check(AnnualReport? previous = null, ReportEvidence? evidence = null) =>
        new Reconciliation(this).Apply(previous, evidence ?? new ReportEvidence());
}

/// <summary>Counts of documents (制发、废止、现行有效件数).</summary>
/// <param name="Made">本年制发件数.</param>
/// <param name="Abolished">本年废止件数.</param>
/// <param name="InForce">现行有效件数.</param>
public sealed record DocumentCounts(long? Made, long? Abolished, long? InForce);

/// <summary>Table 二 by the items of article 20.</summary>
/// <param name="Regulations">规章.</param>
/// <param name="NormativeDocuments">行政规范性文件.</param>
/// <param name="Licences">行政许可：本年处理决定数量.</param>
/// <param name="Penalties">行政处罚：本年处理决定数量.</param>
/// <param name="Coercions">行政强制：本年处理决定数量.</param>
/// <param name="Fees">行政事业性收费：本年收费金额，万元.</param>
public sealed record TableTwo(DocumentCounts Regulations, DocumentCounts NormativeDocuments, long? Licences, long? Penalties,
    long? Coercions, decimal? Fees);
