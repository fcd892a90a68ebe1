using System.Text;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Bounded;
using Disclosure.Documents.Import;
using Xunit;
using static Disclosure.Documents.Tests.Import.WordFile;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Foreign formats are read in a process of their own, whatever program asks for it.</summary>
[Collection("hostile")]
public sealed class ReaderProcessTests
{
    [Fact]
    public async Task What_the_child_reads_arrives_with_its_remarks()
    {
        var file = WordFile.Of($"<w:p>{Run("10")}{Run("4", "<w:vertAlign w:val=\"superscript\"/>")}{Run("暗", "<w:vanish/>")}</w:p>");
        var read = (await DocumentReader.ReadAsync(file, null, TestContext.Current.CancellationToken)).Value!;
        Assert.Equal("<p>10<sup>4</sup></p>", read.Html());
        Assert.Equal("hidden-text", Assert.Single(read.Remarks).Code);
    }

    [Theory]
    [InlineData("a.md", "**甲**", "<p><strong>甲</strong></p>")]
    [InlineData("a.html", "<b>甲</b>", "<p><strong>甲</strong></p>")]
    [InlineData("a.txt", "**甲**", "<p>**甲**</p>")]
    [InlineData(null, "**甲**", "<p>**甲**</p>")]
    public async Task The_ending_of_a_name_tells_what_marks_mean(string? name, string text, string html)
        => Assert.Equal(html, (await DocumentReader.ReadAsync(Encoding.UTF8.GetBytes(text), name, TestContext.Current.CancellationToken))
        .Value!.Html());

    [Fact]
    public void A_pdf_is_known_behind_blank_lines()
        => Assert.Equal(FileKind.Pdf, DocumentReader.KindOf("\r\n%PDF-1.7"u8));

    [Fact]
    public async Task A_name_never_makes_a_file_what_it_is_not()
    {
        var file = WordFile.Of(Paragraph("甲"));
        Assert.Equal("甲", BodyText.Of((await DocumentReader.ReadAsync(file, "a.txt", TestContext.Current.CancellationToken)).Value!.Body));
        Assert.Equal("甲", BodyText.Of((await DocumentReader.ReadAsync("甲"u8.ToArray(), "a.docx", TestContext.Current.CancellationToken))
            .Value!.Body));
    }

    [Fact]
    public async Task A_page_in_an_older_encoding_says_so()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("<!doctype html><meta charset=gbk><p>关于举办展览的通知");
        var read = (await DocumentReader.ReadAsync(bytes, null, TestContext.Current.CancellationToken)).Value!;
        Assert.Equal("关于举办展览的通知", BodyText.Of(read.Body));
        Assert.Equal("encoding", Assert.Single(read.Remarks).Code);
    }

    [Fact]
    public async Task A_file_beyond_the_bound_is_not_looked_at()
        => Assert.Equal("file-is-too-large", (await DocumentReader.ReadAsync(new byte[DocumentReader.MaxBytes + 1], null,
        TestContext.Current.CancellationToken)).Failure?.Code);

    [Fact]
    public async Task An_old_file_that_is_neither_text_nor_table_is_refused_with_what_to_do()
        => Assert.Contains("另存为 .docx", (await DocumentReader.ReadAsync(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 },
        "a.docx",
        TestContext.Current.CancellationToken)).Failure!.Detail, StringComparison.Ordinal);

    [Fact]
    public void The_child_sees_none_of_the_configuration()
    {
        Environment.SetEnvironmentVariable("ConnectionStrings__secret", "x");
        var start = ChildStart.Info(ChildBounds.Import, []);
        Assert.All(start.Environment.Keys, name => Assert.True(name == "PATH" || name.StartsWith("DOTNET_", StringComparison.Ordinal),
            name));
        Assert.True(start.Environment.ContainsKey("DOTNET_GCHeapHardLimit"));
    }

    [Theory]
    [InlineData("--read-document")]
    [InlineData("--read-document", "Nothing")]
    [InlineData("--help")]
    public async Task Other_arguments_are_not_the_childs(params string[] args) => Assert.False(await ReaderProcess.ServeAsync(args));
}
