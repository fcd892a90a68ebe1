using System.Text;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import.Text;

/// <summary>Plain text: a line is a paragraph, and no character is a mark.</summary>
internal static class PlainText
{
    private const int MinLines = 12;
    private const int MinWidth = 50;
    private const int MaxWidth = 120;

    public static ReadDocument Read(string text, RemarkList remarks)
    {
        var lines = text.ReplaceLineEndings("\n").Replace('\v', '\n').Split('\n').Select(line => line.TrimEnd()).ToList();
        if (ColumnOf(lines) is { } column)
        {
            var count = lines.Count(line => line.Length > 0);
            lines = Joined(lines, column);
            remarks.Add(RemarkKind.Encoding, $"各行按固定宽度断开，已由 {count} 行接成 {lines.Count} 段，请核对。");
        }

        return new(new([.. lines.Select(LeadingSpaces.Paragraph)]), remarks.ToList());
    }

    /// <summary>The width at which all lines were broken; null unless it is beyond doubt.</summary>
    private static int? ColumnOf(List<string> lines)
    {
        var widths = lines.Where(line => line.Length > 0).Select(Width).ToList();
        if (widths.Count < MinLines) return null;
        var column = widths.Max();
        if (column is < MinWidth or > MaxWidth) return null;
        var full = lines.FindAll(line => line.Length > 0 && column - Width(line) <= 3);
        // Where authors end lines themselves, lines end with their sentences.
        return full.Count * 4 >= widths.Count * 3 && full.Count(line => line[^1] is '。' or '：' or '；' or '！' or '？') * 4 < full.Count
            ? column : null;
    }

    private static List<string> Joined(List<string> lines, int column)
    {
        var joined = new List<string>();
        var goesOn = false;
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                goesOn = false;
                continue;
            }

            if (goesOn && !char.IsWhiteSpace(line[0]) && joined is [.., var last])
                joined[^1] = last + (char.IsAsciiLetterOrDigit(last[^1]) && char.IsAsciiLetterOrDigit(line[0]) ? " " : "") + line;
            else joined.Add(line);
            goesOn = column - Width(line) <= 3;
        }

        return joined;
    }

    private static int Width(string line) => line.EnumerateRunes().Sum(rune => rune.Value >= 0x1100 && !Rune.IsControl(rune) ? 2 : 1);
}
