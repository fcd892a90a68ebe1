using System.Globalization;
using System.Text;

namespace Disclosure.Catalogue.Search;

/// <summary>Cuts Chinese text into bigrams and Latin text into words, for a <c>tsvector</c> that needs no dictionary.</summary>
/// <remarks>
/// The vector is written literally with positions, so it does not depend on the locale of the database's text parser.
/// A phrase of n characters is n−1 bigrams at consecutive positions; the last character also stands alone, so one-character
/// queries and prefixes find it.
/// </remarks>
internal static class SearchText
{
    // PostgreSQL keeps positions up to 16383 and 256 per lexeme.
    private const int MaxPosition = 16_383;
    private const int MaxPositionsPerLexeme = 255;
    private const int MaxLexeme = 60;

    /// <summary>Full width to half width, compatibility forms to plain ones, lower case.</summary>
    public static string Normalise(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>The text form of a <c>tsvector</c>: the title weighs A, the body D.</summary>
    public static string Vector(string title, string body)
    {
        var positions = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var at = Append(positions, Normalise(title), "A", 1);
        // A gap keeps a phrase from running over from the title into the body.
        Append(positions, Normalise(body), "D", at + 10);
        var vector = new StringBuilder();
        foreach (var (lexeme, places) in positions) vector.Append('\'').Append(lexeme).Append("':").AppendJoin(',', places).Append(' ');
        return vector.ToString();
    }

    /// <summary>The text form of a <c>tsquery</c>: every term must occur, each as a phrase; null when nothing searchable is left.</summary>
    public static string? Query(string text)
    {
        var terms = new List<string>();
        foreach (var run in Runs(Normalise(text)).Take(8))
        {
            if (!run.IsChinese) terms.Add($"'{run.Text}':*");
            else if (run.Text.Length == 1) terms.Add($"'{run.Text}':*");
            else terms.Add("(" + string.Join(" <-> ", Enumerable.Range(0, Math.Min(run.Text.Length - 1, 30)).Select(i => $"'{run.Text.Substring(i, 2)}'")) + ")");
        }

        return terms.Count == 0 ? null : string.Join(" & ", terms);
    }

    /// <summary>The searched words as a reader wrote them, to mark them in a snippet.</summary>
    public static IReadOnlyList<string> Terms(string text) => [.. Runs(Normalise(text)).Take(8).Select(run => run.Text)];

    private static int Append(SortedDictionary<string, List<string>> positions, string text, string weight, int at)
    {
        foreach (var run in Runs(text))
        {
            if (at >= MaxPosition) break;
            if (!run.IsChinese)
            {
                Put(run.Text, at++);
                continue;
            }

            for (var i = 0; i < run.Text.Length && at < MaxPosition; i++)
                Put(i + 1 < run.Text.Length ? run.Text.Substring(i, 2) : run.Text.Substring(i, 1), at++);
        }

        return at;

        void Put(string lexeme, int position)
        {
            if (!positions.TryGetValue(lexeme, out var places)) positions[lexeme] = places = [];
            if (places.Count < MaxPositionsPerLexeme) places.Add(position.ToString(CultureInfo.InvariantCulture) + weight);
        }
    }

    private static IEnumerable<(string Text, bool IsChinese)> Runs(string text)
    {
        var start = -1;
        var chinese = false;
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length && char.IsLetterOrDigit(text[i]);
            var ideograph = letter && IsIdeograph(text[i]);
            if (start >= 0 && (!letter || ideograph != chinese || i - start >= MaxLexeme))
            {
                yield return (text[start..i], chinese);
                start = -1;
            }

            if (letter && start < 0) (start, chinese) = (i, ideograph);
        }
    }

    private static bool IsIdeograph(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}
