using System.Text.Json.Nodes;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
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

    /// <summary>A step that the cited article does not name is an example of the platform, wholly or in who takes it.</summary>
    [Theory]
    [InlineData("gaotai", "")]
    [InlineData("xinyuan", "publication/first-proof,publication/second-proof,publication/third-proof")]
    [InlineData("bijie", "meeting-plan/section-head,opinion-assessment/section-head,opinion-assessment/office,opinion-assessment/deputy,"
        + "opinion-assessment/director,application-reply/section-head,application-reply/secrecy,application-reply/sign-off,"
        + "interaction-reply/office,interaction-reply/other-organs")]
    [InlineData("jiangxi", "")]
    [InlineData("taishan", "publication/section-head,publication/office,interpretation/section-head,interpretation/office,"
        + "interpretation/sign-off")]
    public void Steps_of_a_bureau_that_its_text_does_not_name_are_marked_as_examples(string authority, string examples)
    {
        // A flow that cites rules is the bureau's own; the others are those of the national base.
        var own = BureauPacks.Of(authority).Flows.Where(flow => flow.Citation.Rules.Count > 0);
        Assert.Equal(examples.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            own.SelectMany(flow => flow.Steps.Where(step => step.Citation.IsExample()).Select(step => $"{flow.Code}/{step.Code}"))
                .Order(StringComparer.Ordinal));
    }

    /// <summary>The Regulation demands a review (article 17) and names few of those who take part in it.</summary>
    [Fact]
    public void Of_the_national_steps_only_those_that_the_regulation_names_cite_it() => Assert.Equal(
        ["application-extension/office", "application-refusal/secrecy", "attribute/pre-review", "consultation/public-interest"],
        BureauPacks.Gaotai.Flows.Where(flow => flow.Citation.Rules.Count == 0)
            .SelectMany(flow => flow.Steps.Where(step => !step.Citation.IsExample()).Select(step => $"{flow.Code}/{step.Code}"))
            .Order(StringComparer.Ordinal));

    /// <summary>How many steps a flow has and who takes them is the platform's wherever no article says so; and the article that demands a
    /// review of what is disclosed (17) is named of nothing else.</summary>
    [Fact]
    public void National_flows_are_marked_as_the_platforms_design_and_cite_only_articles_that_concern_them()
    {
        var national = RulePacks.Load().Find(RulePacks.National)!;
        Assert.Equal(["application-extension"], national.Flows.Where(flow => !flow.Citation.IsExample()).Select(flow => flow.Code));
        Assert.All(national.Flows.Where(flow => flow.Citation.IsExample() && flow.Citation.Source != Example),
            flow => Assert.StartsWith("涉及", flow.Citation.Article, StringComparison.Ordinal));
        string[] disclosure = [FlowCodes.Publication, FlowCodes.Attribute];
        foreach (var flow in national.Flows)
            Assert.Equal(disclosure.Contains(flow.Code), flow.Steps.Select(step => step.Citation).Append(flow.Citation)
                .Any(citation => citation.IsExample() && citation.Article.Contains("第十七条", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_legal_officer_has_to_replace_is_said_in_words_and_every_open_reading_names_the_other()
    {
        foreach (var pack in RulePacks.Load().All)
            foreach (var (_, citation) in Printing.PackParts.Citations(pack))
            {
                Assert.DoesNotContain("部署", citation.Article, StringComparison.Ordinal);
                if (citation.Unconfirmed is { } reading) Assert.Contains("另一读法为", reading, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void Codes_that_stand_in_no_document_are_marked_as_examples()
        => Assert.All(RulePacks.Load().All.SelectMany(pack => new[] { pack.OrganisationCode, pack.SiteIdCode }),
            code => Assert.Equal(Example, code.Citation.Source));

    [Theory]
    [InlineData("gaotai", "")]
    [InlineData("xinyuan", "column-inspection")]
    [InlineData("bijie", "appraisal-result,document-bulletin,handling-bulletin,opinion-log")]
    [InlineData("jiangxi", "fault-bulletin")]
    public void Reports_whose_period_or_audience_no_text_names_are_marked_as_examples(string authority, string examples)
        => Assert.Equal(examples.Split(',', StringSplitOptions.RemoveEmptyEntries), BureauPacks.Of(authority).Reports
            .Where(report => report.Citation.IsExample()).Select(report => report.Code).Order(StringComparer.Ordinal));

    /// <summary>What the text leaves open says so, where the value stands (待单位确认).</summary>
    [Theory]
    [InlineData("gaotai", 4)]
    [InlineData("xinyuan", 1)]
    [InlineData("bijie", 4)]
    [InlineData("jiangxi", 2)]
    [InlineData("taishan", 0)]
    public void Readings_that_a_bureau_has_to_confirm_are_marked(string authority, int own)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "services", "Rules", "packs", authority + ".json")))!;
        Assert.Equal(own, Open(file).Count());
        Assert.All(Open(file), words => Assert.InRange(words.Length, 10, 200));

        static IEnumerable<string> Open(JsonNode? node) => node switch
        {
            JsonObject members => members.SelectMany(member => member.Key == "unconfirmed" ? [(string)member.Value!] : Open(member.Value)),
            JsonArray list => list.SelectMany(Open),
            _ => [],
        };
    }
}
