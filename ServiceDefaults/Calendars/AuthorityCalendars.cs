using System.Collections.Frozen;
using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.ServiceDefaults.Calendars;

/// <summary>The working calendars of the authorities (机关的工作日历) as this process counts with them: what ships with the platform and
/// lies in the directory of notices, what the authority's region adds, and what the authority has imported.</summary>
/// <remarks>Kept in memory and replaced as a whole, so that one answer is never counted with two calendars.</remarks>
/// <param name="packs">The rule packs, which name the region of an authority.</param>
/// <param name="shipped">The calendars of the deployment.</param>
public sealed class AuthorityCalendars(RulePacks packs, WorkingCalendars shipped)
{
    private readonly FrozenDictionary<string, WorkingCalendar> bases = packs.All.ToFrozenDictionary(pack => pack.Authority,
        pack => shipped.Of(pack.Region?.OfCalendar()), StringComparer.Ordinal);

    private readonly Lock gate = new();

    private State state = new(0, FrozenDictionary<string, WorkingCalendar>.Empty);

    /// <summary>The calendar that no authority has changed.</summary>
    public WorkingCalendar National => shipped.National;

    /// <summary>Position of the last imported notice that is counted with; 0 for none.</summary>
    internal long Position => Volatile.Read(ref state).Position;

    /// <summary>The calendar of an authority.</summary>
    /// <param name="authority">Its code.</param>
    /// <returns>Its calendar; the national one for an authority without rules.</returns>
    public WorkingCalendar Of(string authority)
        => Volatile.Read(ref state).Changed.GetValueOrDefault(authority) ?? BaseOf(authority);

    /// <summary>The calendar of an authority as it is without its own imports.</summary>
    /// <param name="authority">Its code.</param>
    /// <returns>Its calendar.</returns>
    public WorkingCalendar BaseOf(string authority) => bases.GetValueOrDefault(authority) ?? National;

    /// <summary>Counts with what the authorities have imported; what was read before something that is counted with already changes
    /// nothing.</summary>
    /// <param name="latest">The latest editions, all read at once.</param>
    internal void Lay(IReadOnlyList<ImportedNotice> latest)
    {
        var position = latest.Count == 0 ? 0 : latest.Max(notice => notice.Position);
        // A region that the pack no longer names takes its notices with it.
        var changed = latest.Where(notice => !notice.IsWithdrawn
            && (notice.Scope == NoticeScope.National || BaseOf(notice.Authority).Region is not null))
            .OrderBy(notice => notice.Scope).ThenBy(notice => notice.Year)
            .GroupBy(notice => notice.Authority).ToFrozenDictionary(own => own.Key,
                own => own.Aggregate(BaseOf(own.Key), (calendar, notice) => calendar.With(notice.Notice)), StringComparer.Ordinal);
        lock (gate)
        {
            if (position >= Position) Volatile.Write(ref state, new State(position, changed));
        }
    }

    private sealed record State(long Position, FrozenDictionary<string, WorkingCalendar> Changed);
}
