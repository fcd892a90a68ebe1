using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Xunit;

namespace Disclosure.Rules.Tests.Calendar;

/// <summary>The first and the last day that can be computed with, the longest lengths, and which years a calendar holds.</summary>
public sealed class CalendarEdgeTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Embedded;

    private static readonly DateOnly First = new(1990, 1, 1);

    private static readonly DateOnly Last = new(2099, 12, 31);

    [Fact]
    public void The_calendar_reaches_from_1990_to_2099()
    {
        Assert.Equal([(false, true), (true, false)],
            new[] { (First.AddDays(-1), First), (Last, Last.AddDays(1)) }
                .Select(pair => (WorkingCalendar.Supports(pair.Item1), WorkingCalendar.Supports(pair.Item2))));

        // 1 January 1990 is a Monday, 31 December 2099 a Thursday.
        Assert.Equal((true, true), (Calendar.Works(First), Calendar.Works(Last)));
        Assert.Equal((First, Last), (Calendar.AddWorkingDays(First, new WorkingDays(0)).Date,
            Calendar.AddWorkingDays(Last.AddDays(-1), new WorkingDays(1)).Date));
        Assert.Equal(4, Calendar.CountWorkingDays(First, new(1990, 1, 5)).Days);
        Assert.True(Calendar.IsProvisional(First, First));
        foreach (var outside in new[] { First.AddDays(-1), Last.AddDays(1) })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Works(outside));
            Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.IsWorkingDay(outside));
            Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.CountWorkingDays(First, outside));
            Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(outside, new WorkingDays(0)));
        }
    }

    [Fact]
    public void A_length_that_ends_on_the_last_day_is_counted_and_one_a_day_longer_is_not()
    {
        Assert.Equal(Last, WorkingCalendar.AddCalendarDays(new(2099, 12, 1), new CalendarDays(30)).Date);
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingCalendar.AddCalendarDays(new(2099, 12, 1), new CalendarDays(31)));
        Assert.Equal(Last, WorkingCalendar.AddMonths(new(2099, 11, 30), new Months(1)).Date.AddDays(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingCalendar.AddMonths(new(2099, 12, 1), new Months(1)));
        Assert.Equal(Last, Calendar.AddWorkingDays(new(2099, 12, 28), new WorkingDays(3)).Date);
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(new(2099, 12, 28), new WorkingDays(4)));
        Assert.Equal(((DateOnly?)Last, (DateOnly?)null), (Calendar.TryAdd(Last.AddDays(-1), new WorkingDays(1)),
            Calendar.TryAdd(Last, new WorkingDays(1))));
        Assert.Equal(((DateOnly?)Last, (DateOnly?)null), (WorkingCalendar.TryAdd(Last.AddDays(-1), new CalendarDays(1)),
            WorkingCalendar.TryAdd(Last, new CalendarDays(1))));
        Assert.Equal(((DateOnly?)Last, (DateOnly?)null), (WorkingCalendar.TryAdd(new(2099, 10, 31), new Months(2)),
            WorkingCalendar.TryAdd(Last, new Months(1))));
        Assert.Equal(new DateOnly(2026, 2, 15), Calendar.TryAdd(new(2026, 2, 15), new WorkingDays(0)));
    }

    [Theory]
    [InlineData(-1, false, false, false)]
    [InlineData(0, true, true, true)]
    [InlineData(240, true, true, true)]
    [InlineData(241, true, true, false)]
    [InlineData(5000, true, true, false)]
    [InlineData(5001, false, true, false)]
    [InlineData(7300, false, true, false)]
    [InlineData(7301, false, false, false)]
    public void A_number_of_days_or_months_is_a_length_up_to_the_longest(int number, bool workingDays, bool calendarDays, bool months)
    {
        Assert.Equal((workingDays, calendarDays, months),
            (WorkingDays.TryCreate(number) is not null, CalendarDays.TryCreate(number) is not null, Months.TryCreate(number) is not null));
        Assert.Equal(workingDays, Accepts(() => new WorkingDays(number)));
        Assert.Equal(calendarDays, Accepts(() => new CalendarDays(number)));
        Assert.Equal(months, Accepts(() => new Months(number)));
        if (workingDays) Assert.Equal(number, WorkingDays.TryCreate(number)!.Value.Value);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2018)]
    [InlineData(2027)]
    [InlineData(2099)]
    [InlineData(2100)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_year_without_a_notice_is_not_loaded(int year)
    {
        Assert.False(Calendar.IsLoaded(year));
        Assert.Null(Calendar.NoticeOf(NoticeScope.National, year));
        Assert.False(Calendar.IsLoaded(2026, NoticeScope.Regional));
        Assert.True(Calendar.IsLoaded(2026));
    }

    [Fact]
    public void A_notice_holds_the_december_days_before_its_year_and_not_those_of_the_next()
    {
        var (before, own) = (Calendar.NoticeOf(NoticeScope.National, 2022)!, Calendar.NoticeOf(NoticeScope.National, 2023)!);
        Assert.Equal(new DateOnly(2022, 12, 31), own.Days[0].Date);
        Assert.DoesNotContain(before.Days, day => day.Date == own.Days[0].Date);
        Assert.Equal((NoticeScope.National, 2023), (own.Scope, own.Year));
    }

    [Theory]
    [InlineData("none", new int[0])]
    [InlineData("2019", new[] { 2019 })]
    [InlineData("2019,2021", new[] { 2021, 2019 })]
    [InlineData("2019-2020,2022-2024,2026", new[] { 2019, 2020, 2022, 2023, 2024, 2026 })]
    public void The_version_names_the_years_that_are_loaded(string years, int[] loaded)
        => Assert.StartsWith(years + "+", WorkingCalendar.Create([], loaded).Version, StringComparison.Ordinal);

    [Fact]
    public void The_version_tells_a_day_off_from_a_day_worked_and_one_name_from_another()
    {
        string[] versions = [Version(true, "元旦"), Version(false, "元旦"), Version(true, "春节"),
            WorkingCalendar.Create([new(new(2026, 1, 2), true, "元旦")], [2026]).Version];
        Assert.Equal(4, versions.Distinct().Count());
        static string Version(bool off, string name) => WorkingCalendar.Create([new(new(2026, 1, 1), off, name)], [2026]).Version;
    }

    [Fact]
    public void A_year_of_another_notice_stays_when_one_is_laid_on()
    {
        var calendar = Calendar.With(new CalendarNotice(NoticeScope.National, 2027, [new(new(2027, 1, 1), true, "元旦")]));
        Assert.Equal([.. Calendar.Years, 2027], calendar.Years);
        Assert.Equal(Calendar.Days.Length + 1, calendar.Days.Length);
        Assert.False(calendar.IsProvisional(new DateOnly(2026, 12, 28)));
        Assert.True(Calendar.IsProvisional(new DateOnly(2026, 12, 28)));
        Assert.Equal(new DayStatus(new(2027, 1, 1), DayKind.Holiday, "元旦", false), calendar.IsWorkingDay(new(2027, 1, 1)));
    }

    [Theory]
    [InlineData("2026-12-24", "2026-12-24", false)]
    [InlineData("2026-12-23", "2026-12-25", true)]
    [InlineData("2026-12-25", "2026-12-25", true)]
    [InlineData("2018-12-31", "2019-01-01", true)]
    [InlineData("2019-01-01", "2026-12-24", false)]
    [InlineData("2026-12-31", "2027-01-01", true)]
    public void A_span_is_provisional_where_one_of_its_days_is(string from, string to, bool provisional)
    {
        Assert.Equal(provisional, Calendar.IsProvisional(Day.Of(from), Day.Of(to)));
        Assert.Equal(provisional, Calendar.CountWorkingDays(Day.Of(to), Day.Of(from)).Provisional);
        Assert.Equal(provisional, Calendar.CountWorkingDays(Day.Of(from), Day.Of(to)).Provisional);
    }

    [Fact]
    public void A_region_is_cited_by_its_name()
        => Assert.Equal("宁夏回族自治区节假日安排通知、全国年节及纪念日放假办法第四条", new CalendarRegion("ningxia", "宁夏回族自治区").Source);

    private static bool Accepts(Func<object> make)
    {
        try
        {
            return make() is not null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
