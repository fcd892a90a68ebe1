using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Rules.Identifiers;

/// <summary>Document number (发文字号, GB/T 9704-2012): code of the organ, year in 〔〕, serial number without leading zero or “第”.</summary>
public static partial class DocumentNumber
{
    /// <summary>Checks the grammar and says which part breaks it.</summary>
    /// <param name="value">The number as typed.</param>
    /// <returns>The result; the normal form is given where the intention is clear.</returns>
    public static Checked Check(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var typed = value.Trim();
        if (typed.Length is 0 or > 60) return Checked.No("文号应为 1 至 60 字");
        var read = Normalization.Of(typed);
        if (Order().Match(read) is { Success: true } order) return CheckNumbered(typed, read, order);
        if (Announcement().Match(read) is { Success: true } announcement) return CheckNumbered(typed, read, announcement);
        if (Loose().Match(read) is not { Success: true } match)
        {
            return Checked.No("文号应由机关代字、六角括号括起的年份、序号和“号”组成，如“国办函〔2020〕109号”");
        }

        var serial = match.Groups["serial"].Value.TrimStart('0');
        var normal = serial.Length == 0 ? null : $"{match.Groups["organ"].Value}〔{match.Groups["year"].Value}〕{serial}号";
        return Explain(typed, match, normal) is { } reason ? Checked.No(reason, normal) : Checked.Ok(typed);
    }

    private static string? Explain(string typed, Match match, string? normal)
    {
        var serial = match.Groups["serial"].Value;
        if (match.Groups["organ"].Length == 0) return "缺少机关代字";
        if (match.Groups["year"].Length != 4) return $"年份“{match.Groups["year"].Value}”应写全 4 位";
        if (!IsYear(match.Groups["year"].ValueSpan)) return $"年份“{match.Groups["year"].Value}”不合理";
        if (match.Groups["open"].Value != "〔" || match.Groups["close"].Value != "〕") return "年份应使用六角括号〔 〕";
        if (match.Groups["ordinal"].Success) return "序号前不加“第”";
        if (normal is null) return "序号从 1 开始";
        if (serial[0] == '0') return $"序号“{serial}”不编虚位";
        if (!match.Groups["end"].Success) return "末尾缺少“号”";
        return typed == normal ? null : Untidy;
    }

    private const string Untidy = "文号中不应有空格或全角数字";

    // Orders (令第N号) and announcements (公告YYYY年第N号): the serial stands behind “第”.
    private static Checked CheckNumbered(string typed, string read, Match match)
    {
        var (year, serial) = (match.Groups["year"], match.Groups["serial"].Value);
        if (year.Success && !IsYear(year.ValueSpan)) return Checked.No($"年份“{year.Value}”不合理");
        if (serial.All(digit => digit == '0')) return Checked.No("序号从 1 开始");
        if (serial[0] == '0') return Checked
            .No($"序号“{serial}”不编虚位",
            string.Concat(read.AsSpan(0, match.Groups["serial"].Index), serial.TrimStart('0'),
            read.AsSpan(match.Groups["serial"].Index + serial.Length)));
        return typed == read ? Checked.Ok(typed) : Checked.No(Untidy, read);
    }

    private static bool IsYear(ReadOnlySpan<char> year) => int.Parse(year, CultureInfo.InvariantCulture) is >= 1949 and <= 2099;

    // [0-9] and not \d: the latter takes the digits of every script, which are no numbers here and cannot be parsed.
    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{1,20}令第(?<serial>[0-9]{1,5})号$")]
    private static partial Regex Order();

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{0,20}(?:公告|通告)?(?<year>[0-9]{4})年第(?<serial>[0-9]{1,5})号(?:公告|通告)?$")]
    private static partial Regex Announcement();

    // Everything people type for the standard form; what is wrong is said afterwards.
    [GeneratedRegex(@"^(?<organ>\p{IsCJKUnifiedIdeographs}{0,20})(?<open>[〔\[(【﹝{<《])(?<year>[0-9]{1,5})年?(?<close>[〕\])】﹞}>》])"
        + @"(?<ordinal>第)?(?<serial>[0-9]{1,6})(?<end>号)?$")]
    private static partial Regex Loose();
}
