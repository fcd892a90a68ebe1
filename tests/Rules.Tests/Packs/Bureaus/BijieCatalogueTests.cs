using System.Text.RegularExpressions;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Packs.Bureaus;

public sealed class BijieCatalogueTests
{
    private static readonly RulePack Pack = BureauPacks.Bijie;

    [Theory]
    [Rule(88)]
    [Rule(89)]
    [Rule(90)]
    [Rule(91)]
    [Rule(92)]
    [Rule(93)]
    [Rule(94)]
    [Rule(95)]
    [Rule(96)]
    [Rule(112)]
    [Rule(113)]
    [Rule(114)]
    [Rule(115)]
    [Rule(116)]
    [Rule(117)]
    [Rule(118)]
    [Rule(119)]
    [Rule(120)]
    [Rule(121)]
    [Rule(122)]
    [Rule(123)]
    [Rule(124)]
    [InlineData(88, "机构职能、办事流程和监督电话", "organisation")]
    [InlineData(89, "重要事项与年度目标执行", "planning")]
    [InlineData(90, "民生实事和重点工作进展", "public-welfare")]
    [InlineData(91, "规范性文件和政策规定", "regulations")]
    [InlineData(92, "救灾捐赠、救济和抚恤", "public-welfare")]
    [InlineData(93, "行政收费", "fees")]
    [InlineData(94, "行政处罚", "penalties")]
    [InlineData(95, "规章制度、人事奖惩与财务招标", "other-statutory")]
    [InlineData(96, "群众关心的其他事项", "other-statutory")]
    [InlineData(112, "规范性文件和政策规定", "regulations")]
    [InlineData(113, "规划及相关政策", "planning")]
    [InlineData(114, "事业产业统计", "statistics")]
    [InlineData(115, "预算决算报告", "finance")]
    [InlineData(116, "民生实事和重点工作进展", "public-welfare")]
    [InlineData(117, "重大建设项目批准和实施", "major-projects")]
    [InlineData(118, "行政收费", "fees")]
    [InlineData(119, "集中采购目录、标准和实施", "procurement")]
    [InlineData(120, "行政许可事项与办理情况", "licensing")]
    [InlineData(121, "联系群众、服务基层措施", "public-welfare")]
    [InlineData(122, "招商引资项目", "major-projects")]
    [InlineData(123, "年度目标绩效考核结果", "other-statutory")]
    [InlineData(124, "招考录用与人事任免", "recruitment")]
    public void Disclosure_contents_are_categories_below_their_statutory_columns(int rule, string name, string column)
    {
        var category = Pack.CategoryOf(rule);
        Assert.Equal((name, column), (category.Name, category.Parent));
    }

    [Theory]
    [Rule(108)]
    [Rule(109)]
    [Rule(110)]
    [Rule(111)]
    [Rule(208)]
    [InlineData(108, "涉及切身利益", true)]
    [InlineData(109, "需要社会广泛知晓或者参与", true)]
    [InlineData(110, "反映机构设置、职能、办事程序", true)]
    [InlineData(111, "其他依法应当主动公开", false)]
    public void Four_criteria_make_information_proactive_and_three_of_them_documents_too(int rule, string name, bool documents)
    {
        var ground = Assert.Single(Pack.Grounds, ground => ground.Citation.Rules.Contains(rule));
        Assert.Equal((name, DisclosureAttribute.Proactive, documents),
            (ground.Name, ground.Attribute, ground.Citation.Rules.Contains(208)));
    }

    [Theory]
    [Rule(129)]
    [Rule(130)]
    [Rule(131)]
    [Rule(132)]
    [Rule(209)]
    [InlineData(129, "state-secret")]
    [InlineData(130, "third-party-rights")]
    [InlineData(131, "three-securities-one-stability")]
    [InlineData(132, "legally-barred")]
    [InlineData(209, "non-disclosure-list,undecided-documents")]
    public void Six_grounds_withhold_a_document(int rule, string codes)
    {
        var grounds = Pack.Grounds.Where(ground => ground.Citation.Rules.Contains(rule)).ToList();
        Assert.Equal(codes.Split(','), grounds.Select(ground => ground.Code));
        Assert.All(grounds, ground => Assert.Equal(DisclosureAttribute.Withheld, ground.Attribute));
    }

    [Fact]
    [Rule(125)]
    [Rule(207)]
    [Rule(210)]
    public void There_are_three_attributes_and_whatever_is_undecided_is_given_on_request()
    {
        Assert.Equal(["主动公开", "依申请公开", "不予公开"], Pack.Attributes.CitedBy(207));
        Assert.Equal(3, Pack.Attributes.Count);
        Assert.Equal(DisclosureAttribute.OnRequest, Pack.DefaultAttribute!.Attribute);
        Assert.Equal([125, 210], Pack.DefaultAttribute.Citation.Rules);
        Assert.Equal(DisclosureAttribute.OnRequest, Assert.Single(Pack.Grounds, ground => ground.Citation.Rules.Contains(210)).Attribute);
    }

    [Fact]
    [Rule(97)]
    public void Matters_are_shown_on_boards_and_walls_in_meetings_and_on_the_site() =>
        Assert.Equal(["政务公开栏", "上墙公开", "会议公开", "网站公开"], Pack.DisclosureForms.CitedBy(97));

    [Fact]
    [Rule(102)]
    [Rule(103)]
    public void Some_matters_are_for_the_public_and_some_for_the_organ_alone()
    {
        Assert.Equal(["年度目标工作任务", "为民办实事项目", "政府兴办的社会公益事业"], Pack.ExternalMatters.CitedBy(102));
        Assert.Equal(["机关内部事务", "干部考核", "考勤"], Pack.InternalMatters.CitedBy(103));
    }

    [Fact]
    [Rule(135)]
    [Rule(145)]
    [Rule(263)]
    public void Items_and_the_annual_report_are_published_on_three_carriers_and_interpretation_first_on_the_portal()
    {
        Assert.Equal(["guizhou-egov", "notice-board", "portal"], Pack.Channels.Where(channel => channel.Citation.Rules.Contains(135))
            .Select(channel => channel.Code).Order());
        Assert.Equal(["部门网站", "贵州省电子政务网"], Pack.AnnualReport.Recipients.CitedBy(145));
        Assert.Equal("市政府办", Assert.Single(Pack.AnnualReport.Recipients.CitedBy(144)));
        Assert.Equal("portal", Pack.Interpretation.FirstChannel);
        Assert.Equal([263], Pack.Interpretation.Citation!.Rules);
    }

    [Theory]
    [Rule(87)]
    [Rule(136)]
    [Rule(137)]
    [Rule(158)]
    [Rule(159)]
    [Rule(184)]
    [Rule(220)]
    [Rule(265)]
    [InlineData(87, "public-profile", "内设机构及职能,工作人员姓名、职责,办事流程,收费项目,依据,标准")]
    [InlineData(136, "guide", "申请公开的具体程序,工作机构名称,办公地址,办公时间,联系电话,传真号码,电子邮箱,信息分类,编排体系,获取方式,互联网联系方式")]
    [InlineData(137, "catalogue-entry", "名称,索引,基本内容,产生日期,查询途径")]
    [InlineData(158, "application", "姓名或者名称,身份证明（自然人可以填写身份证号；法人和其他组织填写统一社会信用代码等）,联系方式,政府信息的内容描述,形式要求")]
    [InlineData(159, "application", "姓名或者名称,身份证明（自然人可以填写身份证号；法人和其他组织填写统一社会信用代码等）,联系方式,政府信息的内容描述,形式要求")]
    [InlineData(184, "document-decision", "是否公开,公开范围,公开方式,是否保密")]
    [InlineData(220, "meeting-preview", "会议时间,地点,议题,开放方式,公众参与方式")]
    [InlineData(265, "interpretation-plan", "解读提纲,解读形式,解读途径,解读时间")]
    public void Forms_demand_their_fields(int rule, string code, string fields)
    {
        var form = Assert.Single(Pack.Forms, form => form.Citation.Rules.Contains(rule));
        Assert.Equal(code, form.Code);
        Assert.Equal(fields.Split(',').Order(StringComparer.Ordinal),
            form.Fields.Where(field => field.Required).Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>What article 12 demands of every guide stays demanded, and cites the article.</summary>
    [Fact]
    public void A_form_of_the_bureau_adds_to_the_national_one_and_drops_nothing()
    {
        var guide = Assert.Single(Pack.Forms, form => form.Code == "guide");
        string[] statutory = ["classification", "arrangement", "access", "organ", "address", "hours", "phone", "fax", "internet"];
        Assert.Equal([.. statutory, "procedure", "email"], guide.Fields.Select(field => field.Code));
        Assert.Equal("第十二条", guide.Fields[0].Citation!.Article);
        Assert.Null(guide.Fields.Single(field => field.Code == "procedure").Citation);
        Assert.Equal([136], guide.Citation.Rules);
    }

    [Fact]
    public void What_the_regulation_demands_is_not_made_optional()
    {
        using var directory = new PackDirectory().With("bijie", pack =>
        {
            var form = pack["forms"]!.AsArray().Single(form => (string?)form!["code"] == "guide")!;
            form["fields"]![5]!["required"] = false;
            form["fields"]![0]!["required"] = false;
        });
        var error = Assert.Single(RulePacks.Validate(directory.FullName));
        Assert.Equal(("bijie.json", "$.forms[1].fields[5].required"), (error.File, error.Path));
    }

    [Fact]
    [Rule(184)]
    public void Level_and_term_of_secrecy_belong_to_the_decision_on_a_document() => Assert.Equal(["密级", "保密期限"],
        Assert.Single(Pack.Forms, form => form.Citation.Rules.Contains(184)).Fields.Where(field => !field.Required)
        .Select(field => field.Name));

    [Theory]
    [Rule(86)]
    [InlineData("毕文广旅通〔2020〕90号", true)]
    [InlineData("毕文广旅通〔2026〕1号", true)]
    [InlineData("毕文广旅通〔2026〕01号", false)]
    [InlineData("毕文广旅通[2026]1号", false)]
    [InlineData("毕文广旅发〔2026〕1号", false)]
    public void Issued_rules_carry_the_bureaus_document_number(string number, bool right)
    {
        Assert.Equal([86], Pack.DocumentNumber!.Citation.Rules);
        Assert.Equal(right, Regex.IsMatch(number, $"^(?:{Pack.DocumentNumber.Pattern})$"));
    }
}
