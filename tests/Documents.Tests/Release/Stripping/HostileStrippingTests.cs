using System.Diagnostics;
using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Packages;
using Xunit;

namespace Disclosure.Documents.Tests.Release.Stripping;

/// <summary>Whatever arrives, stripping ends soon, in a file or a failure; and a stripped file is not changed again.</summary>
// One after the other: they are measured.
[Collection("hostile")]
public sealed class HostileStrippingTests
{
    private const int Cuts = 50;
    private const int Flips = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static TheoryData<AttachedType> Types() => [.. Enum.GetValues<AttachedType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Stripping_twice_is_stripping_once(AttachedType type)
    {
        var once = MetadataStripper.Strip(Of(type), type).Value;
        Assert.NotNull(once);
        Assert.Equal(once, MetadataStripper.Strip(once, type).Value);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_file_that_is_cut_off_ends_in_a_failure_or_a_file(AttachedType type)
    {
        var file = Of(type);
        for (var cut = 0; cut < Cuts; cut++) Ends(file[..(file.Length * cut / Cuts)], type);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_file_with_wrong_bytes_ends_in_a_failure_or_a_file(AttachedType type)
    {
        var random = new Random(20261130);
        var file = Of(type);
        for (var flip = 0; flip < Flips; flip++)
        {
            var wrong = file.ToArray();
            for (var count = random.Next(1, 8); count > 0; count--) wrong[random.Next(wrong.Length)] = (byte)random.Next(256);
            Ends(wrong, type);
        }
    }

    [Fact]
    public void A_document_with_a_bomb_is_refused_at_once()
    {
        var bomb = new byte[90_000_000];
        Ends(OfficeFile.Docx(false, ("word/a", bomb), ("word/b", bomb), ("word/c", bomb), ("word/d", bomb)), AttachedType.Docx,
            "file-is-too-complex");
        Ends(Zips.Of(("a.txt", bomb), ("b.txt", bomb), ("c.txt", bomb), ("d.txt", bomb)), AttachedType.Zip, "file-is-too-complex");
        Ends(Zips.Of(("a.txt", new byte[120_000_000])), AttachedType.Zip, "file-is-too-complex");
    }

    private static byte[] Of(AttachedType type) => type switch
    {
        AttachedType.Pdf => RawPdf.Full(),
        AttachedType.Docx => OfficeFile.Docx(isReviewed: true),
        AttachedType.Xlsx => OfficeFile.Xlsx(),
        AttachedType.Pptx => OfficeFile.Pptx(),
        AttachedType.Jpeg => Pictures.Jpeg(),
        AttachedType.Png => Pictures.Png(),
        AttachedType.Gif => Pictures.Gif(),
        AttachedType.Zip => Zips.Of(("名单.docx", OfficeFile.Docx()), ("a/图.jpg", Pictures.Jpeg()),
            ("内.zip", Zips.Of(("b.pdf", RawPdf.Full())))),
        _ => "姓名,金额"u8.ToArray(),
    };

    private static void Ends(byte[] file, AttachedType type, string? code = null)
    {
        var watch = Stopwatch.StartNew();
        var outcome = MetadataStripper.Strip(file, type);
        Assert.True(outcome.Value is not null || !string.IsNullOrEmpty(outcome.Failure?.Detail));
        if (code is not null) Assert.Equal(code, outcome.Failure?.Code);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Patience);
    }
}
