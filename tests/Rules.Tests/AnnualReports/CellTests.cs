using Disclosure.Rules.AnnualReports;
using Xunit;

namespace Disclosure.Rules.Tests.AnnualReports;

/// <summary>What people type into a cell, and what of it is a number.</summary>
public sealed class CellTests
{
    [Theory]
    [InlineData("①")]
    [InlineData("一")]
    [InlineData("²")]
    [InlineData("\ud800")]
    public void A_sign_that_only_looks_like_a_number_is_none(string text)
    {
        var json = Reports.Json();
        json["table3"]![0]![0] = text;
        Assert.Equal("table3[0][0]", Assert.Single(Assert.Single(AnnualReportReader.Read(json.ToJsonString()).Violations).Cells));
    }

    [Theory]
    [InlineData("３", 3L)]
    [InlineData(" 12 ", 12L)]
    [InlineData("-4", -4L)]
    [InlineData("", null)]
    public void Text_typed_into_a_cell_is_normalised(string text, long? value)
    {
        var json = Reports.Json();
        json["table3"]![0]![0] = text;
        var reading = AnnualReportReader.Read(json.ToJsonString());
        Assert.Empty(reading.Violations);
        Assert.Equal(value, reading.Report!.Table3[0][0]);
    }

    [Theory]
    [InlineData("26.55", true)]
    [InlineData("１８．８７１０", true)]
    [InlineData("1,000", false)]
    [InlineData("1e3", false)]
    [InlineData("0.1234567", false)]
    public void Fees_are_decimals_in_ten_thousand_yuan(string text, bool reads)
    {
        var json = Reports.Json();
        json["table2"]!["fees"] = text;
        Assert.Equal(reads, AnnualReportReader.Read(json.ToJsonString()).Violations.Count == 0);
    }

    [Theory]
    [InlineData("999999999999", 999_999_999_999L)]
    [InlineData("００００００００００００", 0L)]
    [InlineData("－５", -5L)]
    [InlineData("１９", 19L)]
    [InlineData("　7　", 7L)]
    public void The_largest_counts_and_full_width_signs_are_read(string text, long value)
    {
        var json = Reports.Json();
        json["table3"]![0]![0] = text;
        Assert.Equal(value, AnnualReportReader.Read(json.ToJsonString()).Report!.Table3[0][0]);
    }

    [Theory]
    [InlineData("1000000000000")]
    [InlineData("1.0")]
    [InlineData("+1")]
    [InlineData("1 000")]
    [InlineData("--1")]
    [InlineData("0x10")]
    public void What_is_no_count_is_none(string text)
    {
        var json = Reports.Json();
        json["table3"]![0]![0] = text;
        Assert.Equal($"table3[0][0]：应为非负整数，实为{text}", Assert.Single(AnnualReportReader.Read(json.ToJsonString()).Violations).Message);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData("-0.5", -0.5)]
    [InlineData("0.123456", 0.123456)]
    [InlineData("－１．５", -1.5)]
    public void An_amount_may_have_six_decimals_or_be_blank(string text, double? amount)
    {
        var json = Reports.Json();
        json["table2"]!["fees"] = text;
        var reading = AnnualReportReader.Read(json.ToJsonString());
        Assert.Empty(reading.Violations);
        Assert.Equal((decimal?)amount, reading.Report!.Table2.Fees);
        json["table2"]!["fees"] = null;
        Assert.Null(AnnualReportReader.Read(json.ToJsonString()).Report!.Table2.Fees);
    }
}
