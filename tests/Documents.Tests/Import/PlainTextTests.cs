using System.Text;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Text;
using Xunit;

namespace Disclosure.Documents.Tests.Import;

/// <summary>Text files in every encoding that is written here; a line is a paragraph and no character is a mark.</summary>
public sealed class PlainTextTests
{
    private const string Simplified = "毕测发〔2026〕7号\r\n毕节市测试局关于开展试验的通知\r\n各科室：\r\n　　现将有关事项通知如下，请认真贯彻执行。\r\n2026年11月2日\r\n";
    private const string Traditional = "關於公布統計表的通知\r\n各單位：現將有關事項通知如下，請認真貫徹執行，不得延誤。\r\n二零二六年十一月二日\r\n";

    public static TheoryData<string> Encodings() => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE", "GB18030"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_text_is_read_in_its_encoding_with_a_mark(string name)
    {
        var encoding = Encoding(name);
        byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes(Simplified)];
        Assert.Equal("毕节市测试局关于开展试验的通知", (await Read(file)).Lines()[1]);
    }

    [Theory]
    [InlineData("utf-8", null)]
    [InlineData("utf-16", "按 UTF-16 读取")]
    [InlineData("utf-16BE", "按 UTF-16 读取")]
    [InlineData("GB18030", "按 GB18030 读取")]
    public async Task A_text_without_a_mark_is_known_by_its_bytes(string name, string? words)
    {
        var read = await Read(Encoding(name).GetBytes(Simplified));
        Assert.Equal(["毕测发〔2026〕7号", "毕节市测试局关于开展试验的通知", "各科室：", "现将有关事项通知如下，请认真贯彻执行。", "2026年11月2日"], read.Lines());
        Assert.Contains(words ?? "", read.Remark("encoding"), StringComparison.Ordinal);
        Assert.Equal(words is null, read.Remarks.Count == 0);
    }

    [Theory]
    [InlineData("big5", Traditional, "按 Big5 读取")]
    [InlineData("big5", "公告\r\n本局辦公室遷移至新址，特此公告。", "按 Big5 读取")]
    [InlineData("GB18030", Traditional, "按 GB18030 读取")]
    [InlineData("GB18030", "通知", "按 GB18030 读取")]
    [InlineData("GB18030", "㐀㐁䶮喆堃镕𠮷旻", "按 GB18030 读取")]
    public async Task Big5_and_gb18030_are_told_apart_by_what_they_say(string name, string text, string words)
    {
        var read = await Read(Encoding(name).GetBytes(text));
        Assert.Equal(text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), read.Lines());
        Assert.Contains(words, read.Remark("encoding"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_with_what_may_be_sent()
    {
        var random = new byte[10_000];
        new Random(1).NextBytes(random);
        byte[][] files = [random, [0xFF, 0xD8, 0xFF, 0xE0, 1, 2], "GIF89a........"u8.ToArray(),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10],
            "text\0with\0nothing"u8.ToArray(), [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], [1, 2, 3, 4, 5, 6, 7, 8],
                [.. "毕节市测试局关于开展试验的通知，请遵照执行。"u8, 0xE6, 0xAF]];
        foreach (var file in files)
        {
            var failure = (await DocumentReader.ReadAsync(file, null, TestContext.Current.CancellationToken)).Failure;
            Assert.Equal("file-type-is-not-supported", failure?.Code);
            Assert.Contains("GB18030", failure!.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_stray_control_character_is_dropped_and_named()
    {
        var read = await Read(System.Text.Encoding.UTF8.GetBytes(new string('文', 2_000) + "\u0007\u001A"));
        Assert.Equal(2_000, read.Lines()[0].Length);
        Assert.Contains("1 个", read.Remark("encoding"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\r\n　")]
    [InlineData("\uFEFF")]
    public async Task A_text_without_a_letter_is_refused(string text)
        => Assert.Equal("file-has-no-text", (await DocumentReader.ReadAsync(System.Text.Encoding.UTF8.GetBytes(text), "a.txt",
        TestContext.Current.CancellationToken))
        .Failure?.Code);

    [Theory]
    [InlineData("# 1号机组停运\n# 2号机组检修\n- 5℃以下停工\n1200*600*750")]
    [InlineData("a|b\n--\nc")]
    [InlineData("*注：甲*乙\n> 5件\n2026. 年度计划")]
    public async Task A_text_that_only_looks_like_markdown_stays_as_it_is(string text)
        => Assert.Equal(text.Split('\n'), (await Read(System.Text.Encoding.UTF8.GetBytes(text))).Lines());

    [Theory]
    [InlineData("# 标题\n\n## 小标题\n\n文")]
    [InlineData("甲\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |")]
    [InlineData("# 标题\n\n请**注意**时间")]
    [InlineData("# 标题\n\n1. 一\n   - 二")]
    [InlineData("# 标题\n\n甲[^1]\n\n[^1]: 注")]
    public void A_text_with_marks_beyond_doubt_is_markdown_unless_its_name_says_otherwise(string text)
    {
        Assert.Equal(FileKind.Markdown, TextForm.Of(text, null));
        Assert.Equal(FileKind.Markdown, TextForm.Of(text, "文件.dat"));
        Assert.Equal(FileKind.Text, TextForm.Of(text, "文件.TXT"));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>甲", null, FileKind.Html)]
    [InlineData("  <HTML><body>甲", null, FileKind.Html)]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- x -->\n<html>", null, FileKind.Html)]
    [InlineData("<?xml version=\"1.0\"?><w:wordDocument/>", null, FileKind.Other)]
    [InlineData("<p>甲</p>", null, FileKind.Text)]
    [InlineData("<p>甲</p>", "a.htm", FileKind.Html)]
    [InlineData("甲", "a.md", FileKind.Markdown)]
    [InlineData("甲", "a.MARKDOWN", FileKind.Markdown)]
    public void A_name_only_tells_forms_of_text_apart(string text, string? name, FileKind kind) => Assert.Equal(kind,
        TextForm.Of(text, name));

    [Fact]
    public void Lines_broken_at_a_width_are_joined_when_it_is_beyond_doubt()
    {
        // 36 characters a line, as programs of old broke them; the last line of a paragraph is short.
        var paragraph = string.Concat(Enumerable.Range(0, 21).Select(i => $"第{i % 10}句话里没有一个句号出现在这一行的末尾处因为句子都很长很长而且"));
        var lines = paragraph.Chunk(36).Select(chunk => new string(chunk)).ToList();
        var read = PlainText.Read(string.Join('\n', lines.Append("　　下一段从这里开始。")), new RemarkList());
        Assert.Equal([paragraph, "下一段从这里开始。"], read.Lines());
        Assert.Contains("接成 2 段", read.Remark("encoding"), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_end_with_their_sentences_stay_apart()
    {
        var lines = Enumerable.Range(0, 20).Select(i => $"第{i % 10}条各单位应当按照要求做好工作并且及时报告有关情况不得拖延推诿。").ToArray();
        Assert.Equal(lines, PlainText.Read(string.Join('\n', lines), new RemarkList()).Lines());
    }

    [Fact]
    public void Full_width_spaces_before_a_line_are_its_setting()
        => Assert.Equal("<p class=\"first-line\">甲</p>\n<p>　　　　　　　　　　乙</p>", PlainText.Read("　　甲\n　　　　　　　　　　乙", new RemarkList()).Html());

    private static async Task<ReadDocument> Read(byte[] file)
    {
        var outcome = await DocumentReader.ReadAsync(file, null, TestContext.Current.CancellationToken);
        Assert.Null(outcome.Failure);
        Assert.NotNull(Body.Read(outcome.Value!.Body.ToString()).Body);
        return outcome.Value!;
    }

    private static Encoding Encoding(string name)
        => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? System.Text.Encoding.GetEncoding(name);
}
