using System.Globalization;
using System.Text;
using Disclosure.Documents.Import.Docx;

namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>Automatic numbers (自动编号) as they are written, whatever their size: text and figures that stand in no paragraph.</summary>
internal sealed class ListNumbers
{
    public const int Levels = 9;

    private readonly Dictionary<(string Scheme, int Level), long> counts = [];

    /// <summary>Levels by the scheme they belong to.</summary>
    public Dictionary<string, Level[]> Schemes { get; } = new(StringComparer.Ordinal);

    /// <summary>Schemes of the lists, and what differs in them.</summary>
    public Dictionary<string, (string Scheme, Level?[] Own)> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts an item of a list; null for one without a number.</summary>
    public string? Next(string? id, int at)
    {
        if (id is null || !Lists.TryGetValue(id, out var list) || !Schemes.TryGetValue(list.Scheme, out var levels)) return null;
        at = Math.Clamp(at, 0, Levels - 1);
        var level = list.Own[at] ?? levels[at];
        counts[(list.Scheme, at)] = counts.TryGetValue((list.Scheme, at), out var count) ? count + 1 : level.Start;
        for (var below = at + 1; below < Levels; below++) counts.Remove((list.Scheme, below));
        var text = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] != '%' || i + 1 >= level.Text.Length || level.Text[i + 1] is < '1' or > '9')
            {
                text.Append(level.Text[i]);
                continue;
            }

            var which = level.Text[++i] - '1';
            var other = list.Own[which] ?? levels[which];
            text.Append(Figures(counts.GetValueOrDefault((list.Scheme, which), other.Start), other.Format));
        }

        return text + level.Suffix switch { "nothing" => "", "space" => " ", _ => "\t" };
    }

    private static string Figures(long number, string format) => number is >= 0 and <= 100_000
        ? NumberFormat.Of(format, (int)number) : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A level of numbers.</summary>
    internal sealed class Level
    {
        public long Start { get; set; }

        public string Format { get; set; } = "decimal";

        public string Text { get; set; } = "";

        public string Suffix { get; set; } = "tab";
    }
}
