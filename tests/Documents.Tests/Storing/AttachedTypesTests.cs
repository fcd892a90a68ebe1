using System.Text;
using Disclosure.Documents.Packages;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Packages;
using Disclosure.Documents.Tests.Release.Stripping;
using Xunit;

namespace Disclosure.Documents.Tests.Storing;

/// <summary>What a file is, its bytes say; what is not taken is told how to be saved anew.</summary>
public sealed class AttachedTypesTests
{
    public static TheoryData<AttachedType, byte[], string> Taken() => new()
    {
        { AttachedType.Pdf, "%PDF-1.7"u8.ToArray(), "决定书.PDF" },
        { AttachedType.Pdf, "\r\n%PDF-1.7"u8.ToArray(), "决定书.pdf" },
        { AttachedType.Docx, OfficeFile.Docx(), "附件.docx" },
        { AttachedType.Xlsx, OfficeFile.Xlsx(), "附件.XLSX" },
        { AttachedType.Pptx, OfficeFile.Pptx(), "附件.pptx" },
        { AttachedType.Jpeg, Pictures.Jpeg(), "a.jpeg" },
        { AttachedType.Jpeg, Pictures.Jpeg(), "a.JPG" },
        { AttachedType.Png, Pictures.Png(), "a.png" },
        { AttachedType.Gif, Pictures.Gif(), "a.gif" },
        { AttachedType.Zip, Zips.Of(Zips.Text("a.txt", "a")), "a.zip" },
        { AttachedType.Text, Encoding.UTF8.GetBytes("关于公开的通知"), "a.txt" },
        { AttachedType.Text, Zips.Gbk.GetBytes("关于公开的通知，请按规定办理。"), "a.txt" },
        { AttachedType.Text, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("关于公开的通知")], "a.txt" },
        { AttachedType.Text, Encoding.UTF8.GetBytes("一 < 二"), "a.txt" },
        { AttachedType.Csv, Encoding.UTF8.GetBytes("姓名,金额\n张三,1"), "名单.csv" },
    };

    public static TheoryData<string, byte[], string> Refused() => new()
    {
        { "宏", Typed("application/vnd.ms-word.document.macroEnabled.main+xml"), "a.docm" },
        { "宏", Typed("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "a.xlsx" },
        { "宏", Typed("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "a.xlsb" },
        { "宏", OfficeFile.Docx(false, ("word/vbaProject.bin", [1])), "a.docx" },
        { "打开，另存为 .docx", Typed(OfficeFile.WordType + "template.main+xml"), "a.dotx" },
        { "打开，另存为", Typed("application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml"), "a.ppsx" },
        { "去掉密码", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "a.doc" },
        { "另存为 PDF", Zips.Of(Zips.Text("OFD.xml", "<a/>")), "a.ofd" },
        { "网页", Encoding.UTF8.GetBytes("  <!DOCTYPE html><p>文"), "a.txt" },
        { "网页", "<svg onload='a()'/>"u8.ToArray(), "a.txt" },
        { "网页", "<?xml version='1.0'?><a/>"u8.ToArray(), "a.xml" },
        { "网页", "<SCRIPT>a()</SCRIPT>"u8.ToArray(), "a.csv" },
        { "附件可以是", "#!/bin/sh\nrm"u8.ToArray(), "a.txt" },
        { "附件可以是", "alert(1)"u8.ToArray(), "a.js" },
        { "附件可以是", "MZ\0\0\u0003"u8.ToArray(), "a.exe" },
        { "附件可以是", "\u007fELF\0"u8.ToArray(), "a.txt" },
        { "附件可以是", "{\\rtf1 a}"u8.ToArray(), "a.rtf" },
        { "附件可以是", "Rar!\u001a\u0007\0"u8.ToArray(), "a.rar" },
        { "附件可以是", [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], "a.7z" },
        { "附件可以是", [0x1F, 0x8B, 8, 0], "a.gz" },
        { "附件可以是", Zips.Of(Zips.Text("mimetype", "application/vnd.oasis.opendocument.text")), "a.odt" },
        { "附件可以是", Encoding.UTF8.GetBytes("文\0字"), "a.txt" },
        { "附件可以是", [0xEF, 0xBB, 0xBF, (byte)'a', 0, (byte)'b'], "a.txt" },
        { "附件可以是", [0xFF, 0xFE, (byte)'a', 0, 0, 0, (byte)'b', 0], "a.txt" },
        { "结尾，内容却是 PDF 文件", "%PDF-1.7"u8.ToArray(), "通知.docx" },
        { "改为“.jpg”", Pictures.Jpeg(), "a.png" },
        { "内容却是 Word 文档", OfficeFile.Docx(), "a.zip" },
        { "内容却是 文本文件", "abc"u8.ToArray(), "a.pdf" },
        { "全角的点", "%PDF-1.7"u8.ToArray(), "通知．pdf" },
        { "应以“.pdf”结尾", "%PDF-1.7"u8.ToArray(), "通知" },
        { "没有内容", [], "a.txt" },
        { "没有文件", Zips.Of(), "a.zip" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_file_is_what_its_bytes_say(AttachedType type, byte[] file, string name)
    {
        var outcome = AttachedTypes.Of(new MemoryStream(file), name);
        Assert.Null(outcome.Failure);
        Assert.Equal(type, outcome.Value);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_taken_is_told_what_to_do(string words, byte[] file, string name)
        => Assert.Contains(words, AttachedTypes.Of(new MemoryStream(file), name).Failure?.Detail, StringComparison.Ordinal);

    [Fact]
    public void A_package_that_is_two_at_once_is_damaged()
        => Assert.Same(PackageFailures.Damaged, AttachedTypes.Of(new MemoryStream(OfficeFile.Package("a.xml",
            OfficeFile.WordType + "document.main+xml", [],
            ("b.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"))), "a.docx").Failure);

    [Fact]
    public void An_archive_of_a_hundred_thousand_entries_is_refused()
        => Assert.Equal("file-is-too-complex", AttachedTypes.Of(new MemoryStream(Zips.Of(
            [.. Enumerable.Range(0, 100_000).Select(number => ($"{number}", Array.Empty<byte>()))])), "a.zip").Failure?.Code);

    [Fact]
    public void Every_type_has_names()
    {
        foreach (var type in Enum.GetValues<AttachedType>())
        {
            Assert.Contains('/', AttachedTypes.MediaType(type));
            Assert.NotEmpty(AttachedTypes.Name(type));
            Assert.All(AttachedTypes.Extensions(type), ending => Assert.StartsWith(".", ending, StringComparison.Ordinal));
        }

        var endings = Enum.GetValues<AttachedType>().SelectMany(AttachedTypes.Extensions).ToList();
        Assert.Equal(endings.Count, endings.Distinct().Count());
    }

    private static byte[] Typed(string type) => OfficeFile.Package("a.xml", type, []);
}
