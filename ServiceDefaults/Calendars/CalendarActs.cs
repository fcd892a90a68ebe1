namespace Disclosure.ServiceDefaults.Calendars;

/// <summary>Codes of acts upon calendars, as audit logs keep them.</summary>
public static class CalendarActs
{
    /// <summary>导入放假安排.</summary>
    public const string Imported = "calendar-imported";

    /// <summary>撤销导入的放假安排.</summary>
    public const string Withdrawn = "calendar-withdrawn";

    /// <summary>按新的工作日历重算期限.</summary>
    public const string Recounted = "due-days-recounted";
}
