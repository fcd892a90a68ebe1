namespace Disclosure.Rules.AnnualReports;

/// <summary>What is known beside the tables. A rule without its evidence is not applied.</summary>
public sealed record ReportEvidence
{
    /// <summary>Figures the text of the report states (R8).</summary>
    public IReadOnlyList<NarrativeFigure> Narrative { get; init; } = [];

    /// <summary>First day of the period (R9).</summary>
    public DateOnly? PeriodFrom { get; init; }

    /// <summary>Last day of the period (R9).</summary>
    public DateOnly? PeriodTo { get; init; }

    /// <summary>Reports of the units that this one sums up (R10); null when it sums up none.</summary>
    public IReadOnlyList<AnnualReport>? Units { get; init; }

    /// <summary>Whether the organ may make 规章 (R11); null: a department may not, of a government it is unknown.</summary>
    public bool? HasRuleMakingPower { get; init; }

    /// <summary>Fee notices in the register whose payment period ended unpaid in the year (R12).</summary>
    public int? UnpaidFeeNotices { get; init; }

    /// <summary>Day of publication (R13).</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Last day of publication as month × 100 + day, where a local rule is earlier than article 49 (R13).</summary>
    public int? LastMonthDay { get; init; }
}

/// <summary>A figure in the text of the report.</summary>
/// <param name="Cell">Cell it speaks of, as a JSON path.</param>
/// <param name="Value">Value the text states.</param>
public sealed record NarrativeFigure(string Cell, decimal Value);
