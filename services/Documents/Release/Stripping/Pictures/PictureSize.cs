using Disclosure.Documents.Import;

namespace Disclosure.Documents.Release.Stripping.Pictures;

/// <summary>Bounds of what a picture may unfold to: a few bytes may declare more than any program can show.</summary>
internal static class PictureSize
{
    private const uint MaxSide = 30_000;
    private const long MaxPixels = 200_000_000;

    /// <exception cref="RefusedException">It is too large.</exception>
    public static void Check(uint width, uint height)
    {
        if (width > MaxSide || height > MaxSide || (long)width * height > MaxPixels) throw new RefusedException(StripFailures.HugePicture);
    }
}
