using System.Buffers;
using Disclosure.Rules.Scanning;

namespace Disclosure.Documents.Release;

/// <summary>Marks in a text with tables: each cell is looked at as a line of its own too.</summary>
internal static class CellMarks
{
    private static readonly char[] Edges = ['\t', '|', '｜', '│'];

    /// <summary>A character of each mark; spaces may part its words.</summary>
    private static readonly SearchValues<char> OfSecrecy = SearchValues.Create("密");

    private static readonly SearchValues<char> OfHandling = SearchValues.Create("秘祕内內予宜件保勿外请申");

    /// <summary>密级标志.</summary>
    public static IEnumerable<(string Words, int Line)> Secrecy(string text)
        => Find(text, OfSecrecy, part => SecrecyMarks.Find(part).Select(mark => (mark.Text, mark.Line)), ListsLevels);

    /// <summary>工作秘密、内部资料、不予公开.</summary>
    public static IEnumerable<(string Words, int Line)> Handling(string text)
        => Find(text, OfHandling, part => HandlingMarks.Find(part).Select(mark => (mark.Text, mark.Line)), _ => false);

    /// <summary>The marks of the lines, and those of cells in lines that have none as a whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="needed">Characters of which every mark has one.</param>
    /// <param name="find">Finds the marks of lines.</param>
    /// <param name="isList">Whether the cells of a row list words.</param>
    private static IEnumerable<(string Words, int Line)> Find(string text, SearchValues<char> needed,
        Func<string, IEnumerable<(string Text, int Line)>> find, Func<string, bool> isList)
    {
        var found = find(text).ToList();
        var whole = found.Select(mark => mark.Line).ToHashSet();
        foreach (var mark in found) yield return mark;
        if (text.AsSpan().IndexOfAny(Edges) < 0) yield break;
        var number = 0;
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n') is >= 0 and var end ? end : text.Length - start;
            number++;
            var line = text.AsSpan(start, length);
            start += length + 1;
            if (!line.ContainsAny(needed) || line.IndexOfAny(Edges) < 0 || whole.Contains(number)) continue;
            var cells = line.ToString();
            if (isList(cells)) continue;
            foreach (var mark in find(string.Join('\n', cells.Split(Edges)))) yield return (mark.Text, number);
        }
    }

    /// <summary>绝密 | 机密 | 秘密: the head of a table that counts them.</summary>
    private static bool ListsLevels(string line) => ((string[])["秘密", "机密", "绝密"])
        .Count(level => line.Contains(level, StringComparison.Ordinal)) > 1;
}
