using Disclosure.Rules.Coverage;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Coverage;

public sealed class CoverageTests
{
    private static readonly string[] KindsOfThisIssue = ["deadline", "quota", "score", "validation", "content list"];

    [Fact]
    public void All_372_rules_are_listed_with_their_authorities_and_kinds()
    {
        Assert.Equal(Enumerable.Range(1, 372), SeedRule.All.Select(rule => rule.Number));
        Assert.Equal([("gaotai", 61), ("xinyuan", 24), ("bijie", 183), ("jiangxi", 68), ("taishan", 36)],
            SeedRule.All.GroupBy(rule => rule.Authority).Select(group => (group.Key, group.Count())));
        Assert.Equal((36, 8, 38, 26, 121), (Count("deadline"), Count("quota"), Count("score"), Count("validation"), Count("content list")));
        Assert.All(SeedRule.All, rule => Assert.NotEqual("", rule.Title));
    }

    [Fact]
    public void The_ranges_that_packs_declare_are_the_ranges_of_the_list()
    {
        foreach (var group in SeedRule.All.GroupBy(rule => rule.Authority))
            Assert.Equal(new RuleNumbers(group.First().Number, group.Last().Number), RulePacks.Load()[group.Key].RuleNumbers);
    }

    [Fact]
    public void Every_deadline_quota_score_validation_and_content_list_is_in_a_pack()
    {
        var cited = RulePacks.Load().CitedRules().ToHashSet();
        Assert.All(SeedRule.All.Where(rule => KindsOfThisIssue.Contains(rule.Kind)), rule => Assert.Contains(rule.Number, cited));
    }

    [Fact]
    public void Every_deadline_quota_score_validation_and_content_list_has_a_test()
    {
        var proven = ScanTests().Select(proof => proof.Number).ToHashSet();
        Assert.All(SeedRule.All.Where(rule => KindsOfThisIssue.Contains(rule.Kind)), rule => Assert.Contains(rule.Number, proven));
    }

    [Fact]
    public void The_published_page_is_what_the_tests_of_this_tree_give()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules-coverage.md"));
        Assert.True(new CoverageReport(ScanTests(), RulePacks.Load()).ToMarkdown() == page,
            "docs/rules-coverage.md is stale: run ./disclosure rules coverage");
    }

    [Fact]
    public void The_published_proofs_are_those_of_the_tests() => Assert.Equal(
        ScanTests().Distinct().OrderBy(proof => proof.Number).ThenBy(proof => proof.Test, StringComparer.Ordinal),
        RuleProof.Published().OrderBy(proof => proof.Number).ThenBy(proof => proof.Test, StringComparer.Ordinal));

    [Fact]
    public void Skipped_tests_and_helpers_prove_nothing()
    {
        var proofs = RuleProof.Scan("""
            [Mark(1)]
            public sealed class SkippedTests
            {
                [Fact(Skip = "later")]
                [Mark(2)]
                public void Not_yet() { }

                [Theory]
                [Mark(3)]
                [InlineData(1, Skip = "never")]
                public void Never(int number) { }

                [Mark(4)]
                public void Helper() { }

                [Mark(5)]
                private int field;

                [Fact]
                public void Runs_without_a_rule() { }
            }
            """.Replace("Mark(", "Rule(", StringComparison.Ordinal));
        Assert.Equal([(1, "SkippedTests")], proofs.Select(proof => (proof.Number, proof.Test)));
    }

    [Theory]
    [InlineData("Review.Tests/Service/Flows/SampleTests.cs", "(ReviewService service)", true)]
    [InlineData("Review.Tests/Domain/SampleTests.cs", "(ReviewService service)", false)]
    [InlineData("Review.Tests/Service/Flows/SampleTests.cs", "", false)]
    [InlineData("System/SampleTests.cs", "(Stack stack)", true)]
    [InlineData("Browser/SampleJourneys.cs", "(Stack stack, Chromium chromium)", true)]
    [InlineData("Rules.Tests/Packs/SampleTests.cs", "(Stack stack)", false)]
    [InlineData("Gateway.Tests/RulesApi/SampleTests.cs", "(RulesServer server)", false)]
    public void A_rule_works_only_where_a_test_drives_the_running_product(string path, string given, bool works)
    {
        var source = $$"""
            public sealed class SampleTests{{given}}
            {
                [Fact]
                [Mark(183)]
                public void Runs() { }
            }
            """.Replace("Mark(", "Rule(", StringComparison.Ordinal);
        Assert.Equal([new RuleProof(183, "SampleTests.Runs", works)], RuleProof.Scan([(path, source)]));
    }

    /// <summary>What issue after issue makes work; each adds its own.</summary>
    [Fact]
    public void The_rules_of_review_work()
    {
        var working = ScanTests().Where(proof => proof.Works).Select(proof => proof.Number).ToHashSet();
        Assert.All((int[])[183, 184, 185, 186, 187, 188, 189, 190, 349], number => Assert.Contains(number, working));
    }

    [Fact]
    public void No_test_of_this_tree_cites_a_rule_that_does_not_exist() =>
        Assert.Empty(new CoverageReport(ScanTests(), RulePacks.Load()).Unknown);

    // The sample says Mark so that a scan of this very file does not take it for proofs.
    [Fact]
    public void Proofs_are_read_from_attributes_of_methods_and_classes()
    {
        var proofs = RuleProof.Scan("""
            [Mark(7)]
            public sealed class OneTests(Fixture fixture) : IClassFixture<Fixture>
            {
                // [Mark(8)]
                [Fact, Mark(9)]
                [Mark(10), Mark(11)]
                public async Task A_thing_holds()
                {
                }

                [Theory]
                [Mark(12)]
                [InlineData(13)]
                public static void Another_thing_holds(int number) => Check(number);
            }

            internal static class Two
            {
                [Fact]
                [Mark(999)]
                public void A_third_thing_holds() { }
            }
            """.Replace("Mark(", "Rule(", StringComparison.Ordinal));
        Assert.Equal(
            [(7, "OneTests"), (9, "OneTests.A_thing_holds"), (10, "OneTests.A_thing_holds"), (11, "OneTests.A_thing_holds"),
            (12, "OneTests.Another_thing_holds"),
                (999, "Two.A_third_thing_holds")],
            proofs.Select(proof => (proof.Number, proof.Test)));
    }

    [Fact]
    public void The_report_counts_what_is_proven_what_is_open_and_what_is_unknown()
    {
        var report = new CoverageReport([new(140, "A.B"), new(140, "A.C"), new(140, "A.D", Works: true), new(999, "A.E")],
            RulePacks.Load());
        Assert.Equal((1, 1, 371), (report.Proven.Count, report.Works.Count, report.Open.Count));
        Assert.Equal([999], report.Unknown);
        Assert.True(report.IsRecorded(140));
        var text = report.ToMarkdown();
        Assert.Contains("| deadline | 36 | 36 | 1 | 1 | 35 |\n", text, StringComparison.Ordinal);
        Assert.Contains("| deadline | yes | `A.B`<br>`A.C` | `A.D` |\n", text, StringComparison.Ordinal);
        Assert.Equal(372, text.Split('\n').Count(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2])));
    }

    private static IReadOnlyList<RuleProof> ScanTests()
    {
        var tests = Path.Combine(Repository.Root, "tests");
        return RuleProof.Scan(Directory.EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(tests, file), File.ReadAllText(file))));
    }

    private static int Count(string kind) => SeedRule.All.Count(rule => rule.Kind == kind);
}
