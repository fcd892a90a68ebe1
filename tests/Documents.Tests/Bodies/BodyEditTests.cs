using System.Text;
using Disclosure.Documents.Bodies;
using Xunit;

namespace Disclosure.Documents.Tests.Bodies;

/// <summary>What is found in the text of a body is changed in the body, and nothing else is.</summary>
public sealed class BodyEditTests
{
    [Theory]
    [InlineData("电话13800138000。", "13800138000", "138****8000", "<p>电话138****8000。</p>")]
    [InlineData("电话138<strong>0013</strong>8000。", "13800138000", "138****8000", "<p>电话138****8000。</p>")]
    [InlineData("<strong>电话138</strong>00138000。", "13800138000", "***", "<p><strong>电话***</strong>。</p>")]
    [InlineData("甲<br>电话138<br>00138000", "138\n00138000", "***", "<p>甲<br>电话***</p>")]
    [InlineData("<ol start=9><li>甲</li><li>乙</li></ol>", "乙", "*", "<ol start=\"9\">\n<li>甲</li>\n<li>*</li>\n</ol>")]
    [InlineData("<table><tr><td>甲</td><td><p>乙</p><p>丙</p></td></tr><tr><td>丁</td></tr></table>", "丁", "*",
        "<table>\n<tr>\n<td>甲</td>\n<td>\n<p>乙</p>\n<p>丙</p>\n</td>\n</tr>\n<tr>\n<td>*</td>\n</tr>\n</table>")]
    [InlineData("甲<a href=\"#note-1\"></a>乙<aside id=\"note-1\">丙</aside>", "丙", "*",
        "<p>甲<a href=\"#note-1\"></a>乙</p>\n<aside id=\"note-1\" title=\"1\">*</aside>")]
    public void What_was_found_is_covered_where_it_stands(string source, string found, string cover, string expected)
    {
        var body = Body.Read(source).Body!;
        var at = BodyText.Of(body).IndexOf(found, StringComparison.Ordinal);
        Assert.Equal(expected, BodyEdit.Apply(body, [new TextChange(at, found.Length, cover)]).ToString());
    }

    [Fact]
    public void Two_that_overlap_are_a_mistake_of_the_caller()
        => Assert.Throws<ArgumentException>(() => BodyEdit.Apply(Body.Read("一二三").Body!, [new(0, 2, "*"), new(1, 1, "*")]));

    [Fact]
    public void Letters_anywhere_in_any_body_are_replaced_in_its_text_as_in_the_body()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var body = new Bodies(seed).Next();
            var text = BodyText.Of(body);
            var random = new Random(seed);
            // One letter each, of the letters that only runs have.
            List<TextChange> changes = [.. Enumerable.Range(0, text.Length)
                .Where(at => text[at] is '公' or '字' or '条' && random.Next(2) == 0)
                .Select(at => new TextChange(at, 1, "■■"))];
            var expected = new StringBuilder(text);
            foreach (var change in changes.AsEnumerable().Reverse()) expected.Remove(change.Start, 1).Insert(change.Start, change.Text);
            Assert.Equal(expected.ToString(), BodyText.Of(BodyEdit.Apply(body, changes)));
        }
    }
}
