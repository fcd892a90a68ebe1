namespace Disclosure.Documents.Import.Recognising.Grammar;

/// <summary>Fields with a name and a colon, as websites and forms write them above a document (元数据).</summary>
internal static class Labels
{
    public static readonly string[] Number = ["发文字号", "文号", "文件编号", "发文文号", "公文文号", "发布文号", "文件号", "发文号", "字号"];

    public static readonly string[] Signed = ["成文日期", "成文时间", "落款日期", "签发日期", "签署日期"];

    /// <summary>Days that may be another's than the signer's, but mostly are his.</summary>
    public static readonly string[] Issued = ["发文日期", "发文时间", "制发日期", "生成日期", "信息生成日期"];

    public static readonly string[] Organ = ["发文机关", "发文单位", "制发机关", "发布机构", "发布机关", "公开机构", "信息来源", "来源"];

    public static readonly string[] Title = ["标题", "名称", "文件名称", "信息名称", "文件标题"];

    public static readonly string[] Keywords = ["主题词", "关键词", "关键字"];

    public static readonly string[] Openness = ["公开方式", "公开属性", "公开形式", "公开类别", "公开选项", "信息公开选项", "信息公开属性", "公开类型"];

    private static readonly string[] Others =
    [
        "索引号", "索取号", "信息索引号", "信息索引", "签发人", "签发", "会签", "核稿", "拟稿人", "审核人", "审核", "审签", "责任编辑", "编辑", "作者", "联系人", "联系电话", "电话", "传真",
        "地址", "邮编", "邮箱", "电子邮箱", "发布日期", "发布时间", "公开日期", "公开时间", "印发日期", "印发时间", "施行日期", "实施日期", "生效日期", "废止日期", "失效日期", "更新时间",
        "有效期", "有效期至", "有效性", "效力状态", "是否有效", "时效性", "时效", "主题分类", "信息分类", "体裁分类", "组配分类", "分类", "类别", "栏目", "服务对象", "公开范围", "公开时限",
        "公开程序", "密级", "保密期限", "紧急程度", "份号", "主办单位", "承办单位", "责任部门", "责任处室", "浏览次数", "点击数", "点击量", "阅读次数", "访问量", "字体", "字体大小", "字号大小",
        "分享", "分享到", "当前位置", "您的位置", "您当前的位置", "您现在的位置", "位置", "页数", "语种", "备注", "案由", "当事人", "统一社会信用代码", "时间", "地点", "日期",
    ];

    private static readonly string[] All = [.. Number, .. Signed, .. Issued, .. Organ, .. Title, .. Keywords, .. Openness, .. Others];

    /// <summary>Whether a squeezed line begins with a field's name; menus follow 来源 even without a space.</summary>
    public static bool IsLabel(string line) => Array.Exists(All, name => Begins(line, 0, name));

    /// <summary>Where the value behind the first of some names begins in a squeezed line; null when none is there.</summary>
    public static int? ValueOf(SourceLine line, string[] names)
    {
        var text = line.Plain.Text;
        // In a table the value stands in the next cell.
        var isTable = line.Text.Contains('\t', StringComparison.Ordinal);
        if (!isTable && !text.Contains(':', StringComparison.Ordinal)) return null;
        foreach (var name in names)
            for (var at = 0; (at = text.IndexOf(name, at, StringComparison.Ordinal)) >= 0; at += name.Length)
            {
                if (!IsFree(line, at)) continue;
                if (Begins(text, at, name)) return at + name.Length + 1;
                if (isTable && line.Plain.IsParted(at + name.Length)) return at + name.Length;
            }

        return null;
    }

    private static bool Begins(string line, int at, string name)
        => line.Length > at + name.Length && line[at + name.Length] == ':' && string.CompareOrdinal(line, at, name, 0, name.Length) == 0;

    /// <summary>来源 must not be found in 信息来源, nor 文号 in a sentence.</summary>
    private static bool IsFree(SourceLine line, int at)
        => at == 0 || line.Plain.IsParted(at) || !char.IsLetterOrDigit(line.Plain.Text[at - 1]);
}
