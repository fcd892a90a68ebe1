using System.Diagnostics;
using Disclosure.Documents.Import;
using Xunit;
using static Disclosure.Documents.Tests.Import.WordFile;

namespace Disclosure.Documents.Tests.Import;

/// <summary>A long document is read while its drafter looks on.</summary>
[Collection("hostile")]
public sealed class ReadingTimeTests
{
    [Fact(Explicit = true)]
    public void A_hundred_pages_take_a_second_at_most()
    {
        var file = HundredPages();
        ReaderProcess.Read(file, FileKind.Package);
        var watch = Stopwatch.StartNew();
        var read = ReaderProcess.Read(file, FileKind.Package);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
        Assert.True(read.Value is not null, read.Failure?.Code);
    }

    [Fact]
    public async Task A_hundred_pages_are_read_in_the_process_of_their_own()
    {
        var read = await DocumentReader.ReadAsync(HundredPages(), "长文.docx", TestContext.Current.CancellationToken);
        Assert.Null(read.Failure);
        Assert.Equal("第二千条 ", read.Value!.Lines().Last(line => line.StartsWith("第二千条", StringComparison.Ordinal))[..5]);
    }

    /// <summary>100 pages of 20 numbered paragraphs in runs of different setting, a table and a note each.</summary>
    private static byte[] HundredPages()
    {
        var sentence = string.Concat(Enumerable.Repeat("各单位应当依法做好政府信息公开工作", 2));
        var page = string.Concat(Enumerable.Range(0, 20).Select(_ => $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/>"
            + $"</w:numPr></w:pPr>"
            + $"{Run(sentence)}{Run("重要", "<w:b/>")}{Run(sentence)}</w:p>"))
            + $"<w:p>{Run("注")}<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
            + Table([.. Enumerable.Range(0, 10).Select(_ => Row(Cell("项目"), Cell("12.5"), Cell("备注")))]);
        return WordFile.Of(string.Concat(Enumerable.Repeat(page, 100)),
            ("footnotes", $"<w:footnote w:id=\"1\">{Paragraph("注释。")}</w:footnote>"),
            ("numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCount"
                + "ingThousand\"/>"
            + "<w:lvlText w:val=\"第%1条\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"));
    }
}
