using System.Text;
using Disclosure.Documents.Text;

namespace Disclosure.Catalogue.Search;

/// <summary>Cuts Chinese text into bigrams and Latin text into words, for a <c>tsvector</c> that needs no dictionary.</summary>
/// <remarks>
/// The vector is written literally with positions, so it does not depend on the locale of the database's text parser.
/// A phrase of n characters is n−1 bigrams at consecutive positions; the last character also stands alone, so one-character
/// queries and prefixes find it.
/// </remarks>
internal static class SearchText
{
    private const int MaxLexeme = 60;
    private const int MaxPhrase = 30;

    /// <summary>Radicals to the ideographs they look like, full width to half width, compatibility forms to plain ones, lower case,
    /// traditional characters to simplified ones.</summary>
    public static string Normalise(string text)
        => Simplified.Fold(Ideographs.Fold(Assigned(text)).Normalize(NormalizationForm.FormKC).ToLowerInvariant());

    /// <summary>
    /// The text with a space for each code point that is no character: normalisation fails at half a surrogate pair and at U+FFFE.
    /// </summary>
    private static string Assigned(string text)
    {
        var span = text.AsSpan();
        if (!span.ContainsAnyInRange('\uD800', '\uDFFF') && !span.ContainsAnyInRange('\uFDD0', '\uFDEF')
            && !span.ContainsAnyInRange('\uFFFE', '\uFFFF')) return text;
        var assigned = new StringBuilder(text.Length);
        // The enumeration gives U+FFFD for half a pair.
        foreach (var rune in text.EnumerateRunes())
            if ((rune.Value & 0xFFFE) == 0xFFFE || rune.Value is (>= 0xFDD0 and <= 0xFDEF) or 0xFFFD) assigned.Append(' ');
            else assigned.Append(rune);
        return assigned.ToString();
    }

    /// <summary>The text form of a <c>tsvector</c>: the title weighs A; 文号, keywords and summary B; the body D.</summary>
    public static string Vector(string title, IEnumerable<string?> particulars, string body)
    {
        var draft = new VectorDraft();
        Append(draft, title, 'A');
        foreach (var particular in particulars) Append(draft, particular ?? "", 'B');
        Append(draft, body, 'D');
        return draft.ToString();
    }

    /// <summary>The text form of a <c>tsquery</c>: every term must occur, each as a phrase; null when nothing searchable is left.</summary>
    public static string? Query(string text)
    {
        var terms = new List<string>();
        foreach (var run in Runs(Normalise(text)).Take(8))
        {
            if (!run.IsChinese) terms.Add($"'{run.Text}':*");
            else if (run.Text.Length == 1) terms.Add($"'{run.Text}':*");
            else terms.Add("(" + string
                .Join(" <-> ", Enumerable.Range(0, Math.Min(run.Text.Length - 1, MaxPhrase)).Select(i => $"'{run.Text.Substring(i, 2)}'"))
                + ")");
        }

        return terms.Count == 0 ? null : string.Join(" & ", terms);
    }

    /// <summary>The searched words as a reader wrote them, to mark them in a snippet.</summary>
    public static IReadOnlyList<string> Terms(string text) => [.. Runs(Normalise(text)).Take(8).Select(run => run.Text)];

    private static void Append(VectorDraft draft, string text, char weight)
    {
        foreach (var run in Runs(Normalise(text)))
        {
            if (!run.IsChinese) draft.Put(run.Text, weight);
            else for (var i = 0; i < run.Text.Length; i++) draft.Put(run.Text.Substring(i, i + 1 < run.Text.Length ? 2 : 1), weight);
        }

        // A gap keeps a phrase from running over from one part into the next.
        draft.Gap();
    }

    private static IEnumerable<(string Text, bool IsChinese)> Runs(string text)
    {
        var start = -1;
        var chinese = false;
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length && char.IsLetterOrDigit(text[i]);
            var ideograph = letter && IsIdeograph(text[i]);
            // Only words are cut: a run of Chinese has its bigrams to the end.
            if (start >= 0 && (!letter || ideograph != chinese || (!chinese && i - start >= MaxLexeme)))
            {
                yield return (text[start..i], chinese);
                start = -1;
            }

            if (letter && start < 0) (start, chinese) = (i, ideograph);
        }
    }

    private static bool IsIdeograph(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}
