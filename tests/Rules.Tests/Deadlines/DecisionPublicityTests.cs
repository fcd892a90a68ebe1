using Disclosure.Kernel;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>What follows a licence, a penalty or a faulty record: publication (双公示), withdrawal of what was published (行政处罚法第四十八条),
/// correction (条例第四十一条).</summary>
public sealed class DecisionPublicityTests
{
    private static readonly LimitRule Publicity = BureauPacks.Taishan.Limit("publication.double-publicity")!;

    private static readonly LimitRule Withdrawal = BureauPacks.Taishan.Limit("publication.penalty-withdrawal")!;

    private static readonly LimitRule Record = BureauPacks.Taishan.Limit("record.correction")!;

    // 20 September and 10 October 2026 are make-up days, 25 to 27 September and 1 to 7 October holidays.
    [Theory]
    [Rule(361)]
    [InlineData("2026-09-18", "2026-09-29")]
    [InlineData("2026-09-25", "2026-10-12")]
    [InlineData("2026-02-13", "2026-03-02")]
    public void A_licence_or_penalty_is_public_seven_working_days_after_the_decision(string decided, string due)
    {
        Assert.Equal(Day.Of(due), Publicity.Read(Decided.On(decided)).Due);
        Assert.True(Publicity.Read(Decided.On(decided), Published.On(due)).OnTime);
        var late = Publicity.Read(Decided.On(decided), new Fact(Published, Day.Of(due).AddDays(1)));
        Assert.Equal((false, ClockState.Ended), (late.OnTime!.Value, late.State));
        Assert.Equal(ClockErrorKind.NotStarted, Assert.Single(Publicity.Read(Formed.On(decided)).Errors).Kind);
    }

    [Fact]
    public void The_seven_days_rest_on_practice_and_say_so()
        => Assert.StartsWith("来源为实践资料", Publicity.Citation.Unverified, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-09-18", "2026-09-22")]
    [InlineData("2026-09-30", "2026-10-10")]
    [InlineData("2026-02-13", "2026-02-25")]
    public void A_penalty_that_fell_is_withdrawn_in_three_working_days(string overturned, string due)
    {
        Fact[] fallen = [Published.On("2026-01-05"), Overturned.On(overturned)];
        Assert.Equal((Day.Of(due), 0), (Withdrawal.Read(fallen).Due!.Value, Withdrawal.Read(fallen).Errors.Count));
        Assert.True(Withdrawal.Read([.. fallen, Retracted.On(due)]).OnTime);
        Assert.False(Withdrawal.Read([.. fallen, new Fact(Retracted, Day.Of(due).AddDays(1))]).OnTime);
        Assert.Equal(("行政处罚法", "第四十八条第二款、第八十五条"), (Withdrawal.Citation.Source, Withdrawal.Citation.Article));
    }

    [Theory]
    [InlineData(Decided)]
    [InlineData(Redirected)]
    public void A_record_is_corrected_passed_on_or_refused_before_the_applicant_may_sue(FactKind told)
    {
        var open = Record.Read("2026-05-03", Received.On("2026-03-02"));
        Assert.Equal((Day.Of("2026-05-02"), ClockState.Overdue, "劳动节"), (open.Due!.Value, open.State, open.Local.DayOff!.Value.Name));
        Assert.True(Record.Read(Received.On("2026-03-02"), told.On("2026-05-02")).OnTime);
        Assert.False(Record.Read(Received.On("2026-03-02"), told.On("2026-05-03")).OnTime);
        Assert.Equal(Day.Of("2026-02-28"), Record.Read(Received.On("2025-12-31")).Due);
        Assert.Equal(ClockState.Overdue, Record.Read("2026-05-03", Received.On("2026-03-02"), Transferred.On("2026-03-03")).State);
    }
}
