using System.IO.Compression;
using System.Text;
using Disclosure.Documents.Tests.Packages;

namespace Disclosure.Documents.Tests.Release.Stripping;

/// <summary>Looks for what a file must not tell any more, in its bytes and in whatever is packed in it.</summary>
internal static class Planted
{
    private static readonly byte[][] Words = [Encoding.UTF8.GetBytes("PLANTED"), Encoding.Unicode.GetBytes("PLANTED"),
        Encoding.BigEndianUnicode.GetBytes("PLANTED"), Encoding.ASCII.GetBytes(Convert.ToHexString("PLANTED"u8))];

    public static bool IsIn(byte[] file) => Words.Any(word => file.AsSpan().IndexOf(word) >= 0)
        || (file.AsSpan().StartsWith("PK"u8) && Zips.Entries(file).Any(entry => Words.Any(word
            => Encoding.UTF8.GetBytes(entry.Key).AsSpan().IndexOf(word) >= 0) || IsIn(entry.Value)))
        || (file.AsSpan().StartsWith("%PDF"u8) && Streams(file).Any(stream => Words.Any(word => stream.AsSpan().IndexOf(word) >= 0)));

    /// <summary>The streams of a PDF, unpacked where that is possible.</summary>
    public static IEnumerable<byte[]> Streams(byte[] file)
    {
        for (int at = 0, next; (next = file.AsSpan(at).IndexOf("stream\n"u8)) >= 0; at += next + 7)
        {
            using var packed = new MemoryStream(file, at + next + 7, file.Length - at - next - 7);
            using var content = new MemoryStream();
            try
            {
                using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
                zlib.CopyTo(content);
            }
            catch (InvalidDataException)
            {
                // Not packed, or no stream.
            }

            yield return content.ToArray();
        }
    }
}
