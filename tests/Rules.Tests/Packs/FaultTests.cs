using System.Text.Json.Nodes;
using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Rules.Tests.Packs;

public sealed class FaultTests
{
    [Fact]
    public void All_faults_of_all_files_are_reported_at_once_where_their_authors_wrote_them()
    {
        using var directory = new PackDirectory()
            .With("bijie", pack =>
            {
                pack["flows"]![0]!["steps"]![1]!["roles"]![0] = "deputies";
                pack["flows"]![0]!["steps"]![2]!["stage"] = 1;
                pack["flows"]![1]!["steps"]![0]!["when"] = new JsonArray("urgent");
                pack["categories"]![0]!["parent"] = "nowhere";
                pack["categories"]![1]!["units"] = new JsonArray("art", "opera");
                pack["limits"]![0]!["amount"] = 25;
            })
            .With("jiangxi", pack =>
            {
                pack["quotas"]![0]!["groups"]![0] = "village";
                pack["scoring"]!["noScores"]![0]!["limit"] = "submission.never";
                pack["scoring"]!["cutOffs"]![0]!["topRank"] = 0;
            });
        var errors = Assert.Throws<RulePackException>(() => RulePacks.Load(directory.FullName)).Errors;
        Assert.Equal(
            [
                "bijie.json: $.categories[0].parent", "bijie.json: $.categories[1].units[1]", "bijie.json: $.flows[0].steps[1].roles[0]",
                "bijie.json: $.flows[0].steps[2].stage", "bijie.json: $.flows[1].steps[0].when[0]", "bijie.json: $.limits[0].amount",
                "jiangxi.json: $.quotas[0].groups[0]", "jiangxi.json: $.scoring.cutOffs[0].topRank", "jiangxi.json: $.scoring.noScores[0].limit",
            ],
            errors.Select(error => $"{error.File}: {error.Path}").Order(StringComparer.Ordinal));
        Assert.Equal(errors, RulePacks.Validate(directory.FullName));
    }

    [Fact]
    public void Shapes_are_checked_member_by_member()
    {
        using var directory = new PackDirectory().With("gaotai", pack =>
        {
            pack["colour"] = "red";
            pack["name"] = " ";
            pack["units"]![0]!.AsObject().Remove("group");
            pack["units"]![1]!["size"] = 3;
            pack["units"]![2]!["code"] = "museum";
            pack["flows"]![0]!["bulkApproval"] = "yes";
            pack["flows"]![0]!["steps"]![0]!["kind"] = "glance";
            pack["flows"]![0]!["steps"]![0]!["stage"] = 1.5;
            pack["limits"]![0]!["citation"] = null;
            pack["channels"] = 7;
            pack["quotas"]![0]!["citation"]!["rules"]![0] = 140;
        });
        Assert.Equal(
            [
                "$.channels: must be a list", "$.colour: is not a known member", "$.flows[0].bulkApproval: must be true or false",
                "$.flows[0].steps[0].kind: must be one of review, proof, secrecy, signOff", "$.flows[0].steps[0].stage: must be a whole number",
                "$.limits[0].citation: must not be null", "$.name: must not be empty",
                "$.quotas[0].citation.rules[0]: is not a rule of this authority (1–61)", "$.units[0].group: is missing",
                "$.units[1].size: is not a known member", "$.units[4].code: repeats the code 'museum'",
            ],
            RulePacks.Validate(directory.FullName).Select(error => $"{error.Path}: {error.Message}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{ \"authority\": \"gaotai\", }", "is not JSON")]
    [InlineData("{ \"name\": \"a\", \"name\": \"b\" }", "is not JSON")]
    [InlineData("[]", "must be a JSON object")]
    public void A_file_that_is_not_a_json_object_is_one_fault_at_its_root(string text, string message)
    {
        using var directory = new PackDirectory().WithText("gaotai", text);
        var error = Assert.Single(RulePacks.Validate(directory.FullName));
        Assert.Equal(("gaotai.json", "$"), (error.File, error.Path));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_authority_is_told_everything_it_lacks()
    {
        using var directory = new PackDirectory().WithText("zunyi", """{ "authority": "zunyi" }""");
        Assert.Equal(["$.name", "$.organisationCode", "$.shortName", "$.siteIdCode", "$.units"],
            RulePacks.Validate(directory.FullName).Select(error => error.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_national_flow_that_is_taken_away_is_missed_in_every_bureau()
    {
        using var directory = new PackDirectory().With("national", pack =>
            pack["flows"]!.AsArray().RemoveAll(flow => (string?)flow!["code"] == FlowCodes.Bulletin));
        var errors = RulePacks.Validate(directory.FullName);
        Assert.Equal(5, errors.Count(error => error.Message == "has no flow 'bulletin'"));
    }

    [Theory]
    [InlineData("authority", "tibet")]
    [InlineData("organisationCode", "520500008")]
    [InlineData("organisationCode", "52050000")]
    [InlineData("siteIdCode", "52050000-1")]
    public void Identity_is_checked(string member, string value)
    {
        using var directory = new PackDirectory().With("bijie", pack => pack[member] = value);
        Assert.Equal($"$.{member}", Assert.Single(RulePacks.Validate(directory.FullName)).Path);
    }

    [Theory]
    [InlineData("workingDay", 0)]
    [InlineData("immediate", 1)]
    [InlineData("dayOfMonth", 31)]
    [InlineData("monthOfYear", 13)]
    [InlineData("monthDay", 230)]
    public void An_amount_has_to_fit_its_unit(string unit, int amount)
    {
        using var directory = new PackDirectory().With("gaotai", pack =>
        {
            pack["limits"]![0]!["unit"] = unit;
            pack["limits"]![0]!["amount"] = amount;
        });
        Assert.Equal("$.limits[0].amount", Assert.Single(RulePacks.Validate(directory.FullName)).Path);
    }

    [Fact]
    public void A_category_may_not_be_its_own_ancestor()
    {
        using var directory = new PackDirectory().With("bijie", pack =>
        {
            pack["categories"]![0]!["parent"] = "annual-targets";
            pack["categories"]![1]!["parent"] = "functions-and-services";
        });
        Assert.Equal(["$.categories[0].parent", "$.categories[1].parent"], RulePacks.Validate(directory.FullName).Select(error => error.Path));
    }

    [Theory]
    [InlineData("毕文广旅通(", "documentNumber.pattern")]
    [InlineData("毕文广旅发.*", "documentNumber.example")]
    public void A_document_number_pattern_has_to_be_usable(string pattern, string path)
    {
        using var directory = new PackDirectory().With("bijie", pack => pack["documentNumber"]!["pattern"] = pattern);
        Assert.Equal($"$.{path}", Assert.Single(RulePacks.Validate(directory.FullName)).Path);
    }
}
