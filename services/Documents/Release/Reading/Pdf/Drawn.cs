using UglyToad.PdfPig.Core;

namespace Disclosure.Documents.Release.Reading.Pdf;

/// <summary>A letter that was drawn.</summary>
/// <param name="Value">What it means.</param>
/// <param name="Font">The font's name; empty for none.</param>
/// <param name="Size">Its size.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Drawn(string Value, string Font, double Size, PdfPoint Start, PdfPoint End);
