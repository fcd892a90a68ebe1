namespace Disclosure.Rules.Deadlines.Timing;

/// <summary>How an occurrence of a periodic duty stands.</summary>
public enum OccurrenceState
{
    /// <summary>尚未到期: may still be done in time.</summary>
    Open,

    /// <summary>按期完成.</summary>
    Done,

    /// <summary>逾期完成: in its period, after the day on which it was due.</summary>
    DoneLate,

    /// <summary>到期未完成.</summary>
    Missed,
}

/// <summary>One occurrence (一期) of a periodic duty (定期事项).</summary>
/// <param name="First">First day of its period.</param>
/// <param name="Last">Last day of its period.</param>
/// <param name="Due">Last day on which it is done in time.</param>
/// <param name="DoneOn">Day on which it was done; null where it was not, or not often enough.</param>
/// <param name="State">How it stands.</param>
public sealed record Occurrence(DateOnly First, DateOnly Last, DateOnly Due, DateOnly? DoneOn, OccurrenceState State);
