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
        var reading = AnnualReportReader.Read(Json().ToJsonString());
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
        var json = Json();
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
        var json = Json();
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
        var json = Json();
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
        var json = Json();
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
    [InlineData("①")]
    [InlineData("一")]
    [InlineData("²")]
    [InlineData("\ud800")]
    public void A_sign_that_only_looks_like_a_number_is_none(string text)
    {
        var json = Json();
        json["table3"]![0]![0] = text;
        Assert.Equal("table3[0][0]", Assert.Single(Assert.Single(AnnualReportReader.Read(json.ToJsonString()).Violations).Cells));
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

    [Theory]
    [InlineData("３", 3L)]
    [InlineData(" 12 ", 12L)]
    [InlineData("-4", -4L)]
    [InlineData("", null)]
    public void Text_typed_into_a_cell_is_normalised(string text, long? value)
    {
        var json = Json();
        json["table3"]![0]![0] = text;
        Assert.Equal(value, AnnualReportReader.Read(json.ToJsonString()).Report!.Table3[0][0]);
    }

    [Theory]
    [InlineData("26.55", true)]
    [InlineData("１８．８７１０", true)]
    [InlineData("1,000", false)]
    [InlineData("1e3", false)]
    [InlineData("0.1234567", false)]
    public void Fees_are_decimals_in_ten_thousand_yuan(string text, bool reads)
    {
        var json = Json();
        json["table2"]!["fees"] = text;
        Assert.Equal(reads, AnnualReportReader.Read(json.ToJsonString()).Violations.Count == 0);
    }

    /// <summary>The figures one of the bureaus reported for 2023: three licences, eight penalties, no applications.</summary>
    private static JsonObject Json() => new()
    {
        ["year"] = 2023,
        ["kind"] = "department",
        ["table2"] = new JsonObject
        {
            ["regulations"] = Counts(),
            ["normativeDocuments"] = Counts(),
            ["licences"] = 3,
            ["penalties"] = 8,
            ["coercions"] = 0,
            ["fees"] = "0",
        },
        ["table3"] = new JsonArray([.. Enumerable.Range(0, 25).Select(_ => Zeros(7))]),
        ["table4"] = Zeros(15),
    };

    private static JsonObject Counts() => new() { ["made"] = 0, ["abolished"] = 0, ["inForce"] = 0 };

    private static JsonArray Zeros(int count) => new([.. Enumerable.Range(0, count).Select(_ => (JsonNode)0)]);
}
