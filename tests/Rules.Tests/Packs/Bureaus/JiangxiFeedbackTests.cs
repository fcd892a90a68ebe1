using Disclosure.Kernel;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Deadlines;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Packs.Bureaus;

/// <summary>The limits behind −3 for instructions (未及时反馈领导批示落实情况) and −2 for the public (未在规定时限内反馈公众咨询、信访、投诉、建议).</summary>
public sealed class JiangxiFeedbackTests
{
    private static readonly RulePack Pack = BureauPacks.Jiangxi;

    [Fact]
    [Rule(324)]
    [Rule(327)]
    public void Each_of_the_two_deductions_names_the_limits_that_decide_and_no_other_does()
    {
        Assert.Equal(["instruction.feedback"], Deduction(324).Limits);
        Assert.Equal(["interaction.consultation", "petition.register", "petition.handling", "petition.review", "petition.re-review"],
            Deduction(327).Limits);
        Assert.All(Pack.Scoring.Deductions.Where(deduction => deduction.Limits is not null), deduction
            => Assert.All(deduction.Limits!, code => Assert.True(DeadlineClock.CanRead(Pack.Limit(code)!))));
    }

    [Theory]
    [Rule(324)]
    [InlineData("2026-03-06", "2026-03-13", false)]
    [InlineData("2026-03-06", "2026-03-16", true)]
    [InlineData("2026-02-13", "2026-02-27", false)]
    [InlineData("2026-02-13", "2026-02-28", true)]
    public void Feedback_on_an_instruction_is_late_after_five_working_days_from_the_end_of_the_work(string concluded, string submitted,
        bool late)
        => Assert.Equal(late, IsLate(324, Requested.On("2026-02-02"), Concluded.On(concluded), Submitted.On(submitted)));

    [Theory]
    [Rule(327)]
    [InlineData("2026-03-09", false)]
    [InlineData("2026-03-10", true)]
    public void A_question_of_the_public_is_answered_in_the_days_of_the_example(string answered, bool late)
        => Assert.Equal(late, Read("interaction.consultation", Received.On("2026-03-02"), Answered.On(answered)).IsLate);

    [Fact]
    [Rule(327)]
    public void Complaints_and_suggestions_are_petitions_and_run_in_calendar_days()
    {
        Assert.False(Read("petition.register", Received.On("2026-03-02"), Accepted.On("2026-03-17")).IsLate);
        Assert.True(Read("petition.register", Received.On("2026-03-02"), Accepted.On("2026-03-18")).IsLate);
        Assert.False(Read("petition.handling", Accepted.On("2026-03-10"), Decided.On("2026-05-09")).IsLate);
        Assert.True(Read("petition.handling", Accepted.On("2026-03-10"), Decided.On("2026-05-10")).IsLate);
    }

    [Fact]
    public void What_no_text_counts_in_days_is_marked()
    {
        Assert.Equal("平台示例", Pack.Limit("interaction.consultation")!.Citation.Source);
        var instruction = Pack.Limit("instruction.feedback")!.Citation;
        Assert.Equal([318, 324], instruction.Rules);
        Assert.NotNull(instruction.Unconfirmed);
    }

    private static Deduction Deduction(int rule)
        => Assert.Single(Pack.Scoring.Deductions, deduction => deduction.Citation.Rules.Contains(rule));

    private static bool IsLate(int rule, params Fact[] facts) => Deduction(rule).Limits!.Any(code => Read(code, facts).IsLate);

    private static ClockReading Read(string code, params Fact[] facts)
    {
        var reading = Pack.Limit(code)!.Read(facts);
        Assert.Empty(reading.Errors);
        return reading;
    }
}
