namespace Disclosure.Review.Domain;

/// <summary>The day that lies a number of working days (工作日) after another.</summary>
internal delegate DateOnly AddWorkingDays(DateOnly from, int days);

/// <summary>When something happens: the instant, and the legal day in Asia/Shanghai.</summary>
/// <param name="At">Instant, UTC.</param>
/// <param name="Today">Legal day.</param>
/// <param name="WorkingDays">The working calendar, or null where none is loaded: steps then have no due date.</param>
internal sealed record LegalTime(DateTimeOffset At, DateOnly Today, AddWorkingDays? WorkingDays = null);
