using Disclosure.Kernel;

namespace Disclosure.Rules.Calendar;

/// <summary>The arrangement of one year (放假安排): the State Council's for the whole country, or a region's supplement to it.</summary>
/// <param name="Scope">Whose notice it is.</param>
/// <param name="Year">The year it arranges.</param>
/// <param name="Days">Its rows, each day once; the last days of December before may be among those of a national notice.</param>
public sealed record CalendarNotice(NoticeScope Scope, int Year, IReadOnlyList<NoticeDay> Days);
