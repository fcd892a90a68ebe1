using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Xunit;

namespace Disclosure.Documents.Tests.Release.Stripping;

/// <summary>A picture keeps its pixels, its colours and the way it is turned, and tells nothing else.</summary>
public sealed class PictureTests
{
    private static readonly byte[] ScanMark = [0xFF, 0xDA];

    [Theory]
    [InlineData(6, true)]
    [InlineData(6, false)]
    [InlineData(1, true)]
    [InlineData(0, true)]
    [InlineData(9, false)]
    public void A_JPEG_keeps_how_it_is_turned(int turned, bool isLittle)
        => Assert.Equal(Pictures.BareJpeg(turned is > 1 and < 9 ? turned : 1),
            Stripped(Pictures.Jpeg(turned, isLittle), AttachedType.Jpeg));

    [Fact]
    public void Every_scan_of_a_JPEG_stays()
    {
        var bare = Pictures.BareJpeg(1);
        var scan = bare[bare.AsSpan().IndexOf(ScanMark)..^2].ToArray();
        byte[] two = [.. bare[..^2], .. Pictures.Segment(0xC4, 1, 2, 3), .. scan, .. Pictures.Segment(0xFE, 1), .. scan, 0xFF, 0xD9];
        byte[] without = [.. bare[..^2], .. Pictures.Segment(0xC4, 1, 2, 3), .. scan, .. scan, 0xFF, 0xD9];
        Assert.Equal(without, Stripped(two, AttachedType.Jpeg));
    }

    [Fact]
    public void A_PNG_keeps_what_is_shown()
    {
        var stripped = Stripped(Pictures.Png(), AttachedType.Png);
        Assert.False(Planted.IsIn(stripped));
        Assert.Equal(8 + 25 + 16 + 22 + 12, stripped.Length);
        Assert.True(stripped.AsSpan().EndsWith(Pictures.Chunk("IEND")));
    }

    [Fact]
    public void A_GIF_keeps_how_often_it_is_shown() => Assert.Equal(Pictures.BareGif(), Stripped(Pictures.Gif(), AttachedType.Gif));

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 }, AttachedType.Jpeg)]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xD8, 0xFF, 0xD9 }, AttachedType.Jpeg)]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0xFF, 0xD9 }, AttachedType.Jpeg)]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10 }, AttachedType.Png)]
    [InlineData(new byte[] { 0x47, 0x49, 0x46, 0x38, 0x39, 0x61 }, AttachedType.Gif)]
    public void What_is_no_picture_is_damaged(byte[] file, AttachedType type)
        => Assert.Equal("file-is-damaged", MetadataStripper.Strip(file, type).Failure?.Code);

    [Fact]
    public void A_PNG_with_a_part_that_nobody_knows_and_that_must_be_known_is_damaged()
        => Assert.NotNull(MetadataStripper.Strip([.. Pictures.Png()[..33], .. Pictures.Chunk("ABCD"), .. Pictures.Chunk("IEND")],
            AttachedType.Png).Failure);

    private static byte[] Stripped(byte[] file, AttachedType type)
    {
        Assert.True(Planted.IsIn(file) || type == AttachedType.Jpeg);
        var outcome = MetadataStripper.Strip(file, type);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }
}
