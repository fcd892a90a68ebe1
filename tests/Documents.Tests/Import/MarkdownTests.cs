using Disclosure.Documents.Import;
using Xunit;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Markdown says in a body what it says on a page.</summary>
public sealed class MarkdownTests
{
    [Theory]
    [InlineData("请认真贯彻**《公开办法》**的规定。", "<p>请认真贯彻<strong>《公开办法》</strong>的规定。</p>")]
    [InlineData("**注意事项：**请按期办理。", "<p><strong>注意事项：</strong>请按期办理。</p>")]
    [InlineData("对**“放管服”**改革事项予以公开。", "<p>对<strong>“放管服”</strong>改革事项予以公开。</p>")]
    [InlineData("期限为**20个工作日（含）**内。", "<p>期限为<strong>20个工作日（含）</strong>内。</p>")]
    [InlineData("这是*重点*内容和***三星***内容", "<p>这是<em>重点</em>内容和<strong><em>三星</em></strong>内容</p>")]
    [InlineData("尺寸1200*600*750毫米，x_1_2", "<p>尺寸1200*600*750毫米，x_1_2</p>")]
    [InlineData("5~8人、3~4个，a\\*b\\*c", "<p>5~8人、3~4个，a*b*c</p>")]
    public void Emphasis_beside_chinese_is_emphasis(string text, string html) => Assert.Equal(html, Reading.Markdown(text).Html());

    [Theory]
    [InlineData("1. 一级\n   - 二级甲\n   - 二级乙\n2. 一级乙")]
    [InlineData("1. 一级\n    - 二级甲\n    - 二级乙\n2. 一级乙")]
    [InlineData("1. 一级\n  - 二级甲\n  - 二级乙\n2. 一级乙")]
    [InlineData("1. 一级\n - 二级甲\n - 二级乙\n2. 一级乙")]
    [InlineData("1. 一级\n\t- 二级甲\n\t- 二级乙\n2. 一级乙")]
    [InlineData("1. 一级\n\n   - 二级甲\n\n   - 二级乙\n\n2. 一级乙")]
    public void Entries_below_entries_are_within_them_and_numbers_go_on(string text)
        => Assert.Equal("<ol>\n<li>\n<p>一级</p>\n<ul>\n<li>二级甲</li>\n<li>二级乙</li>\n</ul>\n</li>\n<li>一级乙</li>\n</ol>",
        Reading.Markdown(text).Html());

    [Fact]
    public void Lists_of_three_levels_moved_in_by_two_spaces_keep_their_levels()
        => Assert.Equal("<ol>\n<li>\n<p>一</p>\n<ol>\n<li>\n<p>二</p>\n<ul>\n<li>三</li>\n</ul>\n</li>\n<li>乙</li>\n</ol>\n</li>\n<li>"
        + "丙</li>\n</ol>",
        Reading.Markdown("1. 一\n  1. 二\n    - 三\n  2. 乙\n2. 丙").Html());

    [Theory]
    [InlineData("3. 甲\n4. 乙", "3. 甲|4. 乙")]
    [InlineData("1. 甲\n1. 乙\n1. 丙", "1. 甲|2. 乙|3. 丙")]
    [InlineData("1. 甲\n3. 乙\n4. 丙", "1. 甲|3. 乙|4. 丙")]
    [InlineData("2026. 年度计划", "2026. 年度计划")]
    [InlineData("0. 甲", "0. 甲")]
    public void A_list_has_the_numbers_that_are_written(string text, string lines) => Assert.Equal(lines.Split('|'),
        Reading.Markdown(text).Lines());

    [Theory]
    [InlineData("第一行\n第二行", "第一行第二行")]
    [InlineData("first line\nsecond", "first line second")]
    [InlineData("使用 word\nnext 的方法", "使用 word next 的方法")]
    [InlineData("使用\nword 的", "使用word 的")]
    [InlineData("“引\n用”，\n后", "“引用”，后")]
    public void Lines_of_a_paragraph_are_joined_without_a_space_in_chinese(string text, string line) => Assert.Equal([line],
        Reading.Markdown(text).Lines());

    [Fact]
    public void A_line_that_begins_with_full_width_spaces_begins_a_paragraph()
        => Assert.Equal("<p class=\"first-line\">甲甲</p>\n<p class=\"first-line\">乙</p>", Reading.Markdown("　　甲\n甲\n　　乙").Html());

    [Theory]
    [InlineData("总则\n第一条 甲\n甲甲\n第二十一条 乙", "总则|第一条 甲甲甲|第二十一条 乙")]
    [InlineData("一、甲\n（一）乙\n①丙\n②丁", "一、甲|（一）乙|①丙|②丁")]
    [InlineData("依照\n第三人意见", "依照第三人意见")]
    public void A_line_that_begins_an_article_or_an_item_begins_a_paragraph(string text, string lines)
        => Assert.Equal(lines.Split('|'), Reading.Markdown(text).Lines());

    [Theory]
    [InlineData("甲  \n乙")]
    [InlineData("甲\\\n乙")]
    [InlineData("甲<br>乙")]
    public void A_break_is_a_break(string text) => Assert.Equal("<p>甲<br>乙</p>", Reading.Markdown(text).Html());

    [Fact]
    public void Footnotes_are_there_in_the_order_in_which_they_are_named()
    {
        var read = Reading.Markdown("受理100件[^b]，办结90件[^a]，又见[^b]。\n\n[^a]: 不含移交的3件。\n[^b]: 不含撤销机构。\n[^c]: 没有人提到。");
        Assert.Equal(["受理100件[1]，办结90件[2]，又见[1]。", "[1] 不含撤销机构。", "[2] 不含移交的3件。"], read.Lines());
        Assert.Contains("没有人提到", read.Remark("note"), StringComparison.Ordinal);
    }

    [Fact]
    public void Brackets_before_a_footnote_and_two_footnotes_side_by_side_are_kept()
        => Assert.Equal(["见[附件][1][2]。", "[1] 甲", "[2] 乙"], Reading.Markdown("见[附件][^1][^2]。\n\n[^1]: 甲\n\n[^2]: 乙").Lines());

    [Fact]
    public void A_mark_of_a_note_without_a_text_is_text() => Assert.Equal(["甲[^9]。"], Reading.Markdown("甲[^9]。").Lines());

    [Fact]
    public void A_note_of_several_paragraphs_is_one()
        => Assert.Equal(["甲[1]", "[1] 一", "二"], Reading.Markdown("甲[^1]\n\n[^1]: 一\n\n    二").Lines());

    [Theory]
    [InlineData("[注]: 本表数据不含撤销机构。")]
    [InlineData("[1]: 见附件")]
    public void What_looks_like_the_definition_of_a_link_is_text(string text) => Assert.Equal(["前", text, "后"],
        Reading.Markdown($"前\n\n{text}\n\n后").Lines());

    [Fact]
    public void A_definition_that_a_link_uses_is_its_address()
        => Assert.Equal("<p>见<a href=\"https://a.example/\">官网</a>。</p>", Reading.Markdown("见[官网][a]。\n\n[a]: https://a.example/").Html());

    [Fact]
    public void A_picture_leaves_its_words_and_is_named()
    {
        var read = Reading.Markdown("见![流程图](a.png)。");
        Assert.Equal(["见流程图。"], read.Lines());
        Assert.Contains("流程图", read.Remark("picture"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<b>粗</b>，气温<5℃，a<b>c")]
    [InlineData("<div>\n</div>")]
    public void Html_is_text(string text) => Assert.Equal(text.Split('\n'), Reading.Markdown(text).Lines());

    [Fact]
    public void Powers_have_no_other_mark() => Assert.Equal("<p>10<sup>4</sup>m<sub>2</sub>&lt;sup&gt;x</p>",
        Reading.Markdown("10<sup>4</sup>m<sub>2</sub><sup>x").Html());

    [Fact]
    public void A_comment_is_kept_out_and_named()
    {
        var read = Reading.Markdown("甲<!-- 内部意见 -->乙\n\n<!-- 整段 -->");
        Assert.Equal(["甲乙"], read.Lines());
        Assert.Contains("内部意见", read.Remark("comment"), StringComparison.Ordinal);
        Assert.Contains("整段", read.Remark("comment"), StringComparison.Ordinal);
    }

    [Fact]
    public void Struck_text_is_kept_out_and_named()
    {
        var read = Reading.Markdown("期限为~~30日~~20日");
        Assert.Equal(["期限为20日"], read.Lines());
        Assert.Contains("30日", read.Remark("struck-text"), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_have_heads_alignments_and_in_a_grid_spans()
    {
        Assert.Equal("<table>\n<tr>\n<th>甲</th>\n<th>\n<p class=\"right\">乙</p>\n</th>\n</tr>\n<tr>\n<td>1|2</td>\n<td>\n<p "
            + "class=\"right\">3</p>\n</td>\n</tr>\n</table>",
            Reading.Markdown("|甲|乙|\n|-|-:|\n|1\\|2|3|").Html());
        Assert.Contains("<td rowspan=\"2\">a</td>", Reading.Markdown("+---+---+\n| a | b |\n+   +---+\n|   | c |\n+---+---+").Html(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- [x] 完成\n- [ ] 未完成", "• ☑ 完成|• ☐ 未完成")]
    [InlineData("```\na*b\n  c\n```", "a*b|c")]
    [InlineData("`a*b`", "a*b")]
    [InlineData("甲 &amp; 乙 &copy;", "甲 & 乙 ©")]
    [InlineData("标题\n===\n\n文", "标题|文")]
    [InlineData("> 甲\n> 乙", "甲乙")]
    [InlineData("<https://a.example>和a@b.example", "https://a.example和a@b.example")]
    public void Other_forms_are_text(string text, string lines) => Assert.Equal(lines.Split('|'), Reading.Markdown(text).Lines());

    [Fact]
    public void A_head_for_programs_is_kept_out_and_named()
    {
        var read = Reading.Markdown("---\ntitle: 甲\n---\n\n正文");
        Assert.Equal(["正文"], read.Lines());
        Assert.NotEmpty(read.Remark("field"));
    }

    [Theory]
    [InlineData("[a](", 300_000, "too-many-links")]
    [InlineData("[a](x (\n\u00A0\n", 300_000, "too-many-links")]
    [InlineData("a\n=\n\n", 300_000, "too-many-underlines")]
    [InlineData("[^1] ", 100_000, "too-many-notes")]
    [InlineData("> ", 1_000, "nested-too-deep")]
    [InlineData("文", 300_001, "body-is-too-long")]
    public void What_would_be_read_again_and_again_is_refused_before_it_is(string piece, int length, string code)
        => Assert.Equal(code,
        ReaderProcess.Read(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, length / piece.Length + 1))[..length]),
        FileKind.Markdown).Failure?.Code);

    [Fact]
    public void A_table_beyond_any_screen_is_refused()
        => Assert.Equal("table-is-too-large", ReaderProcess.Read(System.Text.Encoding.UTF8.GetBytes(new string('|', 1_000) + "\n"
        + string.Concat(Enumerable.Repeat("|\n", 600))),
        FileKind.Markdown).Failure?.Code);
}
