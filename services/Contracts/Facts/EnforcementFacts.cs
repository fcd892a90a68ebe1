namespace Disclosure.Contracts.Facts;

/// <summary>信息处理费收费通知 for an application (国办函〔2020〕109号).</summary>
/// <param name="Basis">按件 or 按量.</param>
/// <param name="Amount">Amount, 元.</param>
/// <param name="Waived">What of it was reduced or waived (减免), 元.</param>
/// <param name="DueOn">Last day of payment.</param>
[Feeds("annual.1.fees", "annual.6.processing-fees", "stat.applications.fees")]
public sealed record ProcessingFeeNoticedFact(ProcessingFeeBasis Basis, decimal Amount, decimal Waived, DateOnly DueOn) : StatisticalFact;

/// <summary>缴费、逾期未缴.</summary>
/// <param name="Paid">What was paid, 元; 0 where the last day passed unpaid (视为放弃): row 22 of table 三 rests on it (R12).</param>
[Feeds("annual.1.fees", "annual.6.processing-fees", "stat.applications.fees")]
public sealed record ProcessingFeeSettledFact(decimal Paid) : StatisticalFact;

/// <summary>行政事业性收费 of a month, as entered by the responsible section.</summary>
/// <param name="Year">Year.</param>
/// <param name="Month">Month, 1–12.</param>
/// <param name="Amount">Amount, 元; the later entry of a month replaces the earlier one.</param>
[Feeds("annual.2.fees")]
public sealed record AdministrativeFeesFact(int Year, int Month, decimal Amount) : StatisticalFact;

/// <summary>A licence, penalty or coercion was recorded and published (行政执法公示).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="DueOn">Last day of its publication (七个工作日); null where none.</param>
[Feeds("annual.2.licences", "annual.2.penalties", "annual.2.coercions", "stat.enforcement.published", "stat.enforcement.on-time")]
public sealed record EnforcementRecordedFact(EnforcementKind Kind, DateOnly DecidedOn, DateOnly? DueOn) : StatisticalFact;

/// <summary>A published decision was changed, revoked or found unlawful and was taken down (行政处罚法第四十八条).</summary>
/// <param name="Kind">What it was.</param>
/// <param name="DueOn">Last day for taking it down (三个工作日); null where none.</param>
[Feeds("stat.enforcement.revoked")]
public sealed record EnforcementRevokedFact(EnforcementKind Kind, DateOnly? DueOn) : StatisticalFact;

/// <summary>处理决定数量 of a month, published or not, as entered by the responsible section.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Year">Year.</param>
/// <param name="Month">Month, 1–12.</param>
/// <param name="Count">All decisions; the later entry of a month replaces the earlier one. Published records must fit below it.</param>
[Feeds("annual.2.licences", "annual.2.penalties", "annual.2.coercions")]
public sealed record EnforcementTotalFact(EnforcementKind Kind, int Year, int Month, long Count) : StatisticalFact;

/// <summary>How the processing fee is counted.</summary>
public enum ProcessingFeeBasis
{
    /// <summary>按件.</summary>
    Pieces,

    /// <summary>按量（页）.</summary>
    Pages,
}

/// <summary>Decisions that table 二 counts by article 20 (五) and (六).</summary>
public enum EnforcementKind
{
    /// <summary>行政许可.</summary>
    Licence,

    /// <summary>行政处罚.</summary>
    Penalty,

    /// <summary>行政强制.</summary>
    Coercion,
}
