using System.Globalization;
using Disclosure.Documents.Import.Recognising.Grammar;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>成文日期: labelled, or of the signature; never of printing (印发日期), of an annex, or after today.</summary>
internal static class DateFinder
{
    private const int MaxLine = 400;

    public static Recognised<DateOnly>? In(Outline outline, Signature? signature, DateOnly today, List<ImportRemark> remarks)
    {
        var signed = signature is null ? null
            : new Recognised<DateOnly>(signature.Date, signature.Confidence, outline.Lines[signature.DateIndex].Place);
        var note = HeadNote.In(outline) is { } found
            ? new Recognised<DateOnly>(found.Date, Confidence.Low, outline.Lines[found.Index].Place) : null;
        var labelled = Labelled(outline, Labels.Signed, Confidence.High);
        foreach (var date in (Recognised<DateOnly>?[])[labelled, signed, Labelled(outline, Labels.Issued, Confidence.Low), note])
        {
            if (date is null) continue;
            if (date.Value <= today) return remarks.Count > 0 ? date with { Confidence = Confidence.Low } : date;
            remarks.Add(new ImportRemark("future-date", string.Create(CultureInfo.InvariantCulture,
                $"第 {date.Place.Line} 行的日期 {date.Value:yyyy-MM-dd} 晚于今天，未作为成文日期，请填写。")));
        }

        return null;
    }

    /// <summary>成文日期 2026年11月2日.</summary>
    private static int? WithoutColon(SourceLine line, string[] names)
        => Array.Find(names, name => line.Plain.Text.StartsWith(name, StringComparison.Ordinal))?.Length;

    private static Recognised<DateOnly>? Labelled(Outline outline, string[] names, Confidence confidence)
    {
        foreach (var line in outline.Lines)
        {
            if (line.Text.Length is > MaxLine or < 10) continue;
            if ((Labels.ValueOf(line, names) ?? WithoutColon(line, names)) is not { } value) continue;
            if (WrittenDate.In(line.Plain.Text, value) is { } date && date.Begin <= value + 1)
                return new Recognised<DateOnly>(date.Value, confidence, line.Place);
        }

        return null;
    }
}
