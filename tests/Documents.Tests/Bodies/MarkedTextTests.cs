using Disclosure.Documents.Bodies;
using Xunit;

namespace Disclosure.Documents.Tests.Bodies;

/// <summary>What a comparison shows of a body: a change of anything but indents changes its words.</summary>
public sealed class MarkedTextTests
{
    [Theory]
    [InlineData("<a href=\"https://a.example/x\">网上大厅</a>", "网上大厅（链接：https://a.example/x）")]
    [InlineData("<h2>总则</h2>", "‹2 级标题›总则")]
    [InlineData("<p class=\"right\">某局</p>", "‹居右›某局")]
    [InlineData("请<strong>立即</strong>办理", "请‹加粗›立即‹/加粗›办理")]
    [InlineData("<table><tr><th>项目</th><td rowspan=2>5</td></tr><tr><td colspan=2>甲</td></tr></table>", "‹表头› 项目\t‹占 2 行› 5\n‹占 2 列› 甲")]
    [InlineData("甲<hr>乙", "甲\n‹分隔线›\n乙")]
    [InlineData("<blockquote>甲</blockquote>", "‹引用›\n甲")]
    public void What_sets_a_text_is_written_out(string source, string expected) => Assert.Equal(expected, MarkedText.Of(source));
}
