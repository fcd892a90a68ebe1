using Disclosure.Documents.Bodies;
using Xunit;
using static Disclosure.Documents.Tests.Import.WordFile;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Footnotes and endnotes are there, with the marks that Word shows.</summary>
public sealed class DocxNoteTests
{
    [Fact]
    public void A_footnote_stands_where_the_text_names_it()
    {
        var read = Reading.Docx($"<w:p>{Run("受理100件")}{Foot(2)}{Run("。")}</w:p>", ("footnotes",
            $"<w:footnote w:id=\"0\" w:type=\"separator\">{Paragraph("线")}</w:footnote>" + Note("footnote", 2, "不含撤销机构。")));
        Assert.Equal(["受理100件[1]。", "[1] 不含撤销机构。"], read.Lines());
    }

    [Fact]
    public void Endnotes_have_roman_numbers_of_their_own()
    {
        var read = Reading.Docx($"<w:p>{Run("甲")}{Foot(1)}{Run("乙")}{End(1)}{Run("丙")}{Foot(2)}{Run("丁")}{End(2)}</w:p>",
            ("footnotes", Note("footnote", 1, "脚一") + Note("footnote", 2, "脚二")), ("endnotes", Note("endnote", 1, "尾一")
                + Note("endnote", 2, "尾二")));
        Assert.Equal(["甲[1]乙[i]丙[2]丁[ii]", "[1] 脚一", "[i] 尾一", "[2] 脚二", "[ii] 尾二"], read.Lines());
    }

    [Fact]
    public void The_format_of_marks_is_the_documents_or_the_sections()
    {
        var note = ("footnotes", Note("footnote", 1, "注"));
        Assert.Equal("甲[①]", Reading.Docx($"<w:p>{Run("甲")}{Foot(1)}</w:p><w:sectPr><w:footnotePr><w:numFmt w:val=\"decimalEnclosedCircl"
            + $"eChinese\"/>"
            + "</w:footnotePr></w:sectPr>", note).Lines()[0]);
        Assert.Equal("甲[5]", Reading.Docx($"<w:p>{Run("甲")}{Foot(1)}</w:p>", note,
            ("settings", "<w:footnotePr><w:numStart w:val=\"5\"/></w:footnotePr>")).Lines()[0]);
    }

    [Fact]
    public void A_mark_of_ones_own_is_the_notes_and_no_text()
    {
        var read = Reading.Docx($"<w:p>{Run("甲")}<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/><w:t>*</w:t>"
            + $"</w:r>{Run("乙")}{Foot(2)}</w:p>",
            ("footnotes", Note("footnote", 1, "* 星号注") + Note("footnote", 2, "数字注")));
        Assert.Equal(["甲[*]乙[1]", "[*] 星号注", "[1] 数字注"], read.Lines());
    }

    [Fact]
    public void A_note_keeps_its_paragraphs_and_how_they_are_set()
    {
        var read = Reading.Docx($"<w:p>{Run("甲")}{Foot(1)}</w:p>",
            ("footnotes", $"<w:footnote w:id=\"1\"><w:p><w:r><w:footnoteRef/></w:r>{Run(" 一")}"
            + $"{Run("2", "<w:vertAlign w:val=\"superscript\"/>")}</w:p>{Paragraph("二")}</w:footnote>"));
        Assert.Contains("title=\"1\">一<sup>2</sup><br>二</aside>", read.Html(), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_of_deleted_or_hidden_text_are_gone_and_the_rest_is_numbered_anew()
    {
        var read = Reading.Docx($"<w:p>{Run("甲")}<w:del w:id=\"9\">{Foot(1)}</w:del>{Foot(2)}</w:p>"
            + Table($"<w:tr><w:trPr><w:del w:id=\"8\"/></w:trPr><w:tc><w:p>{Run("删")}{Foot(3)}</w:p></w:tc></w:tr>",
            Row($"<w:tc><w:p>{Run("表")}{Foot(4)}</w:p></w:tc>")),
            ("footnotes", string.Concat(Enumerable.Range(1, 4).Select(id => Note("footnote", id, $"注{id}")))));
        Assert.Equal(["甲[1]", "表[2]", "[1] 注2", "[2] 注4"], read.Lines());
    }

    [Fact]
    public void A_note_without_a_text_is_named()
        => Assert.Contains("脚注 1 没有内容", Reading.Docx($"<w:p>{Run("甲")}{Foot(7)}</w:p>").Remark("note"), StringComparison.Ordinal);

    [Fact]
    public void Hidden_text_of_a_note_is_kept_out_and_named()
    {
        var read = Reading.Docx($"<w:p>{Run("甲")}{Foot(1)}</w:p>",
            ("footnotes", $"<w:footnote w:id=\"1\"><w:p>{Run("明")}{Run("暗", "<w:vanish/>")}</w:p></w:footnote>"));
        Assert.Equal("[1] 明", read.Lines()[1]);
        Assert.Contains("脚注", read.Remark("hidden-text"), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_of_a_note_are_looked_up_in_its_own_part()
    {
        var read = Reading.Docx($"<w:p>{Run("甲")}{Foot(1)}</w:p>",
            ("footnotes", $"<w:footnote w:id=\"1\"><w:p><w:hyperlink r:id=\"r\">{Run("址")}</w:hyperlink></w:p></w:footnote>"),
            ("word/_rels/footnotes.xml.rels", "<Relationships><Relationship Id=\"r\" Type=\"x/hyperlink\" Target=\"https://a.example\" "
                + "TargetMode=\"External\"/></Relationships>"));
        Assert.Equal("https://a.example", Assert.IsType<TextRun>(read.Body.Notes[0].Inlines[0]).Address);
    }

    private static string Foot(int id) => $"<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>";

    private static string End(int id) => $"<w:r><w:endnoteReference w:id=\"{id}\"/></w:r>";

    private static string Note(string kind, int id, string text) => $"<w:{kind} w:id=\"{id}\">{Paragraph(text)}</w:{kind}>";
}
