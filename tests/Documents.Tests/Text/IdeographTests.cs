using Disclosure.Documents.Text;
using Xunit;

namespace Disclosure.Documents.Tests.Text;

/// <summary>What looks like an ideograph is that ideograph.</summary>
public sealed class IdeographTests
{
    [Theory]
    [InlineData("⼈⺠政府", "人民政府")]
    [InlineData("⻓期⽤⽔", "长期用水")]
    [InlineData("⻔⼾网站", "门户网站")]
    [InlineData("⻝品安全", "食品安全")]
    [InlineData("⻘年⾭年", "青年青年")]
    [InlineData("⻋⻉⻅⻢⻥⻦⻰⻬⻮⻳", "车贝见马鱼鸟龙齐齿龟")]
    [InlineData("⺇", "𠘨")]
    [InlineData("金樂", "金樂")]
    [InlineData("人民政府 ABC ①〇，１", "人民政府 ABC ①〇，１")]
    [InlineData("𠮷⿰", "𠮷⿰")]
    [InlineData("", "")]
    public void Radicals_and_compatibility_forms_are_folded_and_nothing_else(string text, string folded)
        => Assert.Equal(folded, Ideographs.Fold(text));

    [Fact]
    public void Every_kangxi_radical_has_its_ideograph()
    {
        for (var radical = '\u2f00'; radical <= '\u2fd5'; radical++)
            Assert.InRange(Assert.Single(Ideographs.Fold($"{radical}")), '\u4e00', '\u9fff');
    }

    [Fact]
    public void A_text_without_any_is_the_same_object()
    {
        const string text = "毕节市人民政府";
        Assert.Same(text, Ideographs.Fold(text));
        Assert.Equal(Ideographs.Fold("⼈⺠"), Ideographs.Fold(Ideographs.Fold("⼈⺠")));
    }
}
