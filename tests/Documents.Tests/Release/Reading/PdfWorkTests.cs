using System.Diagnostics;
using Disclosure.Documents.Release;
using Disclosure.Documents.Storing;
using Disclosure.Documents.Tests.Release.Stripping;
using Xunit;

namespace Disclosure.Documents.Tests.Release.Reading;

/// <summary>A small PDF that asks for endless work is refused or unreadable in two seconds of processor time.</summary>
// One after the other: they are measured.
[Collection("hostile")]
public sealed class PdfWorkTests
{
    private const string Form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]";

    [Fact]
    public void Forms_that_draw_forms() => Unreadable(PdfHidingTests.Pdf("/X6 Do", "/XObject<</X6 6 0 R>>", "", "",
        [.. Enumerable.Range(6, 16).Select(number => number < 21
            ? RawPdf.Stream(string.Concat(Enumerable.Repeat($"/X{number + 1} Do ", 10)),
                $"{Form}/Resources<</XObject<</X{number + 1} {number + 1} 0 R>>>>")
            : RawPdf.Stream("BT (x) Tj ET", Form))]));

    [Fact]
    public void Forms_that_take_the_resources_of_the_page() => Unreadable(PdfHidingTests.Pdf("/X6 Do",
        "/XObject<<" + string.Concat(Enumerable.Range(6, 16).Select(number => $"/X{number} {number} 0 R")) + ">>", "", "",
        [.. Enumerable.Range(6, 16).Select(number => number < 21
            ? RawPdf.Stream(string.Concat(Enumerable.Repeat($"/X{number + 1} Do ", 10)), Form) : RawPdf.Stream("BT (x) Tj ET", Form))]));

    [Fact]
    public void Forms_that_draw_each_other() => Unreadable(PdfHidingTests.Pdf("/X6 Do", "/XObject<</X6 6 0 R/X7 7 0 R>>", "", "",
        RawPdf.Stream("/X7 Do /X7 Do", Form), RawPdf.Stream("/X6 Do /X6 Do", Form)));

    [Fact]
    public void Forms_within_forms_without_end() => Unreadable(PdfHidingTests.Pdf("/X6 Do",
        "/XObject<<" + string.Concat(Enumerable.Range(6, 200).Select(number => $"/X{number} {number} 0 R")) + ">>", "", "",
        [.. Enumerable.Range(6, 200).Select(number => RawPdf.Stream($"/X{number + 1} Do", Form))]));

    [Fact]
    public void One_form_many_times() => Unreadable(PdfHidingTests.Pdf(string.Concat(Enumerable.Repeat("/X6 Do ", 100_000)),
        "/XObject<</X6 6 0 R>>", "", "", RawPdf.Stream(string.Concat(Enumerable.Repeat("0 0 m 1 1 l S ", 1_000)), Form)));

    [Fact]
    public void Letters_without_end() => Unreadable(PdfHidingTests.Pdf("BT /F1 12 Tf " + string.Concat(Enumerable.Repeat(
        $"({new string('a', 1_000)}) Tj ", 3_000)) + "ET"));

    [Fact]
    public void Forms_within_appearances() => Bounded(PdfHidingTests.Pdf("", "", "/Annots[<</Subtype/Link/Rect[0 0 9 9]/AP<</N 6 0 R>>>>]",
        "", [.. Enumerable.Range(6, 16).Select(number => RawPdf.Stream(string.Concat(Enumerable.Repeat("/X Do ", 10)),
            $"{Form}/Resources<</XObject<</X {Math.Min(number + 1, 21)} 0 R>>>>"))]));

    private static void Unreadable(byte[] file) => Assert.NotEmpty(Bounded(file).Places(FileTraitKind.Unreadable));

    private static FileReading Bounded(byte[] file)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var reading = Read.Of(file, AttachedType.Pdf);
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        Assert.True(spent < TimeSpan.FromSeconds(2), spent.ToString());
        return reading;
    }
}
