using System.Text.RegularExpressions;

namespace Disclosure.Rules.Scanning;

/// <summary>
/// Finds what a paper says of itself on who may see it (工作秘密, 内部资料, 注意保存, 此件不公开, 公开属性：依申请公开). As with marks of secrecy, the
/// place tells a mark from the words: a line of its own, brackets at the beginning or end, or a label; 此件 speaks of the paper wherever
/// it stands.
/// </summary>
public static partial class HandlingMarks
{
    /// <summary>Finds the marks, at most one a line, in the order of the lines.</summary>
    /// <param name="text">Text or Markdown of any length.</param>
    /// <returns>The marks.</returns>
    public static IEnumerable<HandlingMark> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Lines(text);
    }

    private static IEnumerable<HandlingMark> Lines(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (!Hint().IsMatch(line)) continue;
            var match = Placed().Match(PlainLines.Of(line));
            if (match.Success) yield return new HandlingMark(KindOf(match.Groups["mark"].Value), match.Groups["mark"].Value, number);
        }
    }

    private static HandlingKind KindOf(string mark) => mark switch
    {
        _ when mark.Contains("工作秘密", StringComparison.Ordinal) => HandlingKind.WorkSecret,
        _ when mark.Contains("申请", StringComparison.Ordinal) => HandlingKind.OnApplication,
        _ when mark.Contains("公开", StringComparison.Ordinal) && !mark.Contains("内部", StringComparison.Ordinal) => HandlingKind.Withheld,
        _ => HandlingKind.Internal,
    };

    // One character of each mark; nearly every line ends here. Spaces may part them, so no whole word is looked for.
    [GeneratedRegex("[秘祕内內予宜件保勿外请申]", RegexOptions.CultureInvariant)]
    private static partial Regex Hint();

    // In this order: the paper speaks of itself; a line of its own; in brackets at the beginning or the end; behind its label.
    [GeneratedRegex("""
        (?<mark>(?:此件|本件|此文|本文件|该件|此文件|本通知|本通报|本报告|本方案|本意见|本资料|本材料)
            (?:属于?|为|系)?(?:不予?公开|不宜公开|不对外公开|不向社会公开|不得公开|依申请公开|工作秘密|内部(?:资料|文件|使用|掌握)|仅供内部\w{2}))
            (?![的、/或和及者]|范围)
        | [☑√■✓✔](?<mark>工作秘密|不予公开|不宜公开|不公开|依申请公开)
        | ^[-+(|【\[〔〖「『]*(?<mark>
            工作秘密(?:级|[★]?(?:[0-9]{1,2}年|[0-9]{1,2}个月|长期))?
            | 不予公开 | 不宜公开 | 不公开
            | (?:仅供)?内部(?:资料|文件|使用|材料|参考|参阅|掌握|传阅|交流|学习|发行|刊物)
                (?:[,、|·]?(?:注意保存|注意保密|注意保管|妥善保管|请勿外传|严禁外传|不得外传|不得外泄|不得复印|免费交流|请勿转载))*
            | 注意(?:保存|保密|保管) | (?:请勿|严禁|不得|切勿)(?:外传|外泄|扩散|转发|外送)
          )[)|】\]〕〗」』!。]*$
        | ^[【\[〔〖(](?<mark>工作秘密|不予公开|不宜公开|不公开|依申请公开|内部(?:资料|文件|使用|材料|参考|掌握)|注意(?:保存|保密)|请勿外传)[】\]〕〗)]
        | [【\[〔〖(](?<mark>工作秘密|不予公开|不宜公开|不公开|依申请公开|内部(?:资料|文件|使用|材料|参考|掌握)|注意(?:保存|保密)|请勿外传)[】\]〕〗)]$
        | (?:公开(?:属性|方式|类别|类型|形式|选项|意见|性质|情况)|密级|定密)[】\]〕]?(?:[:|]+|为|是)[☑√■✓✔●【\[(]?
            (?<mark>工作秘密|不予公开|不宜公开|不公开|依申请公开|内部(?:资料|文件|使用|掌握))(?![、/和或及与的以者之□☐○]|[|][□☐○主依不])
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Placed();
}
