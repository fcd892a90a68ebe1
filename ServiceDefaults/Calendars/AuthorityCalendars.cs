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

    private State state = new(0, FrozenDictionary<string, IReadOnlyList<CalendarNotice>>.Empty,
        FrozenDictionary<string, WorkingCalendar>.Empty);

    /// <summary>The calendar that no authority has changed.</summary>
    public WorkingCalendar National => shipped.National;

    /// <summary>Position of the last imported notice that is counted with; 0 for none.</summary>
    internal long Position => Volatile.Read(ref state).Position;

    /// <summary>The calendar of an authority.</summary>
    /// <param name="authority">Its code.</param>
    /// <returns>Its calendar; the national one for an authority without rules.</returns>
    public WorkingCalendar Of(string authority)
        => Volatile.Read(ref state).Changed.GetValueOrDefault(authority) ?? BaseOf(authority);

    /// <summary>The calendar that an authority would have under a pack that is not in force: it may name another region.</summary>
    /// <param name="candidate">The pack.</param>
    /// <returns>Its calendar, with what the authority has imported.</returns>
    public WorkingCalendar Of(RulePack candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return Over(shipped.Of(candidate.Region?.OfCalendar()),
            Volatile.Read(ref state).Imported.GetValueOrDefault(candidate.Authority, []));
    }

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
        var imported = latest.Where(notice => !notice.IsWithdrawn).OrderBy(notice => notice.Scope).ThenBy(notice => notice.Year)
            .GroupBy(notice => notice.Authority).ToFrozenDictionary(own => own.Key,
                own => (IReadOnlyList<CalendarNotice>)[.. own.Select(notice => notice.Notice)], StringComparer.Ordinal);
        var changed = imported.ToFrozenDictionary(own => own.Key, own => Over(BaseOf(own.Key), own.Value), StringComparer.Ordinal);
        lock (gate)
        {
            if (position >= Position) Volatile.Write(ref state, new State(position, imported, changed));
        }
    }

    /// <summary>A region that the pack no longer names takes its notices with it.</summary>
    private static WorkingCalendar Over(WorkingCalendar basis, IReadOnlyList<CalendarNotice> notices)
        => notices.Where(notice => notice.Scope == NoticeScope.National || basis.Region is not null)
            .Aggregate(basis, (calendar, notice) => calendar.With(notice));

    private sealed record State(long Position, FrozenDictionary<string, IReadOnlyList<CalendarNotice>> Imported,
        FrozenDictionary<string, WorkingCalendar> Changed);
}
