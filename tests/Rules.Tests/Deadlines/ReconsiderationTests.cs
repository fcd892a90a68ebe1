using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>The organ's own clocks in a reconsideration (行政复议法第四十八条、第五十四条、第六十二条、第七十条).</summary>
public sealed class ReconsiderationTests
{
    private static readonly RulePack Pack = RulePacks.Load()["gaotai"];

    private static readonly LimitRule Answer = Pack.Limit("reconsideration.answer")!;

    private static readonly LimitRule Decision = Pack.Limit("reconsideration.decision")!;

    [Theory]
    [InlineData("reconsideration.answer", "2026-10-13")]
    [InlineData("reconsideration.answer-simplified", "2026-09-30")]
    public void The_organ_answers_with_evidence_within_working_days_of_receiving_the_copy(string code, string due)
    {
        var reading = Pack.Limit(code)!.Read(CopyReceived.On("2026-09-22"));
        Assert.Equal((Day.Of(due), LimitUnit.WorkingDay), (reading.Due!.Value, reading.Local.Unit));
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void Nothing_filed_in_time_leaves_the_act_without_evidence_and_the_duty_overdue()
    {
        Fact[] facts = [CopyReceived.On("2026-09-22")];
        Assert.Empty(Answer.Read("2026-10-13", facts).Warnings);
        var (reading, lines) = Answer.Explain("2026-10-14", facts);
        Assert.Equal((ClockState.Overdue, (DateOnly?)null), (reading.State, reading.EndedOn));
        Assert.Contains("第七十条", Assert.Single(reading.Warnings), StringComparison.Ordinal);
        var consequence = Assert.Single(lines, line => line.Article == "行政复议法第七十条");
        Assert.Equal((ExplanationKind.Due, consequence), (lines[^2].Kind, lines[^1]));
        Assert.Contains("没有证据、依据", consequence.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Filing_on_the_last_day_is_in_time_and_filing_after_it_does_not_undo_the_consequence()
    {
        var inTime = Answer.Read("2026-12-01", CopyReceived.On("2026-09-22"), DefenceFiled.On("2026-10-13"));
        Assert.Equal((true, ClockState.Ended, 0), (inTime.OnTime, inTime.State, inTime.Warnings.Count));
        var (late, lines) = Answer.Explain("2026-12-01", CopyReceived.On("2026-09-22"), DefenceFiled.On("2026-10-14"));
        Assert.Equal((false, ClockState.Ended, 1), (late.OnTime, late.State, late.Warnings.Count));
        Assert.Equal(["行政复议法第七十条", Answer.Citation.Source + Answer.Citation.Article], lines.TakeLast(2).Select(line => line.Article));
    }

    [Fact]
    public void Who_withdraws_the_request_leaves_no_consequence_and_a_decision_without_a_defence_does()
    {
        Assert.Empty(Answer.Read(CopyReceived.On("2026-09-22"), Withdrawn.On("2026-10-20")).Warnings);
        Assert.Single(Answer.Read(CopyReceived.On("2026-09-22"), Decided.On("2026-10-20")).Warnings);
        var decided = Answer.Read("2026-12-01", CopyReceived.On("2026-09-22"), Decided.On("2026-10-10"));
        Assert.Equal((ClockState.Ended, 0), (decided.State, decided.Warnings.Count));
    }

    [Fact]
    public void A_shorter_limit_of_the_authority_does_not_bring_the_consequence_forward()
    {
        var strict = Answer with { Amount = 5, Statutory = new(10, LimitUnit.WorkingDay, Answer.Citation) };
        Assert.Equal((ClockState.Overdue, 0),
            (strict.Read("2026-10-13", CopyReceived.On("2026-09-22")).State, strict.Read("2026-10-13", CopyReceived.On("2026-09-22"))
            .Warnings.Count));
        Assert.Single(strict.Read("2026-10-14", CopyReceived.On("2026-09-22")).Warnings);
    }

    [Fact]
    public void No_other_limit_tells_that_nothing_was_filed()
        => Assert.Empty(Pack.Limit("publication")!.Read("2026-12-01", Formed.On("2026-03-02")).Warnings);

    [Theory]
    [InlineData("reconsideration.decision", "2026-03-02", "2026-05-06")]
    [InlineData("reconsideration.decision", "2026-03-08", "2026-05-07")]
    [InlineData("reconsideration.decision", "2026-08-02", "2026-10-08")]
    [InlineData("reconsideration.decision-simplified", "2026-03-02", "2026-04-01")]
    [InlineData("reconsideration.decision-simplified", "2026-02-12", "2026-03-16")]
    public void The_decision_is_due_in_calendar_days_whose_last_day_off_moves(string code, string accepted, string due)
    {
        var reading = Pack.Limit(code)!.Read(Accepted.On(accepted));
        Assert.Equal((Day.Of(due), LimitUnit.CalendarDay, (DayOff?)null), (reading.Due!.Value, reading.Local.Unit, reading.Local.DayOff));
        Assert.Empty(reading.Errors);
    }

    [Fact]
    public void The_days_by_which_the_last_day_moves_are_told_and_not_counted()
    {
        var lines = Decision.Explain(Accepted.On("2026-08-02"));
        Assert.Equal(60, lines.Sum(line => line.Kind == ExplanationKind.Counted ? line.Days : 0));
        var moved = Assert.Single(lines, line => line.Kind == ExplanationKind.Excluded);
        Assert.Equal(("2026-10-02", "2026-10-08", 7), ($"{moved.From:yyyy-MM-dd}", $"{moved.To:yyyy-MM-dd}", moved.Days));
        Assert.Contains("民事诉讼法第八十五条", moved.Article, StringComparison.Ordinal);
        Assert.Equal((ExplanationKind.Due, Day.Of("2026-10-08"), 60), (lines[^1].Kind, lines[^1].From, lines[^1].Total));
        Assert.Contains("首个工作日届满", lines[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("首个工作日", Decision.Explain(Accepted.On("2026-03-08"))[^1].Text, StringComparison.Ordinal);
        Assert.True(Decision.Read(Accepted.On("2026-08-02"), Decided.On("2026-10-08")).OnTime);
    }

    [Fact]
    public void A_decision_is_extended_once_by_thirty_days_at_most_and_the_simplified_one_never()
    {
        Fact[] facts = [Accepted.On("2026-08-02"), Extended.On("2026-10-08", 30)];
        var reading = Decision.Read(facts);
        Assert.Equal((30, Day.Of("2026-11-02"), 0), (reading.Extension, reading.Due!.Value, reading.Errors.Count));
        Assert.Equal(ClockErrorKind.ExtensionTooLong,
            Assert.Single(Decision.Read(Accepted.On("2026-08-02"), Extended.On("2026-10-08", 31)).Errors).Kind);
        Assert.Equal(ClockErrorKind.ExtensionAfterExpiry,
            Assert.Single(Decision.Read(Accepted.On("2026-08-02"), Extended.On("2026-10-09", 30)).Errors).Kind);
        var simplified = Pack.Limit("reconsideration.decision-simplified")!.Read(facts[0], Extended.On("2026-08-10", 30));
        Assert.Equal((0, 0), (simplified.Extension, simplified.Errors.Count));
        Assert.Contains(Decision.Explain(facts), line => line.Text == "决定延长 30 日，并告知当事人"
            && line.Article == "行政复议法第六十二条第一款");
    }

    [Fact]
    public void A_last_day_that_moves_is_provisional_as_far_as_it_depends_on_a_notice()
    {
        Assert.False(Decision.Read(Accepted.On("2026-10-10")).Local.Provisional);
        var open = Decision.Explain("2026-11-10", Accepted.On("2026-11-04"));
        Assert.Equal((Day.Of("2027-01-04"), true), (open.Reading.Due!.Value, open.Reading.Local.Provisional));
        Assert.Contains("2027 年放假安排尚未载入", open.Lines[^1].Text, StringComparison.Ordinal);
        Assert.Single(open.Lines, line => line.Kind == ExplanationKind.Note);

        // Of 2018 no notice is loaded, of 2019 one is: whether the last day is off depends on the first, what follows on the second.
        var before = Decision.Read(Accepted.On("2018-10-31"));
        Assert.Equal((Day.Of("2019-01-02"), true), (before.Due!.Value, before.Local.Provisional));

        // The days that were only counted depend on no notice.
        var later = Decision.Explain("2027-12-02", Accepted.On("2027-12-01")).Lines;
        Assert.StartsWith("2028 年", Assert.Single(later, line => line.Kind == ExplanationKind.Note).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_can_be_read_under_every_limit_of_a_reconsideration()
    {
        Fact[] facts =
        [
            Accepted.On("2026-03-02"), CopyReceived.On("2026-03-05"), DefenceFiled.On("2026-03-17"), Extended.On("2026-04-20", 10),
            Decided.On("2026-05-12"),
        ];
        Assert.Equal((true, Day.Of("2026-03-19")), (Answer.Read(facts).OnTime, Answer.Read(facts).Due!.Value));
        Assert.Equal(Day.Of("2026-05-11"), Decision.Read(facts).Due);
        Assert.True(Decision.Read([.. facts[..4], Decided.On("2026-05-11")]).OnTime);
        Assert.False(Decision.Read(facts).OnTime);
        foreach (var code in new[] { "reconsideration.answer", "reconsideration.answer-simplified", "reconsideration.decision" })
            Assert.Empty(Pack.Limit(code)!.Read(facts).Errors);
    }

    [Fact]
    public void Every_code_that_can_be_extended_names_an_extension_of_the_national_base()
        => Assert.All(LimitCodes.Extensions, pair =>
        {
            Assert.Equal(LimitEffect.Extends, Pack.Limit(pair.Value)!.Effect);
            Assert.Equal(Pack.Limit(pair.Key)!.Unit, Pack.Limit(pair.Value)!.Unit);
            Assert.False(DeadlineClock.CanRead(Pack.Limit(pair.Value)!));
        });
}
