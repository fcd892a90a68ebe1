using Disclosure.Kernel.People;
using Disclosure.Rules.Calendar;

namespace Disclosure.ServiceDefaults.Calendars;

/// <summary>A due day that somebody is held to (未办结的期限), and what it is counted from.</summary>
/// <param name="SubjectKind">Kind of the subject.</param>
/// <param name="SubjectId">The subject.</param>
/// <param name="Part">Code of the step or limit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Unit it is of, code.</param>
/// <param name="DueOn">Due day as it stands; null for none.</param>
/// <param name="CountedBy">Version of the calendar it was counted with.</param>
public abstract record OpenClock(string SubjectKind, Guid SubjectId, string Part, string Name, string Unit, DateOnly? DueOn,
    string CountedBy)
{
    /// <summary>The due day by a calendar.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <returns>The day; null for none.</returns>
    public abstract DateOnly? DueBy(WorkingCalendar calendar);
}

/// <summary>A due day to be set.</summary>
/// <param name="Clock">The clock as it was read.</param>
/// <param name="DueOn">The day by the new calendar.</param>
public readonly record struct Recount(OpenClock Clock, DateOnly? DueOn);

/// <summary>The open due days of a service that are counted in working days.</summary>
public interface IOpenClocks
{
    /// <summary>Open due days of the reader's authority, by subject and part, without what is kept from the reader (回避).</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="after">The last one known; null for the beginning.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The due days.</returns>
    Task<IReadOnlyList<OpenClock>> ListAsync(Person reader, OpenClock? after, int limit, CancellationToken cancellation);

    /// <summary>Every open due day of an authority that is to be counted anew, by subject and part.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="calendar">Version of the calendar: those that were counted with another one.</param>
    /// <param name="after">The last one known; null for the beginning.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The due days.</returns>
    Task<IReadOnlyList<OpenClock>> OutdatedAsync(string authority, string calendar, OpenClock? after, int limit,
        CancellationToken cancellation);

    /// <summary>Sets due days, within the transaction at hand, where the clock is still as it was read; keeps before and after of those
    /// that move (<see cref="DueChange"/>).</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="calendar">Version of the calendar they were counted with.</param>
    /// <param name="recounts">The due days.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>How many moved.</returns>
    Task<int> SetAsync(string authority, string calendar, IReadOnlyList<Recount> recounts, DateTimeOffset now,
        CancellationToken cancellation);
}
