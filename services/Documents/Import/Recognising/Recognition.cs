using System.Globalization;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import.Recognising.Grammar;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>Finds the fields of an official document (公文要素, GB/T 9704-2012) in what was read.</summary>
/// <remarks>
/// A proposal to the drafter, who sees every field before anything is submitted; what is not found stays absent, what is doubtful is said,
/// and nothing refuses a file. Cost is linear: only short lines are looked at closely.
/// </remarks>
public static class Recognition
{
    private static readonly char[] Partings = [' ', '\u3000', '\t', '；', ';', '，', ',', '、', '\u00a0'];

    /// <summary>Recognises a document by the lines of its text.</summary>
    /// <param name="document">What was read.</param>
    /// <param name="today">The day on which it is imported: nothing was signed after it.</param>
    /// <returns>What was found.</returns>
    public static RecognisedDocument Of(ReadDocument document, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(document);
        var outline = new Outline(SourceLine.Of(document.Body));
        var number = NumberFinder.In(outline);
        var title = TitleFinder.In(outline, number);
        var signature = Signature.In(outline, title is null ? 0 : Math.Min(title.Index + 1, outline.Lines.Count));
        var dates = new List<ImportRemark>();
        var producedOn = DateFinder.In(outline, signature, today, dates);
        var recognised = new RecognisedDocument(
            title is null ? new Recognised<string>("", Confidence.Low, new Place(1, ""))
                : new Recognised<string>(title.Text, title.Confidence, outline.Lines[title.Index].Place),
            Remainder.Of(document.Body, Taken(document.Body, outline, number, title)),
            number is null ? null : new Recognised<string>(number.Value, number.Confidence, outline.Lines[number.Index].Place),
            OrganFinder.In(outline, title, number, signature),
            producedOn,
            Kind(outline, title, number),
            Keywords(outline),
            OpennessFinder.Of(outline.Lines),
            []);
        return recognised with { Remarks = [.. document.Remarks, .. dates, .. Doubts(recognised)] };
    }

    /// <summary>The lines that became fields: number, title, red head.</summary>
    private static List<SourceLine> Taken(Body body, Outline outline, FoundNumber? number, FoundTitle? title)
    {
        IEnumerable<int> indices = [.. number?.Lines ?? [], .. title?.Lines ?? [], .. RedHead.In(outline)];
        // A line of number and title goes when both were taken from it, and stays when it has a label too.
        var isWhole = number is null || (number.Lines.Contains(number.Index)
            && ((number.TitleBegin ?? number.TitleEnd) is null || title?.Lines.Contains(number.Index) == true));
        return [.. indices.Distinct().Where(index => isWhole || index != number!.Index)
            .Select(index => outline.Lines[index]).Where(line => !Remainder.HasNote(body, line))];
    }

    private static Recognised<string>? Kind(Outline outline, FoundTitle? title, FoundNumber? number)
    {
        if (title is not null && DocumentKinds.Of(title.Text) is { } kind)
            return new Recognised<string>(kind, title.Confidence, outline.Lines[title.Lines is [.., var last] ? last : title.Index].Place);
        var numbered = number is null ? null : Array.Find(["公告", "通告", "令"], word => number.Value.Contains(word, StringComparison.Ordinal));
        return numbered is null ? null : new Recognised<string>(numbered, Confidence.Low, outline.Lines[number!.Index].Place);
    }

    private static Recognised<IReadOnlyList<string>>? Keywords(Outline outline)
    {
        foreach (var line in outline.Lines)
        {
            if (line.Text.Length is > 300 or < 5 || Labels.ValueOf(line, Labels.Keywords) is not { } value) continue;
            var words = line.Plain.From(value).Split(Partings, StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
            if (words.Count > 0) return new Recognised<IReadOnlyList<string>>(words, Confidence.High, line.Place);
        }

        return null;
    }

    private static IEnumerable<ImportRemark> Doubts(RecognisedDocument document)
    {
        if (document.Title is { Confidence: Confidence.Low, Value.Length: > 0 }) yield return Doubt("标题", document.Title.Place);
        if (document.DocumentNumber is { Confidence: Confidence.Low } number) yield return Doubt("文号", number.Place);
        if (document.IssuingOrgan is { Confidence: Confidence.Low } organ) yield return Doubt("发文机关", organ.Place);
        if (document.ProducedOn is { Confidence: Confidence.Low } date) yield return Doubt("成文日期", date.Place);
        if (document.Attribute is { } attribute)
            yield return new ImportRemark("stated-attribute",
                Sentence($"第 {attribute.Place.Line} 行写明“{attribute.Place.Excerpt}”，请据此核对公开属性。"));
    }

    private static ImportRemark Doubt(string field, Place place)
        => new("doubtful-field", Sentence($"{field}是推测的，取自第 {place.Line} 行“{place.Excerpt}”，请核对。"));

    private static string Sentence(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
