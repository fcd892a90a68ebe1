using Disclosure.Rules.Calendar;
using Xunit;

namespace Disclosure.Rules.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Embedded;

    [Theory]
    [InlineData("2026-02-10", 7, "2026-02-26")]
    [InlineData("2026-02-10", 15, "2026-03-09")]
    [InlineData("2026-02-10", 20, "2026-03-16")]
    [InlineData("2026-02-10", 40, "2026-04-14")]
    [InlineData("2025-09-24", 7, "2025-10-10")]
    [InlineData("2025-09-24", 15, "2025-10-21")]
    [InlineData("2025-09-24", 20, "2025-10-28")]
    [InlineData("2025-09-24", 40, "2025-11-25")]
    [InlineData("2024-01-25", 7, "2024-02-04")]
    [InlineData("2024-01-25", 15, "2024-02-20")]
    [InlineData("2024-01-25", 20, "2024-02-27")]
    [InlineData("2024-01-25", 40, "2024-03-26")]
    [InlineData("2026-09-15", 7, "2026-09-23")]
    [InlineData("2026-09-15", 15, "2026-10-12")]
    [InlineData("2026-09-15", 20, "2026-10-19")]
    [InlineData("2026-09-15", 40, "2026-11-16")]
    [InlineData("2020-01-20", 7, "2020-02-06")]
    [InlineData("2020-01-20", 15, "2020-02-18")]
    [InlineData("2020-01-20", 20, "2020-02-25")]
    [InlineData("2020-01-20", 40, "2020-03-24")]
    public void Working_days_are_added_from_the_day_after_receipt(string from, int days, string due)
        => Assert.Equal(new CalendarDate(Day.Of(due), false), Calendar.AddWorkingDays(Day.Of(from), new WorkingDays(days)));

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_the_known_number_of_working_days(int year, int expected)
        => Assert.Equal(expected, Calendar.CountWorkingDays(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)).Days);

    [Fact]
    public void A_day_says_why_it_counts()
    {
        Assert.Equal(new DayStatus(new(2026, 2, 10), DayKind.Weekday, null, false), Calendar.IsWorkingDay(new(2026, 2, 10)));
        Assert.Equal(new DayStatus(new(2026, 2, 14), DayKind.MakeUp, "春节", false), Calendar.IsWorkingDay(new(2026, 2, 14)));
        Assert.Equal(new DayStatus(new(2026, 2, 17), DayKind.Holiday, "春节", false), Calendar.IsWorkingDay(new(2026, 2, 17)));
        Assert.Equal(new DayStatus(new(2026, 3, 1), DayKind.Weekend, null, false), Calendar.IsWorkingDay(new(2026, 3, 1)));
    }

    [Fact]
    public void A_date_beyond_the_loaded_years_is_provisional()
    {
        Assert.Equal([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026], Calendar.Years);
        Assert.True(Calendar.IsWorkingDay(new(2027, 1, 4)).Provisional);
        Assert.Equal(new CalendarDate(new(2027, 1, 4), true), Calendar.AddWorkingDays(new(2026, 12, 30), new WorkingDays(3)));
        Assert.True(Calendar.CountWorkingDays(new(2027, 1, 4), new(2026, 12, 30)).Provisional);
        Assert.True(Calendar.AddWorkingDays(new(2018, 12, 28), new WorkingDays(3)).Provisional);
    }

    [Theory]
    [InlineData("2026-12-23", 1, false)]
    [InlineData("2026-12-24", 1, true)]
    [InlineData("2026-12-28", 3, true)]
    [InlineData("2025-12-26", 3, false)]
    public void The_last_days_of_the_last_loaded_year_wait_for_the_next_years_notice(string from, int days, bool provisional)
    {
        var due = Calendar.AddWorkingDays(Day.Of(from), new WorkingDays(days));
        Assert.Equal((provisional, provisional), (due.Provisional, Calendar.IsWorkingDay(due.Date).Provisional));
    }

    [Fact]
    public void Counting_backwards_is_negative()
        => Assert.Equal(-20, Calendar.CountWorkingDays(new(2026, 3, 16), new(2026, 2, 10)).Days);

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2026-02-28", 1, "2026-03-28")]
    [InlineData("2026-12-15", 2, "2027-02-15")]
    public void A_month_ends_on_the_same_day_or_the_months_last(string from, int months, string due)
        => Assert.Equal(new CalendarDate(Day.Of(due), false), WorkingCalendar.AddMonths(Day.Of(from), new Months(months)));

    [Fact]
    public void Calendar_days_ignore_holidays()
        => Assert.Equal(new CalendarDate(new(2026, 3, 12), false), WorkingCalendar.AddCalendarDays(new(2026, 2, 10), new CalendarDays(30)));

    [Fact]
    public void Lengths_and_dates_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkingDays(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkingDays(WorkingDays.MaxValue + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CalendarDays(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Months(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(new(1989, 12, 31), new WorkingDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(new(2099, 12, 1), new WorkingDays(100)));
    }

    [Fact]
    public void Equal_data_give_the_same_version()
    {
        Assert.StartsWith("2019-2026+", Calendar.Version, StringComparison.Ordinal);
        Assert.Equal(Calendar.Version, WorkingCalendar.Create(Calendar.Days.Reverse(), Calendar.Years).Version);
        Assert.NotEqual(Calendar.Version, WorkingCalendar.Create(Calendar.Days.Skip(1), Calendar.Years).Version);
    }
}
