using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Packs.Bureaus;

public sealed class BijieTopicTests
{
    private static readonly RulePack Pack = BureauPacks.Bijie;

    [Fact]
    [Rule(160)]
    public void Applications_arrive_by_six_channels() => Assert.Equivalent(
        new[] { "信函", "邮政寄送", "传真", "互联网渠道", "民营快递", "电子邮件" }, Pack.ApplicationChannels.CitedBy(160), strict: true);

    [Fact]
    [Rule(182)]
    public void Fees_follow_the_state_councils_measures_only()
    {
        Assert.Equal([182], Pack.FeeBasis!.Citation.Rules);
        Assert.Contains("国办函〔2020〕109号", Pack.FeeBasis.Name, StringComparison.Ordinal);
    }

    [Theory]
    [Rule(170)]
    [Rule(171)]
    [Rule(172)]
    [Rule(175)]
    [Rule(176)]
    [Rule(177)]
    [Rule(178)]
    [Rule(179)]
    [Rule(181)]
    [InlineData(170, "already-public", 3)]
    [InlineData(171, "disclosed", 3)]
    [InlineData(172, "partly-disclosed", 4)]
    [InlineData(175, "not-this-organ", 13)]
    [InlineData(176, "does-not-exist", 13)]
    [InlineData(177, "correction-notice", null)]
    [InlineData(178, "repeated", 17)]
    [InlineData(179, "one-matter-one-application", null)]
    [InlineData(181, "three-securities-one-stability", 7)]
    public void Each_branch_of_a_reply_has_its_row_in_the_annual_report(int rule, string code, int? row)
    {
        var outcome = Assert.Single(Pack.ReplyOutcomes, outcome => outcome.Citation.Rules.Contains(rule));
        Assert.Equal((code, row), (outcome.Code, outcome.Row));
    }

    [Fact]
    [Rule(206)]
    public void Attributes_are_determined_for_eleven_types_of_documents() => Assert.Equal(
        ["决定", "公告", "通告", "通知", "通报", "请示", "报告", "议案", "批复", "意见", "函"], Pack.DocumentTypes.CitedBy(206));

    [Fact]
    [Rule(186)]
    [Rule(187)]
    public void A_review_looks_at_scope_form_time_and_procedure_and_at_four_qualities()
    {
        var checklist = Pack.Flow(FlowCodes.Publication)!.Checklist;
        Assert.Equal(["scope", "form", "time-limit", "procedure"], checklist.Where(entry => entry.Citation.Rules.Contains(186))
            .Select(entry => entry.Code));
        Assert.Equal(["准确性", "权威性", "完整性", "时效性"], checklist.CitedBy(187));
    }

    [Theory]
    [Rule(193)]
    [Rule(194)]
    [Rule(195)]
    [Rule(196)]
    [Rule(197)]
    [InlineData(193, "组织领导和机构")]
    [InlineData(194, "公正、真实、全面、及时")]
    [InlineData(195, "形式便民利民")]
    [InlineData(196, "制度健全、程序合法")]
    [InlineData(197, "群众认可和效果")]
    public void Appraisal_has_five_criteria(int rule, string name)
        => Assert.Equal(name, Assert.Single(Pack.Appraisal.Criteria.CitedBy(rule)));

    [Fact]
    [Rule(216)]
    [Rule(217)]
    [Rule(225)]
    public void Decision_meetings_and_press_conferences_are_open_for_four_kinds_of_agenda()
    {
        Assert.Equal(["decision-meetings", "press-conferences"], Pack.Meetings.Scope.Where(entry => entry.Citation.Rules.Contains(216))
            .Select(entry => entry.Code));
        Assert.Equal(["传达贯彻上级指示、决定", "长期规划和年度计划", "涉及切身利益的决策部署", "热点、难点问题"], Pack.Meetings.AgendaKinds.CitedBy(217));
        Assert.Contains("人大代表、政协委员", Pack.Meetings.Invitees.CitedBy(225));
    }

    [Fact]
    [Rule(226)]
    [Rule(245)]
    public void Messages_come_from_three_sources_and_responses_take_four_forms()
    {
        Assert.Equal(["网站信箱", "网民留言", "12345热线转办"], Pack.Interaction.Sources.CitedBy(226));
        Assert.Equal(["网上发布信息", "负责人及其他解读", "新闻发布会", "媒体专访"], Pack.Interaction.ResponseForms.CitedBy(245));
    }

    [Theory]
    [Rule(248)]
    [Rule(249)]
    [Rule(250)]
    [Rule(251)]
    [Rule(252)]
    [Rule(253)]
    [Rule(254)]
    [Rule(255)]
    [Rule(256)]
    [InlineData(248, "发展战略、计划和工作目标")]
    [InlineData(249, "全局性重要事项和重大决策")]
    [InlineData(250, "法规、规章、规范性文件及政策措施出台")]
    [InlineData(251, "群众切身利益事项决策")]
    [InlineData(252, "行政审批、审核、备案职能变动")]
    [InlineData(253, "公共服务领域重大民生事项")]
    [InlineData(254, "重大突发事件和重要执法行为")]
    [InlineData(255, "重要专项经费")]
    [InlineData(256, "其他事项")]
    public void Nine_matters_need_pre_disclosure(int rule, string name) =>
        Assert.Equal(name, Assert.Single(Pack.PreDisclosure.Matters.CitedBy(rule)));

    [Fact]
    [Rule(257)]
    public void Pre_disclosure_uses_five_ways()
        => Assert.Equal(["广播、电视、报刊", "信息公开栏", "新闻发布会", "门户网站", "其他形式"], Pack.PreDisclosure.Channels.CitedBy(257));

    [Fact]
    [Rule(261)]
    [Rule(262)]
    public void Normative_and_important_documents_are_interpreted_in_seven_forms()
    {
        Assert.Equal(["市政府规范性文件", "以局名义出台的重要政策文件", "科室、局属单位的重要文件"], Pack.Interpretation.Scope.CitedBy(261));
        Assert.Equal(["负责同志撰稿", "专家解读", "政策问答", "在线访谈", "媒体专访", "答记者问", "新闻发布会"], Pack.Interpretation.Forms.CitedBy(262));
    }

    [Fact]
    [Rule(146)]
    [Rule(147)]
    [Rule(148)]
    [Rule(149)]
    [Rule(150)]
    [Rule(151)]
    [Rule(152)]
    [Rule(153)]
    [Rule(154)]
    [Rule(155)]
    [Rule(156)]
    public void The_annual_report_has_eleven_contents_of_its_own_beside_the_national_ones()
    {
        Assert.Equal(
            ["146 开展工作和采取措施", "147 主动公开总数和各分类数量", "148 各公开方式数量", "149 查阅场所和专栏访问", "150 受理申请件数", "151 不予公开件数",
                "152 已答复件数", "153 行政复议、诉讼及结果", "154 收费及减免", "155 存在的主要问题及改进情况", "156 其他需要报告的事项"],
            Pack.AnnualReport.Contents.Where(entry => entry.Citation.Rules.Count > 0).OrderBy(entry => entry.Citation.Rules[0])
                .Select(entry => $"{entry.Citation.Rules[0]} {entry.Name}"));
        Assert.Contains(Pack.AnnualReport.Contents, entry => entry.Code == "proactive");
    }

    [Fact]
    [Rule(161)]
    [Rule(191)]
    [Rule(227)]
    [Rule(228)]
    [Rule(237)]
    [Rule(264)]
    public void Duties_are_carried_by_their_roles()
    {
        Assert.Equal(["office"], Roles(161));
        Assert.Equal(["leading-group-office"], Roles(191));
        Assert.Equal(["office"], Roles(227));
        Assert.Equal(["officer", "head"], Roles(228));
        Assert.Equal(["officer", "office"], Roles(237));
        Assert.Equal(["policy", "office", "officer", "head"], Roles(264));
    }

    private static IEnumerable<string> Roles(int rule) =>
        Pack.Responsibilities.Where(duty => duty.Citation.Rules.Contains(rule)).SelectMany(duty => duty.Roles);
}
