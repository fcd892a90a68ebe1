using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Office;
using Xunit;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Files of other office programs, made by LibreOffice itself and read back through it.</summary>
public sealed class OfficeTests
{
    private const string Numbered = """
        <w:p><w:r><w:t>关于做好值班工作的通知</w:t></w:r></w:p><w:p><w:r><w:t>各有关单位：</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>合并的表头</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>5*3*2件</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>4</w:t></w:r><w:r><w:t>吨</w:t></w:r></w:p>
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("doc")]
    [InlineData("odt")]
    [InlineData("rtf")]
    public async Task A_text_of_another_program_says_the_same_as_the_word_file_it_was(string form)
    {
        var word = WordFile.Whole(Numbered);
        var other = await MadeAsync(word, "docx", form);
        var read = (await DocumentReader.ReadAsync(other, "文件", Cancellation)).Value!;
        Assert.Equal(BodyText.Of((await DocumentReader.ReadAsync(word, "文件.docx", Cancellation)).Value!.Body), BodyText.Of(read.Body));
        Assert.Contains("10⁴吨", BodyText.Of(read.Body), StringComparison.Ordinal);
        Assert.Equal("converted", read.Remarks[0].Code);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    [InlineData("ods")]
    public async Task The_sheets_that_are_seen_become_tables_under_their_names(string form)
    {
        var workbook = SheetFile.Of(("一季度", null, [["项目", "数量"], ["图书", "12345678901"]]), ("底稿", "hidden", [["不公开的底稿", "x"]]),
            ("二季度", null, [["项目", "数量"], ["音像", "5"]]));
        var file = form == "xlsx" ? workbook : await MadeAsync(workbook, "xlsx", form);
        var read = (await DocumentReader.ReadAsync(file, "文件", Cancellation)).Value!;
        Assert.Contains(read.Remarks, remark => remark.Code == "hidden-text" && remark.Words.Contains("底稿", StringComparison.Ordinal));
        Assert.Equal("一季度\n项目\t数量\n图书\t12345678901\n二季度\n项目\t数量\n音像\t5", BodyText.Of(read.Body));
    }

    [Fact]
    public async Task Nothing_that_a_document_names_is_fetched()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var picture = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/picture.png";
        var read = await DocumentReader.ReadAsync(OpenText(picture), "文件.odt", Cancellation);
        Assert.Contains("有图的正文", BodyText.Of(read.Value!.Body), StringComparison.Ordinal);
        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, "file-type-is-not-supported")]
    [InlineData(new byte[] { (byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f' }, "file-is-damaged")]
    public async Task What_is_no_such_file_is_refused(byte[] file, string code)
        => Assert.Equal(code, (await DocumentReader.ReadAsync(file, "文件", Cancellation)).Failure?.Code);

    [Fact]
    public async Task A_damaged_old_file_is_refused_and_nothing_is_left_behind()
    {
        var file = await MadeAsync(WordFile.Whole(Numbered), "docx", "doc");
        var before = Leftovers();
        var read = await DocumentReader.ReadAsync(file.AsMemory(0, file.Length / 3), "文件.doc", Cancellation);
        Assert.True(read.Failure is not null || !BodyText.Of(read.Value!.Body).Contains('甲', StringComparison.Ordinal));
        Assert.Equal(before, Leftovers());
    }

    [Fact]
    public async Task A_file_with_a_password_is_named_as_such()
    {
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512],
            .. Encoding.Unicode.GetBytes("EncryptedPackage\0")];
        Assert.Equal("file-is-encrypted", (await DocumentReader.ReadAsync(locked, "文件.docx", Cancellation)).Failure?.Code);
    }

    private static async Task<byte[]> MadeAsync(byte[] file, string ending, string form)
    {
        Assert.NotNull(OfficeProgram.Path);
        return Assert.IsType<byte[]>(await OfficeProgram.ConvertAsync(file, ending, form, Cancellation));
    }

    private static int Leftovers() => Directory.GetDirectories(Path.GetTempPath(), "disclosure-office*").Length;

    private static byte[] OpenText(string picture)
    {
        const string names = """
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
            xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
            xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
            """;
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Part("mimetype", "application/vnd.oasis.opendocument.text", CompressionLevel.NoCompression);
            Part("META-INF/manifest.xml", $"""
                <manifest:manifest {names} manifest:version="1.3"><manifest:file-entry manifest:full-path="/"
                 manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml"
                 manifest:media-type="text/xml"/></manifest:manifest>
                """);
            Part("content.xml", $"""
                <office:document-content {names} office:version="1.3"><office:body><office:text><text:p>有图的正文<draw:frame svg:width="2cm"
                 svg:height="2cm" text:anchor-type="as-char"><draw:image xlink:href="{picture}" xlink:type="simple" xlink:show="embed"
                 xlink:actuate="onLoad"/></draw:frame></text:p></office:text></office:body></office:document-content>
                """);

            void Part(string name, string text, CompressionLevel level = CompressionLevel.Fastest)
            {
                using var part = archive.CreateEntry(name, level).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
