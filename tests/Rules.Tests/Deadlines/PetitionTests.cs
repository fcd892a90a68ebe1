using Disclosure.Kernel;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Xunit;
using static Disclosure.Rules.Deadlines.ClockErrorKind;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>Petitions run in calendar days (信访工作条例第二十二条、第二十三条、第三十四条至第三十六条).</summary>
public sealed class PetitionTests
{
    private static readonly RulePacks Packs = RulePacks.Load();

    private static readonly LimitRule Register = Packs["bijie"].Limit("petition.register")!;

    private static readonly LimitRule Handling = Packs["bijie"].Limit("petition.handling")!;

    [Theory]
    [InlineData("petition.register", Received, "2026-03-17")]
    [InlineData("petition.handling", Accepted, "2026-05-01")]
    [InlineData("petition.review", ReviewRequested, "2026-04-01")]
    [InlineData("petition.re-review", ReReviewRequested, "2026-04-01")]
    public void Each_step_counts_every_day_and_stands_beside_the_working_days_of_the_bureaus(string code, FactKind start, string due)
    {
        foreach (var pack in Packs.All)
        {
            var reading = pack.Limit(code)!.Read(start.On("2026-03-02"));
            Assert.Equal((Day.Of(due), LimitUnit.CalendarDay), (reading.Due!.Value, reading.Local.Unit));
            Assert.Empty(reading.Errors);
        }

        Assert.Equal(LimitUnit.WorkingDay, Packs["bijie"].Limit("interaction.complaint")!.Unit);
    }

    [Theory]
    [InlineData(Accepted)]
    [InlineData(Redirected)]
    [InlineData(Decided)]
    public void Whoever_tells_the_petitioner_what_becomes_of_the_matter_has_registered_it(FactKind told)
    {
        Assert.True(Register.Read(Received.On("2026-03-02"), told.On("2026-03-17")).OnTime);
        Assert.False(Register.Read(Received.On("2026-03-02"), told.On("2026-03-18")).OnTime);
    }

    [Fact]
    public void A_transfer_to_a_section_tells_the_petitioner_nothing()
        => Assert.Equal(ClockState.Overdue, Register.Read("2026-03-18", Received.On("2026-03-02"), Transferred.On("2026-03-03")).State);

    [Fact]
    public void Handling_is_extended_once_by_thirty_calendar_days_at_most()
    {
        var reading = Handling.Read(Accepted.On("2026-03-02"), Extended.On("2026-05-01", 30));
        Assert.Equal((30, Day.Of("2026-05-31")), (reading.Extension, reading.Due!.Value));
        Assert.Empty(reading.Errors);
        Refused(ExtensionTooLong, Accepted.On("2026-03-02"), Extended.On("2026-04-20", 31));
        Refused(ExtensionAfterExpiry, Accepted.On("2026-03-02"), Extended.On("2026-05-02", 30));
        Refused(SecondExtension, Accepted.On("2026-03-02"), Extended.On("2026-04-20", 10), Extended.On("2026-04-21", 10));
        Refused(BadDays, Accepted.On("2026-03-02"), Extended.On("2026-04-20"));
        Refused(BadDays, Accepted.On("2026-03-02"), Extended.On("2026-04-20", -3));
        Refused(AfterEnd, Accepted.On("2026-03-02"), Decided.On("2026-04-20"), Extended.On("2026-04-21", 30));
        Assert.Equal([NotRunning, NotStarted], Handling.Read(Extended.On("2026-04-21", 30)).Errors.Select(error => error.Kind));
    }

    [Fact]
    public void The_extension_of_a_petition_is_told_in_days_under_its_own_article_and_is_no_matter_of_article_35()
    {
        var lines = Handling.Explain(Accepted.On("2026-03-02"), Extended.On("2026-04-20", 30));
        Assert.Contains(lines, line => line.Text == "决定延长 30 日，并告知信访人" && line.Article == "信访工作条例第三十四条");
        Assert.Equal(90, lines.Sum(line => line.Kind == ExplanationKind.Counted ? line.Days : 0));
        var error = Assert.Single(Handling.Read(Accepted.On("2026-03-02"), Extended.On("2026-04-20", 31)).Errors);
        Assert.Equal("延长 31 日超过上限 30 日。", error.Message);
        Assert.Equal("信访工作条例第三十四条", error.Article);
        Assert.Equal(0, Handling.Read(Accepted.On("2026-03-02"), Delayed.On("2026-04-20", 30)).Delay);
    }

    [Fact]
    public void The_light_measures_the_extended_limit()
        => Assert.Equal([ClockState.Green, ClockState.Amber, ClockState.Red, ClockState.Overdue],
            new[] { "2026-05-07", "2026-05-08", "2026-05-22", "2026-06-01" }
                .Select(today => Handling.Read(today, Accepted.On("2026-03-02"), Extended.On("2026-04-20", 30)).State));

    [Fact]
    public void The_extension_of_the_reply_stays_twenty_working_days()
    {
        Assert.Equal((20, LimitUnit.WorkingDay), (ReplySpans.National.Extension.Amount, ReplySpans.National.Extension.Unit));
        var error = Assert.Single(Limits.Reply.Read(Received.On("2026-03-02"), Extended.On("2026-03-03", 21)).Errors);
        Assert.Equal(ExtensionTooLong, error.Kind);
    }

    [Fact]
    public void The_longest_extension_comes_from_the_pack_and_only_where_it_has_none_from_the_nation()
    {
        var shorter = Packs["bijie"].Limits
            .Select(limit => limit.Code == LimitCodes.PetitionExtension ? limit with { Amount = 10 } : limit);
        Fact[] facts = [Accepted.On("2026-03-02"), Extended.On("2026-04-20", 11)];
        var clock = new DeadlineClock(WorkingCalendar.Embedded, Handling, ReplySpans.From(shorter));
        Assert.Equal(ExtensionTooLong, Assert.Single(clock.Read(facts, Limits.Early).Errors).Kind);
        var none = new DeadlineClock(WorkingCalendar.Embedded, Handling, ReplySpans.From([]));
        Assert.Equal(11, none.Read(facts, Limits.Early).Extension);
    }

    [Fact]
    public void Days_of_one_kind_are_not_added_to_days_of_another()
    {
        var mixed = Handling with { Statutory = new(60, LimitUnit.WorkingDay, Handling.Citation) };
        var reading = mixed.Read(Accepted.On("2026-03-02"), Extended.On("2026-03-03", 30));
        Assert.Equal((Day.Of("2026-05-31"), mixed.Read(Accepted.On("2026-03-02")).Statutory!.Due),
            (reading.Due!.Value, reading.Statutory!.Due));
    }

    [Fact]
    public void Limits_that_cannot_be_extended_pass_over_an_extension()
    {
        foreach (var (code, start) in new[] { ("petition.review", ReviewRequested), ("petition.re-review", ReReviewRequested),
            ("petition.register", Received) })
        {
            var reading = Packs["bijie"].Limit(code)!.Read(start.On("2026-03-02"), Extended.On("2026-03-05", 30));
            Assert.Equal((0, 0), (reading.Extension, reading.Errors.Count));
        }
    }

    [Fact]
    public void One_file_can_be_read_under_every_limit_of_a_petition()
    {
        Fact[] facts =
        [
            Received.On("2026-03-02"), Accepted.On("2026-03-10"), Extended.On("2026-04-20", 15), Decided.On("2026-05-20"),
            ReviewRequested.On("2026-06-01"), ReviewDecided.On("2026-07-01"), ReReviewRequested.On("2026-07-10"),
            ReReviewDecided.On("2026-08-10"),
        ];
        Assert.Equal(
            [
                ("petition.register", true, "2026-03-17"), ("petition.handling", true, "2026-05-24"),
                ("petition.review", true, "2026-07-01"), ("petition.re-review", false, "2026-08-09"),
            ],
            new[] { "petition.register", "petition.handling", "petition.review", "petition.re-review" }.Select(code =>
            {
                var reading = Packs["bijie"].Limit(code)!.Read(facts);
                Assert.Empty(reading.Errors);
                return (code, reading.OnTime!.Value, $"{reading.Due:yyyy-MM-dd}");
            }));
    }

    [Fact]
    public void A_petition_is_accepted_once()
        => Refused(StartedTwice, Accepted.On("2026-03-02"), Accepted.On("2026-03-03"));

    [Theory]
    [InlineData("petition.handling-extension", "petition.handling")]
    [InlineData("reconsideration.decision-extension", "reconsideration.decision")]
    public void An_extension_says_which_limit_it_lengthens(string extension, string limit)
    {
        var answer = ClockAnswer.Create(WorkingCalendar.Embedded, Packs, "bijie", extension, [], Day.Of("2026-03-02"));
        Assert.Contains($"请查询 {limit}，", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_that_an_extension_carries_beyond_the_calendar_is_an_error_and_no_shorter_limit()
    {
        var longest = Handling with { Amount = 3650 };
        Assert.Equal(Day.Of("2099-12-29"), longest.Read(Accepted.On("2089-12-31")).Due);
        Assert.Equal(Day.Of("2099-12-31"), longest.Read(Accepted.On("2089-12-31"), Extended.On("2089-12-31", 2)).Due);
        var beyond = longest.Read(Accepted.On("2089-12-31"), Extended.On("2089-12-31", 3));
        Assert.Equal(((DateOnly?)null, OutOfRange), (beyond.Due, Assert.Single(beyond.Errors).Kind));
    }

    private static void Refused(ClockErrorKind kind, params Fact[] facts)
    {
        var error = Assert.Single(Handling.Read(facts).Errors);
        Assert.Equal(kind, error.Kind);
        Assert.NotEmpty(error.Article);
    }
}
