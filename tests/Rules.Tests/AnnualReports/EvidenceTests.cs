using Disclosure.Rules.AnnualReports;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.AnnualReports;

public sealed class EvidenceTests
{
    [Fact]
    public void R8_the_text_states_what_the_tables_state()
    {
        var evidence = new ReportEvidence { Narrative = [new("table3[0][6]", 9), new("table2.fees", 18.871m), new("table2.licences", 4)] };
        var violation = Assert.Single(Reports.Sound().Check(evidence: evidence));
        Assert.Equal(("R8", "行政许可：文字为4，表格为3"), (violation.Rule, violation.Message));
    }

    [Fact]
    public void R8_a_figure_of_no_cell_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(()
            => Reports.Sound().Check(evidence: new ReportEvidence { Narrative = [new("table3[25][0]", 1)] }));

    [Fact]
    public void R9_the_period_is_the_calendar_year()
    {
        var short_year = new ReportEvidence { PeriodFrom = new(2025, 1, 1), PeriodTo = new(2025, 12, 15) };
        Assert.Equal("R9", Assert.Single(Reports.Sound().Check(evidence: short_year)).Rule);
        Assert.Empty(Reports.Sound().Check(evidence: short_year with { PeriodTo = new(2025, 12, 31) }));
    }

    [Fact]
    public void R10_a_sum_of_units_warns_where_it_differs_cell_by_cell()
    {
        var city = Reports.Sound() with { Table2 = Reports.Sound().Table2 with { Penalties = 20 } };
        var none = Reports.Sound() with
        {
            Table2 = new TableTwo(new(0, 0, 0), new(0, 0, 0), 0, 0, 0, 0),
            Table3 = [.. Enumerable.Repeat<IReadOnlyList<long?>>([0, 0, 0, 0, 0, 0, 0], 25)],
            Table4 = [.. Enumerable.Repeat<long?>(0, 15)],
        };
        var violation = Assert.Single(city.Check(evidence: new ReportEvidence { Units = [Reports.Sound(), none] }));
        Assert.Equal(("R10", Severity.Warning, "行政处罚：汇总为20，各单位之和为8"), (violation.Rule, violation.Severity, violation.Message));
    }

    [Fact]
    public void R11_a_department_has_no_regulations_and_a_government_may_have()
    {
        var report = Reports.Sound() with { Table2 = Reports.Sound().Table2 with { Regulations = new DocumentCounts(0, 0, 2) } };
        Assert.Equal(("R11", Severity.Warning), (Assert.Single(report.Check()).Rule, report.Check()[0].Severity));
        Assert.Empty((report with { Kind = ReportKind.Government }).Check());
        Assert.Empty(report.Check(evidence: new ReportEvidence { HasRuleMakingPower = true }));
        Assert.Single((report with { Kind = ReportKind.Government }).Check(evidence: new ReportEvidence { HasRuleMakingPower = false }));
    }

    [Fact]
    public void R12_lapses_for_fees_need_notices_in_the_register()
    {
        Assert.Empty(Reports.Sound().Check(evidence: new ReportEvidence { UnpaidFeeNotices = 1 }));
        Assert.Equal("R12", Assert.Single(Reports.Sound().Check(evidence: new ReportEvidence { UnpaidFeeNotices = 0 })).Rule);
    }

    [Theory]
    [Rule(85)]
    [Rule(144)]
    [InlineData(ReportKind.Department, 1, 31, true)]
    [InlineData(ReportKind.Department, 2, 1, false)]
    [InlineData(ReportKind.Government, 3, 31, true)]
    [InlineData(ReportKind.Government, 4, 1, false)]
    public void R13_departments_publish_by_the_end_of_january_and_governments_by_the_end_of_march(ReportKind kind, int month, int day,
        bool inTime)
    {
        var violations = (Reports.Sound() with { Kind = kind }).Check(evidence: new ReportEvidence { PublishedOn = new(2026, month, day) });
        Assert.Equal(inTime ? [] : ["R13"], violations.Broken());
    }

    [Fact]
    public void R13_an_earlier_local_day_counts()
    {
        var evidence = new ReportEvidence { PublishedOn = new(2026, 1, 29), LastMonthDay = 128 };
        Assert.Equal("应于2026-01-28前公布，实于2026-01-29公布", Assert.Single(Reports.Sound().Check(evidence: evidence)).Message);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("2025-01-01", null, null)]
    [InlineData("2025-01-02", "2025-12-31", "统计期间应为2025-01-01至2025-12-31，实为2025-01-02至2025-12-31")]
    [InlineData("2024-12-31", null, "统计期间应为2025-01-01至2025-12-31，实为2024-12-31至2025-12-31")]
    [InlineData(null, "2026-01-01", "统计期间应为2025-01-01至2025-12-31，实为2025-01-01至2026-01-01")]
    public void R9_either_end_of_the_period_is_looked_at(string? from, string? to, string? message)
    {
        var evidence = new ReportEvidence { PeriodFrom = Read(from), PeriodTo = Read(to) };
        var violations = Reports.Sound().Check(evidence: evidence);
        Assert.Equal(message is null ? [] : [message], violations.Select(violation => violation.Message));
        Assert.All(violations, violation => Assert.Equal((Severity.Error, 0), (violation.Severity, violation.Cells.Count)));
        static DateOnly? Read(string? day) => day is null ? null : Day.Of(day);
    }

    [Fact]
    public void R10_every_cell_that_differs_is_told_and_one_that_a_unit_left_blank_is_not_summed()
    {
        var units = new[] { Reports.Sound(), Reports.Sound().With(3, 2, null) };
        var sum = Reports.Sound().With(1, 1, 12).With(3, 2, 99);
        var told = sum.Check(evidence: new ReportEvidence { Units = units }).Where(found => found.Rule == "R10").ToList();
        Assert.DoesNotContain(told, violation => violation.Cells[0] is "table3[0][0]" or "table3[2][1]");
        Assert.Contains(told, violation => violation.Message == "一、本年新收政府信息公开申请数量·总计：汇总为9，各单位之和为18");
        Assert.Contains(told, violation => violation.Message == "行政事业性收费：汇总为18.8710，各单位之和为37.7420");
        Assert.Contains(told, violation => violation.Message == "行政复议·其他结果：汇总为2，各单位之和为4");
        Assert.DoesNotContain(told, violation => violation.Message.StartsWith("复议后起诉", StringComparison.Ordinal));
        var blank = Reports.Sound().With(1, 7, null).Check(evidence: new ReportEvidence { Units = units });
        Assert.DoesNotContain(blank, violation => violation.Rule == "R10" && violation.Cells[0] == "table3[0][6]");
    }

    [Theory]
    [InlineData(1L, 0L, 0L)]
    [InlineData(0L, 1L, 0L)]
    [InlineData(0L, 0L, 1L)]
    [InlineData(1L, 1L, 0L)]
    [InlineData(1L, 0L, 1L)]
    public void R11_any_of_the_three_counts_is_one_too_many(long made, long abolished, long inForce)
    {
        var report = Reports.Sound() with { Table2 = Reports.Sound().Table2 with { Regulations = new(made, abolished, inForce) } };
        var violation = Assert.Single(report.Check());
        Assert.Equal("规章：没有规章制定权的机关各项应为0", violation.Message);
        Assert.Equal(["table2.regulations.made", "table2.regulations.abolished", "table2.regulations.inForce"], violation.Cells);
        Assert.Equal([made, abolished, inForce], violation.Numbers);
    }

    [Theory]
    [InlineData(null, 2L, null)]
    [InlineData(2L, null, 0L)]
    [InlineData(null, null, 2L)]
    public void R11_a_blank_beside_a_count_does_not_hide_it(long? made, long? abolished, long? inForce)
    {
        var report = Reports.Sound() with { Table2 = Reports.Sound().Table2 with { Regulations = new(made, abolished, inForce) } };
        Assert.Equal(["R7", "R11"], report.Check().Broken());
        var blank = Reports.Sound() with { Table2 = Reports.Sound().Table2 with { Regulations = new(null, null, null) } };
        Assert.Equal(["R7"], blank.Check().Broken());
    }

    [Fact]
    public void R12_more_notices_than_lapses_are_no_fault_and_a_blank_is_not_compared()
    {
        Assert.Empty(Reports.Sound().Check(evidence: new ReportEvidence { UnpaidFeeNotices = 2 }));
        var violation = Assert.Single(Reports.Sound().Check(evidence: new ReportEvidence { UnpaidFeeNotices = 0 }));
        Assert.Equal("（六）2.申请人逾期未按收费通知要求缴纳费用·总计为1件，登记的逾期未缴收费通知只有0件", violation.Message);
        Assert.Equal(("table3[21][6]", 1m), (Assert.Single(violation.Cells), Assert.Single(violation.Numbers)!.Value));
        Assert.Equal(["R7"], Reports.Sound().With(22, 7, null).Check(evidence: new ReportEvidence { UnpaidFeeNotices = 0 }).Broken());
    }

    [Fact]
    public void R13_the_local_day_itself_is_in_time_and_a_report_not_yet_published_is_not_late()
    {
        Assert.Empty(Reports.Sound().Check(evidence: new ReportEvidence { PublishedOn = new(2026, 1, 28), LastMonthDay = 128 }));
        Assert.Empty(Reports.Sound().Check(evidence: new ReportEvidence { LastMonthDay = 128 }));
    }

    [Fact]
    public void Rules_are_told_by_their_numbers()
    {
        var evidence = new ReportEvidence
        {
            PeriodTo = new(2025, 11, 30),
            PublishedOn = new(2026, 3, 1),
            UnpaidFeeNotices = 0,
            Narrative = [new("table2.licences", 4)],
            Units = [Reports.Sound() with { Table2 = Reports.Sound().Table2 with { Penalties = 7 } }],
        };
        var report = Reports.Sound().With(3, 3, 1).With(4, 4, -1) with
        {
            Table2 = Reports.Sound().Table2 with { Regulations = new(0, 0, 1) },
            Table4 = [.. Enumerable.Repeat<long?>(1, 15)],
        };
        Assert.Equal(["R2", "R3", "R4", "R5", "R7", "R8", "R9", "R10", "R11", "R12", "R13"],
            report.Check(Reports.Sound(2020), evidence).Broken());
    }
}
