using Disclosure.Rules.Calendar;
using Xunit;

namespace Disclosure.Rules.Tests.Calendar;

public sealed class CalendarDirectoryTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("disclosure-calendar-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void Without_a_directory_the_calendar_is_the_one_that_ships() => Assert.Same(WorkingCalendars.Embedded, WorkingCalendars.Load());

    [Fact]
    public void A_notice_of_the_directory_replaces_the_year_that_ships()
    {
        // The make-up day of 14 February is worked on the Sunday after instead.
        Write("2026.csv", HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026)
            .Replace("2026-02-14,false", "2026-02-22,false", StringComparison.Ordinal)
            .Replace("2026-02-22,true,春节\n", "", StringComparison.Ordinal));
        var calendar = WorkingCalendars.Load(directory).National;
        Assert.Equal((false, true), (calendar.Works(new(2026, 2, 14)), calendar.Works(new(2026, 2, 22))));
        Assert.Equal(WorkingCalendar.Embedded.Years, calendar.Years);
    }

    [Fact]
    public void Every_fault_of_every_file_is_reported()
    {
        Write("2026.csv", "date,isOffDay,name\n2026-01-01,yes,元旦\n2026-01-02,true\n");
        Write("2027.csv", "date,isOffDay,name\n");
        Write("next.csv", "");
        Write("xinjiang-2026.csv", "date,isOffDay,name\n2026-02-17,false,春节\n");
        Write("-2026.csv", "");
        Write("notes.txt", "not a notice");
        var faults = Assert.Throws<CalendarException>(() => WorkingCalendars.Load(directory)).Faults;
        Assert.Equal(["-2026.csv", "next.csv", "2026.csv", "2026.csv", "2027.csv", "xinjiang-2026.csv", "xinjiang-2026.csv"],
            faults.Select(fault => fault.File));
    }

    [Fact]
    public void A_notice_of_a_region_counts_for_that_region_alone()
    {
        Write("xinjiang-2026.csv", "date,isOffDay,name\n2026-03-20,true,肉孜节\n");
        var calendars = WorkingCalendars.Load(directory);
        var xinjiang = calendars.Of(new CalendarRegion("xinjiang", "新疆维吾尔自治区"));
        Assert.Equal((true, false), (calendars.National.Works(new(2026, 3, 20)), xinjiang.Works(new(2026, 3, 20))));
        Assert.Equal([2022, 2023, 2025, 2026], xinjiang.RegionalYears);
        Assert.Empty(calendars.Of(new CalendarRegion("ningxia", "宁夏回族自治区")).RegionalYears);
    }

    [Fact]
    public void A_directory_that_is_not_there_is_a_fault()
        => Assert.Single(Assert.Throws<CalendarException>(() => WorkingCalendars.Load(Path.Combine(directory, "none"))).Faults);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(directory, name), text);
}
