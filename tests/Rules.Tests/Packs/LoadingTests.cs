using System.Text.RegularExpressions;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Packs.Loading;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Packs;

public sealed class LoadingTests
{
    [Fact]
    public void The_annual_report_has_six_headings_in_every_authority()
    {
        foreach (var pack in RulePacks.Load().All)
        {
            Assert.Equal(["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"],
                pack.AnnualReport.Headings.Select(heading => heading.Name));
        }
    }

    private static readonly RulePacks Packs = RulePacks.Load();

    [Fact]
    public void The_five_bureaus_load_and_the_national_base_is_no_bureau()
    {
        Assert.Equal(["bijie", "gaotai", "jiangxi", "taishan", "xinyuan"], Packs.All.Select(pack => pack.Authority));
        Assert.False(Packs.TryGet("national", out _));
        Assert.False(Packs.TryGet("nowhere", out _));
        Assert.Empty(RulePacks.Validate(null));
    }

    [Theory]
    [InlineData("gaotai", "高台县文体广电和旅游局")]
    [InlineData("xinyuan", "新源县文化体育广播电视和旅游局")]
    [InlineData("bijie", "毕节市文化广电旅游局")]
    [InlineData("jiangxi", "江西省文化厅")]
    [InlineData("taishan", "台山市文化广电旅游体育局")]
    public void Every_bureau_has_every_flow_a_portal_and_an_office(string authority, string name)
    {
        var pack = Packs[authority];
        Assert.Equal(name, pack.Name);
        Assert.Equal(FlowCodes.All.Order(), pack.Flows.Select(flow => flow.Code).Order());
        Assert.Contains(pack.Channels, channel => channel.Code == "portal");
        Assert.NotNull(pack.Unit("office"));
        Assert.All(Enum.GetValues<DisclosureAttribute>(), attribute
            => Assert.Contains(pack.Grounds, ground => ground.Attribute == attribute));
    }

    [Fact]
    public void National_law_stays_below_every_bureau()
    {
        foreach (var pack in Packs.All)
        {
            Assert.Equal(20, pack.Limit("application.reply")!.Amount);
            Assert.Equal(20, pack.Limit("publication.statutory")!.Amount);
            Assert.Equal((7, LimitEffect.Resets),
                (pack.Limit("application.correction")!.Amount, pack.Limit("application.correction")!.Effect));
            Assert.Equal(Silence.OrganDecides, pack.Limit("application.third-party")!.Silence);
            Assert.Equal(Silence.Consent, pack.Limit("application.joint-organs")!.Silence);
            Assert.Equal((20, Silence.Lapse),
                (pack.Limit("application.fee-payment")!.Amount, pack.Limit("application.fee-payment")!.Silence));
            Assert.Equal((331, LimitUnit.MonthDay),
                (pack.Limit("annual-report.government")!.Amount, pack.Limit("annual-report.government")!.Unit));
            Assert.Equal(15, pack.Categories.Count(category => category.Citation.Article.StartsWith("第二十条第", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Every_row_of_the_application_table_has_an_outcome()
    {
        foreach (var pack in Packs.All)
            Assert.Equal(Enumerable.Range(3, 21), pack.ReplyOutcomes.Select(outcome => outcome.Row).OfType<int>().Distinct().Order());
    }

    [Fact]
    public void The_roles_packs_may_name_are_the_realm_roles_of_the_identity_module()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "services", "Kernel", "People", "Roles.cs"));
        Assert.Equal(Regex.Matches(source, "const string \\w+ = \"([a-z-]+)\"").Select(match => match.Groups[1].Value).Order(),
            KnownWords.Roles.Order());
    }

    [Theory]
    [InlineData("bijie", "limits.publication.amount", "5")]
    [InlineData("bijie", "limits.publication.statutory.amount", "20")]
    [InlineData("bijie", "limits.application.reply.unit", "\"working-day\"")]
    [InlineData("bijie", "flows.publication.steps.director.when.0", "\"important\"")]
    [InlineData("national", "limits.publication.amount", "20")]
    [InlineData("national", "$.limits[0].amount", "20")]
    [InlineData("gaotai", "name", "\"高台县文体广电和旅游局\"")]
    public void A_dotted_path_shows_a_part_even_where_codes_hold_dots(string pack, string path, string json) =>
        Assert.Equal(json, Packs.Show(pack, path)!.ToJsonString(PackJson.Options));

    [Theory]
    [InlineData("nowhere", null)]
    [InlineData("bijie", "limits.nothing")]
    [InlineData("bijie", "limits.publicatio")]
    public void A_path_that_leads_nowhere_shows_nothing(string pack, string? path) => Assert.Null(Packs.Show(pack, path));
}
