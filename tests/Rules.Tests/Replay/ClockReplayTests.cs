using Disclosure.Kernel;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Replay;
using Disclosure.Rules.Tests.Deadlines;
using Xunit;

namespace Disclosure.Rules.Tests.Replay;

/// <summary>What other rules would have made of recorded facts with a legal limit.</summary>
public sealed class ClockReplayTests
{
    private static readonly RulePack Bijie = RulePacks.Load()["bijie"];
    private static readonly ClockRules InForce = new(Bijie, WorkingCalendar.Embedded);
    private static readonly DateOnly Today = Day.Of("2026-06-30");

    private static readonly RecordedClock Answered = new("甲", "application.reply",
        [FactKind.Received.On("2026-03-02"), FactKind.Completed.On("2026-03-27")]);

    [Fact]
    public void The_same_rules_change_nothing() => Assert.Null(ClockReplay.Between(Answered, InForce, InForce, Today));

    [Fact]
    public void A_shorter_limit_moves_the_due_day_and_may_make_an_answer_late()
    {
        var difference = ClockReplay.Between(Answered, InForce, new ClockRules(With(15), WorkingCalendar.Embedded), Today)!;
        Assert.True(difference is { MovesDue: true, ChangesOutcome: true, ChangesLegality: false });
        Assert.Equal((true, false), (difference.Before!.OnTime, difference.After!.OnTime));
        var early = Answered with { Facts = [Answered.Facts[0], FactKind.Completed.On("2026-03-10")] };
        Assert.False(ClockReplay.Between(early, InForce, new ClockRules(With(15), WorkingCalendar.Embedded), Today)!.ChangesOutcome);
    }

    [Fact]
    public void Another_calendar_moves_the_due_day()
    {
        var notice = HolidayNotice.ToCsv(WorkingCalendar.Embedded, 2026) + "2026-03-16,true,试验假期\n";
        var calendar = HolidayNotice.Import(WorkingCalendar.Embedded, 2026, new StringReader(notice), replace: true).Calendar!;
        var difference = ClockReplay.Between(Answered, InForce, new ClockRules(Bijie, calendar), Today)!;
        Assert.Equal(1, WorkingCalendar.Embedded.Count(difference.Before!.Due!.Value, difference.After!.Due!.Value));
    }

    [Fact]
    public void A_limit_that_is_gone_is_told()
    {
        var without = Bijie with { Limits = [.. Bijie.Limits.Where(limit => limit.Code != "application.reply")] };
        var difference = ClockReplay.Between(Answered, InForce, new ClockRules(without, WorkingCalendar.Embedded), Today)!;
        Assert.Null(difference.After);
        Assert.True(difference.MovesDue);
    }

    [Fact]
    public void A_fact_that_becomes_unlawful_is_told()
    {
        var record = new RecordedClock("乙", "application.reply",
            [FactKind.Received.On("2026-03-02"), FactKind.Extended.On("2026-03-20", 20)]);
        var difference = ClockReplay.Between(record, InForce,
            new ClockRules(With(10, "application.extension"), WorkingCalendar.Embedded), Today)!;
        Assert.True(difference.ChangesLegality);
        Assert.Empty(difference.Before!.Errors);
        Assert.NotEmpty(difference.After!.Errors);
    }

    // Received on 10 February, notice on 25 February, day 6: in time by 7 days and late by 5.
    [Fact]
    public void A_notice_of_correction_that_becomes_late_brings_the_alarm_and_makes_a_reply_late()
    {
        var record = new RecordedClock("丙", "application.reply",
        [
            FactKind.Received.On("2026-02-10"), FactKind.CorrectionRequested.On("2026-02-25"), FactKind.CorrectionReceived.On("2026-03-10"),
            FactKind.Decided.On("2026-03-20"),
        ]);
        var shorter = Bijie with
        {
            Limits = [.. Bijie.Limits.Select(limit
                => limit.Code == LimitCodes.Correction ? limit with { Amount = 5, Statutory = null } : limit)],
        };
        var after = new ClockRules(shorter, WorkingCalendar.Embedded);
        var difference = ClockReplay.Between(record, InForce, after, Today)!;
        Assert.True(difference is { MovesDue: true, ChangesOutcome: true, ChangesLegality: false });
        Assert.Equal(((DateOnly?)null, Day.Of("2026-03-16")),
            (difference.Before!.WithoutLateCorrection?.Due, difference.After!.WithoutLateCorrection!.Due!.Value));
        var answer = ReplayAnswer.Create([record], InForce, after, Today).Value!;
        Assert.Equal((1, 1, 1, 1), (answer.Differing, answer.OtherDue, answer.OtherOutcome, answer.Overdue));
        Assert.Equal((Day.Of("2026-03-16"), Day.Of("2026-04-08")),
            (answer.Rows[0].After!.WithoutLateCorrectionDue!.Value, answer.Rows[0].After!.Due!.Value));
        var back = ReplayAnswer.Create([record], after, InForce, Today).Value!;
        Assert.Equal((1, 0), (back.Differing, back.Overdue));
        var lateAnyway = record with { Facts = [.. record.Facts[..3], FactKind.Decided.On("2026-04-20")] };
        var both = ReplayAnswer.Create([lateAnyway], InForce, after, Today).Value!;
        Assert.Equal((1, 0), (both.Differing, both.Overdue));
        var open = ReplayAnswer.Create([record with { Facts = record.Facts[..3] }], InForce, after, Day.Of("2026-03-17")).Value!;
        Assert.Equal((ClockState.Green, ClockState.Overdue, 1), (open.Rows[0].After!.State, open.Rows[0].After!.Alarm, open.Overdue));
    }

    private static RulePack With(int days, string code = "application.reply") => Bijie with
    {
        Limits = [.. Bijie.Limits.Select(limit => limit.Code == code ? limit with { Amount = days } : limit)],
    };
}
