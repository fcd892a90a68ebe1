using System.Text.RegularExpressions;

namespace Disclosure.Documents.Import.Recognising.Grammar;

/// <summary>机关名称: whether words name an organ, and which organs stand side by side.</summary>
internal static partial class OrganNames
{
    private const int MaxName = 40;
    private const int MaxNames = 12;

    /// <summary>The organs of a line that names nothing else; empty for any other line.</summary>
    public static IReadOnlyList<string> AllOf(string line)
    {
        var written = Stamp().Replace(line, "").Trim();
        if (written.Length is 0 or > 200) return [];
        var names = Split(written);
        return names.Count is > 0 and <= MaxNames && names.All(IsOrgan) ? names : [];
    }

    /// <summary>Whether a name without spaces is that of an organ.</summary>
    public static bool IsOrgan(string name) => name.Length is >= 2 and <= MaxName && Name().IsMatch(name) && !NoName().IsMatch(name);

    /// <summary>Whether a name stands for itself and does not go on with the name before it, as 办公室 does.</summary>
    public static bool StartsAnew(string name) => Beginning().IsMatch(name);

    /// <summary>The organ with which a title begins that has no 关于: 某某市文化局2026年工作方案.</summary>
    public static string? AtStartOf(string title)
    {
        var match = InTitle().Match(title);
        return match.Success && !NoName().IsMatch(match.Value) ? match.Value : null;
    }

    private static List<string> Split(string written)
    {
        var parts = written.Split(Partings, StringSplitOptions.RemoveEmptyEntries);
        // 毕 节 市 测 试 局: letters set apart, and no organs.
        if (parts.Length > 2 && parts.All(part => part.Length == 1)) return [string.Concat(parts)];
        var names = new List<string>();
        if (parts.Length > MaxNames) return names;
        foreach (var part in parts)
            if (names.Count > 0 && !IsOrgan(part) && !IsOrgan(names[^1])) names[^1] += part;
            else names.AddRange(Unglued(part));
        return names;
    }

    /// <summary>Names without a space between them: the second begins with a place that the first has named.</summary>
    private static IEnumerable<string> Unglued(string part)
    {
        var begin = 0;
        for (var at = 4; part.Length <= 120 && at < part.Length - 3; at++)
        {
            var isNamed = part.AsSpan(begin, at - begin).IndexOf(part.AsSpan(at, 2), StringComparison.Ordinal) >= 0;
            if (!isNamed || !IsOrgan(part[begin..at]) || !StartsAnew(part[at..])) continue;
            yield return part[begin..at];
            begin = at;
        }

        yield return part[begin..];
    }

    private static readonly char[] Partings = [' ', '\t', '\u3000', '\u00a0', '\u2002', '\u2003', '、', '，', ','];

    private const string Ends = "人民政府|政府|局|厅|委员会|委|办公室|办公厅|办事处|署|部|院|馆|中心|领导小组|工作组|协调小组|指挥部|联席会议|办|站|所|总队|支队|大队|队"
        + "|公司|集团|学校|大学|学院|中学|小学|医院|法院|检察院|银行|海关|协会|学会|联合会|总会|工会|商会|理事会|基金会|红十字会|研究会|促进会|管委会|常委会|残联|妇联|文联"
        + "|工商联|党组|党委|党工委|纪委|监委|军区|街道|室|府|处|科|股|社";

    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}·]{1,20}([（(][\p{IsCJKUnifiedIdeographs}]{1,20}[）)][\p{IsCJKUnifiedIdeographs}]{0,20})?$"
        + @"(?<=(" + Ends + @")|[省市县区州盟旗乡镇]委|[）)])|^\p{IsCJKUnifiedIdeographs}{1,40}$(?<=(" + Ends + "))", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex("^(各|请|将|现将|特此|于|在|由|对|经|关于|附件|附|抄|主送|报送|印发|联系|地址|单位|主办|承办|转发|第[一二三四五六七八九十]+[章节条])|的|关于|通知|印发|附件|情况|按照|根据|负责|组织实施")]
    private static partial Regex NoName();

    private const string Han = @"\p{IsCJKUnifiedIdeographs}";

    [GeneratedRegex("^(中共|中华|中国|中央|国家|国务院|全国|最高|最高人民|解放军|共青团|财政部|教育部|科技部|公安部|民政部|司法部|商务部|水利部|农业农村部|文化和旅游部|自然资源部|生态环境部|交通运输部|工业和信息化部"
        + "|住房和?城乡建设部|人力资源社会?和?社会保障部|审计署|税务总局|海关总署|市场监管总局|中国人民银行|[省市县区州]|"
        + Han + "{2,6}?(省|市|州|县|区|旗|盟|乡|镇))",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();

    [GeneratedRegex("^" + Han + "{2,20}?(文化(体育|广电|广播电视)" + Han + "{0,12}局|局(?!限|部|面|势)|厅|委员会|人民政府"
        + "|[省市县区州盟旗]委(?!员|托)|(?<=国)务院|总署|人民法院|人民检察院)(办公室|办公厅|" + Han + "{0,8}?(支队|大队|总队|分局|中心))?",
        RegexOptions.ExplicitCapture)]
    private static partial Regex InTitle();

    /// <summary>What stands behind the name where the seal goes.</summary>
    [GeneratedRegex(@"[（(](盖章|公章|印章|章|印|加盖公章|代章)[）)]\s*$")]
    private static partial Regex Stamp();
}
