using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Disclosure.Documents.Release;
using Disclosure.Documents.Release.Reading;
using Disclosure.Documents.Storing;
using Xunit;
using static Disclosure.Documents.Tests.Release.Reading.PackageFile;

namespace Disclosure.Documents.Tests.Release.Reading;

/// <summary>Texts, pictures and archives are read with whatever was written into them.</summary>
public sealed class ArchiveReadingTests
{
    private const string Id = Read.Number;

    [Fact]
    public void A_text_is_read_in_its_encoding()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes($"关于举办展览的通知：身份证 {Id}");
        Assert.Empty(Read.Planted(bytes, AttachedType.Text, "").Traits);
        Read.Planted(Bytes($"姓名,身份证号\n张三,{Id}"), AttachedType.Csv, "");
    }

    [Fact]
    public void Bytes_that_are_no_text_block()
        => Assert.Equal(FileTraitKind.Unreadable, Assert.Single(Read.Of([0, 1, 2, 0xFF, 0xFE, 0xC0], AttachedType.Text).Traits).Kind);

    [Fact]
    public void Files_in_an_archive_are_read_with_their_names()
    {
        var reading = Read.Planted(Zip(("a.txt", Bytes("甲")), ("b/名单.xlsx", Xlsx(Rows(Id)))), AttachedType.Zip,
            "压缩包内‘b/名单.xlsx’：工作表‘名单’", FileTraitKind.Embedded);
        Assert.Contains(reading.Passages, passage => passage == new FilePassage("压缩包内‘a.txt’：", "甲"));
        Read.Planted(Zip(($"{Id}.txt", Bytes("甲"))), AttachedType.Zip, "文件名");
    }

    [Fact]
    public void Names_in_the_code_page_of_old_programs_are_read()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, true, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")))
        {
            using var entry = archive.CreateEntry("人员名单.txt").Open();
            entry.Write(Bytes("甲"));
        }

        var bytes = file.ToArray();
        // The library says that the name is UTF-8, which it is not.
        for (var at = 0; at + 10 < bytes.Length; at++)
        {
            if (bytes.AsSpan(at).StartsWith("PK\u0003\u0004"u8)) bytes[at + 7] &= 0xF7;
            if (bytes.AsSpan(at).StartsWith("PK\u0001\u0002"u8)) bytes[at + 9] &= 0xF7;
        }

        Assert.Contains(Read.Of(bytes, AttachedType.Zip).Passages, passage => passage.Place == "压缩包内‘人员名单.txt’：");
    }

    [Fact]
    public void What_no_program_of_ours_reads_blocks_by_its_name()
        => Assert.Equal(["压缩包内‘a.rar’："], Read.Of(Zip(("a.rar", [.. "Rar!"u8, 1, 2])), AttachedType.Zip).Places(FileTraitKind.Unreadable));

    [Fact]
    public void Archives_are_opened_three_deep_and_no_further()
    {
        var file = Zip(("x.txt", Bytes(Id)));
        for (var depth = 0; depth < 2; depth++) file = Zip(($"{depth}.zip", file));
        Read.Planted(file, AttachedType.Zip, "x.txt");
        Assert.NotEmpty(Read.Of(Zip(("9.zip", file)), AttachedType.Zip).Places(FileTraitKind.Unreadable));
    }

    [Fact]
    public void Bytes_of_an_archive_that_belong_to_no_file_block()
    {
        var file = Zip(("a.txt", Bytes("甲")), ("b.txt", Bytes("乙")));
        Assert.Empty(Read.Of(file, AttachedType.Zip).Places(FileTraitKind.Unreadable));
        var hidden = Bytes(Id);
        byte[][] all = [[.. hidden, .. file], [.. file, .. hidden], Inserted(file, hidden)];
        foreach (var other in all)
        {
            var outcome = FileText.Read(other, AttachedType.Zip);
            Assert.True(outcome.Failure is not null || outcome.Value!.Places(FileTraitKind.Unreadable).Any());
        }
    }

    /// <summary>Bytes between the last entry and the directory, which is told where it lies.</summary>
    private static byte[] Inserted(byte[] file, byte[] hidden)
    {
        var directory = file.AsSpan().IndexOf("PK\u0001\u0002"u8);
        byte[] other = [.. file[..directory], .. hidden, .. file[directory..]];
        var end = other.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        BinaryPrimitives.WriteInt32LittleEndian(other.AsSpan(end + 16), directory + hidden.Length);
        return other;
    }

    [Fact]
    public void A_picture_is_told_and_what_is_written_into_it_is_read()
    {
        Assert.Equal([new FileTrait(FileTraitKind.Picture, "")], Read.Of(Jpeg(0xE0, "JFIF\0"), AttachedType.Jpeg).Traits);
        Read.Planted(Jpeg(0xE1, $"Exif\0\0{Id}\0"), AttachedType.Jpeg, "图片信息", FileTraitKind.Properties);
        Read.Planted(Jpeg(0xFE, Id), AttachedType.Jpeg, "图片信息", FileTraitKind.Properties);
        Assert.Equal([new FileTrait(FileTraitKind.Picture, "")], Read.Of(Png(), AttachedType.Png).Traits);
        Read.Planted(Png(("tEXt", Encoding.UTF8.GetBytes($"Author\0{Id}"))), AttachedType.Png, "图片信息", FileTraitKind.Properties);
        Read.Planted(Png(("zTXt", [.. "Author\0\0"u8, .. Packed(Id)])), AttachedType.Png, "图片信息", FileTraitKind.Properties);
        Assert.Equal([new FileTrait(FileTraitKind.Picture, "")], Read.Of(Gif(""), AttachedType.Gif).Traits);
        Read.Planted(Gif(Id), AttachedType.Gif, "图片信息", FileTraitKind.Properties);
    }

    [Fact]
    public void What_lies_behind_a_picture_blocks()
    {
        foreach (var (file, type) in ((byte[], AttachedType)[])[(Jpeg(0xE0, "JFIF\0"), AttachedType.Jpeg), (Png(), AttachedType.Png),
            (Gif(""), AttachedType.Gif)])
            Assert.Single(Read.Of([.. file, .. "PK"u8], type).Places(FileTraitKind.Unreadable));
    }

    [Fact]
    public void What_is_written_into_a_picture_of_a_document_is_read() => Read.Planted(Zip(("word/document.xml",
        Bytes("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>")),
        ("word/media/image1.jpeg", Jpeg(0xE1, $"Exif\0\0{Id}\0"))), AttachedType.Docx, "图片的信息", FileTraitKind.Properties);

    private static byte[] Jpeg(byte marker, string text) => [0xFF, 0xD8, 0xFF, marker, 0, (byte)(text.Length + 2),
        .. Encoding.Latin1.GetBytes(text),
        0xFF, 0xDA, 0, 2, 1, 2, 0xFF, 0, 3, 0xFF, 0xD9];

    private static byte[] Png(params (string Type, byte[] Content)[] chunks)
    {
        (string Type, byte[] Content)[] all = [("IHDR", new byte[13]), .. chunks, ("IDAT", [1]), ("IEND", [])];
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. all.SelectMany(chunk => (byte[])[.. Number(chunk.Content.Length),
            .. Encoding.Latin1.GetBytes(chunk.Type), .. chunk.Content, 0, 0, 0, 0])];
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(Encoding.Latin1.GetBytes(text));
        return packed.ToArray();
    }

    private static byte[] Gif(string comment) => [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0,
        .. comment.Length == 0 ? (byte[])[] : [0x21, 0xFE, (byte)comment.Length, .. Encoding.Latin1.GetBytes(comment), 0],
        0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 0, 0, 0x3B];
}
