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
}
