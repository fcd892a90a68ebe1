using Disclosure.Rules.Calendar;
using Xunit;

namespace Disclosure.Rules.Tests.Calendar;

public sealed class CalendarDirectoryTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("disclosure-calendar-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void Without_a_directory_the_calendar_is_the_one_that_ships() => Assert.Same(WorkingCalendar.Embedded, WorkingCalendar.Load());

    [Fact]
    public void A_notice_of_the_directory_replaces_the_year_that_ships()
    {
        // The make-up day of 14 February is worked on the Sunday after instead.
        Write("2026.csv", HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026)
            .Replace("2026-02-14,false", "2026-02-22,false", StringComparison.Ordinal)
            .Replace("2026-02-22,true,春节\n", "", StringComparison.Ordinal));
        var calendar = WorkingCalendar.Load(directory);
        Assert.Equal((false, true), (calendar.Works(new(2026, 2, 14)), calendar.Works(new(2026, 2, 22))));
        Assert.Equal(WorkingCalendar.Embedded.Years, calendar.Years);
    }

    [Fact]
    public void Every_fault_of_every_file_is_reported()
    {
        Write("2026.csv", "date,isOffDay,name\n2026-01-01,yes,元旦\n2026-01-02,true\n");
        Write("2027.csv", "date,isOffDay,name\n");
        Write("next.csv", "");
        Write("notes.txt", "not a notice");
        var faults = Assert.Throws<CalendarException>(() => WorkingCalendar.Load(directory)).Faults;
        Assert.Equal(["next.csv", "2026.csv", "2026.csv", "2027.csv"], faults.Select(fault => fault.File));
    }

    [Fact]
    public void A_directory_that_is_not_there_is_a_fault()
        => Assert.Single(Assert.Throws<CalendarException>(() => WorkingCalendar.Load(Path.Combine(directory, "none"))).Faults);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(directory, name), text);
}
