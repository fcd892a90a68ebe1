using Disclosure.Rules.Identifiers;
using Xunit;

namespace Disclosure.Rules.Tests.Identifiers;

/// <summary>Orders and announcements, alone and joint, and the brackets of keyboards.</summary>
public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("财政部 税务总局公告2020年第2号", "财政部 税务总局公告2020年第2号")]
    [InlineData("财政部 税务总局 海关总署公告2020年第9号", "财政部 税务总局 海关总署公告2020年第9号")]
    [InlineData("财政部　税务总局公告2020年第2号", "财政部 税务总局公告2020年第2号")]
    [InlineData("财政部、税务总局公告2020年第2号", "财政部、税务总局公告2020年第2号")]
    [InlineData("国家发展改革委 商务部令第32号", "国家发展改革委 商务部令第32号")]
    [InlineData("财政部 税务总局2020年第2号公告", "财政部 税务总局2020年第2号公告")]
    [InlineData("中华人民共和国主席令第四十五号", "中华人民共和国主席令第四十五号")]
    [InlineData("中华人民共和国主席令第十号", "中华人民共和国主席令第十号")]
    [InlineData("中华人民共和国主席令第一一四号", "中华人民共和国主席令第一一四号")]
    [InlineData("中华人民共和国主席令第一百零三号", "中华人民共和国主席令第一百零三号")]
    [InlineData("国令第711号", "国令第711号")]
    [InlineData("中国人民银行令〔2021〕第3号", "中国人民银行令〔2021〕第3号")]
    [InlineData("国务院令第711号", "国务院令第711号")]
    [InlineData("公告2026年第3号", "公告2026年第3号")]
    [InlineData("交通运输部令2023年第5号", "交通运输部令2023年第5号")]
    [InlineData("国办函〔2020〕\u200B109号", "国办函〔2020〕109号")]
    public void A_number_in_use_is_accepted(string value, string normal)
    {
        var check = DocumentNumber.Check(value);
        Assert.True(check.Valid, check.Reason);
        Assert.Equal(normal, check.Normalized);
    }

    [Theory]
    [InlineData("主席令第四五号", "不是汉字数字")]
    [InlineData("主席令第十十号", "不是汉字数字")]
    [InlineData("主席令第〇号", "从 1 开始")]
    [InlineData("国务院 令第711号", "空格", "国务院令第711号")]
    [InlineData("国 务 院令第711号", "空格", "国务院令第711号")]
    [InlineData("财政部 税务总局公告 2020年第2号", "空格")]
    [InlineData("国务院第711号令", "“第”之前", "国务院令第711号")]
    public void Another_form_says_why(string value, string reason, string? normal = null)
    {
        var check = DocumentNumber.Check(value);
        Assert.False(check.Valid);
        Assert.Contains(reason, check.Reason, StringComparison.Ordinal);
        if (normal is not null) Assert.Equal(normal, check.Normalized);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("()")]
    [InlineData("（）")]
    [InlineData("［］")]
    [InlineData("【】")]
    [InlineData("〖〗")]
    [InlineData("﹝﹞")]
    [InlineData("「」")]
    [InlineData("『』")]
    [InlineData("<>")]
    [InlineData("《》")]
    [InlineData("〈〉")]
    [InlineData("{}")]
    [InlineData("｛｝")]
    [InlineData("❲❳")]
    [InlineData("︹︺")]
    public void Every_bracket_of_a_keyboard_is_told_and_made_the_right_one(string pair)
    {
        var check = DocumentNumber.Check($"国办函{pair[0]}2020{pair[1]}109号");
        Assert.Contains("六角括号", check.Reason, StringComparison.Ordinal);
        Assert.Equal("国办函〔2020〕109号", check.Normalized);
    }
}
