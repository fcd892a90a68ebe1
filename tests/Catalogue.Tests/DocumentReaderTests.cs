using Disclosure.Catalogue.Import;
using Xunit;
using static Disclosure.Catalogue.Tests.Documents;

namespace Disclosure.Catalogue.Tests;

/// <summary>What is read out of a file, and that nothing of it is lost.</summary>
public sealed class DocumentReaderTests
{
    [Fact]
    public async Task Headings_of_chinese_word_are_known_by_name_or_outline_level()
    {
        const string styles = """
            <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>
            <w:style w:type="paragraph" w:styleId="a5"><w:name w:val="公文小标题"/><w:basedOn w:val="2"/></w:style>
            <w:style w:type="paragraph" w:styleId="a6"><w:name w:val="条"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>
            """;
        var text = await Text(Docx(string
            .Concat(new[] { "1", "2", "a5", "a6", "a" }
            .Select(id => Paragraph("样式" + id, $"<w:pStyle w:val=\"{id}\"/><w:tabs><w:tab/></w:tabs>"))), styles));
        Assert.Equal("# 样式1\n\n## 样式2\n\n## 样式a5\n\n### 样式a6\n\n样式a\n\n", text);
    }

    [Fact]
    public async Task Content_controls_are_read_and_text_boxes_once()
    {
        var box = $"<w:txbxContent>{Paragraph("文本框")}</w:txbxContent>";
        var text = await Text(Docx($"""
            <w:sdt><w:sdtContent>{Paragraph("控件中的段落")}</w:sdtContent></w:sdt>
            <w:p><w:r><w:t>正文</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>
            <w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>
            """
            + $"""
            <w:r><w:t>之后</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc>{Paragraph("外")}<w:tbl><w:tr><w:tc>{Paragraph("内")}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>
            """));
        Assert.Equal("控件中的段落\n\n正文控件之后\n\n文本框\n\n| 外 内 |\n| --- |\n\n", text);
    }

    [Fact]
    public async Task Lines_of_a_pdf_are_joined_to_paragraphs_so_that_a_broken_word_is_found()
    {
        var text = await Text(Pdf(
            (200, 780, "关于举办展览的通知"),
            (112, 740, "定于下月在文化馆举办群众书法作品展览请各单位组织"),
            (80, 710, "报名参加。名额不限。"),
            (112, 680, "附件随文印发。"),
            (280, 40, "— 1 —")));
        Assert.Equal("关于举办展览的通知\n定于下月在文化馆举办群众书法作品展览请各单位组织报名参加。名额不限。\n附件随文印发。", text);
    }

    [Fact]
    public void A_title_too_long_is_clipped_and_stays_whole_in_the_body()
    {
        var line = string.Concat(Enumerable.Repeat("很长的一行文字", 30)) + "末尾";
        var document = DocumentRecognition.Recognise(line + "\n\n第二段\n");
        Assert.Equal(120, document.Title.Length);
        Assert.Contains(line, document.Body, StringComparison.Ordinal);
        Assert.Contains(line, DocumentRecognition.Recognise($"# {line}\n\n第二段\n").Body, StringComparison.Ordinal);
    }

    private static async Task<string> Text(byte[] file)
    {
        var outcome = await DocumentReader.ReadAsync(file, TestContext.Current.CancellationToken);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }
}
