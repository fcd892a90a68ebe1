using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Packs;

public sealed class FlowTests
{
    [Fact]
    [Rule(30)]
    public void Gaotai_leader_in_charge_then_office()
    {
        string[] steps = ["1 Review deputy Authority", "2 SignOff office Authority"];
        Assert.Equal(steps, BureauPacks.Gaotai.StepsOf(FlowCodes.Publication));
        Assert.Equal(steps, BureauPacks.Gaotai.StepsOf(FlowCodes.Submission));
    }

    [Fact]
    public void No_bureau_lets_anybody_release_past_the_steps_and_a_pack_of_its_own_may()
    {
        Assert.All(RulePacks.Load().All.SelectMany(pack => pack.Flows), flow => Assert.Empty(flow.Bypass));
        using var directory = new PackDirectory().With("gaotai", pack => pack["flows"]![1]!["bypass"]!.AsArray().Add("deputy"));
        Assert.Equal(["deputy"], RulePacks.Load(directory.FullName)["gaotai"].Flow(FlowCodes.Submission)!.Bypass);
    }

    [Fact]
    [Rule(66)]
    [Rule(67)]
    [Rule(68)]
    [Rule(84)]
    public void Xinyuan_three_reviews_and_three_proofs_and_the_director_when_major()
    {
        Assert.Equal(
            ["1 Proof office Authority", "1 Review leading-group-office Authority", "2 Proof policy|promotion Authority",
            "2 SignOff deputy Authority", "3 Proof secrecy Authority", "3 SignOff director Authority when major"],
            BureauPacks.Xinyuan.StepsOf(FlowCodes.Publication));
        var steps = BureauPacks.Xinyuan.Flow(FlowCodes.Publication)!.Steps.ToLookup(step => step.Kind == StepKind.Proof);
        Assert.Equal((3, 3), (steps[true].Count(), steps[false].Count()));
        Assert.All(steps[true], step => Assert.Empty(step.When));
        Assert.Equal(["网络意识形态责任已落实", "网络安全责任已落实"], BureauPacks.Xinyuan.Flow(FlowCodes.Publication)!.Checklist.CitedBy(84));
    }

    /// <summary>Article 17 of the Regulation knows no bureau without a secrecy review: a step of its own, or a question that reviewers
    /// confirm.</summary>
    [Theory]
    [InlineData("gaotai")]
    [InlineData("xinyuan")]
    [InlineData("bijie")]
    [InlineData("jiangxi")]
    [InlineData("taishan")]
    public void No_bureau_publishes_without_a_secrecy_review(string authority)
    {
        var flow = BureauPacks.Of(authority).Flow(FlowCodes.Publication)!;
        Assert.True(flow.Steps.Any(step => step.Kind == StepKind.Secrecy && step.When.Count == 0)
            || flow.Checklist.Any(question => question.Code == "secrecy-reviewed"));
    }

    [Fact]
    [Rule(104)]
    [Rule(183)]
    [Rule(188)]
    [Rule(189)]
    public void Bijie_section_head_then_deputy_and_the_director_when_important() => Assert.Equal(
        ["1 Review head Own", "2 SignOff deputy Authority", "3 SignOff director Authority when important"],
        BureauPacks.Bijie.StepsOf(FlowCodes.Publication));

    [Fact]
    [Rule(211)]
    [Rule(212)]
    [Rule(213)]
    public void Bijie_fixes_the_attribute_at_the_source()
    {
        Assert.Equal(["1 Secrecy head Own", "2 Review office Authority", "3 SignOff deputy|director Authority"],
            BureauPacks.Bijie.StepsOf(FlowCodes.Attribute));
        Assert.All(BureauPacks.Bijie.Flow(FlowCodes.Attribute)!.Steps, step => Assert.Contains("attribute", step.MayChange));
    }

    [Fact]
    [Rule(166)]
    public void Bijie_extends_with_two_signatures_and_others_with_the_statutory_one()
    {
        Assert.Equal(["1 Review office Authority", "2 SignOff deputy Authority"],
            BureauPacks.Bijie.StepsOf(FlowCodes.ApplicationExtension));
        Assert.Equal(["1 SignOff office Authority"], BureauPacks.Taishan.StepsOf(FlowCodes.ApplicationExtension));
    }

    [Fact]
    [Rule(222)]
    public void Bijie_decides_meeting_plans_and_signs_minutes_at_the_top()
    {
        Assert.Equal(["1 Review head Own", "2 Review office Authority", "3 SignOff director Authority"],
            BureauPacks.Bijie.StepsOf(FlowCodes.MeetingPlan));
        Assert.Equal(["1 Review office Authority", "2 Review deputy Authority", "3 SignOff director Authority"],
            BureauPacks.Bijie.StepsOf(FlowCodes.Minutes));
    }

    [Fact]
    public void Bijie_interpretation_goes_from_section_head_to_policy_to_a_leader() => Assert.Equal(
        ["1 Review head Own", "2 Review policy Authority", "3 SignOff deputy|director Authority"],
        BureauPacks.Bijie.StepsOf(FlowCodes.Interpretation));

    [Fact]
    [Rule(239)]
    [Rule(241)]
    [Rule(246)]
    public void Bijie_assesses_opinion_with_a_risk_level_before_it_is_handled()
    {
        Assert.Equal(["1 Review head Own", "2 Review office Authority", "3 SignOff deputy Authority",
            "4 SignOff director Authority when major|sensitive"],
            BureauPacks.Bijie.StepsOf(FlowCodes.OpinionAssessment));
        Assert.Equal(["风险等级已确定", "处置预案已制定"], BureauPacks.Bijie.Flow(FlowCodes.OpinionAssessment)!.Checklist.CitedBy(239));
    }

    [Fact]
    [Rule(171)]
    public void Bijie_reviews_secrecy_anew_before_it_answers_an_application() => Assert.Equal(
        ["1 Review head Own", "2 Secrecy secrecy Authority", "2 Review office Authority", "3 SignOff deputy Authority"],
        BureauPacks.Bijie.StepsOf(FlowCodes.ApplicationReply));

    [Fact]
    [Rule(244)]
    public void Bijie_confirms_answers_that_touch_other_organs() => Assert.Equal("3 SignOff deputy Authority when other-organs",
        BureauPacks.Bijie.StepsOf(FlowCodes.InteractionReply)[2]);

    [Fact]
    public void Jiangxi_unit_head_always_and_a_department_leader_when_important_or_sensitive()
    {
        string[] steps = ["1 Review head Own", "2 SignOff deputy|director Authority when important|sensitive"];
        Assert.Equal(steps, BureauPacks.Jiangxi.StepsOf(FlowCodes.Publication));
        Assert.Equal(steps, BureauPacks.Jiangxi.StepsOf(FlowCodes.Submission));
    }

    [Fact]
    [Rule(349)]
    public void Taishan_adds_secrecy_to_publication_and_signs_interpretations_together_with_the_policy()
    {
        Assert.Equal(["1 Review head Own", "2 Secrecy secrecy Authority", "2 SignOff office Authority"],
            BureauPacks.Taishan.StepsOf(FlowCodes.Publication));
        Assert.Equal(["不涉及国家秘密", "不涉及商业秘密", "不涉及个人隐私"], BureauPacks.Taishan.Flow(FlowCodes.Publication)!.Checklist.CitedBy(349));
        Assert.Equal(["与政策同步考虑", "与政策同步安排", "与政策同步审签", "与政策同步发布"],
            BureauPacks.Taishan.Flow(FlowCodes.Interpretation)!.Checklist.CitedBy(339));
    }

    [Theory]
    [InlineData("gaotai")]
    [InlineData("xinyuan")]
    [InlineData("bijie")]
    [InlineData("jiangxi")]
    [InlineData("taishan")]
    public void Every_flow_can_be_walked_by_distinct_demonstration_staff(string authority)
    {
        // One account per role stands beside the drafting officer: a flow whose steps fight over the same role could never end.
        foreach (var flow in BureauPacks.Of(authority).Flows)
            Assert.True(CanAssign([.. flow.Steps.Select(step => step.Roles)], []), $"{authority} {flow.Code}");
    }

    private static bool CanAssign(IReadOnlyList<IReadOnlyList<string>> steps, HashSet<string> taken) =>
        taken.Count == steps.Count || steps[taken.Count].Where(role => role != "officer" && !taken.Contains(role))
            .Any(role => CanAssign(steps, [.. taken, role]));
}
