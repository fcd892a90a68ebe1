using Disclosure.Kernel;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Timing;

/// <summary>A matter that is timed by its class (公开时间).</summary>
/// <param name="Formed">Day it was formed (形成), or arose.</param>
/// <param name="Published">Days on which it was published; the first one is what counts, except for what recurs.</param>
/// <param name="Planned">Day that whoever decides found suitable (适时); null where none was chosen.</param>
/// <param name="ExpiresOn">Last day on which it is to be shown; null for ever.</param>
public sealed record TimedMatter(DateOnly Formed, IReadOnlyList<DateOnly> Published, DateOnly? Planned = null, DateOnly? ExpiresOn = null);

/// <summary>When a matter has to be public, and for how long.</summary>
/// <param name="Class">Code of the timing class.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Due">Last day to publish; of what recurs, in the period of today.</param>
/// <param name="Provisional">True when the day depends on a notice not yet published.</param>
/// <param name="State">Light; ended once it is published, of what recurs once it is in the period of today, and overdue where the period
/// before was missed and nothing has come since.</param>
/// <param name="OnTime">Whether it was published in time, of what recurs in every period; null while that is not known.</param>
/// <param name="ExpiresOn">Last day on which it is shown; null where it stays, as what is public for the long term always does.</param>
/// <param name="Occurrences">Occurrences of what recurs; empty otherwise.</param>
/// <param name="Warnings">Wishes that the class does not allow, Chinese.</param>
public sealed record TimingReading(string Class, TimingKind Kind, DateOnly Due, bool Provisional, ClockState State, bool? OnTime,
    DateOnly? ExpiresOn,
    IReadOnlyList<Occurrence> Occurrences, IReadOnlyList<string> Warnings);
