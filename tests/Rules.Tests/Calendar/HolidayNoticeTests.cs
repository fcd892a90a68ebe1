using Disclosure.Rules.Calendar;
using Xunit;

namespace Disclosure.Rules.Tests.Calendar;

public sealed class HolidayNoticeTests
{
    // An invented notice: it only has to be well formed.
    private const string Notice2027 = """
        date,isOffDay,name
        2026-12-31,true,元旦
        2027-01-01,true,元旦
        2027-02-05,true,春节
        2027-02-13,false,春节
        2027-04-05,true,清明节
        2027-05-03,true,劳动节
        2027-06-09,true,端午节
        2027-09-15,true,中秋节
        2027-10-01,true,国庆节
        """;

    [Fact]
    public void A_new_year_makes_its_dates_final()
    {
        var import = Import(2027, Notice2027);
        Assert.Empty(import.Conflicts);
        var calendar = import.Calendar!;
        Assert.Equal(2027, calendar.Years[^1]);
        Assert.NotEqual(WorkingCalendar.Embedded.Version, calendar.Version);
        Assert.Equal(new CalendarDate(new(2027, 1, 5), false), calendar.AddWorkingDays(new(2026, 12, 30), new WorkingDays(2)));
        Assert.True(WorkingCalendar.Embedded.Works(new(2026, 12, 31)));
    }

    [Fact]
    public void Every_conflict_is_reported_at_once()
    {
        var import = Import(2027, Notice2027.Replace("2027-09-15,true,中秋节\n", "", StringComparison.Ordinal) + "\n" + """
            2027-03-03,false,春节
            2027-02-05,true,春节
            2027-02-13,true,春节
            2028-01-03,true,元旦
            2027-05-04,true,
            2027-13-01,true,国庆节
            2027-10-02,yes,国庆节
            2027-10-03,true
            2026-12-30,true,春节
            """);
        Assert.Null(import.Calendar);
        Assert.Equal(
            [
                (NoticeConflictKind.MissingHoliday, 0), (NoticeConflictKind.MakeUpOnWorkingDay, 10), (NoticeConflictKind.Duplicate, 11),
                (NoticeConflictKind.Contradiction, 12), (NoticeConflictKind.WrongYear, 13), (NoticeConflictKind.MissingName, 14),
                (NoticeConflictKind.BadRow, 15), (NoticeConflictKind.BadRow, 16), (NoticeConflictKind.BadRow, 17), (NoticeConflictKind.WrongYear, 18),
            ],
            import.Conflicts.Select(conflict => (conflict.Kind, conflict.Line)));
    }

    [Fact]
    public void A_loaded_year_is_replaced_only_on_demand()
    {
        var csv = string.Join('\n', WorkingCalendar.Embedded.Days.Where(day => day.Date.Year == 2026)
            .Select(day => $"{day.Date:yyyy-MM-dd},{(day.Date == new DateOnly(2026, 2, 14) || day.IsOffDay ? "true" : "false")},{day.Name}").Prepend("date,isOffDay,name"));
        Assert.Equal([NoticeConflictKind.YearAlreadyLoaded, NoticeConflictKind.ContradictsLoaded], Import(2026, csv).Conflicts.Select(conflict => conflict.Kind));

        var replaced = HolidayNotice.Import(WorkingCalendar.Embedded, 2026, new StringReader(csv), replace: true).Calendar!;
        Assert.False(replaced.Works(new(2026, 2, 14)));
        Assert.Equal(WorkingCalendar.Embedded.Years, replaced.Years);
    }

    [Fact]
    public void An_empty_file_has_no_header()
        => Assert.Equal(NoticeConflictKind.BadHeader, Import(2027, "").Conflicts[0].Kind);

    private static NoticeImport Import(int year, string csv) => HolidayNotice.Import(WorkingCalendar.Embedded, year, new StringReader(csv));
}
