using System.Text.Json.Nodes;
using Disclosure.Rules.AnnualReports;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.AnnualReports;

public sealed class ReaderTests
{
    [Fact]
    [Rule(74)]
    [Rule(75)]
    [Rule(76)]
    [Rule(77)]
    [Rule(80)]
    [Rule(81)]
    public void A_report_of_the_printed_shape_is_read_cell_by_cell()
    {
        var reading = AnnualReportReader.Read(Reports.Json().ToJsonString());
        Assert.Empty(reading.Violations);
        var report = reading.Report!;
        Assert.Equal((2023, ReportKind.Department), (report.Year, report.Kind));
        Assert.Equal(new TableTwo(new(0, 0, 0), new(0, 0, 0), 3, 8, 0, 0), report.Table2);
        Assert.Equal((25, 7, 15), (report.Table3.Count, report.Table3[0].Count, report.Table4.Count));
        Assert.Empty(report.Check());
    }

    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"kind":"\ud800"}""")]
    [InlineData("""{"table2":{"licences":"\ud800"}}""")]
    public void Half_a_character_is_no_report(string json)
        => Assert.Contains("半个字符", AnnualReportReader.Read(json).NotJson, StringComparison.Ordinal);

    [Fact]
    public void Unknown_members_are_told_in_few_lines()
    {
        var json = Reports.Json();
        for (var number = 0; number < 20_000; number++) (json[$"m{number}"], json["table2"]![$"m{number}"]) = (1, 1);
        json["n" + new string('n', 1_000_000)] = 1;
        var violations = AnnualReportReader.Read(json.ToJsonString()).Violations;
        Assert.InRange(violations.Count, 3, 250);
        Assert.All(violations, violation => Assert.InRange(violation.Message.Length, 1, 200));
        Assert.Equal(["$：另有19901项不是年度报告的内容，未列出", "table2：另有19900项不是年度报告的内容，未列出"],
            violations.Select(violation => violation.Message).Where(message => message.Contains("另有", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_problem_is_reported_at_once_and_the_rest_is_still_checked()
    {
        var json = Reports.Json();
        json["table2"]!["licences"] = "/";
        json["table2"]!["fees"] = "约18万";
        json["table3"]![0]![0] = "减4";
        json["table3"]![2]![1] = 1.5;
        json["table3"]![5] = null;
        json["table4"]![4] = 2;
        var reading = AnnualReportReader.Read(json.ToJsonString());
        Assert.Equal(["table2.licences", "table2.fees", "table3[0][0]", "table3[2][1]"],
            reading.Violations.Select(violation => violation.Cells[0]));
        Assert.All(reading.Violations, violation => Assert.Equal("R7", violation.Rule));
        var checks = reading.Report!.Check();
        Assert.Equal(["R4", "R7"], checks.Broken());
        Assert.Equal(Enumerable.Range(0, 7).Select(column => $"table3[5][{column}]"), checks.Where(violation => violation.Rule == "R7")
            .Select(violation => violation.Cells[0]));
    }

    [Fact]
    public void What_is_not_a_report_is_told_everything_that_is_wrong_with_its_shape()
    {
        var json = Reports.Json();
        json["year"] = "2023";
        json.Remove("kind");
        json["table5"] = 1;
        json["table2"]!["regulations"]!.AsObject().Remove("made");
        json["table2"]!["normativeDocuments"] = 0;
        json["table3"]!.AsArray().RemoveAt(24);
        json["table4"]!.AsArray().Add(0);
        var reading = AnnualReportReader.Read(json.ToJsonString());
        Assert.Null(reading.Report);
        Assert.Equal(["kind", "table2.normativeDocuments", "table2.regulations.made", "table3", "table4", "table5", "year"],
            reading.Violations.Select(violation => violation.Cells[0]).Order(StringComparer.Ordinal));
        Assert.All(reading.Violations, violation => Assert.Equal("format", violation.Rule));
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    [InlineData(2012)]
    public void A_report_in_an_older_format_is_refused_with_the_reason_and_not_checked_by_the_new_one(int year)
    {
        var json = Reports.Json();
        json["year"] = year;
        var reading = AnnualReportReader.Read(json.ToJsonString());
        Assert.Null(reading.Report);
        var violation = Assert.Single(reading.Violations);
        Assert.Equal(("format", "year"), (violation.Rule, Assert.Single(violation.Cells)));
        Assert.Contains("只能核对2021年度起的报告", violation.Message, StringComparison.Ordinal);
        json["year"] = 2021;
        Assert.NotNull(AnnualReportReader.Read(json.ToJsonString()).Report);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"year":1,"year":2}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void What_is_not_even_json_is_one_problem(string json)
    {
        var reading = AnnualReportReader.Read(json);
        Assert.Null(reading.Report);
        Assert.Equal("$", Assert.Single(reading.Violations).Cells[0]);
    }

    [Fact]
    public void Every_figure_is_read_into_its_own_cell()
    {
        var json = Reports.Json();
        json["kind"] = "government";
        json["table2"] = JsonNode.Parse("""
            { "regulations": { "made": 1, "abolished": 2, "inForce": 3 }, "normativeDocuments": { "made": 4, "abolished": 5, "inForce": 6 },
              "licences": 7, "penalties": 8, "coercions": 9, "fees": "18.8710" }
            """);
        json["table3"] = new JsonArray([.. Enumerable.Range(0, 25).Select(row
            => new JsonArray([.. Enumerable.Range(0, 7).Select(column => (JsonNode)(10 * row + column))]))]);
        json["table4"] = new JsonArray([.. Enumerable.Range(1, 15).Select(number => (JsonNode)number)]);
        var report = AnnualReportReader.Read(json.ToJsonString()).Report!;
        Assert.Equal(ReportKind.Government, report.Kind);
        Assert.Equal(new TableTwo(new(1, 2, 3), new(4, 5, 6), 7, 8, 9, 18.8710m), report.Table2);
        Assert.Equal([.. Enumerable.Range(0, 7).Select(column => 240L + column)], report.Table3[24].Select(cell => cell!.Value));
        Assert.Equal([.. Enumerable.Range(1, 15).Select(number => (long)number)], report.Table4.Select(cell => cell!.Value));
    }

    [Fact]
    public void What_cannot_be_read_is_quoted_with_its_place()
    {
        var json = Reports.Json();
        json["table2"]!["regulations"]!["made"] = "无";
        json["table2"]!["regulations"]!["abolished"] = "无";
        json["table2"]!["regulations"]!["inForce"] = "/";
        json["table2"]!["normativeDocuments"]!["made"] = "2件";
        json["table2"]!["penalties"] = true;
        json["table2"]!["coercions"] = new JsonArray();
        json["table2"]!["fees"] = "18,87";
        json["table3"]![24]![6] = new string('九', 41);
        json["table4"]![14] = new string('九', 40);
        var reading = AnnualReportReader.Read(json.ToJsonString());
        Assert.Equal(
            [
                "table2.regulations.made：应为非负整数，实为无", "table2.regulations.abolished：应为非负整数，实为无",
                "table2.regulations.inForce：应为非负整数，实为/", "table2.normativeDocuments.made：应为非负整数，实为2件",
                "table2.penalties：应为非负整数，实为true", "table2.coercions：应为非负整数，实为[]", "table2.fees：应为以万元为单位的金额，实为18,87",
                $"table3[24][6]：应为非负整数，实为{new string('九', 40)}…", $"table4[14]：应为非负整数，实为{new string('九', 40)}",
            ], reading.Violations.Select(violation => violation.Message));
        Assert.All(reading.Violations, violation => Assert.Null(Assert.Single(violation.Numbers)));
        Assert.Equal(reading.Violations.Select(violation => violation.Cells[0]).Order(), reading.Report!.Unreadable.Order());
        Assert.DoesNotContain(reading.Report.Check(), violation => violation.Rule == "R7");
    }

    [Theory]
    [InlineData(2007, "year：应为2008至2100之间的年份")]
    [InlineData(2008, "year：2008年度报告不适用")]
    [InlineData(2021, null)]
    [InlineData(2100, null)]
    [InlineData(2101, "year：应为2008至2100之间的年份")]
    public void The_year_is_one_in_which_reports_are_written(int year, string? message)
    {
        var json = Reports.Json();
        json["year"] = year;
        var reading = AnnualReportReader.Read(json.ToJsonString());
        if (message is null) Assert.Equal(year, reading.Report!.Year);
        else Assert.StartsWith(message, Assert.Single(reading.Violations).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_or_too_much_is_told_once_and_by_its_name()
    {
        var json = Reports.Json();
        json.Remove("kind");
        json["table5"] = 1;
        json["table2"]!["fees"]!.Parent!.AsObject().Remove("fees");
        json["table2"]!["note"] = "";
        json["table2"]!["regulations"] = null;
        json["table3"]![3] = new JsonArray(1, 2);
        json["table3"]![4] = "0";
        json["table4"] = null;
        Assert.Equal(
            [
                "table5：不是年度报告的内容", "kind：缺少此项", "table2.note：不是年度报告的内容", "table2.fees：缺少此项", "table2.regulations：应为对象",
                "table3[3]：应有7项，实有2项", "table3[4]：应为7项的列表", "table4：应为15项的列表",
            ], AnnualReportReader.Read(json.ToJsonString()).Violations.Select(violation => violation.Message));
        json["kind"] = "bureau";
        Assert.Contains(AnnualReportReader.Read(json.ToJsonString()).Violations,
            violation => violation.Message == "kind：应为department或government");
    }

    [Fact]
    public void A_hundred_unknown_members_are_listed_and_the_hundred_and_first_is_counted()
    {
        var json = Reports.Json();
        for (var number = 1; number <= 100; number++) json[$"m{number}"] = 1;
        Assert.Equal(100, AnnualReportReader.Read(json.ToJsonString()).Violations.Count);
        json["m101"] = 1;
        var violations = AnnualReportReader.Read(json.ToJsonString()).Violations;
        Assert.Equal((101, "$：另有1项不是年度报告的内容，未列出"), (violations.Count, violations[^1].Message));
        Assert.NotNull(AnnualReportReader.Read(json.ToJsonString()).Report);
    }

    [Fact]
    public void Where_a_text_is_no_json_the_line_is_told()
    {
        Assert.Equal("不是有效的 JSON（第2行第1字节）", AnnualReportReader.Read("{\n,}").NotJson);
        Assert.Null(AnnualReportReader.Read("[]").NotJson);
        Assert.Equal("$：应为对象", Assert.Single(AnnualReportReader.Read("[]").Violations).Message);
    }
}
