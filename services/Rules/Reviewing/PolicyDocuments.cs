using System.Text.RegularExpressions;

namespace Disclosure.Rules.Reviewing;

/// <summary>Policy documents (政策文件) and the material that explains them (解读材料), told by their titles.</summary>
public static partial class PolicyDocuments
{
    /// <summary>Whether a title is that of a policy document, which has to be interpreted (rule 261).</summary>
    /// <param name="title">Title (名称).</param>
    /// <returns>True for 办法, 规定, 细则, 实施意见, 规划, 管理制度 and notices that issue one.</returns>
    public static bool HasTitleOfOne(string title) => PolicyTitle().IsMatch(title);

    /// <summary>Whether a title is that of interpretation material.</summary>
    /// <param name="title">Title (名称).</param>
    /// <returns>True where it names 解读.</returns>
    public static bool HasTitleOfInterpretation(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return title.Contains("解读", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(办法|规定|细则|实施意见|规划|管理制度)(（[^）]*）)?(》)?(的通知)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PolicyTitle();
}
