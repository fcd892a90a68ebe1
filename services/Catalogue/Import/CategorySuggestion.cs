using Disclosure.Rules.Packs;

namespace Disclosure.Catalogue.Import;

/// <summary>A category proposed for a file (分类建议), and the word it was proposed for.</summary>
/// <param name="Category">The category.</param>
/// <param name="Word">The word that decided.</param>
/// <param name="Place">Where it stands, Chinese: 名称, 文种, 主题词, 正文开头.</param>
internal sealed record CategorySuggestion(Category Category, string Word, string Place)
{
    /// <summary>A word of the category's own name says more than one of its statutory column.</summary>
    private const int OwnName = 100;

    /// <summary>A category that the authority has made below a statutory column is meant before the column itself.</summary>
    private const int OfAuthority = 1_000;

    private const int MinWord = 2;

    /// <summary>Characters of the body that are looked at: what a document is about it says at its beginning.</summary>
    private const int MaxBeginning = 200;

    private static readonly char[] Joints = ['、', '和', '与', '及', '的', '（', '）', '“', '”'];

    /// <summary>Words that many names have, and that tell none of them from another.</summary>
    private static readonly HashSet<string> Everywhere = new(StringComparer.Ordinal)
    {
        "信息", "工作", "事项", "情况", "其他", "实施", "标准", "进展", "重点工作", "重要事项", "信息公开", "政务公开", "联系方式", "报告", "专题", "类信息", "相关政策",
        "地址", "年度", "其他应当公开", "重点领域信息公开",
    };

    /// <summary>What documents of a statutory column (国办公开办函〔2019〕61号) call themselves, by the column's code.</summary>
    private static readonly Dictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["guide"] = ["公开指南", "依申请公开"],
        ["regulations"] = ["办法", "规定", "细则", "条例", "规范性文件", "实施意见", "若干措施", "解读"],
        ["organisation"] = ["机构职能", "机构设置", "主要职责", "领导分工", "内设机构"],
        ["planning"] = ["规划", "行动计划", "工作计划", "年度计划", "工作要点", "工作总结"],
        ["statistics"] = ["统计", "公报", "普查"],
        ["licensing"] = ["行政许可", "许可决定", "办事指南", "双公示", "审批"],
        ["penalties"] = ["行政处罚", "处罚决定", "行政强制"],
        ["finance"] = ["预算", "决算", "三公", "经费"],
        ["fees"] = ["收费"],
        ["procurement"] = ["采购", "招标", "中标"],
        ["major-projects"] = ["建设项目", "招商", "立项", "竣工"],
        ["public-welfare"] = ["救助", "救灾", "补贴", "免费开放", "民生", "惠民", "扶贫", "文化馆", "图书馆", "博物馆"],
        ["emergency"] = ["应急", "预警", "突发"],
        ["supervision"] = ["监督检查", "检查情况", "抽查", "执法", "督查"],
        ["recruitment"] = ["招聘", "招录", "招考", "录用", "任免", "任前公示", "任职"],
        ["annual-report"] = ["信息公开工作年度报告", "信息公开年度报告", "政务公开年度报告"],
    };

    /// <summary>The category whose words the document has: in its title before its kind, keywords and beginning; of several the one with
    /// the longest word. Null where it has none.</summary>
    /// <param name="categories">Categories that the drafter may choose, in the order of the pack.</param>
    /// <param name="title">Title.</param>
    /// <param name="kind">文种; null where none was recognised.</param>
    /// <param name="keywords">主题词.</param>
    /// <param name="body">Text of the body.</param>
    public static CategorySuggestion? Of(IEnumerable<Category> categories, string title, string? kind, IReadOnlyList<string> keywords,
        string body)
    {
        (string Place, string Text)[] places =
        [
            ("名称", title), ("文种", kind ?? ""), ("主题词", string.Join('、', keywords)),
            ("正文开头", body.Length > MaxBeginning ? body[..MaxBeginning] : body),
        ];
        var all = categories.ToList();
        foreach (var (place, text) in places)
        {
            var best = all.Select(category => (Category: category, Found: Best(category, text))).Where(one => one.Found.Weight > 0)
                .OrderByDescending(one => one.Found.Weight).FirstOrDefault();
            if (best.Category is not null) return new CategorySuggestion(best.Category, best.Found.Word, place);
        }

        return null;
    }

    private static (string Word, int Weight) Best(Category category, string text)
    {
        var (word, weight) = Words(category).Where(word => text.Contains(word.Word, StringComparison.Ordinal))
            .DefaultIfEmpty((Word: "", Weight: 0)).MaxBy(word => word.Weight);
        return (word, weight == 0 || category.Parent is null ? weight : weight + OfAuthority);
    }

    private static IEnumerable<(string Word, int Weight)> Words(Category category)
        => category.Name.Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(word => word.Length >= MinWord && !Everywhere.Contains(word)).Select(word => (word, OwnName + word.Length))
            .Concat((Columns.GetValueOrDefault(category.Parent ?? category.Code) ?? []).Select(word => (word, word.Length)));
}
