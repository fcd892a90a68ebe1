using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>What has to be done at once (立即、第一时间、及时、同时): due on the day itself, called overdue on the day after.</summary>
public sealed class AtOnceTests
{
    // 2 March 2026 is a Monday, 7 March a Saturday, 9 March a Monday, 14 February a Saturday on which people work.
    [Theory]
    [Rule(7)]
    [Rule(29)]
    [Rule(134)]
    [Rule(141)]
    [Rule(162)]
    [Rule(214)]
    [Rule(296)]
    [Rule(340)]
    [Rule(342)]
    [InlineData("gaotai", "emergency.report", Occurred, ReportedOrally)]
    [InlineData("gaotai", "emergency.written", ReportedOrally, Submitted)]
    [InlineData("bijie", "declassification.review", Declassified, Decided)]
    [InlineData("bijie", "publication.obstacle-removed", Unblocked, Published)]
    [InlineData("bijie", "publication.simultaneous", Issued, Published)]
    [InlineData("bijie", "application.on-the-spot", Received, Decided)]
    [InlineData("jiangxi", "personnel.change", StaffChanged, Submitted)]
    [InlineData("taishan", "interpretation.superior", Received, Published)]
    [InlineData("taishan", "powers-list.update", Changed, Updated)]
    public void What_is_due_at_once_is_red_on_its_day_overdue_the_day_after_and_ended_by_its_deed(string pack, string code, FactKind start,
        FactKind end)
    {
        var limit = BureauPacks.Of(pack).Limit(code)!;
        var onTheDay = limit.Read("2026-03-02", start.On("2026-03-02"));
        Assert.Equal((Day.Of("2026-03-02"), ClockState.Red, 0), (onTheDay.Due!.Value, onTheDay.State, onTheDay.Local.Remaining!.Value));
        var dayAfter = limit.Read("2026-03-03", start.On("2026-03-02"));
        Assert.Equal((ClockState.Overdue, -1), (dayAfter.State, dayAfter.Local.Remaining!.Value));
        Assert.True(limit.Read(start.On("2026-03-02"), end.On("2026-03-02")).OnTime);
        Assert.False(limit.Read(start.On("2026-03-02"), end.On("2026-03-03")).OnTime);
        Assert.Equal(ClockErrorKind.NotStarted, Assert.Single(limit.Read(end.On("2026-03-02")).Errors).Kind);
    }

    [Theory]
    [InlineData("gaotai", "emergency.report", Occurred, "2026-03-07", "2026-03-07")]
    [InlineData("bijie", "publication.simultaneous", Issued, "2026-03-07", "2026-03-07")]
    [InlineData("gaotai", "emergency.written", ReportedOrally, "2026-03-07", "2026-03-09")]
    [InlineData("taishan", "powers-list.update", Changed, "2026-02-15", "2026-02-24")]
    [InlineData("taishan", "powers-list.update", Changed, "2026-02-14", "2026-02-14")]
    [InlineData("jiangxi", "personnel.change", StaffChanged, "2026-03-08", "2026-03-09")]
    public void An_emergency_knows_no_day_off_and_what_is_prompt_waits_for_the_first_working_day(string pack, string code, FactKind start,
        string on, string due)
        => Assert.Equal(Day.Of(due), BureauPacks.Of(pack).Limit(code)!.Read(start.On(on)).Due);

    [Fact]
    [Rule(7)]
    public void Each_development_is_reported_at_once_and_a_later_one_does_not_put_off_an_earlier_one()
    {
        var limit = BureauPacks.Gaotai.Limit("emergency.report")!;
        Fact[] silent = [Occurred.On("2026-03-02"), Developed.On("2026-03-04")];
        Assert.Equal((Day.Of("2026-03-02"), ClockState.Overdue), (limit.Read(silent).Due!.Value, limit.Read(silent).State));
        Fact[] reported = [Occurred.On("2026-03-02"), ReportedOrally.On("2026-03-02"), Developed.On("2026-03-04")];
        var reading = limit.Read("2026-03-04", reported);
        Assert.Equal((Day.Of("2026-03-04"), ClockState.Red, 0), (reading.Due!.Value, reading.State, reading.Errors.Count));
        var late = limit.Read(Occurred.On("2026-03-02"), Submitted.On("2026-03-03"), Developed.On("2026-03-04"),
            Submitted.On("2026-03-04"));
        Assert.True(late.OnTime);
        Assert.Contains("2026-03-02", Assert.Single(late.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    [Rule(7)]
    public void An_emergency_stands_in_no_queue()
    {
        static WaitingSubmission Item(string key, string category, int hour)
            => new(key, category, new DateTimeOffset(2026, 3, 2, hour, 0, 0, TimeSpan.FromHours(8)));
        WaitingSubmission[] waiting = [Item("first", "innovation", 8), Item("second", "decisions", 9), Item("flood", "emergencies", 11),
            Item("fire", "emergencies", 10)];
        Assert.Equal(["fire", "flood", "first", "second"], HandlingOrder.Of(BureauPacks.Gaotai, waiting).Select(item => item.Key));
        Assert.Equal(["first", "second", "fire", "flood"], HandlingOrder.Of(BureauPacks.Jiangxi, waiting).Select(item => item.Key));
    }

    [Fact]
    [Rule(29)]
    public void An_oral_report_leaves_a_task_open_until_the_written_one_is_filed()
    {
        var limit = BureauPacks.Gaotai.Limit("emergency.written")!;
        Fact[] oral = [Occurred.On("2026-03-02"), ReportedOrally.On("2026-03-02")];
        Assert.Equal((ClockState.Overdue, (DateOnly?)null), (limit.Read("2026-04-02", oral).State, limit.Read("2026-04-02", oral).EndedOn));
        Assert.Equal((ClockState.Ended, false),
            (limit.Read([.. oral, Submitted.On("2026-04-02")]).State, limit.Read([.. oral, Submitted.On("2026-04-02")]).OnTime!.Value));
    }

    [Fact]
    [Rule(134)]
    public void The_end_of_a_secrets_term_is_the_day_on_which_it_is_reviewed_again()
    {
        var ends = SecrecyTerm.DeclassifiedOn("机密★5年", Day.Of("2021-03-07"));
        var limit = BureauPacks.Bijie.Limit("declassification.review")!;
        var ahead = limit.Read("2025-12-01", new Fact(Declassified, ends!.Value));
        Assert.Equal((Day.Of("2026-03-07"), Day.Of("2026-03-09")), (ahead.Start!.Value, ahead.Due!.Value));
        Assert.Equal(ClockState.Overdue, limit.Read("2026-03-10", new Fact(Declassified, ends.Value)).State);
        Assert.True(limit.Read(new Fact(Declassified, ends.Value), Decided.On("2026-03-09")).OnTime);
    }

    [Theory]
    [InlineData("秘密★6个月", "2026-07-31")]
    [InlineData("绝密★30年", "2056-01-31")]
    [InlineData("绝密", "2056-01-31")]
    [InlineData("机密★", "2046-01-31")]
    [InlineData("秘密级", "2036-01-31")]
    [InlineData("机密★长期", null)]
    [InlineData("内部", null)]
    public void A_mark_without_a_term_has_the_longest_of_its_level_and_an_open_one_no_end(string mark, string? day)
        => Assert.Equal(day is null ? null : Day.Of(day), SecrecyTerm.DeclassifiedOn(mark, Day.Of("2026-01-31")));

    [Fact]
    [Rule(162)]
    public void What_cannot_be_answered_on_the_spot_is_passed_on_within_three_days_and_only_then()
    {
        var pack = BureauPacks.Bijie;
        Fact[] answered = [Received.On("2026-03-02"), Decided.On("2026-03-02")];
        Assert.Equal((true, true),
            (pack.Limit("application.on-the-spot")!.Read(answered).OnTime, pack.Limit("application.transfer")!.Read(answered).OnTime));
        Fact[] deferred = [Received.On("2026-03-02"), Deferred.On("2026-03-02")];
        Assert.Equal(ClockState.Ended, pack.Limit("application.on-the-spot")!.Read("2026-03-05", deferred).State);
        var passedOn = pack.Limit("application.on-the-spot")!.Read(Received.On("2026-03-02"), Transferred.On("2026-03-05"),
            Decided.On("2026-03-20"));
        Assert.Equal((ClockEnd.Deferred, true), (passedOn.End!.Value, passedOn.OnTime!.Value));
        Assert.Equal((Day.Of("2026-03-05"), ClockState.Red),
            (pack.Limit("application.transfer")!.Read("2026-03-05", deferred).Due!.Value,
            pack.Limit("application.transfer")!.Read("2026-03-05", deferred).State));
        Assert.Equal(ClockState.Overdue, pack.Limit("application.on-the-spot")!.Read("2026-03-05", deferred[0]).State);
    }

    [Fact]
    public void The_explanation_tells_the_days_off_that_a_prompt_duty_waits_for_and_none_after_its_deed()
    {
        var lines = BureauPacks.Taishan.Limit("powers-list.update")!.Explain("2026-03-20",
            Changed.On("2026-03-07"), Updated.On("2026-03-09"), Changed.On("2026-03-16"));
        Assert.Equal([ExplanationKind.Fact, ExplanationKind.Weekend, ExplanationKind.Counted, ExplanationKind.Fact, ExplanationKind.Fact,
            ExplanationKind.Due],
            lines.Lines.Select(line => line.Kind));
        Assert.Equal((Day.Of("2026-03-08"), Day.Of("2026-03-08")), (lines.Lines[1].From, lines.Lines[1].To));
        Assert.All(lines.Lines, line => Assert.NotEmpty(line.Article));
    }

    [Fact]
    public void A_category_that_no_submission_has_is_a_fault()
    {
        using var directory = new PackDirectory().With("gaotai", pack => pack["limits"]![0]!["categories"]![0] = "floods");
        Assert.Equal("$.limits[0].categories[0]", Assert.Single(RulePacks.Validate(directory.FullName)).Path);
    }

    [Fact]
    public void Beyond_the_calendar_there_is_no_first_working_day()
        => Assert.Equal(ClockErrorKind.OutOfRange,
        BureauPacks.Taishan.Limit("powers-list.update")!.Read(new Fact(Changed, WorkingCalendar.MaxDate)).Errors[0].Kind);
}
