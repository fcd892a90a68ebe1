namespace Disclosure.Documents.Import.Pdf;

/// <summary>A letter where the reader sees it: the page turned so that its lines run from left to right.</summary>
/// <param name="Text">What it means, mostly one character.</param>
/// <param name="Left">Where it begins, points.</param>
/// <param name="Right">Where it ends, points.</param>
/// <param name="Base">Its baseline, points from the lower edge.</param>
/// <param name="Size">Its height, points.</param>
/// <param name="Lightness">How light it looks: 0 for black, 1 for white.</param>
internal readonly record struct Glyph(string Text, double Left, double Right, double Base, double Size, double Lightness)
{
    public bool IsSpace => string.IsNullOrWhiteSpace(Text);

    public double MiddleX => (Left + Right) / 2;

    /// <summary>Chinese letters reach a little below the baseline.</summary>
    public double MiddleY => Base + (Size * 0.35);
}
