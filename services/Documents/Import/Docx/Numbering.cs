using System.Text;

namespace Disclosure.Documents.Import.Docx;

/// <summary>Counts automatic numbers (自动编号) as Word shows them.</summary>
internal sealed class Numbering(NumberingPart part, Styles styles)
{
    private const int MaxText = 100;

    /// <summary>Lists whose own beginning of a level has been used.</summary>
    private readonly HashSet<(string List, int Level)> begun = [];

    /// <summary>The level a paragraph has; null for a paragraph without a number.</summary>
    public NumberingLevel? LevelOf(ParagraphSetting setting, string? style) => Find(setting, style)?.Level;

    /// <summary>Counts a paragraph.</summary>
    /// <param name="setting">How it is set.</param>
    /// <param name="style">Its style, which may name its level.</param>
    /// <returns>The number with what parts it from the text; null for a paragraph without one.</returns>
    public string? Next(ParagraphSetting setting, string? style)
    {
        if (Find(setting, style) is not { } found) return null;
        var (list, scheme, at, level) = found;
        Count(setting.Numbering!, list, scheme, at, level);
        var text = level.Format == "bullet" ? Bullet(level) : Shown(list, scheme, level);
        return text.Length == 0 || level.Run.Hidden == true ? "" : text + Suffix(text, level.Suffix);
    }

    private (NumberingList List, NumberingScheme Scheme, int At, NumberingLevel Level)? Find(ParagraphSetting setting, string? style)
    {
        if (setting.Numbering is not { } id || id == "0" || !part.Lists.TryGetValue(id, out var list) || Scheme(list) is not { } scheme)
            return null;
        var at = setting.Level is { } direct ? Math.Clamp(direct, 0, NumberingScheme.Levels - 1)
            : style is null ? 0 : Math.Max(Array.FindIndex(scheme.All, level => level?.Style == style), 0);
        return (list.Replaced[at] ?? scheme.All[at]) is { } found ? (list, scheme, at, found) : null;
    }

    private NumberingScheme? Scheme(NumberingList? list)
    {
        // A scheme may stand for the one of a numbering style, which is again a list's.
        for (var i = 0; i < 4 && list?.Scheme is { } id && part.Schemes.TryGetValue(id, out var scheme); i++)
        {
            if (scheme.Link is null) return scheme;
            list = styles.OfParagraph(scheme.Link).Paragraph.Numbering is { } linked ? part.Lists.GetValueOrDefault(linked) : null;
        }

        return null;
    }

    private void Count(string id, NumberingList list, NumberingScheme scheme, int at, NumberingLevel level)
    {
        var counts = scheme.Counts;
        if (list.Starts[at] is { } start && begun.Add((id, at))) counts[at] = start;
        else if (list.Replaced[at] is { Start: > 0 } replaced && begun.Add((id, at))) counts[at] = replaced.Start;
        else counts[at] = counts[at] + 1 ?? list.Starts[at] ?? level.Start;
        for (var below = at + 1; below < counts.Length; below++)
        {
            var restart = (list.Replaced[below] ?? scheme.All[below])?.Restart;
            if (restart is null || (restart > 0 && at < restart)) counts[below] = null;
        }
    }

    /// <summary>The character that is seen; Word draws its hollow circle as the letter o of Courier New.</summary>
    private static string Bullet(NumberingLevel level) => level is { Text: "o", Run.Font: "Courier New" } ? "○"
        : Symbols.Text(level.Text, level.Run.Font, isBullet: true);

    private static string Shown(NumberingList list, NumberingScheme scheme, NumberingLevel level)
    {
        var text = new StringBuilder();
        var form = level.Text.Length <= MaxText ? level.Text : level.Text[..MaxText];
        for (var at = 0; at < form.Length; at++)
            if (form[at] == '%' && at + 1 < form.Length && form[at + 1] is >= '1' and <= '9')
            {
                var which = form[++at] - '1';
                var other = list.Replaced[which] ?? scheme.All[which];
                if (other is null) continue;
                // A level that was passed over shows where it begins.
                text.Append(NumberFormat.Of(level.IsLegal && other.Format is not "none" ? "decimal" : other.Format,
                    scheme.Counts[which] ?? list.Starts[which] ?? other.Start, other.Custom));
            }
            else
            {
                text.Append(form[at]);
            }

        return Symbols.Text(text.ToString(), level.Run.Font);
    }

    /// <summary>What parts a number from its text: nothing behind a character that has its own space within it.</summary>
    private static string Suffix(string text, string suffix) => suffix switch
    {
        "nothing" => "",
        "space" => " ",
        _ => text[^1] is '）' or '、' or '．' or '：' or '。' or '】' or '〕' or '》' or ' ' or '　'
            || (text[^1] is >= '①' and <= '⒛' or >= '㉑' and <= '㊿') ? "" : " ",
    };
}
