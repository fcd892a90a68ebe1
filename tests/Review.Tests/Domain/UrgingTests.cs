using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>催办 reminds of one step, and the same person reminds of it once a day.</summary>
public sealed class UrgingTests
{
    private static readonly Person Supervisor = People.Person("discipline", "office", Roles.Discipline);
    private static readonly Power Power = new(Supervisor.Mandates[0], Roles.Discipline);

    [Fact]
    public void Only_the_named_step_is_urged_and_the_record_names_it()
    {
        var review = Parallel();

        var fact = Assert.Single(Urge(review, "proof", null).Facts);

        Assert.Equal((Acts.Urged, "proof", "请今天办结"), (fact.Act, fact.Step, fact.Reason));
        Assert.Equal((1, $"{Supervisor.Name}：请今天办结", 0),
            (Step(review, "proof").Urges, Step(review, "proof").UrgeWords, Step(review, "check").Urges));
    }

    [Fact]
    public void Who_urged_a_step_today_urges_it_again_tomorrow()
    {
        var review = Parallel();

        Assert.Equal("is-urged-today", Urge(review, "proof", People.Now.At.AddMinutes(-5)).Failure?.Code);
        Assert.Null(Urge(review, "proof", People.Now.At.AddDays(-1)).Failure);
    }

    [Fact]
    public void Who_urges_without_words_leaves_those_that_were_said()
    {
        var review = Parallel();
        Assert.Null(Urge(review, "proof", null).Failure);
        Assert.Null(review.Urge("proof", Supervisor, Power, "\u200B\u200B", null, People.Now).Failure);
        Assert.Equal((2, $"{Supervisor.Name}：请今天办结"), (Step(review, "proof").Urges, Step(review, "proof").UrgeWords));
    }

    [Fact]
    public void What_one_says_does_not_replace_what_another_said()
    {
        var review = Parallel();
        Assert.Null(Urge(review, "proof", null).Failure);
        var office = People.Person("second", "office", Roles.Office);
        foreach (var words in Enumerable.Range(1, 5).Select(n => $"第{n}次\n催办"))
            Assert.Null(review.Urge("proof", office, new Power(office.Mandates[0], Roles.Office), words, null, People.Now).Failure);
        // The last one first, a line for each; of many the latest.
        Assert.Equal(Enumerable.Range(1, 5).Reverse().Select(n => $"{office.Name}：第{n}次 催办"),
            Step(review, "proof").UrgeWords!.Split('\n'));
    }

    [Theory]
    [InlineData("elsewhere", "step-is-unknown")]
    [InlineData("last", "step-is-waiting")]
    public void A_step_that_waits_for_nobody_is_not_urged(string step, string code)
        => Assert.Equal(code, Urge(Parallel(), step, null).Failure?.Code);

    [Fact]
    public void A_step_that_is_decided_says_so()
    {
        var review = Parallel();
        Assert.Null(review.Decide(People.Person("office", "office", Roles.Office),
            People.Decision(review, "proof", StepOutcome.Approve), People.Now).Failure);
        Assert.Equal("step-is-decided", Urge(review, "proof", null).Failure?.Code);
    }

    private static Verdict Urge(ReviewCase review, string step, DateTimeOffset? before)
        => review.Urge(step, Supervisor, Power, "请今天办结", before, People.Now);

    private static ReviewCase Parallel()
    {
        var citation = new Citation("制度", "一", []);
        ReviewStep New(string code, int stage, string role)
            => new(code, code, StepKind.Review, stage, [role], UnitScope.Authority, [], null, [], citation);
        return People.Open(new ReviewFlow("test", "测试", [New("proof", 1, Roles.Office), New("check", 1, Roles.Head),
            New("last", 2, Roles.Deputy)], [], false, [], citation));
    }

    private static Disclosure.Review.Domain.Steps.CaseStep Step(ReviewCase review, string code)
        => review.Steps.Single(step => step.Code == code);
}
