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
                Deduction(pack, "instruction-not-answered")["limits"]![0] = "instruction.never";
                Deduction(pack, "public-not-answered")["limits"]![2] = "petition.register";
                Deduction(pack, "column-stale")["limits"] = new JsonArray();
                pack["scoring"]!["cutOffs"]![0]!["topRank"] = 0;
                pack["informationStaff"]!["perUnit"] = 0;
                pack["informationStaff"]!["sectionGroups"]![1] = "village";
            });
        var errors = Assert.Throws<RulePackException>(() => RulePacks.Load(directory.FullName)).Errors;
        Assert.Equal(
            [
                "bijie.json: $.categories[0].parent", "bijie.json: $.categories[1].units[1]", "bijie.json: $.flows[0].steps[1].roles[0]",
                "bijie.json: $.flows[0].steps[2].stage", "bijie.json: $.flows[1].steps[0].when[0]", "bijie.json: $.limits[0].amount",
                "jiangxi.json: $.informationStaff.perUnit", "jiangxi.json: $.informationStaff.sectionGroups[1]",
                "jiangxi.json: $.quotas[0].groups[0]", "jiangxi.json: $.scoring.cutOffs[0].topRank",
                "jiangxi.json: $.scoring.deductions[4].limits[0]", "jiangxi.json: $.scoring.deductions[7].limits[2]",
                "jiangxi.json: $.scoring.deductions[8].limits", "jiangxi.json: $.scoring.noScores[0].limit",
            ],
            errors.Select(error => $"{error.File}: {error.Path}").Order(StringComparer.Ordinal));
        Assert.Equal(errors, RulePacks.Validate(directory.FullName));
    }

    private static JsonNode Deduction(JsonObject pack, string code)
        => pack["scoring"]!["deductions"]!.AsArray().Single(deduction => (string?)deduction!["code"] == code)!;

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
                "$.channels: 应为列表", "$.colour: 不是规则包的内容", "$.flows[0].bulkApproval: 应为 true 或 false",
                "$.flows[0].steps[0].kind: 应为 review、proof、secrecy、sign-off 之一", "$.flows[0].steps[0].stage: 应为整数",
                "$.limits[0].citation: 不应为 null", "$.name: 不应为空",
                "$.quotas[0].citation.rules[0]: 不是本机关的规则序号（1–61）", "$.units[0].group: 缺少此项",
                "$.units[1].size: 不是规则包的内容", "$.units[4].code: 代码“museum”重复",
            ],
            RulePacks.Validate(directory.FullName).Select(error => $"{error.Path}: {error.Message}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{ \"authority\": \"gaotai\", }", "不是有效的 JSON（第1行")]
    [InlineData("{ \"name\": \"a\", \"name\": \"b\" }", "不是有效的 JSON")]
    [InlineData("[]", "应为 JSON 对象")]
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
        Assert.Equal(5, errors.Count(error => error.Message == "缺少流程“bulletin”"));
    }

    [Theory]
    [InlineData("organisationCode", "520500008")]
    [InlineData("organisationCode", "52050000")]
    [InlineData("siteIdCode", "52050000-1")]
    public void Identity_is_checked(string member, string value)
    {
        using var directory = new PackDirectory().With("bijie", pack => pack[member]!["value"] = value);
        Assert.Equal($"$.{member}.value", Assert.Single(RulePacks.Validate(directory.FullName)).Path);
        using var elsewhere = new PackDirectory().With("bijie", pack => pack["authority"] = "tibet");
        Assert.Equal("$.authority", Assert.Single(RulePacks.Validate(elsewhere.FullName)).Path);
    }

    [Fact]
    public void A_fault_of_shape_hides_only_what_depends_on_it()
    {
        using var directory = new PackDirectory()
            .With("bijie", pack =>
            {
                pack["siteIdCode"] = 7;
                pack["groups"] = "section";
                pack["flows"]![0]!["bulkApproval"] = "yes";
                pack["flows"]![0]!["steps"]![0]!["roles"]![0] = "heads";
                pack["flows"]![0]!["steps"]![1]!["stage"] = "two";
                pack["categories"]![0]!["parent"] = "nowhere";
                pack["limits"]![0]!["amount"] = 25;
                pack["limits"]![1]!["unit"] = "fortnight";
                pack["limits"]![1]!["amount"] = 5000;
            })
            .With("jiangxi", pack =>
            {
                pack["quotas"]![0]!["subject"] = "village";
                pack["quotas"]![1]!["minimum"] = 0;
            });
        Assert.Equal(
            [
                "bijie.json: $.categories[0].parent", "bijie.json: $.flows[0].bulkApproval", "bijie.json: $.flows[0].steps[0].roles[0]",
                "bijie.json: $.flows[0].steps[1].stage", "bijie.json: $.groups", "bijie.json: $.limits[0].amount",
                "bijie.json: $.limits[1].unit",
                "bijie.json: $.siteIdCode", "jiangxi.json: $.quotas[0].subject", "jiangxi.json: $.quotas[1].minimum",
            ],
            Places(directory));
    }

    [Fact]
    public void A_faulty_national_base_hides_no_fault_of_the_bureaus()
    {
        using var directory = new PackDirectory().WithText("national", "{").With("bijie", pack =>
        {
            pack["siteIdCode"] = "1";
            pack["categories"]![0]!["units"] = new JsonArray("opera");
            pack["categories"]![1]!["parent"] = "perhaps-national";
        });
        Assert.Equal(["bijie.json: $.categories[0].units[0]", "bijie.json: $.siteIdCode", "national.json: $"], Places(directory));
        using var misshapen = new PackDirectory().With("national", pack =>
        {
            pack["categories"]![2]!["code"] = 3;
            pack["limits"]![0]!["amount"] = "twenty";
        }).With("bijie", pack => pack["siteIdCode"] = "1");
        Assert.Equal(["bijie.json: $.siteIdCode", "national.json: $.categories[2].code", "national.json: $.limits[0].amount"],
            Places(misshapen));
    }

    [Fact]
    public void Texts_lists_and_flows_are_bounded_because_every_answer_repeats_them()
    {
        using var directory = new PackDirectory().With("bijie", pack =>
        {
            pack["name"] = new string('名', 201);
            pack["documentTypes"] = new JsonArray([.. Enumerable.Range(0, 501)
                .Select(n => (JsonNode)new JsonObject { ["code"] = $"c-{n}" })]);
            var steps = pack["flows"]![0]!["steps"]!.AsArray();
            for (var n = 0; n < 41; n++)
            {
                var more = steps[0]!.DeepClone();
                (more["code"], more["stage"]) = ($"more-{n}", 9);
                steps.Add(more);
            }
        });
        Assert.Superset(new HashSet<string> { "bijie.json: $.name", "bijie.json: $.documentTypes", "bijie.json: $.flows[0].steps" },
            Places(directory).ToHashSet());
        using var just = new PackDirectory().With("bijie", pack => pack["shortName"] = new string('名', 200));
        Assert.Empty(Places(just));
    }

    [Fact]
    public void Two_authorities_may_not_share_an_organisation_code()
    {
        using var directory = new PackDirectory().With("zunyi", pack => pack["authority"] = "zunyi", from: "bijie");
        var error = Assert.Single(RulePacks.Validate(directory.FullName));
        Assert.Equal(("zunyi.json", "$.organisationCode.value"), (error.File, error.Path));
        Assert.Contains("bijie.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_utf_8_is_a_fault_and_not_a_pack_with_strange_names()
    {
        using var directory = new PackDirectory();
        File.WriteAllBytes(Path.Combine(directory.FullName, "bijie.json"), [0x7B, 0xFF, 0xFE, 0x7D]);
        Assert.Equal("bijie.json: $: 不是 UTF-8 文本", Assert.Single(RulePacks.Validate(directory.FullName)).ToString());
    }

    private static IEnumerable<string> Places(PackDirectory directory) =>
        RulePacks.Validate(directory.FullName).Select(error => $"{error.File}: {error.Path}").Order(StringComparer.Ordinal);

    [Fact]
    public void A_category_may_not_be_its_own_ancestor()
    {
        using var directory = new PackDirectory().With("bijie", pack =>
        {
            pack["categories"]![0]!["parent"] = "annual-targets";
            pack["categories"]![1]!["parent"] = "functions-and-services";
        });
        Assert.Equal(["$.categories[0].parent", "$.categories[1].parent"], RulePacks.Validate(directory.FullName)
            .Select(error => error.Path));
    }

    [Theory]
    [InlineData("quarter")]
    [InlineData("regularly")]
    public void A_quota_is_owed_by_the_month_or_the_year(string period)
    {
        using var directory = new PackDirectory().With("gaotai", pack => pack["quotas"]![0]!["period"] = period);
        Assert.Equal("$.quotas[0].period", Assert.Single(RulePacks.Validate(directory.FullName)).Path);
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
