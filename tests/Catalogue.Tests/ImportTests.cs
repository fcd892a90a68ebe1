using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Disclosure.Catalogue.Import;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;
using static Disclosure.Catalogue.Tests.StaffClient;

namespace Disclosure.Catalogue.Tests;

/// <summary>A file becomes a draft.</summary>
public sealed class ImportTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    private const string Text = """
        某某市文化广电旅游局
        关于举办读书活动的通知
        某文广旅通〔2026〕18号

        各县（区）文化广电旅游局：

        定于下月举办读书活动，现将有关事项通知如下。

        某某市文化广电旅游局
        2026年11月6日
        """;

    [Fact]
    public async Task Title_number_date_and_body_are_recognised_in_text()
    {
        var item = await Import(Encoding.UTF8.GetBytes(Text), "通知.txt");
        Assert.Equal("某文广旅通〔2026〕18号", item.Json.GetProperty("documentNumber").GetString());
        Assert.Equal("2026-11-06", item.Json.GetProperty("producedOn").GetString());
        Assert.Contains("关于举办读书活动的通知", item.Json.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains("定于下月举办读书活动", item.Json.GetProperty("body").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_is_proposed_where_none_was_chosen_and_said_to_be_a_guess()
    {
        var item = await Import(Encoding.UTF8.GetBytes("2026年部门预算公开说明\n\n现将部门预算公开如下。"), "预算.txt", category: "");
        Assert.Equal("budget-and-accounts", item.Json.GetProperty("category").GetString());
        Assert.Contains(item.Json.GetProperty("importRemarks").EnumerateArray(),
            remark => remark.GetString() == "分类“预算决算报告”是推测的，因为名称中有“预算”，请核对。");
        using var none = await Upload(Encoding.UTF8.GetBytes("关于某事的函\n\n请支持。"), "函.txt", "");
        Assert.True((await none.ProblemAsync(422, "item-is-invalid")).GetProperty("errors").TryGetProperty("category", out _));
    }

    [Fact]
    public async Task A_file_in_gb18030_reads_the_same()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text);
        Assert.Contains("关于举办读书活动的通知", (await Import(bytes, "旧.txt")).Json.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_docx_keeps_its_headings_and_tables()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(
                Paragraph("关于公布服务事项的公告"), Paragraph("事项如下："),
                new Table(Row("事项", "时限"), Row("办证", "即办")), Paragraph("二〇二六年十月十二日")));
        }

        var item = await Import(stream.ToArray(), "公告.docx");
        Assert.Equal("关于公布服务事项的公告", item.Json.GetProperty("title").GetString());
        Assert.Equal("2026-10-12", item.Json.GetProperty("producedOn").GetString());
        Assert.Contains("<td>办证</td>\n<td>即办</td>", item.Json.GetProperty("body").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("exe")]
    [InlineData("pdf")]
    [InlineData("empty")]
    public async Task A_file_that_is_not_a_document_is_refused(string kind)
    {
        var bytes = kind switch
        {
            "zip" => [(byte)'P', (byte)'K', 3, 4, .. new byte[40]],
            "exe" => [(byte)'M', (byte)'Z', 0, 0, .. new byte[40]],
            "pdf" => "%PDF-1.7 broken"u8.ToArray(),
            _ => "   \n  "u8.ToArray(),
        };
        using var response = await Upload(bytes, "文件.docx", "public-concern");
        await response.ProblemAsync(422,
            kind switch { "exe" => "file-type-is-not-supported", "empty" => "file-has-no-text", _ => "file-is-damaged" });
    }

    [Fact]
    public async Task A_pdf_with_text_becomes_a_draft()
    {
        var file = Documents.Pdf((180, 780, "某某市文化局关于举办展览的通知"), (80, 740, "各单位："), (112, 700, "定于下月举办展览。"), (400, 200, "2026年11月6日"));
        var item = await Import(file, "通知.pdf");
        Assert.Equal(("某某市文化局关于举办展览的通知", "2026-11-06", "某某市文化局"), (item.Json.GetProperty("title").GetString(),
            item.Json.GetProperty("producedOn").GetString(), item.Json.GetProperty("issuingOrgan").GetString()));
        Assert.Contains("定于下月举办展览。", item.Json.GetProperty("body").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_files_at_once_than_the_desk_takes_are_asked_to_wait()
    {
        using var desk = new ImportLimiter();
        var places = Enumerable.Range(0, 7).Select(_ => desk.TakeAsync(TestContext.Current.CancellationToken).AsTask()).ToList();
        Assert.Equal([true, true, false, false, false, false, true], places.Select(place => place.IsCompleted));
        Assert.False((await places[6]).IsAcquired);
        (await places[0]).Dispose();
        Assert.True((await places[2]).IsAcquired);
    }

    [Fact]
    public async Task A_file_above_the_bound_is_413()
    {
        using var response = await Upload(new byte[(20 * 1024 * 1024) + 1], "大.txt", "public-concern");
        await response.ProblemAsync(413, "file-is-too-large");
    }

    [Fact]
    public async Task An_unknown_category_is_422()
    {
        using var response = await Upload(Encoding.UTF8.GetBytes(Text), "通知.txt", "nowhere");
        await response.ProblemAsync(422, "item-is-invalid");
    }

    private static Paragraph Paragraph(string text) => new(new Run(new Text(text)));

    private static TableRow Row(params string[] cells) => new(cells.Select(c => new TableCell(Paragraph(c))));

    private async Task<Read> Import(byte[] file, string name, string category = "public-concern")
    {
        using var response = await Upload(file, name, category);
        using var officer = host.As("officer");
        return await officer.CreatedAsync(response);
    }

    private async Task<HttpResponseMessage> Upload(byte[] file, string name, string category)
    {
        using var officer = host.As("officer");
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { content, "file", name }, { new StringContent(category), "category" } };
        return await officer.PostAsync($"{Items}/import", form);
    }
}
