using System.Text.Json.Nodes;
using Disclosure.Kernel;
using Disclosure.Rules.Deadlines.Timing;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Packs;

/// <summary>Decisions that the values of the packs lead to: a form is complete, an attribute follows from grounds, registration is
/// open.</summary>
public sealed class DecisionTests
{
    [Theory]
    [Rule(18)]
    [Rule(73)]
    [Rule(136)]
    [Rule(137)]
    [Rule(158)]
    [Rule(159)]
    [Rule(220)]
    [Rule(265)]
    [Rule(289)]
    [Rule(290)]
    [Rule(302)]
    [Rule(304)]
    [InlineData("gaotai", 18)]
    [InlineData("xinyuan", 73)]
    [InlineData("bijie", 136)]
    [InlineData("bijie", 137)]
    [InlineData("bijie", 158)]
    [InlineData("bijie", 159)]
    [InlineData("bijie", 220)]
    [InlineData("bijie", 265)]
    [InlineData("jiangxi", 289)]
    [InlineData("jiangxi", 290)]
    [InlineData("jiangxi", 302)]
    [InlineData("jiangxi", 304)]
    public void A_form_is_incomplete_without_any_of_its_required_fields_and_complete_with_all(string authority, int rule)
    {
        var form = BureauPacks.Of(authority).Forms.Single(form => form.Citation.Rules.Contains(rule));
        var complete = form.Fields.Where(field => field.Required).ToDictionary(field => field.Code, string? (_) => "已填");
        Assert.Empty(form.Missing(complete));
        foreach (var code in complete.Keys)
        {
            Assert.Equal(code, Assert.Single(form.Missing(complete.Where(field => field.Key != code).ToDictionary())).Code);
            Assert.Equal(code, Assert.Single(form.Missing(new Dictionary<string, string?>(complete) { [code] = " " })).Code);
        }

        Assert.Equal(complete.Keys, form.Missing(new Dictionary<string, string?>()).Select(field => field.Code));
    }

    [Fact]
    [Rule(303)]
    public void Pictures_that_exist_are_attached_and_others_are_not_asked_for()
    {
        var form = BureauPacks.Jiangxi.Forms.Single(form => form.Code == "submission-package");
        var text = new Dictionary<string, string?> { ["electronic"] = "正文.docx" };
        Assert.Empty(form.Missing(text));
        Assert.Equal("pictures", Assert.Single(form.Missing(text, new HashSet<string> { "pictures" })).Code);
        Assert.Empty(form.Missing(new Dictionary<string, string?>(text) { ["pictures"] = "图1.jpg" }, new HashSet<string> { "pictures" }));
    }

    [Theory]
    [Rule(207)]
    [Rule(208)]
    [Rule(209)]
    [Rule(210)]
    [Rule(125)]
    [InlineData("vital-interests", DisclosureAttribute.Proactive)]
    [InlineData("public-knowledge", DisclosureAttribute.Proactive)]
    [InlineData("structure-and-procedures", DisclosureAttribute.Proactive)]
    [InlineData("non-disclosure-list", DisclosureAttribute.OnRequest)]
    [InlineData("undecided-documents", DisclosureAttribute.OnRequest)]
    [InlineData("undecided-documents,process-information", DisclosureAttribute.Withheld)]
    [InlineData("undecided-documents,public-knowledge", DisclosureAttribute.Proactive)]
    [InlineData("ordinary-notice", DisclosureAttribute.OnRequest)]
    [InlineData("", DisclosureAttribute.OnRequest)]
    [InlineData("vital-interests,state-secret", DisclosureAttribute.Withheld)]
    [InlineData("not-listed,public-knowledge", DisclosureAttribute.Proactive)]
    public void The_attribute_of_a_document_of_Bijie_follows_from_its_grounds(string grounds, DisclosureAttribute attribute)
        => Assert.Equal(attribute, AttributeDecision.Of(BureauPacks.Bijie, grounds.Split(',', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    [Rule(38)]
    public void In_Gaotai_only_what_a_ground_withholds_is_neither_published_nor_given_on_request()
    {
        var pack = BureauPacks.Gaotai;
        Assert.Equal(DisclosureAttribute.OnRequest, AttributeDecision.Of(pack, []));
        Assert.All(pack.Grounds, ground
            => Assert.Equal(ground.Attribute == DisclosureAttribute.Withheld && ground.StandsAlone(),
            AttributeDecision.Of(pack, [ground.Code]) == DisclosureAttribute.Withheld));
        Assert.Throws<ArgumentException>(() => AttributeDecision.Of(pack, ["inconvenient"]));
    }

    /// <summary>What articles 14–16 of the Regulation do not know is no ground by itself (decision 0010, 16).</summary>
    [Theory]
    [Rule(53)]
    [Rule(209)]
    [InlineData("gaotai", "under-process", 53)]
    [InlineData("bijie", "undecided-documents", 209)]
    [InlineData("bijie", "non-disclosure-list", 209)]
    public void A_ground_of_the_bureaus_own_names_the_lawful_ones_and_the_pack_warns_when_it_is_chosen(string authority,
        string code, int rule)
    {
        var pack = BureauPacks.Of(authority);
        var ground = Assert.Single(pack.Grounds, ground => ground.Code == code);
        string[] lawful = ["state-secret", "legally-barred", "three-securities-one-stability", "third-party-rights", "internal-affairs",
            "process-information", "enforcement-file"];
        Assert.Subset(lawful.ToHashSet(), ground.Lawful!.ToHashSet());
        var warning = Assert.Single(pack.Warnings, warning => warning.Code == code);
        Assert.Contains(WarnedAct.ChoosingGround, warning.Acts);
        Assert.Equal([rule], warning.Citation.Rules);
    }

    [Fact]
    public void A_ground_that_names_no_lawful_one_or_one_that_does_not_stand_alone_is_a_fault()
    {
        using var directory = new PackDirectory().With("bijie", pack =>
        {
            var grounds = pack["grounds"]!.AsArray();
            Ground("non-disclosure-list")["lawful"] = new JsonArray("undecided-documents", "not-listed", "x");
            Ground("undecided-documents")["lawful"] = new JsonArray();

            JsonNode Ground(string code) => grounds.Single(ground => (string?)ground!["code"] == code)!;
        });
        Assert.Equal(["lawful", "lawful[0]", "lawful[1]", "lawful[2]"], RulePacks.Validate(directory.FullName)
            .Select(error => error.Path[(error.Path.LastIndexOf('.') + 1)..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Rule(221)]
    public void Registration_for_a_meeting_closes_when_it_starts()
    {
        var limit = BureauPacks.Bijie.Limit("meeting.registration")!;
        var starts = new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.FromHours(8));
        Assert.True(Registration.IsOpen(limit, starts, starts.AddSeconds(-1)));
        Assert.True(Registration.IsOpen(limit, starts, new DateTimeOffset(2026, 3, 5, 0, 59, 0, TimeSpan.Zero)));
        Assert.False(Registration.IsOpen(limit, starts, starts));
        Assert.False(Registration.IsOpen(limit, starts, starts.AddDays(1)));
        Assert.Throws<ArgumentException>(() => Registration.IsOpen(BureauPacks.Bijie.Limit("publication")!, starts, starts));
    }
}
