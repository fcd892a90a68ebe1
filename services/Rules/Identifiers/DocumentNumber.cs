using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Rules.Identifiers;

/// <summary>Document number (发文字号, GB/T 9704-2012): code of the organ, year in 〔〕, serial number without leading zero or “第”.</summary>
public static partial class DocumentNumber
{
    private const int MaxLength = 60;

    private static readonly SearchValues<char> Opening = SearchValues.Create("〖〘〚「『〈⟨⟦❲❨⦗⁅︹︻︵﹙﹛‹«");

    private static readonly SearchValues<char> Closing = SearchValues.Create("〗〙〛」』〉⟩⟧❳❩⦘⁆︺︼︶﹚﹜›»");

    /// <summary>Checks the grammar and says which part breaks it.</summary>
    /// <param name="value">The number as typed; what nobody sees is passed over.</param>
    /// <returns>The result; the normal form is given where the intention is clear.</returns>
    public static Checked Check(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var typed = Visible(value).Trim();
        if (typed.Length is 0 or > MaxLength) return Checked.No("文号应为 1 至 60 字");
        var read = Brackets(Normalization.Of(typed));
        if (Order().Match(read) is { Success: true } order) return CheckNumbered(typed, read, order);
        if (OrderInWords().Match(read) is { Success: true } words) return CheckInWords(typed, read, words);
        if (OrderBehind().Match(read) is { Success: true } behind)
        {
            return Checked.No("“令”应写在“第”之前", $"{behind.Groups["organ"].Value}令第{behind.Groups["serial"].Value.TrimStart('0')}号");
        }

        if (Announcement().Match(read) is { Success: true } announcement) return CheckNumbered(typed, read, announcement);
        if (Loose().Match(read) is not { Success: true } match)
        {
            return Checked.No("文号应由机关代字、六角括号括起的年份、序号和“号”组成，如“国办函〔2020〕109号”");
        }

        var serial = match.Groups["serial"].Value.TrimStart('0');
        var (organ, year, ordinal) = (match.Groups["organ"].Value, match.Groups["year"].Value, IsOrder(match) ? "第" : "");
        var normal = serial.Length == 0 ? null : $"{organ}〔{year}〕{ordinal}{serial}号";
        return Explain(Brackets(typed), match, normal) is { } reason ? Checked.No(reason, normal) : Checked.Ok(typed);
    }

    private static string Visible(string value)
        => value.Any(Characters.IsInvisible) ? string.Concat(value.Where(character => !Characters.IsInvisible(character))) : value;

    // Every bracket that somebody found on a keyboard, as the one that the grammar knows for a wrong one; the right ones stay.
    private static string Brackets(string value) => string.Create(value.Length, value, static (read, source) =>
    {
        for (var at = 0; at < read.Length; at++)
        {
            read[at] = Opening.Contains(source[at]) ? '[' : Closing.Contains(source[at]) ? ']' : source[at] == '號' ? '号' : source[at];
        }
    });

    private static string? Explain(string typed, Match match, string? normal)
    {
        var serial = match.Groups["serial"].Value;
        if (match.Groups["organ"].Length == 0) return "缺少机关代字";
        if (match.Groups["year"].Length != 4) return $"年份“{match.Groups["year"].Value}”应写全 4 位";
        if (!IsYear(match.Groups["year"].ValueSpan)) return $"年份“{match.Groups["year"].Value}”不合理";
        if (match.Groups["open"].Value != "〔" || match.Groups["close"].Value != "〕") return "年份应使用六角括号〔 〕";
        if (match.Groups["ordinal"].Success && !IsOrder(match)) return "序号前不加“第”";
        if (normal is null) return "序号从 1 开始";
        if (serial[0] == '0') return $"序号“{serial}”不编虚位";
        if (!match.Groups["end"].Success) return "末尾缺少“号”";
        return typed == normal ? null : Untidy;
    }

    // 中国人民银行令〔2021〕第3号: orders and announcements keep it.
    private static bool IsOrder(Match match)
        => match.Groups["ordinal"].Success && match.Groups["organ"].ValueSpan is [.., '令'] or [.., '公' or '通', '告'];

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
        return CheckOrgans(typed, read);
    }

    // 主席令第四十五号; from the hundredth on they are told digit by digit (第一一四号).
    private static Checked CheckInWords(string typed, string read, Match match)
    {
        var serial = match.Groups["serial"].Value;
        if (serial.All(digit => digit is '〇' or '零')) return Checked.No("序号从 1 开始");
        return InWords().IsMatch(serial) ? CheckOrgans(typed, read) : Checked.No($"序号“{serial}”不是汉字数字的写法");
    }

    // Organs that issue together stand apart by a space (财政部 税务总局公告2020年第2号); any other space is untidy.
    private static Checked CheckOrgans(string typed, string read)
    {
        if (typed == read) return Checked.Ok(typed);
        var organs = Blank().Split(typed);
        var joint = string.Join(' ', organs);
        return organs.Length > 1 && organs[..^1].All(organ => Organ().IsMatch(organ)) && Organ().IsMatch(organs[^1][..IssuedAt(organs[^1])])
            && joint.Replace(" ", "", StringComparison.Ordinal) == read ? Checked.Ok(joint) : Checked.No(Untidy, read);
    }

    private static int IssuedAt(string organ) => Issued().Match(organ) is { Success: true } issued ? issued.Index : 0;

    private static bool IsYear(ReadOnlySpan<char> year) => int.Parse(year, CultureInfo.InvariantCulture) is >= 1949 and <= 2099;

    // [0-9] and not \d: the latter takes the digits of every script, which are no numbers here and cannot be parsed.
    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}、]{1,40}令第(?<serial>[0-9]{1,5})号$")]
    private static partial Regex Order();

    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}、]{1,40}令第(?<serial>[一二三四五六七八九十百千零〇两]{1,9})号$")]
    private static partial Regex OrderInWords();

    [GeneratedRegex(@"^(?<organ>[\p{IsCJKUnifiedIdeographs}、]{1,40})第(?<serial>0{0,4}[1-9][0-9]{0,4})号令$")]
    private static partial Regex OrderBehind();

    // 四十五, 一百零三, 一百二十, and 一〇三, 一一四.
    [GeneratedRegex("^(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|[一二三四五六七八九]百(?:[零〇][一二三四五六七八九]|[一二三四五六七八九]十[一二三四五六七八九]?)?"
        + "|[一二三四五六七八九][〇零一二三四五六七八九]{2,3})$")]
    private static partial Regex InWords();

    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}、]{0,40}(?:公告|通告)?(?<year>[0-9]{4})年第(?<serial>[0-9]{1,5})号(?:公告|通告)?$")]
    private static partial Regex Announcement();

    [GeneratedRegex("(?:令|公告|通告)?[第0-9０-９]")]
    private static partial Regex Issued();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{1,18}(?:部|局|署|委|会|办|厅|院|行|府|室|台|团|联|司|社|军|协|站|所|处|中心|集团|银行|政协|人大)$")]
    private static partial Regex Organ();

    // Everything people type for the standard form; what is wrong is said afterwards.
    [GeneratedRegex(@"^(?<organ>\p{IsCJKUnifiedIdeographs}{0,20})(?<open>[〔\[(【﹝{<《])(?<year>[0-9]{1,5})年?(?<close>[〕\])】﹞}>》])"
        + @"(?<ordinal>第)?(?<serial>[0-9]{1,6})(?<end>号)?$")]
    private static partial Regex Loose();
}
