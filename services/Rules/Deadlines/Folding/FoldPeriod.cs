namespace Disclosure.Rules.Deadlines.Folding;

/// <summary>Where an event's line stands among the days.</summary>
internal enum EventMark
{
    /// <summary>After its own day.</summary>
    None,

    /// <summary>Begins a count: the days after it are numbered from 1.</summary>
    Starts,

    /// <summary>Follows from the end of the limit: stands after the last day.</summary>
    Closes,

    /// <summary>Ends a count that may begin again: until it does, no day is told.</summary>
    Ends,
}

/// <summary>An event worth a line of explanation.</summary>
internal readonly record struct FoldEvent(DateOnly On, string Text, string Article, EventMark Mark = EventMark.None);

/// <summary>Days of a period that are not counted, and why.</summary>
internal readonly record struct Exclusion(DateOnly First, DateOnly Last, string Text, string Article);

/// <summary>One count, from a start to the next one or to the end.</summary>
/// <param name="Start">Day not counted.</param>
/// <param name="Due">Last day of the count, not reached where it stood still before; null where no day is set.</param>
/// <param name="Exclusions">Days not counted, ascending, none twice.</param>
internal sealed record FoldPeriod(DateOnly Start, DateOnly? Due, List<Exclusion> Exclusions);
