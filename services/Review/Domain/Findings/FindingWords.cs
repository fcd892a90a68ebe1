using Disclosure.Contracts.Review.Api;
using Disclosure.Documents.Release;
using Disclosure.Rules.Scanning;

namespace Disclosure.Review.Domain.Findings;

/// <summary>What reviewers read of a finding of the release gate: what it is, and what to do about it.</summary>
internal static class FindingWords
{
    /// <summary>Code of the finding: personal data is one thing to those who list it.</summary>
    public static string Code(ReleaseKind kind) => IsPersonal(kind) ? "personal-data" : Kernel.Codes.Of(kind);

    /// <summary>What it is and where: “正文中的手机号码”.</summary>
    public static string Name(string where, ReleaseKind kind) => $"{where}中的{kind.Name()}";

    public static string Title(string where, ReleaseKind kind, int count, string first)
    {
        var times = count > 1 ? $"，共 {count} 处" : "";
        return kind switch
        {
            ReleaseKind.SecrecyMark => $"{where}带有密级标志“{first}”{times}",
            ReleaseKind.HandlingMark => $"{where}带有“{first}”的标注{times}",
            ReleaseKind.Unreadable => $"{where}中有{kind.Name()}{times}",
            _ when IsPersonal(kind) => $"{where}中疑似有{kind.Name()}{times}",
            _ => $"{where}中有{kind.Name()}{times}",
        };
    }

    /// <summary>What to do.</summary>
    public static string Detail(ReleaseKind kind, FindingLevel level, IEnumerable<string> words) => (kind, level) switch
    {
        (ReleaseKind.SecrecyMark, _) => "标有秘密、机密、绝密的内容不得公开，请退回或暂缓并报保密审查。",
        (ReleaseKind.HandlingMark, _) => HandlingAdvice(words),
        (ReleaseKind.Unreadable, _) => "无法读取的内容不能判断是否可以公开，请退回更换。",
        (_, FindingLevel.Blocking) => "不得向社会公开，请退回遮盖。",
        _ when IsPersonal(kind) => "确需公开的请核对，否则请退回遮盖。",
        _ => "请打开核对，不宜公开的请退回删去。",
    };

    private static string HandlingAdvice(IEnumerable<string> words)
    {
        var kinds = words.SelectMany(HandlingMarks.Find).Select(mark => mark.Kind).Distinct().Order().ToList();
        return kinds.Count == 0 ? Advice(HandlingKind.Internal) : string.Concat(kinds.Select(Advice));
    }

    private static string Advice(HandlingKind kind) => kind switch
    {
        HandlingKind.WorkSecret => "工作秘密不得擅自公开（保守国家秘密法第六十四条），请报保密审查。",
        HandlingKind.Withheld => "起草单位标明不予公开，请核对公开属性后再定。",
        HandlingKind.OnApplication => "起草单位标明依申请公开，请核对公开属性后再定。",
        _ => "标明仅供内部使用，请核对能否公开。",
    };

    private static bool IsPersonal(ReleaseKind kind) => kind is ReleaseKind.IdentityCard or ReleaseKind.BankCard
        or ReleaseKind.OtherDocument or ReleaseKind.LikelyIdentityCard or ReleaseKind.MobilePhone or ReleaseKind.Address
        or ReleaseKind.FixedPhone or ReleaseKind.Email;
}
