using System.Text.RegularExpressions;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Printing;

/// <summary>What a value of a pack rests on (标注).</summary>
public enum BasisLabel
{
    /// <summary>待单位确认: the text leaves the value open.</summary>
    Unconfirmed,

    /// <summary>来源待核实: the text itself was not read.</summary>
    Unverified,

    /// <summary>平台示例: no document says it.</summary>
    Example,

    /// <summary>平台核对规则: what reconciliation needs and the national format does not print.</summary>
    Check,

    /// <summary>本单位制度.</summary>
    Own,

    /// <summary>国家规定.</summary>
    National,
}

/// <summary>Labels of citations, and their words.</summary>
public static partial class BasisLabels
{
    /// <summary>Every label, what has to be looked at first.</summary>
    public static readonly IReadOnlyList<BasisLabel> All = Enum.GetValues<BasisLabel>();

    /// <summary>The label as it is printed.</summary>
    /// <param name="label">The label.</param>
    /// <returns>Chinese.</returns>
    public static string Term(this BasisLabel label) => label switch
    {
        BasisLabel.Unconfirmed => "待单位确认",
        BasisLabel.Unverified => "来源待核实",
        BasisLabel.Example => Citation.Example,
        BasisLabel.Check => Citation.Check,
        BasisLabel.Own => "本单位制度",
        _ => "国家规定",
    };

    /// <summary>What a label asks of whoever checks the value (含义).</summary>
    /// <param name="label">The label.</param>
    /// <returns>Chinese.</returns>
    public static string Meaning(this BasisLabel label) => label switch
    {
        BasisLabel.Unconfirmed => "条文有两种以上读法，平台取其一，请确认或者改选",
        BasisLabel.Unverified => "平台没有读到原文，按其他资料填写，请对照原文核实",
        BasisLabel.Example => "所依据的文件没有规定或者没有全部规定，平台暂填的示例，请换成本单位的实际规定",
        BasisLabel.Check => "平台为核对年度报告数据设定，国家规定的格式没有印出",
        BasisLabel.Own => "取自本单位的制度，请与原文核对",
        _ => "取自法律、行政法规和国务院办公厅文件",
    };

    /// <summary>The labels of a citation; one that names several sources has several.</summary>
    /// <param name="citation">The citation.</param>
    /// <returns>At least one, in the order of <see cref="All"/>.</returns>
    public static IReadOnlyList<BasisLabel> Of(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        var labels = Sources(citation).Select(OfSource).ToHashSet();
        if (citation.Unconfirmed is not null) labels.Add(BasisLabel.Unconfirmed);
        if (citation.Unverified is not null) labels.Add(BasisLabel.Unverified);
        return [.. All.Where(labels.Contains)];
    }

    /// <summary>How what is open or wrong is put right: who decides, where that is written, and who carries it out.</summary>
    public const string HowConfirmed = "读法和内容由本单位法制机构确认：在打印的核对稿上写明意见并签字，交系统管理员；系统管理员据此在部署配置中修改规则包，"
        + "修改后须重新打印核对。";

    /// <summary>The sources that a citation names.</summary>
    internal static IReadOnlyList<string> Sources(Citation citation) => citation.Source.Split(['、', '；']);

    private static BasisLabel OfSource(string source) => source switch
    {
        Citation.Example => BasisLabel.Example,
        Citation.Check => BasisLabel.Check,
        _ => OfTheState().IsMatch(source) ? BasisLabel.National : BasisLabel.Own,
    };

    /// <summary>Names of laws, of regulations and of what the State Council and its office issue; a 办法 is no 法.</summary>
    [GeneratedRegex("(?<!办)法$|条例$|^(中华人民共和国|国务院|国发|国办|全国)")]
    private static partial Regex OfTheState();
}
