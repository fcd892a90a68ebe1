using System.Buffers;

namespace Disclosure.Documents.Bodies;

/// <summary>Superscripts and subscripts in a text without settings: 10⁴ must not read 104. Character for character.</summary>
internal static class RaisedCharacters
{
    private const string Plain = "0123456789+-=()";
    private const string Above = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
    private const string Below = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

    private static readonly SearchValues<char> Raisable = SearchValues.Create(Plain);

    /// <summary>The characters of a run as a text without settings shows them; what has no such form stays.</summary>
    public static string Of(TextRun run)
    {
        var forms = run.Marks.HasFlag(Marks.Superscript) ? Above : run.Marks.HasFlag(Marks.Subscript) ? Below : null;
        if (forms is null || run.Text.AsSpan().ContainsAnyExcept(Raisable)) return run.Text;
        return string.Create(run.Text.Length, (run.Text, forms), (raised, of) =>
        {
            for (var at = 0; at < raised.Length; at++) raised[at] = of.forms[Plain.IndexOf(of.Text[at], StringComparison.Ordinal)];
        });
    }
}
