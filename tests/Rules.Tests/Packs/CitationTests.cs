using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Xunit;

namespace Disclosure.Rules.Tests.Packs;

/// <summary>Every value cites its source, and what no source says is marked as the platform's own.</summary>
public sealed class CitationTests
{
    private const string Example = "平台示例";

    [Theory]
    [InlineData("gaotai", "")]
    [InlineData("xinyuan", "culture")]
    [InlineData("bijie", "market,art,tourism,broadcast")]
    [InlineData("jiangxi", "art-division,public-culture,city-nanchang,county-demo,provincial-library")]
    [InlineData("taishan", "")]
    public void Units_that_no_document_names_are_marked_as_examples_and_the_others_cite_their_rule(string authority, string examples)
    {
        var units = BureauPacks.Of(authority).Units;
        Assert.Equal(examples.Split(',', StringSplitOptions.RemoveEmptyEntries), units.Where(unit => unit.Citation.Source == Example)
            .Select(unit => unit.Code));
        Assert.All(units.Where(unit => unit.Citation.Source != Example), unit => Assert.NotEmpty(unit.Citation.Rules));
    }

    [Fact]
    public void Fifteen_days_and_the_meaning_of_silence_cite_the_regulation()
    {
        Assert.StartsWith("第三十二条", BureauPacks.Bijie.Limit("application.third-party")!.Citation.Article, StringComparison.Ordinal);
        Assert.StartsWith("第三十四条", BureauPacks.Bijie.Limit("application.joint-organs")!.Citation.Article, StringComparison.Ordinal);
        Assert.StartsWith("第四十九条", BureauPacks.Xinyuan.Limit("annual-report.department")!.Citation.Article, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_printed_reconciliation_cites_the_format()
        => Assert.Equal(["R1"], BureauPacks.Bijie.AnnualReport.Checks
        .Where(check => check.Citation.Source.StartsWith("国办公开办函", StringComparison.Ordinal)).Select(check => check.Code));

    [Fact]
    public void Proofreaders_that_the_report_does_not_name_are_marked_as_examples() => Assert.All(
        BureauPacks.Xinyuan.Flow(FlowCodes.Publication)!.Steps.Where(step => step.Kind == StepKind.Proof), step
        => Assert.Contains(Example, step.Citation.Source, StringComparison.Ordinal));
}
