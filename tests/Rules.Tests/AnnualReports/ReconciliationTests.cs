using Disclosure.Rules.AnnualReports;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.AnnualReports;

public sealed class ReconciliationTests
{
    [Fact]
    public void A_report_that_reconciles_has_no_violation() => Assert.Empty(Reports.Sound().Check());

    [Fact]
    [Rule(79)]
    public void R1_new_and_carried_in_equal_done_and_carried_out_in_every_column()
    {
        var violations = Reports.Sound().With(2, 1, 4).With(2, 7, 4).Check();
        Assert.Equal(["R1"], violations.Broken());
        var first = violations[0];
        Assert.Equal(["table3[0][0]", "table3[1][0]", "table3[23][0]", "table3[24][0]"], first.Cells);
        Assert.Equal([6m, 4m, 8m, 1m], first.Numbers);
        Assert.Equal("自然人列：第一项加第二项为10，第三项（七）总计加第四项为9，相差1", first.Message);
        Assert.Equal("总计列：第一项加第二项为13，第三项（七）总计加第四项为12，相差1", violations[1].Message);
        Assert.All(violations, violation => Assert.Equal(Severity.Error, violation.Severity));
    }

    [Theory]
    [Rule(80)]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(23)]
    public void R2_every_result_row_counts_towards_the_total(int row)
    {
        var report = Reports.Sound();
        var changed = report.With(row, 1, report.Table3[row - 1][0] + 1).With(row, 7, report.Table3[row - 1][6] + 1).Check();
        Assert.Equal(["R2"], changed.Broken());
        Assert.Equal(["自然人", "总计"],
            changed.Select(violation => violation.Message[..violation.Message.IndexOf('列', StringComparison.Ordinal)]));
    }

    [Theory]
    [Rule(78)]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(25)]
    public void R3_the_applicants_of_a_row_add_up_to_its_total(int row)
    {
        var report = Reports.Sound();
        var violations = report.With(row, 7, report.Table3[row - 1][6] + 5).Check();
        var third = Assert.Single(violations, violation => violation.Rule == "R3");
        Assert.StartsWith(TableThree.Rows[row - 1], third.Message, StringComparison.Ordinal);
        Assert.Equal(7, third.Cells.Count);
    }

    [Theory]
    [Rule(81)]
    [InlineData(0, "行政复议")]
    [InlineData(1, "未经复议直接起诉")]
    [InlineData(2, "复议后起诉")]
    public void R4_each_block_of_the_litigation_table_adds_up(int block, string name)
    {
        var cells = Reports.Sound().Table4.ToList();
        cells[block * 5 + 3] += 2;
        var violation = Assert.Single((Reports.Sound() with { Table4 = cells }).Check());
        Assert.Equal("R4", violation.Rule);
        Assert.StartsWith(name, violation.Message, StringComparison.Ordinal);
        Assert.Equal($"table4[{block * 5}]", violation.Cells[0]);
    }

    [Fact]
    public void R5_what_was_carried_out_last_year_was_carried_in_this_year()
    {
        var violations = Reports.Sound().Check(Reports.Sound(2024));
        Assert.Equal(["R5", "R6"], violations.Broken());
        Assert.Equal([3m, 1m], violations[0].Numbers);
        Assert.Equal(["table3[1][0]", "previous.table3[24][0]"], violations[0].Cells);
        Assert.Empty(Reports.Sound().Check(Reports.Sound(2024).With(25, 1, 3).With(25, 2, 0).With(25, 7, 3) with { Table2 = Past(6) }));
    }

    [Fact]
    public void R5_a_report_of_another_year_is_no_predecessor()
    {
        var violation = Assert.Single(Reports.Sound().Check(Reports.Sound(2023)));
        Assert.Equal(("R5", "上年报告应为2024年度，实为2023年度，无法核对结转"), (violation.Rule, violation.Message));
    }

    [Fact]
    [Rule(74)]
    public void R6_documents_in_force_follow_from_last_year_and_differences_are_warnings()
    {
        var previous = Reports.Sound(2024).With(25, 1, 3).With(25, 2, 0).With(25, 7, 3) with { Table2 = Past(9) };
        var violation = Assert.Single(Reports.Sound().Check(previous));
        Assert.Equal(("R6", Severity.Warning), (violation.Rule, violation.Severity));
        Assert.Equal("行政规范性文件：现行有效7件，按上年现行有效9件加制发2件减废止1件应为10件", violation.Message);
    }

    [Fact]
    public void R6_regulations_are_followed_like_normative_documents_and_every_number_is_named()
    {
        var before = Reports.Sound(2024).With(25, 1, 3).With(25, 2, 0).With(25, 7, 3);
        var previous = before with { Table2 = Past(6) with { Regulations = new(0, 0, 5) } };
        var two = Reports.Sound().Table2 with { Regulations = new(3, 1, 6) };
        var now = Reports.Sound() with { Kind = ReportKind.Government, Table2 = two };
        var violation = Assert.Single(now.Check(previous));
        Assert.Equal("规章：现行有效6件，按上年现行有效5件加制发3件减废止1件应为7件", violation.Message);
        Assert.Equal(["table2.regulations.inForce", "previous.table2.regulations.inForce", "table2.regulations.made",
            "table2.regulations.abolished"], violation.Cells);
        Assert.Equal([6m, 5m, 3m, 1m], violation.Numbers);
        var documents = Reports.Sound().Check(before with { Table2 = Past(9) });
        Assert.Equal(["table2.normativeDocuments.inForce", "previous.table2.normativeDocuments.inForce",
            "table2.normativeDocuments.made", "table2.normativeDocuments.abolished"], Assert.Single(documents).Cells);
    }

    [Theory]
    [InlineData(null, 1L, 7L)]
    [InlineData(2L, null, 7L)]
    [InlineData(2L, 1L, null)]
    public void R6_nothing_follows_from_a_blank(long? made, long? abolished, long? inForce)
    {
        var previous = Reports.Sound(2024).With(25, 1, 3).With(25, 2, 0).With(25, 7, 3) with { Table2 = Past(9) };
        var now = Reports.Sound() with { Table2 = Reports.Sound().Table2 with { NormativeDocuments = new(made, abolished, inForce) } };
        Assert.Equal(["R7"], now.Check(previous).Broken());
        var unknown = previous with { Table2 = Reports.Sound().Table2 with { NormativeDocuments = new(1, 0, null) } };
        Assert.Empty(Reports.Sound().Check(unknown));
    }

    [Fact]
    public void R5_every_column_is_carried_over()
    {
        var previous = Reports.Sound(2024).With(25, 1, 3).With(25, 2, 0).With(25, 6, 1).With(25, 7, 4) with { Table2 = Past(6) };
        Assert.Equal(["其他列：上年结转为0，2024年度报告结转下年度为1，相差-1", "总计列：上年结转为3，2024年度报告结转下年度为4，相差-1"],
            Reports.Sound().Check(previous).Select(violation => violation.Message));
    }

    [Fact]
    public void R7_a_blank_is_not_zero_and_no_sum_is_taken_over_it()
    {
        var violation = Assert.Single(Reports.Sound().With(3, 2, null).Check());
        Assert.Equal(("R7", "table3[2][1]"), (violation.Rule, Assert.Single(violation.Cells)));
        Assert.Null(Assert.Single(violation.Numbers));
        Assert.Equal("（一）予以公开·商业企业：空白，没有的填0", violation.Message);
    }

    [Theory]
    [Rule(75)]
    [Rule(76)]
    [Rule(77)]
    [InlineData("table2.licences")]
    [InlineData("table2.penalties")]
    [InlineData("table2.coercions")]
    [InlineData("table2.fees")]
    public void R7_every_cell_of_table_two_has_to_be_filled_in_and_not_negative(string cell)
    {
        var blank = Reports.Sound() with { Table2 = Changed(null, cell) };
        Assert.Equal(cell, Assert.Single(Assert.Single(blank.Check()).Cells));
        var negative = Reports.Sound() with { Table2 = Changed(-1, cell) };
        Assert.EndsWith("：-1，不得为负数", Assert.Single(negative.Check()).Message, StringComparison.Ordinal);
    }

    private static TableTwo Past(long inForce) => Reports.Sound().Table2 with { NormativeDocuments = new DocumentCounts(1, 0, inForce) };

    private static TableTwo Changed(int? value, string cell) => cell switch
    {
        "table2.licences" => Reports.Sound().Table2 with { Licences = value },
        "table2.penalties" => Reports.Sound().Table2 with { Penalties = value },
        "table2.coercions" => Reports.Sound().Table2 with { Coercions = value },
        _ => Reports.Sound().Table2 with { Fees = value },
    };
}
