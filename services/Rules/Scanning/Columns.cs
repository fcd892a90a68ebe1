using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>Finds the heading of a column: in a table the words that name a number stand above it, not before it.</summary>
internal static class Columns
{
    // A table of persons is longer, but its heading is then repeated or the numbers prove themselves; the bounds keep scanning linear.
    private const int MaxLines = 60;
    private const int MaxCharacters = 4_000;
    private const int MaxColumns = 24;
    private const int MaxLine = 400;

    /// <summary>The heading of the column in which a number stands alone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">First character of the number.</param>
    /// <param name="digits">Its digits.</param>
    public static Heading HeadingAbove(string text, int start, int digits)
    {
        if (!IsAlone(text, start)) return Heading.None;
        var lowest = Math.Max(0, start - MaxLine);
        var line = LineStart(text, start, lowest);
        if (line == lowest && lowest > 0) return Heading.None;
        var before = text.AsSpan(line, start - line);
        var edge = before.Contains('\t') ? '\t' : before.Contains('|') ? '|' : EdgeBehind(text, start);
        if (edge == '\0') return Heading.None;
        lowest = Math.Max(0, start - MaxCharacters);
        var column = before.Count(edge);
        if (column > MaxColumns) return Heading.None;
        for (var lines = 0; lines < MaxLines && line > lowest; lines++)
        {
            var end = line - 1;
            line = LineStart(text, end, lowest);
            if (!text.AsSpan(line, end - line).Contains(edge)) return Heading.None;
            if (CellEnd(text, line, end, edge, column) is not { } cellEnd) continue;
            var heading = Headings.Before(text, cellEnd, digits);
            if (heading is not (Heading.None or Heading.Serial)) return heading;
        }

        return Heading.None;
    }

    // Whether nothing but blanks stands between the number and the edge of its cell.
    private static bool IsAlone(string text, int start)
    {
        for (var at = start; at > 0 && start - at < 8; at--)
        {
            if (text[at - 1] is '\t' or '|' or '\n') return true;
            if (!char.IsWhiteSpace(text[at - 1])) return false;
        }

        return start < 8;
    }

    private static int LineStart(string text, int end, int lowest)
        => lowest + text.AsSpan(lowest, Math.Max(0, end - lowest)).LastIndexOf('\n') + 1;

    // A number in the first cell has its edge behind it.
    private static char EdgeBehind(string text, int start)
    {
        var end = text.AsSpan(start, Math.Min(text.Length - start, 64)).IndexOfAny('\t', '|', '\n');
        return end < 0 || text[start + end] == '\n' ? '\0' : text[start + end];
    }

    // The end of a cell's words; none when the line has fewer cells or the cell holds figures.
    private static int? CellEnd(string text, int line, int end, char edge, int column)
    {
        var at = line;
        for (var cell = 0; cell < column; cell++)
        {
            var next = text.AsSpan(at, end - at).IndexOf(edge);
            if (next < 0) return null;
            at += next + 1;
        }

        var close = text.AsSpan(at, end - at).IndexOf(edge);
        var cellEnd = close < 0 ? end : at + close;
        while (cellEnd > at && char.IsWhiteSpace(text[cellEnd - 1])) cellEnd--;
        return cellEnd > at && !Characters.IsDigit(text[cellEnd - 1]) ? cellEnd : null;
    }
}
