using System.IO.Compression;
using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Packages;
using Xunit;

namespace Disclosure.Documents.Tests.Release.Stripping;

/// <summary>Each file of an archive is stripped, or the archive is refused by the name of the one that cannot be.</summary>
public sealed class ArchiveTests
{
    [Fact]
    public void Every_file_is_stripped_in_archives_within_archives_too()
    {
        var file = Zips.Of(Full("内层.zip", Zips.Of(Full("照片.jpg", Pictures.Jpeg()))), Full("附件/报告.docx", OfficeFile.Docx()),
            Full("附件/决定.pdf", RawPdf.Full()), Full("表.xlsx", OfficeFile.Xlsx()), Full("图.png", Pictures.Png()),
            Full("说明.txt", "说明"u8.ToArray()));
        Assert.True(Planted.IsIn(file));
        var stripped = Stripped(file);
        Assert.False(Planted.IsIn(stripped));
        Assert.Equal(Zips.Entries(file).Keys, Zips.Entries(stripped).Keys);
        Assert.Equal("说明"u8.ToArray(), Zips.Entries(stripped)["说明.txt"]);
    }

    [Fact]
    public void Names_of_old_Chinese_systems_are_written_as_everybody_reads_them()
        => Assert.Equal(["名单/联通.txt", "通知.txt"],
            Zips.Entries(Stripped(Zips.Of(Zips.Gbk, ("名单\\联通.txt", "一"u8.ToArray()), ("通知.txt", "二"u8.ToArray())))).Keys);

    [Fact]
    public void Times_comments_and_what_systems_leave_in_folders_are_gone()
    {
        using var archive = new ZipArchive(new MemoryStream(Stripped(Zips.Of(Full("夹/", []), Full("夹/a.txt", "a"u8.ToArray()),
            Full("夹/.DS_Store", [1]), Full("__MACOSX/夹/._a.txt", [1]), Full("Thumbs.db", [1])))), ZipArchiveMode.Read);
        Assert.Equal(["夹/", "夹/a.txt"], archive.Entries.Select(entry => entry.FullName));
        Assert.Empty(archive.Comment);
        Assert.All(archive.Entries, entry => Assert.Equal((1980, ""), (entry.LastWriteTime.Year, entry.Comment)));
    }

    [Theory]
    [InlineData("程序.exe", "程序.exe", "附件可以是")]
    [InlineData("a/b/宏.js", "宏.js", "附件可以是")]
    [InlineData("a:b.txt", "a:b.txt", "绝对路径")]
    [InlineData("a/con.txt", "con", "Windows")]
    [InlineData("a/.htaccess", ".htaccess", "点前")]
    public void What_is_not_taken_is_named(string name, string shown, string words)
        => Named(Zips.Of(Full(name, "alert(1)"u8.ToArray())), shown, words);

    [Fact]
    public void A_damaged_one_and_an_encrypted_one_are_named()
    {
        Named(Zips.Of(Full("坏图.jpg", [0xFF, 0xD8, 0xFF])), "坏图.jpg", "损坏");
        Named(Zips.Patched(Zips.Of(Full("密.txt", "a"u8.ToArray())), 8, 1, 0), "密.txt", "去掉密码");
        Named(Zips.Of(Full("内.zip", Zips.Of(Full("坏.pdf", "%PDF-"u8.ToArray())))), "坏.pdf", "内.zip");
    }

    [Fact]
    public void Three_archives_within_each_other_are_taken_and_no_fourth()
    {
        var file = Zips.Of(Full("a.txt", "a"u8.ToArray()));
        for (var depth = 1; depth < MetadataStripper.MaxDepth; depth++) file = Zips.Of(Full("a.zip", file));
        Stripped(file);
        Assert.Equal("nested-too-deep", MetadataStripper.Strip(Zips.Of(Full("a.zip", file)), AttachedType.Zip).Failure?.Code);
    }

    [Fact]
    public void Files_of_all_archives_count_together()
    {
        var inner = Zips.Of([.. Enumerable.Range(0, 499).Select(number => Full($"{number}.txt", "a"u8.ToArray()))]);
        Stripped(Zips.Of(Full("a.zip", inner), Full("b.zip", inner)));
        Assert.Equal("file-is-too-complex", MetadataStripper.Strip(Zips.Of(Full("a.zip", inner), Full("b.zip", inner),
            Full("c.txt", "a"u8.ToArray())), AttachedType.Zip).Failure?.Code);
    }

    [Fact]
    public void A_file_cannot_be_a_directory_too()
        => Assert.Equal("entry-name-is-not-allowed", MetadataStripper.Strip(Zips.Of(Full("a.txt", "a"u8.ToArray()),
            Full("a.txt/b.txt", "a"u8.ToArray())), AttachedType.Zip).Failure?.Code);

    [Fact]
    public void An_archive_without_files_is_refused()
        => Assert.Equal("file-is-empty", MetadataStripper.Strip(Zips.Of(Full("夹/", [])), AttachedType.Zip).Failure?.Code);

    private static (string Name, byte[] Content) Full(string name, byte[] content) => (name, content);

    private static byte[] Stripped(byte[] file)
    {
        var outcome = MetadataStripper.Strip(file, AttachedType.Zip);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }

    private static void Named(byte[] file, string name, string words)
    {
        var failure = MetadataStripper.Strip(file, AttachedType.Zip).Failure;
        Assert.Contains(name, failure?.Detail, StringComparison.Ordinal);
        Assert.Contains(words, failure!.Detail, StringComparison.Ordinal);
    }
}
