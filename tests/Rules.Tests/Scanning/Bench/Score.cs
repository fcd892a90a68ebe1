using System.Globalization;
using Disclosure.Rules.Scanning;

namespace Disclosure.Rules.Tests.Scanning.Bench;

/// <summary>Counts what was found, missed and invented.</summary>
internal sealed class Score
{
    private readonly List<(Planted Planted, bool Found)> planted = [];
    private readonly List<(SensitiveKind Kind, bool IsRight)> found = [];
    private readonly List<string> mistakes = [];

    /// <summary>Kinds that were planted or found.</summary>
    public IEnumerable<SensitiveKind> Kinds() => this.planted.Select(one
        => one.Planted.Kind).Concat(this.found.Select(one => one.Kind)).Distinct().Order();

    public double Recall(SensitiveKind kind) => Share(this.planted.Where(one => one.Planted.Kind == kind).Select(one => one.Found));

    public double Precision(SensitiveKind kind) => Share(this.found.Where(one => one.Kind == kind).Select(one => one.IsRight));

    /// <summary>A number is found when a find of its kind covers all of its digits, an address when one touches it.</summary>
    public void Add(LabelledLine line, IReadOnlyList<SensitiveSpan> spans)
    {
        foreach (var number in line.Planted)
        {
            var isFound = spans.Any(span => span.Kind == number.Kind && Covers(span, number, line.Text));
            this.planted.Add((number, isFound));
            if (!isFound) this.mistakes.Add($"missed {number.Kind} ({number.Form}, {number.Separator}, {line.Origin}): {Shown(line.Text)}");
        }

        foreach (var span in spans)
        {
            var isRight = line.Planted.Any(number => span.Kind == number.Kind && span.Start < number.Start + number.Length
                && number.Start < span.Start + span.Length);
            this.found.Add((span.Kind, isRight));
            if (!isRight) this.mistakes.Add($"false {span.Kind} “{Shown(span.Text)}” ({line.Origin}): {Shown(line.Text)}");
        }
    }

    public IEnumerable<string> Report()
    {
        yield return "kind                 planted  recall  found  precision";
        foreach (var kind in Kinds())
        {
            var (planted, found) = (this.planted.Count(one => one.Planted.Kind == kind), this.found.Count(one => one.Kind == kind));
            yield return $"{kind,-20} {planted,7}  {Recall(kind):0.0000}  {found,5}  {Precision(kind):0.0000}";
        }

        yield return "separator                planted  recall";
        foreach (var group in this.planted.GroupBy(one => one.Planted.Separator).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return $"{group.Key,-24} {group.Count(),7}  {Share(group.Select(one => one.Found)):0.0000}";
        }

        foreach (var mistake in this.mistakes) yield return mistake;
    }

    private static bool Covers(SensitiveSpan span, Planted number, string text)
    {
        var (from, to) = (number.Start, number.Start + number.Length - 1);
        while (number.Kind != SensitiveKind.Address && from < to && !char.IsLetterOrDigit(text[from])) from++;
        return number.Kind == SensitiveKind.Address ? span.Start <= to && from < span.Start + span.Length
            : span.Start <= from && to < span.Start + span.Length;
    }

    private static double Share(IEnumerable<bool> right) => right.Select(one => one ? 1.0 : 0.0).DefaultIfEmpty(1).Average();

    private static string Shown(string text) => string.Concat(text.Select(character => character switch
    {
        '\n' => "⏎",
        > '~' when char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format => $"<{(int)character:X4}>",
        _ when char.IsControl(character) => $"<{(int)character:X4}>",
        _ => character.ToString(),
    }));
}
