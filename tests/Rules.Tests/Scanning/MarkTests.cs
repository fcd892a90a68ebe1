using Disclosure.Rules.Scanning;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Scanning;

/// <summary>A mark of secrecy or of handling is told from the words by where it stands.</summary>
public sealed class MarkTests
{
    [Theory]
    [Rule(129)]
    [InlineData("秘密★1年", "秘密")]
    [InlineData("机密★", "机密")]
    [InlineData("绝密★长期", "绝密")]
    [InlineData("密级：机密", "机密")]
    [InlineData("密级和保密期限：机密 5年", "机密")]
    [InlineData("【密级】秘密", "秘密")]
    [InlineData("密级\t绝密", "绝密")]
    [InlineData("密级：☑秘密", "秘密")]
    [InlineData("密级：□秘密 ☑机密 □绝密", "机密")]
    [InlineData("秘密·1年", "秘密")]
    [InlineData("「机密」", "机密")]
    [InlineData("机密 特急", "机密")]
    [InlineData("特急 机密★1年", "机密")]
    [InlineData("000123 绝密★10年 特急", "绝密")]
    [InlineData("机 密", "机密")]
    [InlineData("機密", "机密")]
    [InlineData("机密*3年", "机密")]
    [InlineData("秘密⭐6个月", "秘密")]
    [InlineData("机\u200B密", "机密")]
    [InlineData("| 机密★5年 | 某文件 |", "机密")]
    [InlineData("（秘密）关于某事的报告", "秘密")]
    [InlineData("关于某事的报告（机密）", "机密")]
    [InlineData("机密级", "机密")]
    [InlineData("秘密件", "秘密")]
    [InlineData("本文件为机密★2年，阅后退回", "机密")]
    public void A_mark_is_found_where_marks_stand(string line, string level)
    {
        var mark = Assert.Single(SecrecyMarks.Find($"第一行\n{line}\n末行"));
        Assert.Equal((level, 2), (mark.Level, mark.Line));
    }

    [Theory]
    [Rule(129)]
    [InlineData("标明“秘密”、“机密”、“绝密”的事项，一律不公开。")]
    [InlineData("标有「秘密」「机密」「绝密」的文件由专人保管。")]
    [InlineData("国家秘密的密级分为绝密、机密、秘密三级。")]
    [InlineData("密级：绝密、机密、秘密")]
    [InlineData("密级：□秘密 □机密 □绝密")]
    [InlineData("密级标志为绝密★、机密★、秘密★三种")]
    [InlineData("（如机密★1年）")]
    [InlineData("密级为机密的文件由专人管理。")]
    [InlineData("密级标志由密级、★和期限组成，如：机密★1年。")]
    [InlineData("在首页左上角标注“机密★1年”字样。")]
    [InlineData("绝密级不超过三十年，机密级不超过二十年，秘密级不超过十年。")]
    [InlineData("绝密级30年，机密级20年，秘密级10年")]
    [InlineData("（一）机密级国家秘密载体的管理")]
    [InlineData("涉及商业秘密的，按程序办理。")]
    [InlineData("保守国家秘密")]
    [InlineData("| 绝密 | 机密 | 秘密 |")]
    [InlineData("秘密花园艺术展演")]
    [InlineData("工作秘密★3年")]
    public void Words_in_running_text_are_no_mark(string line) => Assert.Empty(SecrecyMarks.Find(line));

    [Theory]
    [InlineData("工作秘密", HandlingKind.WorkSecret)]
    [InlineData("【工作秘密】", HandlingKind.WorkSecret)]
    [InlineData("密级：工作秘密", HandlingKind.WorkSecret)]
    [InlineData("内部资料 注意保存", HandlingKind.Internal)]
    [InlineData("内部资料，请勿外传", HandlingKind.Internal)]
    [InlineData("（内部使用）", HandlingKind.Internal)]
    [InlineData("注意保存", HandlingKind.Internal)]
    [InlineData("某项工作情况（内部文件）", HandlingKind.Internal)]
    [InlineData("（此件不公开）", HandlingKind.Withheld)]
    [InlineData("此件不予公开", HandlingKind.Withheld)]
    [InlineData("不宜公开", HandlingKind.Withheld)]
    [InlineData("公开属性：不予公开", HandlingKind.Withheld)]
    [InlineData("（此件依申请公开）", HandlingKind.OnApplication)]
    [InlineData("公开选项：□主动公开 ☑依申请公开 □不予公开", HandlingKind.OnApplication)]
    [InlineData("本通知属工作秘密，不得外传", HandlingKind.WorkSecret)]
    [InlineData("信息公开选项：依申请公开", HandlingKind.OnApplication)]
    [InlineData("公开方式\t依申请公开", HandlingKind.OnApplication)]
    public void A_mark_of_handling_is_found_where_marks_stand(string line, HandlingKind kind)
    {
        var mark = Assert.Single(HandlingMarks.Find($"第一行\n{line}\n末行"));
        Assert.Equal((kind, 2), (mark.Kind, mark.Line));
    }

    [Theory]
    [InlineData("下列信息，不予公开：")]
    [InlineData("除涉密和不宜公开的以外，都应当公开。")]
    [InlineData("公开属性分为主动公开、依申请公开、不予公开。")]
    [InlineData("公开属性：主动公开、依申请公开、不予公开")]
    [InlineData("公开属性|主动公开|依申请公开|不予公开")]
    [InlineData("公开方式：□主动公开 □依申请公开")]
    [InlineData("（此件公开发布）")]
    [InlineData("三、依申请公开")]
    [InlineData("依申请公开")]
    [InlineData("内部使用的会议室不对外出租。")]
    [InlineData("请注意保存申请回执，以便查询。")]
    [InlineData("泄露国家秘密、工作秘密的，依法处理。")]
    public void Words_in_running_text_are_no_mark_of_handling(string line) => Assert.Empty(HandlingMarks.Find(line));

    [Fact]
    public void A_long_line_costs_as_much_as_it_is_long()
    {
        foreach (var part in (string[])["密级", "密级:", "机密", "(((", "秘密1年", "密", "内部资料", "注意保存", "公开属性:|", "★机密"])
        {
            var text = string.Concat(Enumerable.Repeat(part, 100_000));
            _ = SecrecyMarks.Find(text).Count() + HandlingMarks.Find(text).Count();
        }
    }
}
