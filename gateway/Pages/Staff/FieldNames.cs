namespace Disclosure.Gateway.Pages.Staff;

/// <summary>Labels of the workbench's fields, for messages that stand away from them.</summary>
internal static class FieldNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "名称",
        ["body"] = "正文",
        ["summary"] = "内容概述",
        ["channels"] = "公开渠道",
        ["conditions"] = "审核要求",
        ["category"] = "目录分类",
        ["documentNumber"] = "文号",
        ["issuingOrgan"] = "发文机关",
        ["producedOn"] = "成文日期",
        ["attribute"] = "公开属性",
        ["ground"] = "公开属性理由",
        ["scope"] = "公开范围",
        ["secrecy"] = "涉密情况",
        ["keywords"] = "主题词",
        ["interpretations"] = "解读材料",
        ["interprets"] = "所解读的文件",
        ["preDisclosure"] = "预公开",
        ["file"] = "文件",
        ["email"] = "电子邮件",
        ["webhook"] = "短信或工作群",
        ["quietFrom"] = "免打扰开始",
        ["quietTo"] = "免打扰结束",
        ["digestAt"] = "汇总时间",
    };

    /// <summary>The message under the field's name, unless it names the field itself.</summary>
    /// <param name="field">Field name.</param>
    /// <param name="message">What is wrong.</param>
    public static string Prefixed(string field, string message)
        => Names.TryGetValue(field, out var name) && !message.Contains(name, StringComparison.Ordinal) ? $"{name}：{message}" : message;
}
