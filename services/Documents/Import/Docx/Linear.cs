using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Writes what stands above and below each other in a formula side by side, so that it still says the same.</summary>
internal static class Linear
{
    public static string TextOf(IReadOnlyList<Inline> line) => BodyText.Of(line, []);

    /// <summary>A fraction. Beside other figures it is bracketed or set apart: 2½ is 2 1/2, not 21/2.</summary>
    public static List<Inline> Fraction(IReadOnlyList<Inline> above, IReadOnlyList<Inline> below, char? before, bool isFollowed)
    {
        List<Inline> fraction = [.. Grouped(above), new TextRun("/"), .. IsOne(below) ? below : Bracketed(below)];
        var isMixed = before is { } digit && char.IsAsciiDigit(digit) && TextOf(fraction).All(c => char.IsAsciiDigit(c) || c == '/');
        if (isMixed && !isFollowed) return [new TextRun(" "), .. fraction];
        return (before is { } letter && (char.IsAsciiLetterOrDigit(letter) || letter is ')' or '/')) || isFollowed
            ? [new TextRun("("), .. fraction, new TextRun(")")] : fraction;
    }

    /// <summary>What stands above or below the line; what already does is told by ^ and _.</summary>
    public static List<Inline> Script(IReadOnlyList<Inline> script, Marks mark)
    {
        if (TextOf(script).Length == 0) return [];
        var isPlain = script.All(inline => inline is TextRun run && (run.Marks & (Marks.Superscript | Marks.Subscript)) == 0);
        return isPlain ? [.. script.Cast<TextRun>().Select(run => run with { Marks = run.Marks | mark })]
            : [new TextRun(mark == Marks.Superscript ? "^(" : "_("), .. script, new TextRun(")")];
    }

    public static List<Inline> Root(IReadOnlyList<Inline> degree, IReadOnlyList<Inline> inner)
        => [.. Script(degree, Marks.Superscript), new TextRun("√("), .. inner, new TextRun(")")];

    /// <summary>What has parts, in brackets.</summary>
    public static IReadOnlyList<Inline> Grouped(IReadOnlyList<Inline> line)
    {
        var text = TextOf(line);
        if (text.Length == 0) return [new TextRun("□")];
        var isWhole = text.All(c => char.IsLetterOrDigit(c) || c is '.' or ',' or '%' or '′') || IsBracketed(text);
        return isWhole ? line : [new TextRun("("), .. line, new TextRun(")")];
    }

    /// <summary>Whether nobody takes the line for two factors: a number, a word, a letter with what stands above and below it.</summary>
    private static bool IsOne(IReadOnlyList<Inline> line)
    {
        if (line is not [TextRun { Text.Length: > 0 } first, ..]) return false;
        if (IsBracketed(TextOf(line))) return true;
        return line.Skip(1).All(inline => inline is TextRun run && (run.Marks & (Marks.Superscript | Marks.Subscript)) != 0)
            && (first.Text.Length == 1 || first.Text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '%')
            || first.Text.All(c => c > '\u2E80'));
    }

    private static IReadOnlyList<Inline> Bracketed(IReadOnlyList<Inline> line)
        => TextOf(line).Length == 0 ? [new TextRun("□")] : [new TextRun("("), .. line, new TextRun(")")];

    private static bool IsBracketed(string text)
    {
        if (text.Length < 2 || text[0] != '(' || text[^1] != ')') return false;
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && at < text.Length - 1) return false;
        }

        return true;
    }

    /// <summary>A character in a circle (带圈字符).</summary>
    public static string Enclosed(string around, string inner)
    {
        if (int.TryParse(inner, out var number) && around.Contains('○', StringComparison.Ordinal)
            && NumberFormat.Circled(number) is { } circled)
            return circled;
        if (around.Contains('□', StringComparison.Ordinal) && inner is "√" or "✓" or "✔" or "×") return inner == "×" ? "☒" : "☑";
        const string known = "一二三四五六七八九十";
        return inner.Length == 1 && known.IndexOf(inner[0], StringComparison.Ordinal) is >= 0 and var at
            && around.Contains('○', StringComparison.Ordinal)
            ? ((char)('㊀' + at)).ToString() : around + inner;
    }
}
