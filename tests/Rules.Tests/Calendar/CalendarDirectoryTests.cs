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
    {
        var none = Path.Combine(directory, "none");
        Assert.Equal(new CalendarFault(none, "目录不存在。"), Assert.Single(Assert.Throws<CalendarException>(()
            => WorkingCalendars.Load(none)).Faults));
    }

    [Theory]
    [InlineData("1989.csv")]
    [InlineData("2100.csv")]
    [InlineData("27.csv")]
    [InlineData("02027.csv")]
    [InlineData("2027-xinjiang.csv")]
    [InlineData("Xinjiang-2027.csv")]
    [InlineData("xinjiang_2027.csv")]
    [InlineData("xinjiang-1989.csv")]
    public void A_file_that_is_not_named_after_its_year_is_told_what_it_should_be_called(string name)
    {
        Write(name, HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026));
        var fault = Assert.Single(Assert.Throws<CalendarException>(() => WorkingCalendars.Load(directory)).Faults);
        Assert.Equal($"{name}：文件名应为 1990 至 2099 的年份，例如 2027.csv；地区的安排冠以地区代码，例如 xinjiang-2027.csv。", fault.ToString());
    }

    [Theory]
    [InlineData("1990.csv", "文件中没有 1990 年放假安排的任何一行。")]
    [InlineData("2099.csv", "文件中没有 2099 年放假安排的任何一行。")]
    public void The_first_and_the_last_year_of_the_calendar_are_years(string name, string message)
    {
        Write(name, Header);
        Assert.Equal(message, Assert.Single(Assert.Throws<CalendarException>(() => WorkingCalendars.Load(directory)).Faults).Message);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_fault_and_the_others_are_still_looked_at()
    {
        File.CreateSymbolicLink(Path.Combine(directory, "2026.csv"), Path.Combine(directory, "gone"));
        Write("2027.csv", Header);
        var failure = Assert.Throws<CalendarException>(() => WorkingCalendars.Load(directory));
        Assert.Equal(["2026.csv：文件无法读取。", "2027.csv：文件中没有 2027 年放假安排的任何一行。"], failure.Faults.Select(fault => fault.ToString()));
        Assert.Equal(string.Join(Environment.NewLine, failure.Faults.Select(fault => fault.ToString()).Prepend("放假安排有 2 处错误：")),
            failure.Message);
    }

    [Fact]
    public void A_region_builds_on_the_national_notice_of_the_same_directory_whatever_the_files_are_called()
    {
        Write("2027.csv", HolidayNoticeTests.Notice2027);
        Write("aba-2027.csv", Header + "2027-03-10,true,藏历年\n");
        Write("linxia-zhou-2027.csv", Header + "2027-03-09,true,肉孜节\n");
        Write("linxia-zhou-2026.csv", Header + "2026-03-20,true,肉孜节\n");
        var calendars = WorkingCalendars.Load(directory);
        Assert.Equal(2027, calendars.National.Years[^1]);
        var (aba, linxia) = (calendars.Of(new CalendarRegion("aba", "阿坝")), calendars.Of(new CalendarRegion("linxia-zhou", "临夏")));
        Assert.Equal((true, false), (aba.Works(new(2027, 3, 9)), aba.Works(new(2027, 3, 10))));
        Assert.Equal((false, true), (linxia.Works(new(2027, 3, 9)), linxia.Works(new(2027, 3, 10))));
        Assert.Equal([2026, 2027], linxia.RegionalYears);
        Assert.Equal([2027], aba.RegionalYears);
    }

    [Fact]
    public void Faults_are_told_nation_first_then_by_region_and_year()
    {
        foreach (var name in new[] { "b-2026.csv", "a-2027.csv", "a-2026.csv", "2027.csv", "2026.csv" }) Write(name, "no header");
        Assert.Equal(["2026.csv", "2027.csv", "a-2026.csv", "a-2027.csv", "b-2026.csv"],
            Assert.Throws<CalendarException>(() => WorkingCalendars.Load(directory)).Faults.Select(fault => fault.File).Distinct());
    }

    [Fact]
    public void A_corrected_regional_notice_takes_the_place_of_the_one_that_ships()
    {
        Write("xinjiang-2025.csv", Header + "2025-03-31,true,肉孜节\n");
        var xinjiang = WorkingCalendars.Load(directory).Of(new CalendarRegion("xinjiang", "新疆维吾尔自治区"));
        Assert.Equal([2022, 2023, 2025], xinjiang.RegionalYears);
        Assert.Equal((false, true, false),
            (xinjiang.Works(new(2025, 3, 31)), xinjiang.Works(new(2025, 6, 6)), xinjiang.Works(new(2023, 6, 28))));
    }

    [Fact]
    public void An_empty_directory_changes_nothing()
        => Assert.Equal(WorkingCalendar.Embedded.Version, WorkingCalendars.Load(directory).National.Version);

    [Fact]
    public void A_notice_is_filed_under_its_year_and_region()
    {
        Assert.Equal("2027.csv", WorkingCalendars.FileOf(null, 2027));
        Assert.Equal("xinjiang-2027.csv", WorkingCalendars.FileOf(new CalendarRegion("xinjiang", "新疆维吾尔自治区"), 2027));
    }

    private const string Header = "date,isOffDay,name\n";

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(directory, name), text);
}
