namespace Disclosure.Rules.Deadlines;

/// <summary>What a line of an explanation is about.</summary>
public enum ExplanationKind
{
    /// <summary>事实: something happened.</summary>
    Fact,

    /// <summary>工作日: counted.</summary>
    Counted,

    /// <summary>调休上班日: counted.</summary>
    MakeUp,

    /// <summary>周休息日: not counted.</summary>
    Weekend,

    /// <summary>节假日: not counted.</summary>
    Holiday,

    /// <summary>征求意见、等待补正或缴费、特殊原因等期间: not counted.</summary>
    Excluded,

    /// <summary>届满.</summary>
    Due,

    /// <summary>提示.</summary>
    Note,
}

/// <summary>A day or a span of days and what it did to the deadline.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Kind">What the line is about.</param>
/// <param name="Days">Days of the limit counted (or, for <see cref="ExplanationKind.Excluded"/>, not counted) in the line.</param>
/// <param name="Total">Days of the limit counted so far in the count that runs; after a reset it begins at 0 again.</param>
/// <param name="Text">The line in Chinese.</param>
/// <param name="Article">Its source.</param>
public readonly record struct ExplanationLine(DateOnly From, DateOnly To, ExplanationKind Kind, int Days, int Total, string Text,
    string Article);
