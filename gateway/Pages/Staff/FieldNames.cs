using System.Globalization;
using Disclosure.Gateway.Pages.Staff.Cases;

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
        ["preDisclosure.from"] = "预公开的开始日期",
        ["preDisclosure.to"] = "预公开的截止日期",
        ["file"] = "文件",
        ["attachments"] = "附件",
        ["email"] = "电子邮件",
        ["webhook"] = "短信或工作群",
        ["quietFrom"] = "免打扰开始",
        ["quietTo"] = "免打扰结束",
        ["digestAt"] = "汇总时间",
        ["case"] = "事项",
        ["outcome"] = "审核意见",
        ["checklist"] = "审核要点",
        ["holdTo"] = "提请谁确定",
        [Corrections] = "改正",
        [AnswerFields.Group] = "确需公开的理由",
        ["changes"] = "更正",
        ["changes.attribute"] = "更正公开属性",
        ["changes.ground"] = "更正公开属性理由",
        ["changes.scope"] = "更正公开范围",
        ["changes.channel"] = "更正公开渠道",
        ["changes.category"] = "更正目录分类",
        ["changes.secrecy"] = "更正涉密情况",
        ["leaver"] = "离岗人员",
        ["delegate"] = "代办人",
        ["successor"] = "接替人员",
        ["startsOn"] = "开始日期",
        ["endsOn"] = "结束日期",
    };

    /// <summary>理由, 事由, 撤下原因: the words of whoever refuses name it as its form does.</summary>
    private const string Reason = "reason";

    private const string Corrections = "corrections";

    private const string Original = "original";

    private const string Corrected = "corrected";

    /// <summary>Hidden field of a form that is one of many on its page: which matter it is about.</summary>
    public const string Matter = "matter";

    /// <summary>Fields in which people write, which is what they would have to write again.</summary>
    private static readonly Dictionary<string, string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        [Reason] = "理由",
        [Original] = "原文",
        [Corrected] = "应为",
        ["title"] = Names["title"],
        ["body"] = Names["body"],
        ["summary"] = Names["summary"],
        ["documentNumber"] = Names["documentNumber"],
        ["issuingOrgan"] = Names["issuingOrgan"],
        ["keywords"] = Names["keywords"],
        ["preDisclosed"] = Names["preDisclosure"],
        ["email"] = Names["email"],
        ["webhook"] = Names["webhook"],
    };

    /// <summary>Fields of forms that have another name where they are refused.</summary>
    private static readonly Dictionary<string, string> Chosen = new(StringComparer.OrdinalIgnoreCase)
    {
        ["preDisclosedFrom"] = "preDisclosure.from",
        ["preDisclosedTo"] = "preDisclosure.to",
    };

    /// <summary>Label of a field in which people write; null of any other.</summary>
    /// <param name="field">Field name.</param>
    /// <param name="form">Name of its form, which may name a reason in its own way.</param>
    public static string? OfText(string field, string? form = null) => form switch
    {
        "grant" or "replace" when IsReason(field) => "事由",
        "withdraw" when IsReason(field) => "撤下原因",
        "confirm-shown" when IsReason(field) => "核对情况",
        not null when IsReason(field) && form.StartsWith("urge-", StringComparison.Ordinal) => "催办意见",
        _ when AnswerFields.IsInput(field) => Names[AnswerFields.Group],
        _ => Texts.GetValueOrDefault(field),
    };

    private static bool IsReason(string field) => string.Equals(field, Reason, StringComparison.OrdinalIgnoreCase);

    /// <summary>The fields of a form that is shown away from its page, each with its label where something was written: the two columns of
    /// corrections row by row, numbered as in the form, the rest as it came.</summary>
    /// <param name="fields">Names and values; several of one name in their order.</param>
    public static IReadOnlyList<(string Name, string? Label, string Value)> In(IReadOnlyList<(string Name, string Value)> fields)
    {
        var form = Value("_handler");
        var matter = Value(Matter) is { Length: > 0 } of ? $"（{of}）" : "";
        var (originals, corrected) = (Values(Original), Values(Corrected));
        List<(string Name, string? Label, string Value)> rows = [];
        var isPaired = false;
        foreach (var (name, value) in fields)
        {
            if (name is not (Original or Corrected))
            {
                var label = value.Length > 0 ? OfText(name, form) : null;
                rows.Add((name, label is not null && IsReason(name) ? label + matter : label, value));
            }
            else if (!isPaired)
            {
                isPaired = true;
                for (var at = 0; at < Math.Max(originals.Count, corrected.Count); at++)
                {
                    if (at < originals.Count) rows.Add(Numbered(Original, at, originals[at]));
                    if (at < corrected.Count) rows.Add(Numbered(Corrected, at, corrected[at]));
                }
            }
        }

        return rows;

        string? Value(string name) => fields.FirstOrDefault(field => field.Name == name).Value;
        List<string> Values(string name) => [.. fields.Where(field => field.Name == name).Select(field => field.Value)];
        (string, string?, string) Numbered(string name, int at, string value)
            => (name, value.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Texts[name]} {at + 1}") : null, value);
    }

    /// <summary>Label of a field in which people choose; null of any other.</summary>
    /// <param name="field">Field name.</param>
    public static string? OfChoice(string field) => OfText(field) is null
        ? Names.GetValueOrDefault(field.StartsWith("change-", StringComparison.Ordinal) ? $"changes.{field["change-".Length..]}"
            : Chosen.GetValueOrDefault(field, field)) : null;

    /// <summary>Field of one of several corrections (改正).</summary>
    /// <param name="index">Its place, from 0.</param>
    public static string Correction(int index) => $"{Corrections}.{index}";

    /// <summary>Whether it is a field of a form, and not a place in a request that no form has.</summary>
    /// <param name="field">Field name.</param>
    public static bool IsField(string field) => field == Reason || Names.ContainsKey(field)
        || field.StartsWith($"{Corrections}.", StringComparison.Ordinal)
        || field.StartsWith(AttachmentName(""), StringComparison.Ordinal)
        || field.StartsWith(AnswerFields.Field(""), StringComparison.Ordinal);

    /// <summary>Field of the name of one of several attachments (附件的名称).</summary>
    /// <param name="at">Its place, from 0.</param>
    public static string AttachmentName(object at) => $"attachments.{at}";

    /// <summary>The message under the field's name, unless it names the field itself.</summary>
    /// <param name="field">Field name.</param>
    /// <param name="message">What is wrong.</param>
    public static string Prefixed(string field, string message)
        => Names.TryGetValue(field, out var name) && !message.Contains(name, StringComparison.Ordinal) ? $"{name}：{message}" : message;
}
