using System.Text;
using Disclosure.Contracts.Review.Api;

namespace Disclosure.Review.Domain.Decisions;

/// <summary>A piece of a marked difference (花脸稿).</summary>
internal sealed record Piece(PieceKind Kind, string Text);

/// <summary>The marked difference of two texts: by lines, and inside changed lines by characters.</summary>
/// <remarks>Joining the pieces that stayed or went gives the old text, those that stayed or came the new one.</remarks>
internal static class TextDifference
{
    /// <summary>Cells of one comparison at most; beyond that a stretch counts as replaced whole.</summary>
    private const long MaxCells = 4_000_000;

    /// <summary>Cells of all comparisons of two texts at most.</summary>
    private const long MaxAllCells = 3 * MaxCells;

    public static IReadOnlyList<Piece> Between(string before, string after)
    {
        var pieces = new List<(PieceKind Kind, StringBuilder Text)>();
        var (removed, added) = (new StringBuilder(), new StringBuilder());
        var left = MaxAllCells;
        foreach (var (kind, line) in Compare(Lines(before), Lines(after), ref left))
        {
            if (kind == PieceKind.Removed) removed.Append(line);
            else if (kind == PieceKind.Added) added.Append(line);
            else
            {
                Flush(pieces, removed, added, ref left);
                Append(pieces, PieceKind.Same, line);
            }
        }

        Flush(pieces, removed, added, ref left);
        return [.. pieces.Select(piece => new Piece(piece.Kind, piece.Text.ToString()))];
    }

    private static void Flush(List<(PieceKind Kind, StringBuilder Text)> pieces, StringBuilder removed, StringBuilder added, ref long left)
    {
        if (removed.Length == 0 || added.Length == 0)
        {
            Append(pieces, PieceKind.Removed, removed.ToString());
            Append(pieces, PieceKind.Added, added.ToString());
        }
        else
        {
            foreach (var (kind, text) in Compare(Characters(removed.ToString()), Characters(added.ToString()), ref left)) Append(pieces,
                kind, text);
        }

        removed.Clear();
        added.Clear();
    }

    private static void Append(List<(PieceKind Kind, StringBuilder Text)> pieces, PieceKind kind, string text)
    {
        if (text.Length == 0) return;
        if (pieces.Count > 0 && pieces[^1].Kind == kind) pieces[^1].Text.Append(text);
        else pieces.Add((kind, new StringBuilder(text)));
    }

    private static string[] Lines(string text)
    {
        var lines = text.Split('\n');
        return [.. lines.Take(lines.Length - 1).Select(line => line + "\n"), lines[^1]];
    }

    private static string[] Characters(string text)
    {
        var elements = new List<string>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = System.Globalization.StringInfo.GetNextTextElementLength(text, at);
            elements.Add(text.Substring(at, length));
            at += length;
        }

        return [.. elements];
    }

    private static IEnumerable<(PieceKind Kind, string Text)> Compare(string[] before, string[] after, ref long left)
    {
        var head = 0;
        while (head < before.Length && head < after.Length && before[head] == after[head]) head++;
        var tail = 0;
        while (tail < before.Length - head && tail < after.Length - head && before[^(tail + 1)] == after[^(tail + 1)]) tail++;
        return before.Take(head).Select(same => (PieceKind.Same, same))
            .Concat(Core(before[head..^tail], after[head..^tail], ref left))
            .Concat(before.Skip(before.Length - tail).Select(same => (PieceKind.Same, same)));
    }

    private static IEnumerable<(PieceKind Kind, string Text)> Core(string[] before, string[] after, ref long left)
    {
        var cells = (long)before.Length * after.Length;
        if (cells > Math.Min(left, MaxCells)) return [.. before.Select(text => (PieceKind.Removed, text)),
            .. after.Select(text => (PieceKind.Added, text))];
        left -= cells;
        // Longest common subsequence of every pair of suffixes.
        var longest = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                longest[i, j] = before[i] == after[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        return Walk(before, after, longest);
    }

    private static IEnumerable<(PieceKind Kind, string Text)> Walk(string[] before, string[] after, int[,] longest)
    {
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                yield return (PieceKind.Same, before[i++]);
                j++;
            }
            else if (i < before.Length && (j == after.Length || longest[i + 1, j] >= longest[i, j + 1])) yield return (PieceKind.Removed,
                before[i++]);
            else yield return (PieceKind.Added, after[j++]);
        }
    }
}
