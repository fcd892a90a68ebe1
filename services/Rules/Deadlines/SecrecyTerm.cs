using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Rules.Deadlines;

/// <summary>The term of a state secret (保密期限): its end is the day of declassification (自行解密), from which the item is due for
/// publication.</summary>
public static partial class SecrecyTerm
{
    /// <summary>The day of declassification that a mark sets.</summary>
    /// <param name="mark">The mark as found in a document, for instance <c>机密★5年</c>; spaces removed.</param>
    /// <param name="determinedOn">Day on which secrecy was determined, Asia/Shanghai.</param>
    /// <returns>The first day on which it is no secret; null for 长期, whose end somebody has to determine, and for a text that is no
    /// mark.</returns>
    /// <remarks>A mark without a term has the longest one of its level: 绝密 30, 机密 20, 秘密 10 years (保守国家秘密法及其实施条例).</remarks>
    public static DateOnly? DeclassifiedOn(string mark, DateOnly determinedOn)
    {
        ArgumentNullException.ThrowIfNull(mark);
        var match = Mark().Match(mark);
        if (!match.Success || match.Groups["open"].Success) return null;
        var amount = match.Groups["amount"] is { Success: true } number
            ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture)
            : match.Groups["level"].Value switch { "绝密" => 30, "机密" => 20, _ => 10 };
        return match.Groups["unit"].Value == "个月" ? determinedOn.AddMonths(amount) : determinedOn.AddYears(amount);
    }

    [GeneratedRegex("(?<level>秘密|机密|绝密)级?(?:[★☆✩✭]?(?:(?<amount>[0-9]{1,2})(?<unit>年|个月)|(?<open>长期))|[★☆✩✭]?)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
