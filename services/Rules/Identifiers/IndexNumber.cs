using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Rules.Identifiers;

/// <summary>Index number (索引号) of a catalogue entry; the forms in use in the country are read, the platform issues the first.</summary>
public static partial class IndexNumber
{
    /// <summary>Checks form, prefix, year and serial number.</summary>
    /// <param name="value">The number as typed.</param>
    /// <returns>The result.</returns>
    public static Checked Check(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var number = Normalization.Of(value).Replace('－', '-');
        if (number.Length > 64) return Checked.No("索引号不应超过 64 位");
        if (Organisation().Match(number) is { Success: true } organisation) return CheckPrefixed(number, organisation,
            OrganisationCode.Check);
        if (CreditCode().Match(number) is { Success: true } credit) return CheckPrefixed(number, credit, SocialCreditCode.Check);
        if (Site().Match(number) is { Success: true } site) return CheckParts(number, site);
        if (Grouped().Match(number) is { Success: true } grouped) return CheckDate(number, grouped.Groups["date"].Value);
        return Digits().IsMatch(number)
            ? Checked.Ok(number)
            : Checked.No("索引号应为“组织机构代码/年份-流水号”（如 000014349/2017-00110）或其他通行格式");
    }

    /// <summary>Writes an index number as the platform issues it.</summary>
    /// <param name="organisationCode">Nine-character organisation code.</param>
    /// <param name="year">Year.</param>
    /// <param name="serial">Serial number in the year, from 1.</param>
    /// <returns><c>{code}/{yyyy}-{nnnnn}</c>.</returns>
    public static string Format(string organisationCode, int year, int serial)
        => string.Create(CultureInfo.InvariantCulture, $"{organisationCode}/{year:0000}-{serial:00000}");

    private static Checked CheckPrefixed(string number, Match match, Func<string, Checked> prefix)
    {
        var code = match.Groups["prefix"].Value;
        var check = prefix(code);
        if (check.Valid) return CheckParts(number, match);
        if (!IsAssigned(code)) return Checked.No($"前缀“{code}”：{check.Reason}", number);
        return CheckParts(number, match) is { Valid: true } assigned ? assigned with { Warning = $"前缀“{code}”是站点自编号，不是组织机构代码" }
            : CheckParts(number, match);
    }

    // Some sites number their organs from 000000001 (seen live: 000000001/2021-00151); no organisation code begins with seven zeros.
    private static bool IsAssigned(string prefix) => prefix.Length == 9 && prefix.StartsWith("0000000", StringComparison.Ordinal)
        && char.IsAsciiDigit(prefix[8]);

    private static Checked CheckParts(string number, Match match)
    {
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        if (year is < 1949 or > 2099) return Checked.No($"年份“{year:0000}”不合理", number);
        if (match.Groups["month"] is { Success: true } month && int.Parse(month.ValueSpan, CultureInfo.InvariantCulture) is < 1 or > 12)
        {
            return Checked.No($"月份“{month.Value}”不在 01 至 12 之间", number);
        }

        return match.Groups["serial"].ValueSpan.IndexOfAnyExcept('0') < 0 ? Checked.No("流水号从 1 开始", number) : Checked.Ok(number);
    }

    private static Checked CheckDate(string number, string date)
        => DateOnly.TryParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? Checked.Ok(number)
            : Checked.No($"“{date}”不是有效日期", number);

    // [0-9] and not \d: the latter takes the digits of every script.
    [GeneratedRegex(@"^(?<prefix>[0-9A-Z]{8}-?[0-9X])[/-](?<year>[0-9]{4})-(?<serial>[0-9]{4,7})$")]
    private static partial Regex Organisation();

    [GeneratedRegex(@"^(?<prefix>[0-9A-Z]{18})/(?<year>[0-9]{4})(?<month>[0-9]{2})?-(?<serial>[0-9]{4,7})$")]
    private static partial Regex CreditCode();

    [GeneratedRegex(@"^(?<prefix>[0-9A-Z]{10})/(?<year>[0-9]{4})-(?<serial>[0-9]{4,7})$")]
    private static partial Regex Site();

    [GeneratedRegex(@"^[0-9]{6}-[0-9A-Z]+-[0-9A-Z]+-[0-9A-Z]+-(?<date>[0-9]{8})-[0-9]+$")]
    private static partial Regex Grouped();

    // 地区、部门、文件类别、内设机构、年、流水 in 21 digits; how they divide differs by province.
    [GeneratedRegex(@"^[1-8][0-9]{20}$")]
    private static partial Regex Digits();
}
