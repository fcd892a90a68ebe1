using Disclosure.Kernel;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>What is refused in text, wherever it enters.</summary>
public sealed class EnteredTextTests
{
    public static TheoryData<string> Unstorable()
        => ["a\0b", "\uFFFE", "题\uFFFF", "\uFDD0", "\uD83F\uDFFE", "\uD800", "\uDC00x", "字\uD800"];

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData(" \t\n\u3000", true)]
    [InlineData("\u200B\u2060\uFEFF\u200E", true)]
    [InlineData("\u200B已补\u200B", false)]
    [InlineData("😀", false)]
    public void What_nobody_can_read_is_blank(string? text, bool isBlank) => Assert.Equal(isBlank, EnteredText.IsBlank(text));

    [Theory]
    [MemberData(nameof(Unstorable))]
    public void What_cannot_be_kept_is_told_apart_from_what_can(string text)
    {
        Assert.False(EnteredText.IsStorable(text));
        Assert.Equal(EnteredText.Unstorable, EnteredText.ProblemOfLine(text));
        Assert.Equal(EnteredText.Unstorable, EnteredText.ProblemOfText(text));
    }

    [Theory]
    [InlineData("毕节市文化广电旅游局关于𠮷字的通知")]
    [InlineData("👨‍👩‍👧‍👦 家庭日")]
    [InlineData("\uE000私用区 \uFFFD")]
    public void Rare_characters_pairs_and_emoji_are_well(string text) => Assert.Null(EnteredText.ProblemOfLine(text));

    [Theory]
    [InlineData("一\u200B二")]
    [InlineData("\uFEFF标题")]
    [InlineData("通知\u202E知通")]
    [InlineData("一\u2067二")]
    [InlineData("一\u2028二")]
    public void What_nobody_sees_is_refused_in_a_line(string text) => Assert.Equal(EnteredText.Hidden, EnteredText.ProblemOfLine(text));

    [Fact]
    public void A_text_has_lines_and_tabs_and_a_line_has_none()
    {
        Assert.Null(EnteredText.ProblemOfText("一\r\n\t二\u200B"));
        Assert.NotNull(EnteredText.ProblemOfText("一\u0007"));
        Assert.Equal(EnteredText.Hidden, EnteredText.ProblemOfText("一\u202E二"));
        Assert.Equal(EnteredText.Controls, EnteredText.ProblemOfLine("一\n二"));
    }

    [Theory]
    [InlineData("一二三", 2, "一二")]
    [InlineData("一😀", 2, "一")]
    [InlineData("👨‍👩‍👧", 5, "")]
    [InlineData("e\u0301x", 1, "")]
    [InlineData("短", 9, "短")]
    public void A_character_is_never_cut_in_half(string text, int max, string kept) => Assert.Equal(kept, EnteredText.Cut(text, max));

    [Fact]
    public void A_long_text_is_judged_in_one_pass() => Assert.False(EnteredText.IsStorable(new string('长', 10_000_000) + "\uFFFE"));
}
