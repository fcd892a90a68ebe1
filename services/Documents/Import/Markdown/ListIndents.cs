using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Documents.Import.Markdown;

/// <summary>Entries below entries that are moved in by less than the rule asks for, as many editors write them.</summary>
internal static partial class ListIndents
{
    private const int MaxDepth = 40;

    /// <summary>The text with such entries moved in as far as they mean.</summary>
    public static string Even(string text)
    {
        if (!text.Contains("\n ", StringComparison.Ordinal)) return text;
        var even = new StringBuilder(text.Length + 100);
        // Entries that are open: how far they are moved in, where their text begins, how much further it is written now.
        var open = new List<(int Indent, int Content, int Shift)>();
        var isFenced = false;
        var wasBlank = false;
        foreach (var line in text.Split('\n'))
        {
            var content = line.AsSpan().TrimStart(' ');
            var indent = line.Length - content.Length;
            var isBlank = content.IsWhiteSpace();
            if (content.StartsWith("```") || content.StartsWith("~~~")) isFenced = !isFenced;
            var entry = isFenced || isBlank || line.Length > 2_000 ? null : Entry().Match(line);
            if (entry is { Success: true })
            {
                open.RemoveAll(other => other.Indent >= indent);
                var shift = open is [.., var parent] && open.Count < MaxDepth ? Math.Max(parent.Content - indent - parent.Shift, 0)
                    + parent.Shift : 0;
                open.Add((indent, indent + shift + entry.Groups["mark"].Length + 1, shift));
                even.Append(' ', shift);
            }
            else if (!isBlank)
            {
                if (indent == 0 && wasBlank) open.Clear();
                if (indent > 0 && open.FindLast(other => other.Indent < indent) is { Shift: > 0 } holder) even.Append(' ', holder.Shift);
            }

            even.Append(line).Append('\n');
            wasBlank = isBlank;
        }

        even.Length--;
        return even.ToString();
    }

    [GeneratedRegex(@"^ *(?<mark>[-*+]|\d{1,9}[.)]) +\S")]
    private static partial Regex Entry();
}
