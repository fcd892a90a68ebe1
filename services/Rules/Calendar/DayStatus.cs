namespace Disclosure.Rules.Calendar;

/// <summary>Why a day is or is not a working day.</summary>
public enum DayKind
{
    /// <summary>工作日: Monday to Friday without a holiday.</summary>
    Weekday,

    /// <summary>周休息日.</summary>
    Weekend,

    /// <summary>节假日: a day off of the State Council's notice.</summary>
    Holiday,

    /// <summary>调休上班: a weekend day on which people work to make up for a holiday.</summary>
    MakeUp,
}

/// <summary>A day and the reason for its status.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">The reason.</param>
/// <param name="Name">Name of the holiday (节日名称); null for ordinary days.</param>
/// <param name="Provisional">True when a notice not yet loaded may still change the day.</param>
public readonly record struct DayStatus(DateOnly Date, DayKind Kind, string? Name, bool Provisional)
{
    /// <summary>Whether people work that day.</summary>
    public bool IsWorkingDay => Kind is DayKind.Weekday or DayKind.MakeUp;
}

/// <summary>A computed day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Provisional">True when a day that was looked at lies beyond the loaded notices: the date may still move.</param>
public readonly record struct CalendarDate(DateOnly Date, bool Provisional);

/// <summary>A counted number of working days.</summary>
/// <param name="Days">Working days; negative when the second day is before the first.</param>
/// <param name="Provisional">True when a day that was looked at lies beyond the loaded notices.</param>
public readonly record struct WorkingDayCount(int Days, bool Provisional);

/// <summary>One row of a notice (放假安排): a day off or a make-up day.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsOffDay">True for a day off, false for a make-up working day (调休上班).</param>
/// <param name="Name">Name of the holiday.</param>
public readonly record struct NoticeDay(DateOnly Date, bool IsOffDay, string Name);
