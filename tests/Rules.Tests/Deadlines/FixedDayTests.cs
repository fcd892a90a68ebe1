using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>The last day of every unit, and amounts of which no day comes.</summary>
public sealed class FixedDayTests
{
    [Theory]
    [InlineData(LimitUnit.DayOfMonth, 20, "2026-03-02", "2026-03-20")]
    [InlineData(LimitUnit.DayOfMonth, 1, "2026-03-31", "2026-03-01")]
    [InlineData(LimitUnit.DayOfMonth, 31, "2026-02-10", "2026-02-28")]
    [InlineData(LimitUnit.DayOfMonth, 31, "2028-02-10", "2028-02-29")]
    [InlineData(LimitUnit.DayOfMonth, 0, "2026-02-10", null)]
    [InlineData(LimitUnit.MonthDay, 131, "2025-06-30", "2026-01-31")]
    [InlineData(LimitUnit.MonthDay, 1231, "2025-06-30", "2026-12-31")]
    [InlineData(LimitUnit.MonthDay, 229, "2027-06-30", "2028-02-29")]
    [InlineData(LimitUnit.MonthDay, 229, "2026-06-30", null)]
    [InlineData(LimitUnit.MonthDay, 132, "2026-06-30", null)]
    [InlineData(LimitUnit.MonthDay, 100, "2026-06-30", null)]
    [InlineData(LimitUnit.MonthDay, 31, "2026-06-30", null)]
    [InlineData(LimitUnit.MonthDay, 1301, "2026-06-30", null)]
    [InlineData(LimitUnit.MonthOfYear, 3, "2026-02-28", "2026-03-31")]
    [InlineData(LimitUnit.MonthOfYear, 3, "2026-03-15", "2026-03-31")]
    [InlineData(LimitUnit.MonthOfYear, 3, "2026-04-01", "2027-03-31")]
    [InlineData(LimitUnit.MonthOfYear, 2, "2027-12-31", "2028-02-29")]
    [InlineData(LimitUnit.MonthOfYear, 1, "2026-01-01", "2026-01-31")]
    [InlineData(LimitUnit.MonthOfYear, 12, "2026-12-31", "2026-12-31")]
    [InlineData(LimitUnit.MonthOfYear, 0, "2026-01-01", null)]
    [InlineData(LimitUnit.MonthOfYear, 13, "2026-01-01", null)]
    [InlineData(LimitUnit.TimesPerYear, 2, "2026-03-02", "2026-12-31")]
    [InlineData(LimitUnit.Month, 1, "2026-01-31", "2026-02-28")]
    [InlineData(LimitUnit.Month, 0, "2026-01-31", "2026-01-31")]
    [InlineData(LimitUnit.Month, 240, "2026-01-31", "2046-01-31")]
    [InlineData(LimitUnit.Month, 241, "2026-01-31", null)]
    [InlineData(LimitUnit.CalendarDay, 7300, "2026-01-31", "2046-01-26")]
    [InlineData(LimitUnit.CalendarDay, 7301, "2026-01-31", null)]
    [InlineData(LimitUnit.CalendarDay, 5000, "2089-12-31", null)]
    [InlineData(LimitUnit.WorkingDay, 5001, "2026-01-31", null)]
    [InlineData(LimitUnit.WorkingDay, 4000, "2089-12-31", null)]
    [InlineData(LimitUnit.Prompt, 0, "2026-03-06", "2026-03-06")]
    [InlineData(LimitUnit.Prompt, 0, "2026-03-07", "2026-03-09")]
    [InlineData(LimitUnit.Immediate, 0, "2026-03-07", "2026-03-07")]
    [InlineData(LimitUnit.BeforeStart, 0, "2026-03-07", "2026-03-07")]
    public void A_limit_ends_on_the_day_its_unit_names(LimitUnit unit, int amount, string start, string? due)
    {
        var reading = Limits.Of("any.limit", amount, unit).Read(Started.On(start));
        Assert.Equal(due, reading.Due is { } day ? $"{day:yyyy-MM-dd}" : null);
        Assert.Equal(due is null ? [(ClockErrorKind.OutOfRange, -1)] : [], reading.Errors.Select(error => (error.Kind, error.Index)));
    }

    [Theory]
    [InlineData(1, "2026-03-03")]
    [InlineData(5, "2026-03-09")]
    [InlineData(0, null)]
    public void A_day_that_somebody_sets_is_counted_in_working_days_and_waits_until_it_is_set(int days, string? due)
    {
        var reading = Limits.Of("any.limit", 0, LimitUnit.SetDate).Read(Notified.On("2026-03-02", days));
        Assert.Equal(due, reading.Due is { } day ? $"{day:yyyy-MM-dd}" : null);
        Assert.Empty(reading.Errors);
        var lines = Limits.Of("any.limit", 0, LimitUnit.SetDate).Explain("2026-03-20", Notified.On("2026-03-02", days)).Lines;
        Assert.Equal(days, lines.Sum(line => line.Days));
        if (days == 0) Assert.Single(lines);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(401)]
    public void A_day_that_cannot_be_meant_starts_nothing(int days)
    {
        var reading = Limits.Of("any.limit", 0, LimitUnit.SetDate).Read(Notified.On("2026-03-02", days));
        Assert.Equal([ClockErrorKind.BadDays, ClockErrorKind.NotStarted], reading.Errors.Select(error => error.Kind));
        Assert.Empty(Limits.Of("any.limit", 0, LimitUnit.SetDate).Read(Notified.On("2026-03-02", 400)).Errors);
        Assert.Equal(ClockErrorKind.BadDays,
            Assert.Single(Limits.Reply.Read(Received.On("2026-03-02"), CorrectionRequested.On("2026-03-04", days)).Errors).Kind);
    }

    [Fact]
    public void A_fact_may_be_as_old_as_the_calendar_and_leaves_ten_years_at_its_end()
    {
        Assert.Empty(Limits.Reply.Read(Received.On("1990-01-01")).Errors);
        Assert.Empty(Limits.Reply.Read(Received.On("2089-12-31")).Errors);
        Assert.Equal([(ClockErrorKind.OutOfRange, 0), (ClockErrorKind.NotStarted, -1)],
            Limits.Reply.Read(Received.On("2090-01-01")).Errors.Select(error => (error.Kind, error.Index)));
        Assert.Equal([(ClockErrorKind.OutOfRange, 0), (ClockErrorKind.NotStarted, -1)],
            Limits.Reply.Read(Received.On("1989-12-31")).Errors.Select(error => (error.Kind, error.Index)));
    }

    [Fact]
    public void A_wait_or_an_end_during_it_is_no_day_beyond_the_calendar()
    {
        Assert.Empty(Limits.Reply.Read(Received.On("2026-03-02"), FeeNotified.On("2026-03-04")).Errors);
        Assert.Empty(Limits.Reply.Read(Received.On("2026-03-02"), FeeNotified.On("2026-03-04"), Decided.On("2026-03-05")).Errors);
    }

    [Fact]
    public void An_extension_in_calendar_days_is_added_to_them_and_not_to_another_unit()
    {
        Fact[] facts = [Accepted.On("2026-03-02"), Extended.On("2026-03-04", 10)];
        Assert.Equal(Day.Of("2026-05-11"), Limits.Of("petition.handling", 60, LimitUnit.CalendarDay).Read(facts).Due);
        Assert.Equal(Day.Of("2026-05-02"), Limits.Of("petition.handling", 2, LimitUnit.Month).Read(facts).Due);
        var mixed = (Limits.Of("petition.handling", 60, LimitUnit.CalendarDay) with
        {
            Statutory = new(2, LimitUnit.Month, Limits.Reply.Citation),
        }).Read(facts);
        Assert.Equal((Day.Of("2026-05-11"), Day.Of("2026-05-02")), (mixed.Due!.Value, mixed.Statutory!.Due!.Value));
    }

    [Theory]
    [InlineData(LimitUnit.DayOfMonth, 7, "2026-03-02", true)]
    [InlineData(LimitUnit.MonthDay, 131, "2025-03-02", true)]
    [InlineData(LimitUnit.TimesPerYear, 1, "2023-03-02", true)]
    [InlineData(LimitUnit.Immediate, 0, "2026-03-07", false)]
    [InlineData(LimitUnit.BeforeStart, 0, "2026-03-07", false)]
    public void A_day_of_the_calendar_says_that_it_is_a_day_off_and_what_is_due_on_the_day_itself_does_not(LimitUnit unit, int amount,
        string start, bool told)
    {
        var reading = Limits.Of("any.limit", amount, unit).Read(Started.On(start));
        Assert.Equal((told, false), (reading.Local.DayOff is not null, WorkingCalendar.Embedded.Works(reading.Due!.Value)));
    }
}
