using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Packs.Loading;
using Disclosure.Rules.Printing;
using Xunit;

namespace Disclosure.Rules.Tests.Printing;

/// <summary>The print of a pack: complete, in words, and true to the pack.</summary>
public sealed class PackPrintTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);
    private static readonly RulePacks Packs = RulePacks.Load();

    public static TheoryData<string> All() => [RulePacks.National, .. Packs.All.Select(pack => pack.Authority)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_value_that_cites_a_source_is_printed_exactly_once(string name)
    {
        var pack = Packs.Find(name)!;
        var printed = PackPrinter.Sections(pack).SelectMany(section => section.Rows).Where(row => !row.Inherited)
            .Select(row => row.Citation).ToList();
        foreach (var (owner, citation) in PackParts.Citations(pack))
            Assert.True(printed.Count(one => ReferenceEquals(one, citation)) == 1, $"{name}: {owner}");
        Assert.Equal(PackParts.Citations(pack).Count(), printed.Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_row_stands_where_rules_show_finds_it_with_the_same_basis(string name)
    {
        foreach (var row in PackPrint.Of(Packs, name, Day)!.Rows.Where(row => row.Place != "interpretation"))
        {
            var cited = Packs.Show(name, row.Place)?["citation"];
            Assert.True(row.Inherited == cited is null, $"{name}: {row.Place}");
            if (cited is not null) Assert.Equal(row.Citation.Article, cited["article"]!.GetValue<string>());
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_row_has_a_number_of_its_own_words_a_basis_and_a_label(string name)
    {
        var print = PackPrint.Of(Packs, name, Day)!;
        Assert.Equal(print.Rows.Count(), print.Rows.Select(row => row.Anchor).Distinct().Count());
        Assert.Equal(print.Rows.Count(), print.Rows.Select(row => row.Place).Distinct().Count());
        Assert.All(print.Rows, row => Assert.All((string[])[row.What, row.Text, row.Basis],
            words => Assert.False(string.IsNullOrWhiteSpace(words), row.Place)));
        Assert.All(print.Rows, row => Assert.NotEmpty(row.Labels));
        Assert.All(print.Sections, section => Assert.All(section.Tables, table => Assert.NotEmpty(table.Rows)));
        Assert.Equal(Enumerable.Range(1, print.Sections.Count), print.Sections.Select(section => section.Number));
    }

    /// <summary>Whatever of the model is changed has to be seen in the print: every property of every record, wherever some pack has one
    /// that it can be seen of.</summary>
    [Fact]
    public void No_property_of_the_model_is_left_out_of_the_words()
    {
        // What the heading says, what only orders or finds, and what only other packs may have.
        string[] elsewhere = ["RulePack.Authority", "RulePack.Name", "RulePack.ShortName", "RuleNumbers.First", "RuleNumbers.Last",
            // Said by its example: a pattern is nothing that a legal officer reads.
            "DocumentNumberRule.Pattern"];
        var (unseen, seen) = (new HashSet<string>(), new HashSet<string>());
        foreach (var pack in All().Select(row => Packs.Find(row.Data)!))
        {
            var before = Words(pack);
            foreach (var part in PackParts.All(pack))
                foreach (var property in PackParts.Properties(part.GetType()))
                {
                    var name = $"{part.GetType().Name}.{property.Name}";
                    var value = property.GetValue(part);
                    if (seen.Contains(name) || !TryChange(property.PropertyType, value, out var other)) continue;
                    property.SetValue(part, other);
                    (Words(pack) == before ? unseen : seen).Add(name);
                    property.SetValue(part, value);
                }
        }

        Assert.Equal([], unseen.Except(seen).Except(elsewhere).Order(StringComparer.Ordinal));
        Assert.True(seen.Count > 120, $"only {seen.Count}");
    }

    private static bool TryChange(Type type, object? value, out object? other)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        other = value switch
        {
            string text => text + "改",
            int number => number + 1,
            decimal number => number + 0.5m,
            bool truth => !truth,
            IReadOnlyList<string> words => (string[])[.. words, "another"],
            Enum one => Enum.GetValues(type).Cast<object>().First(candidate => !candidate.Equals(one)),
            _ => null,
        };
        return other is not null;
    }

    private static string Words(RulePack pack) => string.Join('\n', PackPrinter.Sections(pack)
        .SelectMany(section => section.Rows.Select(row => $"{section.Title} {row.Place} {row.What} {row.Text} {row.Basis}")));

    [Fact]
    public void Every_code_has_a_name()
    {
        Assert.All(Roles.All, role => Assert.NotEqual(role, PackTerms.Role(role)));
        Assert.All(ReviewConditions.All, condition => Assert.NotEqual(condition, PackTerms.Condition(condition)));
        Assert.All(KnownWords.Changeable, field => Assert.NotEqual(field, PackTerms.Field(field)));
        var terms = typeof(PackTerms).GetMethods().Where(method => method.Name == nameof(PackTerms.Of)).ToList();
        // How long and from when, a limit says in a sentence; whose staff, a step does.
        Type[] told = [typeof(LimitUnit), typeof(LateFrom)];
        Assert.Equal(typeof(RulePack).Assembly.GetExportedTypes()
            .Where(type => type.IsEnum && type.Namespace == typeof(RulePack).Namespace).Except(told)
            .Append(typeof(DisclosureAttribute)).Append(typeof(StepKind)).Select(type => type.Name).Order(StringComparer.Ordinal),
            terms.Select(term => term.GetParameters()[0].ParameterType.Name).Order(StringComparer.Ordinal));
        foreach (var term in terms)
        {
            var values = Enum.GetValues(term.GetParameters()[0].ParameterType).Cast<object>();
            Assert.Equal(values.Count(), values.Select(value => (string)term.Invoke(null, [value])!).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("政府信息公开条例", "国家规定")]
    [InlineData("行政复议法", "国家规定")]
    [InlineData("国办公开办函〔2019〕61号", "国家规定")]
    [InlineData("全国年节及纪念日放假办法", "国家规定")]
    [InlineData("政务公开及信息宣传报送工作办法", "本单位制度")]
    [InlineData("毕文广旅通〔2020〕90号", "本单位制度")]
    [InlineData("平台示例", "平台示例")]
    [InlineData("平台核对规则", "平台核对规则")]
    [InlineData("依申请公开制度、平台示例", "平台示例、本单位制度")]
    [InlineData("国办函〔2020〕109号；政府信息公开条例", "国家规定")]
    public void A_citation_is_labelled_by_its_sources(string source, string labels)
        => Assert.Equal(labels, string.Join('、', BasisLabels.Of(new Citation(source, "一", [])).Select(label => label.Term())));

    [Theory]
    [InlineData("信息报送制度、政府信息公开条例", "四.4；第二十三条", "《信息报送制度》 四.4\n《政府信息公开条例》 第二十三条")]
    [InlineData("会议公开制度、平台示例", "四（一）；由谁审核为示例", "《会议公开制度》 四（一）\n平台示例：由谁审核为示例")]
    [InlineData("工作年度报告", "一（二）；五", "《工作年度报告》 一（二）；五")]
    [InlineData("平台示例", "来源未写", "平台示例：来源未写")]
    [InlineData("国办函〔2020〕109号", "收费通知", "国办函〔2020〕109号 收费通知")]
    public void A_basis_tells_whose_each_article_is(string source, string article, string basis)
        => Assert.Equal(basis, new PrintRow("a", "a", "a", new Citation(source, article, [])).Basis);

    [Fact]
    public void A_stricter_limit_is_followed_by_the_statutory_one()
    {
        var rows = PackPrint.Of(Packs, "bijie", Day)!.Rows.ToList();
        var own = rows.FindIndex(row => row.Place == "limits.publication");
        Assert.Equal("5 个工作日", rows[own].Text);
        Assert.Equal("20 个工作日\n与上一行的期限同时计算，届满另行报警", rows[own + 1].Text);
        Assert.Equal([BasisLabel.National], rows[own + 1].Labels);
    }

    [Theory]
    [InlineData("limits.interaction.complaint", "5 个工作日，最长 7 个工作日")]
    [InlineData("limits.application.third-party", "15 个工作日\n所需时间不计入答复期限（暂停）\n逾期未提出意见的，由行政机关决定")]
    [InlineData("limits.application.extension", "不超过 20 个工作日\n加在原期限上（延长）")]
    [InlineData("limits.reconsideration.decision", "60 日（自然日）\n最后一日为休息日的顺延至其后第一个工作日")]
    [InlineData("limits.rectification.measures", "1 个月\n最后一日为休息日的不顺延")]
    [InlineData("flows.publication.steps.director", "签发；办理人：主要领导\n只在下列情形进入：重要内容\n环节期限：2 个工作日（平台规定，来源未定）")]
    [InlineData("preDisclosure.periods.other", "未规定最短期间\n不超过 7 个工作日")]
    public void What_a_value_says_is_said_in_words(string place, string text)
        => Assert.Equal(text, PackPrint.Of(Packs, "bijie", Day)!.Rows.Single(row => row.Place == place).Text);

    [Fact]
    public void What_is_late_on_the_day_itself_is_not_said_to_be_late_after_it()
    {
        var rows = PackPrint.Of(Packs, "jiangxi", Day)!.Rows.ToDictionary(row => row.Place, row => row.Text);
        const string late = "满 5 个工作日即为逾期，最后一日为第 4 个工作日";
        Assert.Contains(late, rows["limits.submission.activity"], StringComparison.Ordinal);
        Assert.Contains(rows, row => row.Key.StartsWith("scoring.noScores.", StringComparison.Ordinal)
            && row.Value.Contains(late, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("scoring.deductions.column-stale", "超过 45 个工作日未更新即扣")]
    [InlineData("scoring.deductions.proactive-late", "超过时限 3 个工作日即扣")]
    public void A_deduction_for_missing_a_limit_is_not_said_to_begin_beyond_it(string place, string words)
    {
        var text = PackPrint.Of(Packs, "jiangxi", Day)!.Rows.Single(row => row.Place == place).Text;
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("迟于期限超过", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_that_no_rule_gives_are_said_to_be_the_platforms_and_parallel_steps_name_each_other()
    {
        var rows = PackPrint.Of(Packs, "taishan", Day)!.Rows.ToDictionary(row => row.Place, row => row.Text);
        Assert.Contains("涉密情况待确定的，先认定：期限 5 个工作日（平台规定）", rows["flows.publication"], StringComparison.Ordinal);
        Assert.Contains("与同一步的办公室审核发布同时进行", rows["flows.publication.steps.secrecy"], StringComparison.Ordinal);
        Assert.Contains("与同一步的保密审查同时进行", rows["flows.publication.steps.office"], StringComparison.Ordinal);
        Assert.Contains("环节期限：2 个工作日（平台规定，来源未定）", rows["flows.publication.steps.office"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_open_readings_are_those_of_the_pack()
        => Assert.Equal(["flows.publication.steps.leader-in-charge", "flows.submission.steps.leader-in-charge",
            "limits.record.correction", "scoring.deductions.missing-submission",
            "scoring.exclusions.shortfall"],
            PackPrint.Of(Packs, "gaotai", Day)!.Open.Select(row => row.Place));

    [Fact]
    public void A_step_that_stands_without_its_table_names_its_flow()
        => Assert.Equal(["发布审核，第 1 步：分管领导初审签字", "信息报送审核，第 1 步：分管领导初审签字"],
            PackPrint.Of(Packs, "gaotai", Day)!.Open.Take(2).Select(row => row.FullWhat));

    [Fact]
    public void There_is_no_print_of_what_is_no_pack() => Assert.Null(PackPrint.Of(Packs, "nowhere", Day));
}
