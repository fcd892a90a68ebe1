using Disclosure.Contracts.Packs;
using Disclosure.Kernel.People;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.ServiceDefaults.Replaying;

/// <summary>Rules that a recorded matter is read by.</summary>
/// <param name="Pack">The authority's pack.</param>
/// <param name="Calendar">The authority's calendar under that pack.</param>
public sealed record RuleSet(RulePack Pack, WorkingCalendar Calendar);

/// <summary>What a service has recorded and rules decide about: cases, applications, letters.</summary>
public interface IRecordedMatters
{
    /// <summary>Reads every matter of the reader's authority by two sets of rules, without what is kept from the reader (回避).</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="since">Only what began on this legal day or later.</param>
    /// <param name="today">Day of the question.</param>
    /// <param name="before">The rules in force.</param>
    /// <param name="after">The candidate.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>For each matter what differs, or null where nothing does; the latest first.</returns>
    IAsyncEnumerable<ReplayedMatter?> CompareAsync(Person reader, DateOnly since, DateOnly today, RuleSet before, RuleSet after,
        CancellationToken cancellation);
}
