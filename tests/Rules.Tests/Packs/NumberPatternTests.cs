using System.Text.RegularExpressions;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Packs.Loading;
using Xunit;

namespace Disclosure.Rules.Tests.Packs;

/// <summary>Patterns of document numbers mean what regular expressions mean, as far as they are read at all.</summary>
public sealed class NumberPatternTests
{
    private static readonly string[] Pieces =
    [
        "a", "b", "ab", ".", "[ab]", "[^a]", "\\d", "\\w", "[\\d号]", "\\p{IsCJKUnifiedIdeographs}", "\\u53f7", "号", "〔", "\\(", "(", "(?:",
            ")", "|", "*", "+",
        "?", "{2}", "{0}", "{1,}", "{1,3}", "*?", "^", "$", "1",
    ];

    [Fact]
    public void What_is_read_matches_as_a_regular_expression_does()
    {
        var random = new Random(20261130);
        var read = 0;
        for (var i = 0; i < 40_000; i++)
        {
            var written = string.Concat(random.GetItems(Pieces, random.Next(1, 9)));
            if (!NumberPattern.TryParse(written, out var pattern, out var fault))
            {
                Assert.NotEmpty(fault);
                continue;
            }

            read++;
            var expression = new Regex($"^(?:{written})\\z", RegexOptions.CultureInvariant, TimeSpan.FromMinutes(1));
            for (var j = 0; j < 5; j++)
            {
                var text = new string(random.GetItems("aab1号〔(".AsSpan(), random.Next(0, 7)));
                Assert.True(pattern.Matches(text) == expression.IsMatch(text), $"{written} {text}");
            }
        }

        Assert.True(read > 5_000, $"{read}");
    }

    [Theory]
    [InlineData("(a", "缺少右括号")]
    [InlineData("a)", "反斜杠")]
    [InlineData("[a", "缺少右方括号")]
    [InlineData("[a\\", "缺少右方括号")]
    [InlineData("[", "反斜杠")]
    [InlineData("[]a]", "反斜杠")]
    [InlineData("[z-a]", "正则表达式")]
    [InlineData("[a-z-[b]]", "反斜杠")]
    [InlineData("\\p{IsNothing}", "正则表达式")]
    [InlineData("\\u12", "正则表达式")]
    [InlineData("\\", "反斜杠")]
    [InlineData("\\1", "反斜杠")]
    [InlineData("a**", "反斜杠")]
    [InlineData("a{2", "反斜杠")]
    [InlineData("a{3,2}", "反斜杠")]
    [InlineData("a{1001}", "过于复杂")]
    [InlineData("a{99999999999}", "反斜杠")]
    [InlineData("((a{10}){11}){10}", "过于复杂")]
    [InlineData("(?=a)", "反斜杠")]
    [InlineData("(?i)a", "反斜杠")]
    public void What_is_not_read_is_told(string pattern, string words)
    {
        Assert.False(NumberPattern.TryParse(pattern, out _, out var fault));
        Assert.Contains(words, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_match_that_would_cost_too_much_is_given_up()
    {
        Assert.True(NumberPattern.TryParse("(a(b?){900})*", out var pattern, out _));
        Assert.Null(pattern.Matches(new string('a', 200)));
    }

    [Fact]
    public void The_patterns_of_the_packs_are_read()
    {
        foreach (var rule in RulePacks.Load().All.Select(pack => pack.DocumentNumber).OfType<DocumentNumberRule>())
        {
            Assert.True(NumberPattern.TryParse(rule.Pattern, out var pattern, out var fault), fault);
            Assert.Equal(true, pattern.Matches(rule.Example));
            Assert.Equal(false, pattern.Matches(rule.Example + "甲"));
        }
    }
}
