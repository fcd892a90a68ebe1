using System.IO.Compression;
using System.Text;
using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Packages;
using Disclosure.Documents.Tests.Release.Reading;
using Disclosure.Documents.Tests.Release.Stripping;
using Xunit;
using static Disclosure.Documents.Tests.Release.Hiding.Hidden;

namespace Disclosure.Documents.Tests.Release.Hiding;

/// <summary>What lies in a package beside its content is taken out, and what stays because the file is signed is told.</summary>
public sealed class PackageHidingTests
{
    private const string Properties = "<cp:coreProperties xmlns:cp=\"c\"><cp:lastModifiedBy>张三丰</cp:lastModifiedBy></cp:coreProperties>";

    private static readonly Beside[] SignedBy =
        [new("_xmlsignatures/origin.sigs", [], Signed + "origin", ""),
        Part("_xmlsignatures/sig1.xml", Signature, Signed + "signature", "_xmlsignatures/origin.sigs")];

    [Theory]
    [InlineData("x.xml", "<a/>", null, null)]
    [InlineData("sig1.xml", Signature, null, null)]
    [InlineData("sig1.xml", Signature, Signed + "signature", "")]
    [InlineData("sig1.xml", "<Signature/>", Signed + "signature", "_xmlsignatures/origin.sigs")]
    [InlineData("sig1.xml", "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/>", Signed + "signature",
        "_xmlsignatures/origin.sigs")]
    [InlineData("sig1.xml", "no XML", Signed + "signature", "_xmlsignatures/origin.sigs")]
    [InlineData("sig1.xml", Signature, "http://x/digital-signature/signature", "_xmlsignatures/origin.sigs")]
    public void What_only_looks_like_a_signature_keeps_nothing_in(string name, string content, string? relation, string? owner)
    {
        var file = Docx("", new Beside("_xmlsignatures/origin.sigs", [], Signed + "origin", ""),
            Part($"_xmlsignatures/{name}", content, relation, owner), Part("docProps/core.xml", Properties, "x/core-properties", ""),
            Part("q/z.xml", Id));
        var entries = Zips.Entries(MetadataStripper.Strip(file, AttachedType.Docx).Value!).Keys;
        Assert.Equal(["[Content_Types].xml", "_rels/.rels", "word/document.xml"], entries.Order(StringComparer.Ordinal));
        Assert.Empty(Released(file, AttachedType.Docx).Traits);
        Assert.DoesNotContain(FileTraitKind.Signature, Read.Of(file, AttachedType.Docx).Traits.Select(trait => trait.Kind));
    }

    [Fact]
    public void A_signed_file_stays_as_it_is_and_all_of_it_is_told()
    {
        var file = Docx("", [.. SignedBy, Part("docProps/core.xml", Properties, "x/core-properties", ""),
            new("docProps/thumbnail.jpeg", Pictures.Jpeg(), "thumbnail", "")]);
        Assert.Same(file, MetadataStripper.Strip(file, AttachedType.Docx).Value);
        var kinds = Read.Of(file, AttachedType.Docx).Traits.Select(trait => trait.Kind).ToHashSet();
        Assert.Superset(new HashSet<FileTraitKind> { FileTraitKind.Signature, FileTraitKind.Properties, FileTraitKind.Picture }, kinds);
    }

    [Theory]
    [InlineData("q/522401199001011231.xml")]
    [InlineData("q522401199/001011231.xml")]
    [InlineData("q/%35%32%32%34%30%31199001011231.xml")]
    [InlineData("522401199001011231/")]
    public void Names_of_entries_are_read(string name) => Blocks(Docx("", [.. SignedBy, Part(name, "")]), AttachedType.Docx);

    [Fact]
    public void Ordinary_names_are_no_text() => Assert.DoesNotContain(Released(Docx("", Part("customXml/item12.xml", "<a/>", "customXml"),
        Part("word/media/image123.svg", "<svg/>", "image")), AttachedType.Docx).Passages, passage => passage.Place == "部件的名称");

    [Fact]
    public void What_an_archive_notes_of_entries_is_told()
    {
        var file = WithExtra(Docx("", SignedBy), 0x7777, Encoding.ASCII.GetBytes(Id));
        Blocks(file, AttachedType.Docx);
        Assert.Contains("压缩包的附加信息", Released(file, AttachedType.Docx).Places(FileTraitKind.Properties));
    }

    [Fact]
    public void The_room_that_programs_leave_is_not()
        => Assert.Empty(Released(WithExtra(Docx("", SignedBy), 0xA220, new byte[32]), AttachedType.Docx).Places(FileTraitKind.Properties));

    [Theory]
    [InlineData("http://x/y", "docProps/thumbnail.jpeg")]
    [InlineData("http://x/image", "docProps/a.bin")]
    [InlineData("http://x/thumbnail", "a.jpeg")]
    [InlineData("http://x/my-thumbnail-1", "a.jpeg")]
    public void A_preview_leaves_whatever_leads_to_it(string relation, string name)
    {
        var file = Docx("", new Beside(name, Pictures.Jpeg(), relation, ""));
        Assert.DoesNotContain(name, Zips.Entries(MetadataStripper.Strip(file, AttachedType.Docx).Value!).Keys);
        Assert.Contains(FileTraitKind.Picture, Read.Of(file, AttachedType.Docx).Traits.Select(trait => trait.Kind));
    }

    [Theory]
    [InlineData("word/fonts/font1.odttf", "font", true)]
    [InlineData("word/fonts/font1.odttf", "http://foo/font", false)]
    [InlineData("word/fonts/font1.odttf", "image", false)]
    [InlineData("word/other/font1.odttf", "font", true)]
    [InlineData("word/fonts/font1.bin", "font", false)]
    [InlineData("word/printerSettings/p.bin", "http://foo/bar", false)]
    public void Fonts_are_harmless_where_fonts_belong(string name, string relation, bool isHarmless)
        => Assert.Equal(!isHarmless, Released(Docx("", new Beside(name, [0, 1, 2, 3], relation)), AttachedType.Docx)
            .Places(FileTraitKind.Unreadable).Any());

    [Fact]
    public void Numbers_within_fonts_are_read()
    {
        Blocks(Docx("", new Beside("word/fonts/f.ttf", [0, 1, .. Encoding.ASCII.GetBytes(Id)], "font")), AttachedType.Docx);
        Blocks(Docx("", new Beside("word/fonts/f.ttf", [0, 1, 0, .. Encoding.Unicode.GetBytes(Id), 9], "font")), AttachedType.Docx);
    }

    [Fact]
    public void A_failure_repeats_no_number()
    {
        var damaged = MetadataStripper.Strip(Docx("", new Beside($"word/media/{Id}.jpeg", [0xFF, 0xD8, 0xFF], "image")),
            AttachedType.Docx).Failure!;
        var twice = MetadataStripper.Strip(PackageFile.Zip(($"{Id}.txt", [65]), ($"{Id}.TXT", [65])), AttachedType.Zip).Failure!;
        var refused = MetadataStripper.Strip(PackageFile.Zip(($"../{Id}.txt", [65])), AttachedType.Zip).Failure!;
        foreach (var failure in (IEnumerable<Kernel.Failure>)[damaged, twice, refused])
        {
            Assert.Contains("52****", failure.Detail, StringComparison.Ordinal);
            Assert.DoesNotContain(Id, failure.Detail, StringComparison.Ordinal);
        }
    }

    /// <summary>The file with a note on its first entry, in both places that have them.</summary>
    private static byte[] WithExtra(byte[] file, int kind, byte[] content)
    {
        var at = file.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        byte[] extra = [(byte)kind, (byte)(kind >> 8), (byte)content.Length, 0, .. content];
        var directory = BitConverter.ToInt32(file, at + 16);
        var name = BitConverter.ToUInt16(file, directory + 28);
        byte[] changed = [.. file[..(directory + 46 + name)], .. extra, .. file[(directory + 46 + name)..]];
        changed[directory + 30] = (byte)extra.Length;
        BitConverter.TryWriteBytes(changed.AsSpan(at + extra.Length + 12), at - directory + extra.Length);
        return changed;
    }
}
