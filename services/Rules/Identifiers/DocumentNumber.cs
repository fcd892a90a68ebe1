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
        var number = value.Trim();
        if (number.Length is 0 or > 60) return Checked.No("文号应为 1 至 60 字");
        if (Order().Match(number) is { Success: true } order) return CheckSerial(number, order.Groups["serial"].Value, number);
        if (Announcement().Match(number) is { Success: true } announcement) return CheckYear(number, announcement);
        if (Loose().Match(Normalization.Of(number)) is not { Success: true } match)
        {
            return Checked.No("文号应为“机关代字〔年份〕序号号”，如“国办函〔2020〕109号”");
        }

        var normal = $"{match.Groups["organ"].Value}〔{match.Groups["year"].Value}〕{match.Groups["serial"].Value.TrimStart('0')}号";
        return Explain(number, match, normal) is { } reason ? Checked.No(reason, normal) : Checked.Ok(number);
    }

    private static string? Explain(string number, Match match, string normal)
    {
        var serial = match.Groups["serial"].Value;
        if (match.Groups["organ"].Length == 0) return "缺少机关代字";
        if (match.Groups["year"].Length != 4) return $"年份“{match.Groups["year"].Value}”应写全 4 位";
        if (!IsYear(match.Groups["year"].ValueSpan)) return $"年份“{match.Groups["year"].Value}”不合理";
        if (match.Groups["open"].Value != "〔" || match.Groups["close"].Value != "〕") return "年份应使用六角括号〔 〕";
        if (match.Groups["ordinal"].Success) return "序号前不加“第”";
        if (serial.All(digit => digit == '0')) return "序号从 1 开始";
        if (serial[0] == '0') return $"序号“{serial}”不编虚位";
        if (!match.Groups["end"].Success) return "末尾缺少“号”";
        return number == normal ? null : "文号中不应有空格或全角数字";
    }

    private static Checked CheckYear(string number, Match match)
        => IsYear(match.Groups["year"].ValueSpan) ? CheckSerial(number, match.Groups["serial"].Value, number) : Checked.No($"年份“{match.Groups["year"].Value}”不合理");

    private static Checked CheckSerial(string number, string serial, string normal)
        => serial[0] == '0' ? Checked.No($"序号“{serial}”不编虚位") : Checked.Ok(number == normal ? number : normal);

    private static bool IsYear(ReadOnlySpan<char> year) => int.Parse(year, CultureInfo.InvariantCulture) is >= 1949 and <= 2099;

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{1,20}令第(?<serial>\d{1,5})号$")]
    private static partial Regex Order();

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{0,20}(?:公告|通告)?(?<year>\d{4})年第(?<serial>\d{1,5})号(?:公告|通告)?$")]
    private static partial Regex Announcement();

    // Everything people type for the standard form; what is wrong is said afterwards.
    [GeneratedRegex(@"^(?<organ>\p{IsCJKUnifiedIdeographs}{0,20})(?<open>[〔\[(【﹝{<《])(?<year>\d{1,5})年?(?<close>[〕\])】﹞}>》])(?<ordinal>第)?(?<serial>\d{1,6})(?<end>号)?$")]
    private static partial Regex Loose();
}
