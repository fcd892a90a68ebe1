using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Release.Reading;
using Disclosure.Documents.Tests.Release.Stripping;
using Xunit;
using static Disclosure.Documents.Tests.Release.Hiding.Hidden;

namespace Disclosure.Documents.Tests.Release.Hiding;

/// <summary>Pictures keep no number where no pixel is, or it blocks.</summary>
public sealed class PictureHidingTests
{
    private static readonly byte[] Number = Encoding.ASCII.GetBytes(Id);

    public static TheoryData<int, int> Profiles => new() { { 0, 1 }, { 1, 2 }, { 2, 1 } };

    [Theory]
    [MemberData(nameof(Profiles))]
    public void What_is_no_profile_of_colours_leaves_a_JPEG(int number, int count)
        => Assert.False(Holds(Stripped(Jpeg([.. "ICC_PROFILE\0"u8, (byte)number, (byte)count, .. Pictures.Colours(Number)]),
            AttachedType.Jpeg)));

    [Fact]
    public void One_that_only_bears_the_name_too()
        => Assert.False(Holds(Stripped(Jpeg([.. "ICC_PROFILE\0"u8, 1, 1, .. Number]), AttachedType.Jpeg)));

    [Fact]
    public void A_number_within_a_profile_blocks()
        => Blocks(Jpeg([.. "ICC_PROFILE\0"u8, 1, 1, .. Pictures.Colours(Number)]), AttachedType.Jpeg);

    [Fact]
    public void A_profile_of_a_PNG_loses_its_name()
    {
        var stripped = Stripped(Png(Number, [.. Packed(Pictures.Colours()), .. Number]), AttachedType.Png);
        Assert.False(Holds(stripped));
        Assert.True(stripped.AsSpan().IndexOf("iCCPICC\0\0"u8) > 0);
        Assert.Equal(stripped, Stripped(stripped, AttachedType.Png));
        Assert.Equal(-1, Stripped(Png("x"u8.ToArray(), Packed(Number)), AttachedType.Png).AsSpan().IndexOf("iCCP"u8));
    }

    [Fact]
    public void A_number_within_it_blocks() => Blocks(Png("x"u8.ToArray(), Packed(Pictures.Colours(Number))), AttachedType.Png);

    [Fact]
    public void Numbers_behind_how_often_a_GIF_is_shown_leave()
    {
        var bare = Pictures.BareGif();
        var loop = bare.AsSpan().IndexOf("NETSCAPE2.0"u8) + 15;
        byte[] file = [.. bare[..loop], (byte)Number.Length, .. Number, .. bare[loop..]];
        Assert.Equal(bare, Stripped(file, AttachedType.Gif));
    }

    [Fact]
    public void Numbers_among_colours_block()
        => Blocks([.. "GIF89a"u8, 1, 0, 1, 0, 0x82, 0, 0, .. Number, 1, 1, 1, 1, 1, 1, .. Pictures.BareGif()[19..]], AttachedType.Gif);

    [Theory]
    [InlineData(30_001u, 1u, true)]
    [InlineData(1u, 30_001u, true)]
    [InlineData(20_000u, 20_000u, true)]
    [InlineData(uint.MaxValue, uint.MaxValue, true)]
    [InlineData(20_000u, 10_000u, false)]
    public void A_picture_that_declares_too_much_is_refused(uint width, uint height, bool isRefused)
    {
        var png = Pictures.Png();
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), height);
        Assert.Equal(isRefused ? "图片尺寸过大" : null, MetadataStripper.Strip(png, AttachedType.Png).Failure?.Title);
        if (width > ushort.MaxValue) return;
        var jpeg = Pictures.Jpeg();
        var frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]) + 5;
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 2), (ushort)width);
        Assert.Equal(isRefused ? "图片尺寸过大" : null, MetadataStripper.Strip(jpeg, AttachedType.Jpeg).Failure?.Title);
        var gif = Pictures.Gif();
        BinaryPrimitives.WriteUInt16LittleEndian(gif.AsSpan(6), (ushort)width);
        BinaryPrimitives.WriteUInt16LittleEndian(gif.AsSpan(8), (ushort)height);
        Assert.Equal(isRefused ? "图片尺寸过大" : null, MetadataStripper.Strip(gif, AttachedType.Gif).Failure?.Title);
    }

    private static byte[] Jpeg(byte[] colours) => [.. Pictures.BareJpeg(1)[..20], .. Pictures.Segment(0xE2, colours),
        .. Pictures.BareJpeg(1)[20..].AsSpan(Pictures.Segment(0xE2, Pictures.Profile).Length)];

    private static byte[] Png(byte[] name, byte[] packed)
        => [.. Pictures.Png()[..33], .. Pictures.Chunk("iCCP", [.. name, 0, 0, .. packed]),
        .. Pictures.Png()[33..]];

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(content);
        return packed.ToArray();
    }

    private static bool Holds(byte[] file) => file.AsSpan().IndexOf(Number) >= 0;

    private static byte[] Stripped(byte[] file, AttachedType type)
    {
        var outcome = MetadataStripper.Strip(file, type);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }
}
