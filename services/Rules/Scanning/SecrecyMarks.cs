using System.Text.RegularExpressions;

namespace Disclosure.Rules.Scanning;

/// <summary>Tells marks of secrecy (秘密、机密、绝密) from the words in running text, as in “商业秘密”, “标识为‘机密★1年’的” or a rule that quotes
/// them.</summary>
/// <remarks>
/// A mark stands where GB/T 9704-2012 7.2.2 puts it or where people do: starred and not quoted (机密★5年); in a line that holds nothing but
/// it, its term, the serial of the copy and 特急; in brackets at the beginning or end of a title; behind the label 密级. A line that names
/// several levels without a star lists words. Spaces, full-width forms, invisible characters and Markdown are looked through.
/// </remarks>
public static partial class SecrecyMarks
{
    /// <summary>Finds the marks, at most one a line, in the order of the lines.</summary>
    /// <param name="text">Text or Markdown of any length.</param>
    /// <returns>The marks.</returns>
    public static IEnumerable<SecrecyMark> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Lines(text);
    }

    /// <summary>Whether a value of a field for the level (密级) names one: there the word alone is a mark.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True when it names 秘密, 机密 or 绝密.</returns>
    public static bool NamesALevel(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Level().IsMatch(PlainLines.Of(value));
    }

    private static IEnumerable<SecrecyMark> Lines(string text)
    {
        foreach (var (line, number) in PlainLines.With(text, '密'))
        {
            if (Read(line) is { } mark) yield return new SecrecyMark(Level().Match(mark).Value, mark, number);
        }
    }

    private static string? Read(string line)
    {
        foreach (var starred in Starred().EnumerateMatches(line))
        {
            if (!IsQuoted(line, starred.Index, starred.Index + starred.Length)) return line.Substring(starred.Index, starred.Length);
        }

        if (Ticked().Match(line) is { Success: true } ticked) return ticked.Groups["mark"].Value;
        if (Levels(line) > 1) return null;
        var match = Placed().Match(line);
        return match.Success ? match.Groups["mark"].Value : null;
    }

    // “机密★1年”, 如：机密★1年, 机密★1年、秘密★1年: a rule that says how marks look.
    private static bool IsQuoted(string line, int start, int end)
    {
        var quoted = start > 0 && end < line.Length && line[start - 1] is '“' or '"' or '‘' or '\'' or '「' or '『' or '《' or '〈' or '”'
            && line[end] is '”' or '"' or '’' or '\'' or '」' or '』' or '》' or '〉' or '“' or '、' or '或' or '和';
        return quoted || IsListed(line, start, end) || Example().IsMatch(line.AsSpan(Math.Max(0, start - 8), Math.Min(8, start)));
    }

    // 绝密★、机密★、秘密★: the levels there are, one behind the other.
    private static bool IsListed(string line, int start, int end)
        => (end < line.Length && line[end] is '、' or '/' or '或' or '和' or '及'
            && Level().IsMatch(line.AsSpan(end + 1, Math.Min(2, line.Length - end - 1))))
            || (start > 2 && line[start - 1] is '、' or '/' or '或' or '和' or '及'
                && Level().IsMatch(line.AsSpan(Math.Max(0, start - 8), Math.Min(8, start) - 1)));

    private static int Levels(string line)
        => (line.Contains("秘密", StringComparison.Ordinal) ? 1 : 0) + (line.Contains("机密", StringComparison.Ordinal) ? 1 : 0)
            + (line.Contains("绝密", StringComparison.Ordinal) ? 1 : 0);

    [GeneratedRegex("秘密|机密|绝密", RegexOptions.CultureInvariant)]
    private static partial Regex Level();

    [GeneratedRegex("(?<!工作|商业|警务)(?:秘密|机密|绝密)级?★(?:[0-9]{1,4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
        + "|[0-9]{1,3}个?月|[一二三四五六七八九十]{1,3}(?:年|个月)|长期)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Starred();

    [GeneratedRegex("[☑√■✓✔](?<mark>(?:秘密|机密|绝密)级?)", RegexOptions.CultureInvariant)]
    private static partial Regex Ticked();

    [GeneratedRegex("(?:例如|比如|譬如|如|形如|样式为?|形式为?|格式为?|式样为?|示例为?|写作|表示为)[:,“\"]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    // In this order: a line of its own; in brackets at the beginning or the end of a title; behind its label.
    [GeneratedRegex("""
        ^[-+(|【\[〔〖「『《“"★]*(?:[0-9]{1,8}号?[|,]?)?(?:特急|加急|特提|急件|平急)?[|,、]?
            (?:密级[】\]〕]?[:|]?[【\[〔(]?)?(?<mark>(?:秘密|机密|绝密)(?:级|件|级?文件|级?材料|级?资料)?
            [·・.,-]?(?:[0-9]{1,4}年|[0-9]{1,2}个月|[一二三四五六七八九十]{1,3}年|长期)?)
            [|,、]?(?:特急|加急|特提|急件|平急)?[)|】\]〕〗」』》”"!。★]*$
        | ^[【\[〔〖(](?<mark>(?:秘密|机密|绝密)级?)[】\]〕〗)]
        | [【\[〔〖(](?<mark>(?:秘密|机密|绝密)级?)[】\]〕〗)]$
        | (?:密级|密等|涉密等级|涉密级别|秘密等级|保密等级|保密级别)(?:标志|标识)?(?:[和及与、]保密期限)?[】\]〕]?(?:[:|]+|为|是)[☑√■✓✔●【\[(★]?(?<mark>(?:秘密|机密|绝密)级?)
            (?![、/和或及与的以者之□☐○]|[|][□☐○])
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Placed();
}
