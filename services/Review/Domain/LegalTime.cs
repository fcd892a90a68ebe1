using Disclosure.Rules.Calendar;

namespace Disclosure.Review.Domain;

/// <summary>When something happens: the instant, and the legal day in Asia/Shanghai.</summary>
/// <param name="At">Instant, UTC.</param>
/// <param name="Today">Legal day.</param>
/// <param name="Calendar">The authority's working calendar (工作日历), or null where none is at hand: steps then have no due date.</param>
internal sealed record LegalTime(DateTimeOffset At, DateOnly Today, WorkingCalendar? Calendar = null);
