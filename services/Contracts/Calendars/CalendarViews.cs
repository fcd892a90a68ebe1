using Disclosure.Kernel;

namespace Disclosure.Contracts.Calendars;

/// <summary>A day that a notice arranges (放假、调休上班).</summary>
/// <param name="Date">The day.</param>
/// <param name="IsOffDay">True for a day off, false for a make-up working day (调休上班).</param>
/// <param name="Name">Name of the holiday.</param>
public sealed record ArrangedDay(DateOnly Date, bool IsOffDay, string Name);

/// <summary>A notice as it is handed in (放假安排), to be checked or imported.</summary>
/// <param name="Scope">National notice or the region's.</param>
/// <param name="Csv">Rows <c>date,isOffDay,name</c>, at most 1,000.</param>
/// <param name="Year">The year; null for the one that most rows belong to.</param>
/// <param name="Replace">Whether it replaces the notice of that year, for a corrected one (更正通知).</param>
/// <param name="Basis">The document it is taken from (依据), for instance its 文号; 1 to 200 characters. Not needed to check.</param>
public sealed record NoticeRequest(NoticeScope Scope, string Csv, int? Year = null, bool Replace = false, string? Basis = null);

/// <summary>A notice that is taken back (撤销导入).</summary>
/// <param name="Scope">National notice or the region's.</param>
/// <param name="Year">The year.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record NoticeWithdrawalRequest(NoticeScope Scope, int Year, string? Reason = null);

/// <summary>Something found in a notice.</summary>
/// <param name="Line">Line of the file from 1; 0 for the whole file.</param>
/// <param name="Message">The finding, Chinese.</param>
public sealed record NoticeFinding(int Line, string Message);

/// <summary>What a notice would be taken for (核对放假安排).</summary>
/// <param name="Year">The year; null where no row can be read and none is given.</param>
/// <param name="IsAcceptable">Whether nothing stands against it.</param>
/// <param name="Conflicts">What stands against it, in order of lines.</param>
/// <param name="Warnings">What would be left out or should be looked at, in order of lines.</param>
/// <param name="WorkingDays">Working days of the year with it; null where it is not acceptable.</param>
/// <param name="Calendar">Version of the calendar with it; null where it is not acceptable.</param>
/// <param name="ChangedDays">How many days would become working days or days off.</param>
/// <param name="Changed">These days, ascending; at most 100.</param>
public sealed record NoticeCheckView(int? Year, bool IsAcceptable, IReadOnlyList<NoticeFinding> Conflicts,
    IReadOnlyList<NoticeFinding> Warnings, int? WorkingDays, string? Calendar, int ChangedDays, IReadOnlyList<ChangedDay> Changed);

/// <summary>A day that a notice changes.</summary>
/// <param name="Date">The day.</param>
/// <param name="Works">Whether people work on it from now on.</param>
/// <param name="Name">Name of the holiday; null for an ordinary day.</param>
public sealed record ChangedDay(DateOnly Date, bool Works, string? Name);

/// <summary>A year of an authority's calendar (工作日历).</summary>
/// <param name="Year">The year.</param>
/// <param name="Calendar">Version of the authority's calendar.</param>
/// <param name="Loaded">Whether the national notice is loaded; without it every day is provisional (暂定).</param>
/// <param name="Provisional">Whether any of its days may still change.</param>
/// <param name="WorkingDays">Working days of the year.</param>
/// <param name="Days">Days of the national notice.</param>
/// <param name="Region">Name of the authority's region; null where it has no holidays of its own.</param>
/// <param name="RegionLoaded">Whether the region's notice is loaded; null without a region.</param>
/// <param name="RegionDays">Days that the region adds.</param>
/// <param name="Imports">What the authority imported for the year, the latest first; at most 100.</param>
public sealed record CalendarYearView(int Year, string Calendar, bool Loaded, bool Provisional, int WorkingDays,
    IReadOnlyList<ArrangedDay> Days, string? Region, bool? RegionLoaded, IReadOnlyList<ArrangedDay> RegionDays,
    IReadOnlyList<NoticeEditionView> Imports);

/// <summary>An edition of an imported notice.</summary>
/// <param name="Scope">National notice or the region's.</param>
/// <param name="Edition">Its number, from 1.</param>
/// <param name="IsWithdrawn">Whether it takes the notice back.</param>
/// <param name="Basis">The document it is taken from, or why it was taken back.</param>
/// <param name="ImportedAt">When, UTC.</param>
/// <param name="ImportedBy">Name of the person.</param>
public sealed record NoticeEditionView(NoticeScope Scope, int Edition, bool IsWithdrawn, string Basis, DateTimeOffset ImportedAt,
    string ImportedBy);

/// <summary>What open due days would become under a notice (规则变更试算), before it takes effect.</summary>
/// <param name="Calendar">Version of the calendar they would be counted with.</param>
/// <param name="Counted">Open clocks looked at.</param>
/// <param name="Moved">Those whose day would be another.</param>
/// <param name="Overdue">Those that would be overdue by it, and are not now.</param>
/// <param name="Rows">Moved ones, by their place; at most 100, and none for who may not read the subjects.</param>
public sealed record ReplayView(string Calendar, int Counted, int Moved, int Overdue, IReadOnlyList<MovedDueDay> Rows);

/// <summary>A due day that moves.</summary>
/// <param name="SubjectKind">Kind of the subject, for instance <c>review.case</c>.</param>
/// <param name="SubjectId">The subject at its owner; its title is not told here, because not everybody may know of it.</param>
/// <param name="Part">Name of the step or limit.</param>
/// <param name="Unit">Unit it is of, code.</param>
/// <param name="Before">Due day as it stands; null for none.</param>
/// <param name="After">Due day under the notice.</param>
public sealed record MovedDueDay(string SubjectKind, Guid SubjectId, string Part, string Unit, DateOnly? Before, DateOnly? After);
