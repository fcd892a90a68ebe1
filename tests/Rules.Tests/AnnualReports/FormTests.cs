using Disclosure.Rules.AnnualReports;
using Xunit;

namespace Disclosure.Rules.Tests.AnnualReports;

/// <summary>Every cell of the printed form (国办公开办函〔2021〕30号) by its place and its name.</summary>
public sealed class FormTests
{
    private static readonly string[] Applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];

    private static readonly string[] Rows =
    [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "（一）予以公开",
        "（二）部分公开",
        "（三）1.属于国家秘密",
        "（三）2.其他法律行政法规禁止公开",
        "（三）3.危及“三安全一稳定”",
        "（三）4.保护第三方合法权益",
        "（三）5.属于三类内部事务信息",
        "（三）6.属于四类过程性信息",
        "（三）7.属于行政执法案卷",
        "（三）8.属于行政查询事项",
        "（四）1.本机关不掌握相关政府信息",
        "（四）2.没有现成信息需要另行制作",
        "（四）3.补正后申请内容仍不明确",
        "（五）1.信访举报投诉类申请",
        "（五）2.重复申请",
        "（五）3.要求提供公开出版物",
        "（五）4.无正当理由大量反复申请",
        "（五）5.要求行政机关确认或重新出具已获取信息",
        "（六）1.申请人无正当理由逾期不补正",
        "（六）2.申请人逾期未按收费通知要求缴纳费用",
        "（六）3.其他",
        "（七）总计",
        "四、结转下年度继续办理",
    ];

    private static readonly AnnualReport Blank = Reports.Sound() with
    {
        Table2 = new TableTwo(new(null, null, null), new(null, null, null), null, null, null, null),
        Table3 = [.. Enumerable.Repeat<IReadOnlyList<long?>>([null, null, null, null, null, null, null], 25)],
        Table4 = [.. Enumerable.Repeat<long?>(null, 15)],
    };

    [Fact]
    public void A_form_that_nobody_filled_in_names_each_of_its_200_cells_as_printed()
    {
        (string Cell, string Name)[] two =
        [
            ("table2.regulations.made", "规章本年制发件数"), ("table2.regulations.abolished", "规章本年废止件数"),
            ("table2.regulations.inForce", "规章现行有效件数"), ("table2.normativeDocuments.made", "行政规范性文件本年制发件数"),
            ("table2.normativeDocuments.abolished", "行政规范性文件本年废止件数"),
            ("table2.normativeDocuments.inForce", "行政规范性文件现行有效件数"), ("table2.licences", "行政许可"), ("table2.penalties", "行政处罚"),
            ("table2.coercions", "行政强制"), ("table2.fees", "行政事业性收费"),
        ];
        var three = Rows.SelectMany((row, r) => Applicants.Select((who, c) => ($"table3[{r}][{c}]", $"{row}·{who}")));
        string[] outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
        var four = new[] { "行政复议", "未经复议直接起诉", "复议后起诉" }
            .SelectMany((block, b) => outcomes.Select((outcome, o) => ($"table4[{5 * b + o}]", $"{block}·{outcome}")));
        var violations = Blank.Check();
        Assert.Equal(200, violations.Count);
        Assert.All(violations, violation => Assert.Equal(("R7", Severity.Error), (violation.Rule, violation.Severity)));
        Assert.Equal([.. two, .. three, .. four],
            violations.Select(violation => (Assert.Single(violation.Cells), violation.Message.Split('：')[0])));
    }

    [Fact]
    public void The_rows_that_the_rules_speak_of_are_those_of_the_form()
    {
        Assert.Equal(["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（六）2.申请人逾期未按收费通知要求缴纳费用", "（六）3.其他",
            "（七）总计", "四、结转下年度继续办理"],
            new[] { TableThree.Received, TableThree.CarriedIn, TableThree.FirstResult, TableThree.FeeLapsed, TableThree.LastResult,
                TableThree.Total, TableThree.CarriedOut }.Select(row => TableThree.Rows[row - 1]));
        Assert.Equal("总计", TableThree.Columns[TableThree.TotalColumn - 1]);
    }

    [Theory]
    [InlineData(1, "自然人")]
    [InlineData(4, "社会公益组织")]
    [InlineData(7, "总计")]
    public void R1_and_R2_are_taken_column_by_column(int column, string name)
    {
        var report = Reports.Sound();
        var more = report.With(24, column, report.Table3[23][column - 1] + 2).Check().Where(found => found.Rule is "R1" or "R2").ToList();
        Assert.Equal(["R1", "R2"], more.Select(found => found.Rule));
        Assert.All(more, found => Assert.StartsWith(name + "列：", found.Message, StringComparison.Ordinal));
        Assert.Equal(22, more[1].Cells.Count);
        Assert.Equal(($"table3[2][{column - 1}]", $"table3[23][{column - 1}]"), (more[1].Cells[0], more[1].Cells[^1]));
    }

    [Fact]
    public void R2_and_R3_say_both_sums_and_the_difference()
    {
        var violations = Reports.Sound().With(3, 1, 6).Check();
        Assert.Equal(["自然人列：办理结果各行之和为10，（七）总计为8，相差2", "（一）予以公开：自然人加法人或其他组织各列为7，总计为5，相差2"],
            violations.Select(violation => violation.Message));
        Assert.Equal(["table3[2][0]", "table3[2][1]", "table3[2][2]", "table3[2][3]", "table3[2][4]", "table3[2][5]", "table3[2][6]"],
            violations[1].Cells);
        Assert.Equal([6m, 1m, 0m, 0m, 0m, 0m, 5m], violations[1].Numbers);
    }

    [Fact]
    public void R4_names_the_five_cells_of_its_block()
    {
        long?[] cells = [1, 0, 2, 0, 3, 0, 0, 0, 1, 1, 3, 2, 1, 4, 9];
        var violation = Assert.Single((Reports.Sound() with { Table4 = cells }).Check());
        Assert.Equal("复议后起诉：维持、纠正、其他、未审结之和为10，总计为9，相差1", violation.Message);
        Assert.Equal(["table4[10]", "table4[11]", "table4[12]", "table4[13]", "table4[14]"], violation.Cells);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(24)]
    [InlineData(25)]
    public void A_blank_on_either_side_of_a_sum_is_told_once_as_a_blank(int row)
    {
        var report = Reports.Sound();
        Assert.Equal("R7", Assert.Single(report.With(row, 3, null).Check()).Rule);
        Assert.Equal("R7", Assert.Single(report.With(row, 7, null).Check()).Rule);
    }

    [Fact]
    public void Nothing_is_negative_not_even_where_the_sums_agree()
    {
        var violations = Reports.Sound().With(1, 3, -1).With(1, 1, 7).With(24, 3, -1).With(3, 3, -1).With(24, 1, 9).With(3, 1, 5).Check();
        Assert.Equal(["一、本年新收政府信息公开申请数量·科研机构：-1，不得为负数", "（一）予以公开·科研机构：-1，不得为负数", "（七）总计·科研机构：-1，不得为负数"],
            violations.Select(violation => violation.Message));
        Assert.Equal([-1m], violations[0].Numbers);
    }

    [Fact]
    public void A_cell_that_could_not_be_read_is_not_told_again_as_a_blank()
    {
        var report = Reports.Sound().With(3, 2, null).With(4, 2, null) with { Unreadable = new HashSet<string> { "table3[2][1]" } };
        Assert.Equal(["table3[3][1]"], report.Check().Select(violation => Assert.Single(violation.Cells)));
    }
}
