namespace Disclosure.Rules.Calendar;

/// <summary>Why a day is or is not a working day.</summary>
public enum DayKind
{
    /// <summary>工作日: Monday to Friday without a holiday.</summary>
    Weekday,

    /// <summary>周休息日.</summary>
    Weekend,

    /// <summary>节假日: a day off of a notice.</summary>
    Holiday,

    /// <summary>调休上班: a weekend day on which people work to make up for a holiday.</summary>
    MakeUp,
}

/// <summary>A day and the reason for its status.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">The reason.</param>
/// <param name="Name">Name of the holiday (节日名称); null for ordinary days.</param>
/// <param name="Provisional">True when a notice not yet loaded may still change the day.</param>
/// <param name="Regional">True when the region's supplement says so, not the State Council's notice.</param>
public readonly record struct DayStatus(DateOnly Date, DayKind Kind, string? Name, bool Provisional, bool Regional = false)
{
    /// <summary>Whether people work that day.</summary>
    public bool IsWorkingDay => Kind is DayKind.Weekday or DayKind.MakeUp;
}

/// <summary>A region whose government arranges customary holidays of its minorities (民族自治地方).</summary>
/// <param name="Code">Code, for instance <c>xinjiang</c>; part of file names.</param>
/// <param name="Name">Its name, for instance 新疆维吾尔自治区.</param>
public sealed record CalendarRegion(string Code, string Name)
{
    /// <summary>The source of its days off, as explanations cite it.</summary>
    public string Source => $"{Name}节假日安排通知、全国年节及纪念日放假办法第四条";
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
