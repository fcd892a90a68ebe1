using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>A last day that is a day off stays the last day, and says so; it moves only where the pack says that a rule moves it.</summary>
public sealed class DayOffTests
{
    private static readonly LimitRule Month = Limits.Of("any.limit", 1, LimitUnit.Month);

    private static readonly LimitRule Thirty = Limits.Of("any.limit", 30, LimitUnit.CalendarDay);

    [Theory]
    [InlineData("month", 1)]
    [InlineData("calendar", 30)]
    public void A_length_that_ends_on_a_holiday_says_which_one_and_what_follows(string unit, int length)
    {
        var answer = DueAnswer.Create(WorkingCalendar.Embedded, Day.Of("2026-09-01"), length, unit).Value!;
        Assert.Equal((Day.Of("2026-10-01"), new DayOff(DayKind.Holiday, "国庆节", Day.Of("2026-10-08"), false)),
            (answer.Due, answer.DayOff!.Value));
        var note = answer.Explanation[^1];
        Assert.Equal((ExplanationKind.Note, Day.Of("2026-10-01"), 0, "民法典第二百零三条"), (note.Kind, note.From, note.Days, note.Article));
        Assert.Contains("国庆节", note.Text, StringComparison.Ordinal);
        Assert.Contains("2026-10-08", note.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("暂定", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weekend_has_no_name_and_a_make_up_day_is_none()
    {
        Assert.Equal(new DayOff(DayKind.Weekend, null, Day.Of("2026-04-13"), false), Thirty.Read(Received.On("2026-03-12")).Local.DayOff);
        Assert.Contains("周休息日", Thirty.Explain(Received.On("2026-03-12"))[^1].Text, StringComparison.Ordinal);
        Assert.Null(Month.Read(Received.On("2026-01-31")).Local.DayOff);
        Assert.Equal(ExplanationKind.Due, Month.Explain(Received.On("2026-01-31"))[^1].Kind);
        Assert.Null(DueAnswer.Create(WorkingCalendar.Embedded, Day.Of("2026-03-02"), 30, "calendar").Value!.DayOff);
    }

    [Theory]
    [InlineData(LimitUnit.DayOfMonth, 15, "2026-03-01", "2026-03-15")]
    [InlineData(LimitUnit.MonthDay, 131, "2025-06-01", "2026-01-31")]
    [InlineData(LimitUnit.MonthOfYear, 2, "2027-01-10", "2027-02-28")]
    [InlineData(LimitUnit.TimesPerYear, 1, "2022-03-01", "2022-12-31")]
    public void A_day_of_the_calendar_says_it_too(LimitUnit unit, int amount, string from, string due)
    {
        var (reading, lines) = Limits.Of("any.limit", amount, unit).Explain(from, FactKind.Period.On(from));
        Assert.Equal(Day.Of(due), reading.Due);
        Assert.NotNull(reading.Local.DayOff);
        Assert.Equal("民法典第二百零三条", lines[^1].Article);
    }

    [Theory]
    [InlineData(LimitUnit.WorkingDay, 0)]
    [InlineData(LimitUnit.Immediate, 0)]
    [InlineData(LimitUnit.BeforeStart, 0)]
    public void What_is_due_on_the_day_itself_says_nothing_of_a_day_off(LimitUnit unit, int amount)
    {
        var (reading, lines) = Limits.Of("any.limit", amount, unit).Explain("2026-10-01", Started.On("2026-10-01"));
        Assert.Equal((Day.Of("2026-10-01"), (DayOff?)null), (reading.Due!.Value, reading.Local.DayOff));
        Assert.DoesNotContain(lines, line => line.Kind == ExplanationKind.Note);
    }

    [Fact]
    public void An_act_on_the_next_working_day_is_late()
    {
        Assert.True(Thirty.Read(Received.On("2026-09-01"), Decided.On("2026-10-01")).OnTime);
        Assert.False(Thirty.Read(Received.On("2026-09-01"), Decided.On("2026-10-08")).OnTime);
    }

    [Fact]
    public void The_upper_end_and_the_statutory_limit_say_it_of_their_own_last_day()
    {
        var range = Limits.Of("any.limit", 28, LimitUnit.CalendarDay, max: 30).Explain("2026-09-02", Received.On("2026-09-01"));
        Assert.Null(range.Reading.Local.DayOff);
        Assert.Equal("国庆节", range.Reading.Latest!.DayOff!.Value.Name);
        Assert.StartsWith("最迟最后一日为国庆节放假", range.Lines[^1].Text, StringComparison.Ordinal);
        var strict = (Thirty with { Amount = 28, Statutory = new(30, LimitUnit.CalendarDay, Thirty.Citation) })
            .Explain("2026-09-02", Received.On("2026-09-01"));
        Assert.Equal("国庆节", strict.Reading.Statutory!.DayOff!.Value.Name);
        Assert.StartsWith("法定期限最后一日为国庆节放假", strict.Lines[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_notice_not_yet_loaded_may_change_is_marked()
    {
        var weekend = DueAnswer.Create(WorkingCalendar.Embedded, Day.Of("2027-03-01"), 5, "calendar").Value!;
        Assert.Equal(new DayOff(DayKind.Weekend, null, Day.Of("2027-03-08"), true), weekend.DayOff);
        Assert.Contains("暂定", weekend.Explanation[^1].Text, StringComparison.Ordinal);
        var weekday = DueAnswer.Create(WorkingCalendar.Embedded, Day.Of("2027-09-01"), 1, "month").Value!;
        Assert.Equal((Day.Of("2027-10-01"), (DayOff?)null), (weekday.Due, weekday.DayOff));
        Assert.Contains("是否为休息日未定", weekday.Explanation[^1].Text, StringComparison.Ordinal);

        // A Saturday at the end of a loaded year is off; which working day follows is for the next year's notice to say.
        var yearsEnd = DueAnswer.Create(WorkingCalendar.Embedded, Day.Of("2026-12-01"), 25, "calendar").Value!;
        Assert.Equal((Day.Of("2026-12-26"), true), (yearsEnd.Due, yearsEnd.DayOff!.Value.Provisional));
        var onlyNext = DueAnswer.Create(WorkingCalendar.Create([], [2022]), Day.Of("2022-12-01"), 23, "calendar").Value!;
        Assert.Equal(new DayOff(DayKind.Weekend, null, Day.Of("2022-12-26"), true), onlyNext.DayOff);
    }

    [Fact]
    public void The_clocks_answer_says_it()
    {
        var answer = ClockAnswer.Create(WorkingCalendar.Embedded, RulePacks.Load(), "bijie", "rectification.measures",
            [Notified.On("2026-09-01")], Day.Of("2026-09-02")).Value!;
        Assert.Equal((Day.Of("2026-10-01"), "国庆节"), (answer.Due!.Value, answer.DayOff!.Value.Name));
    }

    [Theory]
    [InlineData("2026-09-01", "2026-10-08")]
    [InlineData("2026-03-12", "2026-04-13")]
    [InlineData("2026-03-02", "2026-04-01")]
    [InlineData("2026-01-29", "2026-02-28")]
    public void A_last_day_off_moves_where_the_pack_says_so(string from, string due)
    {
        var reading = (Thirty with { LastDayOff = LastDayOff.Moves }).Read(Received.On(from));
        Assert.Equal((Day.Of(due), (DayOff?)null), (reading.Due!.Value, reading.Local.DayOff));
    }

    [Fact]
    public void A_month_moves_as_days_do()
    {
        var moving = Month with { LastDayOff = LastDayOff.Moves };
        var lines = moving.Explain(Received.On("2026-09-01"));
        Assert.Equal((Day.Of("2026-10-08"), 30), (lines[^1].From, lines[^1].Total));
        Assert.Contains("为休息日，于其后首个工作日届满", lines[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("休息日", moving.Explain(Received.On("2026-03-02"))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(Day.Of("2026-02-28"), moving.Read(Received.On("2026-01-31")).Due);
    }

    [Fact]
    public void Local_and_statutory_limit_move_each_as_its_own_rule_says()
    {
        var limit = Thirty with { Statutory = new(30, LimitUnit.CalendarDay, Thirty.Citation, LastDayOff.Moves) };
        var reading = limit.Read(Received.On("2026-09-01"));
        Assert.Equal((Day.Of("2026-10-01"), Day.Of("2026-10-08")), (reading.Due!.Value, reading.Statutory!.Due!.Value));
        Assert.Equal(("国庆节", (DayOff?)null), (reading.Local.DayOff!.Value.Name, reading.Statutory.DayOff));
    }

    [Fact]
    public void Units_that_end_on_working_days_or_on_the_day_itself_move_nowhere()
    {
        foreach (var unit in new[] { LimitUnit.WorkingDay, LimitUnit.Immediate, LimitUnit.Prompt, LimitUnit.BeforeStart })
        {
            var limit = Limits.Of("any.limit", 0, unit);
            Assert.Equal(limit.Read(Started.On("2026-10-01")).Due,
                (limit with { LastDayOff = LastDayOff.Moves }).Read(Started.On("2026-10-01")).Due);
        }
    }

    [Fact]
    public void At_the_calendars_end_no_next_working_day_is_made_up()
    {
        var calendar = WorkingCalendar.Create([new(Day.Of("2099-12-31"), true, "假日")], [2099]);
        var limit = Limits.Of("any.limit", 3652, LimitUnit.CalendarDay);
        Fact[] facts = [Received.On("2089-12-31")];
        var (stays, lines) = new DeadlineClock(calendar, limit).Explain(facts, facts[0].On);
        Assert.Equal((Day.Of("2099-12-31"), (DateOnly?)null), (stays.Due!.Value, stays.Local.DayOff!.Value.NextWorkingDay));
        Assert.DoesNotContain("首个工作日", lines[^1].Text, StringComparison.Ordinal);
        var moves = new DeadlineClock(calendar, limit with { LastDayOff = LastDayOff.Moves }).Read(facts, facts[0].On);
        Assert.Equal(((DateOnly?)null, ClockErrorKind.OutOfRange), (moves.Due, Assert.Single(moves.Errors).Kind));
    }
}
