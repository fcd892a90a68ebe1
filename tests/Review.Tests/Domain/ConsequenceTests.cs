using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>What a decision leads to, in words for whoever is about to take it.</summary>
public sealed class ConsequenceTests
{
    [Fact]
    public void What_a_determination_leads_to_is_not_the_name_of_the_decision_once_more()
    {
        var flow = People.Packs.All.SelectMany(pack => pack.Flows).First(flow => flow.Code == FlowCodes.Publication);
        var review = People.Open(flow, [ReviewConditions.SecrecyUndetermined]);
        var step = review.Steps.Single(one => one.Determines is not null);

        Assert.DoesNotContain("提请保密行政管理部门认定", Consequences.Of(review, step, StepOutcome.Escalate), StringComparison.Ordinal);
        Assert.DoesNotContain("提请上级审定", Consequences.Of(review, review.Steps.First(one => one != step), StepOutcome.Escalate),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SubjectKinds.CatalogueItem, true)]
    [InlineData("test", false)]
    public void Whoever_passes_the_last_step_is_told_where_that_publishes(string kind, bool publishes)
    {
        var citation = new Citation("制度", "一", []);
        ReviewStep Step(string code, int stage, string role)
            => new(code, code, StepKind.Review, stage, [role], UnitScope.Authority, [], null, [], citation);
        var review = People.Open(new ReviewFlow("test", "测试", [Step("first", 1, "office"), Step("last", 2, "deputy")], [], false,
            ["director"], citation), kind: kind);
        string Of(string step, StepOutcome outcome) => Consequences.Of(review, review.Steps.Single(s => s.Code == step), outcome);

        Assert.Equal("进入下一环节：last", Of("first", StepOutcome.Approve));
        Assert.Equal(publishes, Of("first", StepOutcome.Bypass).Contains("放行后立即在门户公开", StringComparison.Ordinal));
        Assert.Null(review.Decide(People.Person("office", "office", "office"), People.Decision(review, "first", StepOutcome.Approve),
            People.Now).Failure);
        Assert.Equal(publishes ? "全部环节办结，通过后立即在门户公开" : "全部环节办结，审核通过", Of("last", StepOutcome.Approve));
    }

    [Fact]
    public void What_an_earlier_step_has_made_withheld_is_not_said_to_become_public()
    {
        var citation = new Citation("制度", "一", []);
        ReviewStep Step(string code, int stage, string role)
            => new(code, code, StepKind.Review, stage, [role], UnitScope.Authority, [], null, ["attribute", "ground"], citation);
        var review = People.Open(new ReviewFlow("test", "测试", [Step("first", 1, "office"), Step("last", 2, "deputy")], [], false,
            ["director"], citation), kind: SubjectKinds.CatalogueItem);
        var pack = People.Packs["bijie"];
        var ground = pack.Grounds.First(one => one.Attribute == DisclosureAttribute.Withheld && one.StandsAlone()).Code;
        Assert.Null(review.Decide(People.Person("office", "office", "office"), People.Decision(review, "first", StepOutcome.Approve) with
        {
            Changes = [new ReviewerChange("attribute", "withheld"), new ReviewerChange("ground", ground)],
        }, People.Now, pack).Failure);
        string Of(StepOutcome outcome) => Consequences.Of(review, review.Steps.Single(step => step.Code == "last"), outcome);
        Assert.Equal("全部环节办结，已改为不予公开，通过后不公开", Of(StepOutcome.Approve));
        Assert.Contains("已改为不予公开，放行后不公开", Of(StepOutcome.Bypass), StringComparison.Ordinal);
    }
}
