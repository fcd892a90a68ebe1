using System.Diagnostics;
using System.Text;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Pdf;
using Xunit;
using static Disclosure.Documents.Tests.Import.Pdf.PdfFile;

namespace Disclosure.Documents.Tests.Import.Pdf;

/// <summary>What reading a PDF may cost.</summary>
public sealed class PdfBoundTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void A_page_with_a_million_letters_or_eight_times_as_many_is_refused(int times)
    {
        var content = new StringBuilder("BT /F1 1 Tf 10 10 Td <").Insert(22, "4E00", 125_000).Append("> Tj ET\n").ToString();
        var sheet = new Sheet();
        for (var time = 0; time < times; time++) sheet.Draw($"{content}");
        Assert.Equal(ImportFailures.TooComplex, PdfText.Read(Of(sheet)).Failure);
    }

    [Fact]
    public void Too_many_pages_are_refused()
        => Assert.Equal(ImportFailures.TooComplex, PdfText.Read(Of([.. Enumerable.Repeat(new Sheet().Text(80, 700, "一"), 501)])).Failure);

    [Fact]
    public void Bytes_that_are_no_pdf_or_half_of_one_are_no_text()
    {
        var whole = Of(new Sheet().Text(80, 700, "正文。"));
        foreach (var file in (byte[][])[[.. "%PDF-1.7\n"u8], whole[..200]])
        {
            var read = Record.Exception(() => Assert.Empty(PdfText.Read(file).Value!.Body.Blocks));
            // The process that reads turns whatever the parser throws into one refusal.
            Assert.True(read is null or not Xunit.Sdk.XunitException, $"{read}");
        }
    }

    [Fact]
    public void A_page_without_text_has_no_blocks() => Assert.Empty(Read(new Sheet().Draw($"q 595 0 0 842 0 0 cm /I1 Do Q")).Body.Blocks);

    [Theory]
    [InlineData("f")]
    [InlineData("S")]
    public void A_drawing_of_many_lines_is_no_table(string paint)
    {
        var sheet = new Sheet().Text(80, 700, "示意图。");
        for (var line = 0; line < 20_000; line++) sheet.Box(line % 500, line / 40, 20, 20, paint, "0.5 g");
        var watch = Stopwatch.StartNew();
        Assert.Contains("示意图。", Lines(sheet));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Letters_scattered_over_a_page_cost_little()
    {
        var sheet = new Sheet();
        var random = new Random(1);
        for (var letter = 0; letter < 20_000; letter++)
            sheet.Text(random.Next(560), random.Next(820), "文", 3, letter % 2 == 0 ? "0.8 g" : "0 g");
        var watch = Stopwatch.StartNew();
        Read(sheet);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public void A_hundred_pages_are_read_in_three_seconds()
    {
        // 700 letters a page, as printed: 25 lines of 28.
        var sheets = Enumerable.Range(1, 100).Select(page =>
        {
            var sheet = new Sheet().Text(80, 800, "毕节市测试局文件汇编", 10).Text(280, 40, $"— {page} —", 12);
            for (var line = 0; line < 25; line++)
                sheet.Text(line % 5 == 0 ? 112 : 80, 740 - (line * 27), Sentence[(line % 5 == 0 ? 2 : 0)..], 15.75);
            return sheet;
        }).ToArray();
        var file = Of(sheets);
        PdfText.Read(file);
        var watch = Stopwatch.StartNew();
        var document = PdfText.Read(file).Value!;
        watch.Stop();
        var letters = BodyText.Of(document.Body).Length;
        TestContext.Current.TestOutputHelper!.WriteLine($"100 pages, {letters} characters: {watch.Elapsed.TotalSeconds:F2} s");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Equal(100 * 5, document.Body.Blocks.Count);
    }

    private const string Sentence = "定于下月在文化馆举办群众书法作品展览请各单位组织报名参加并写";
}
