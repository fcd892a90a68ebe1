using Xunit;
using static Disclosure.Documents.Tests.Import.Recognising.Papers;

namespace Disclosure.Documents.Tests.Import.Recognising;

/// <summary>发文字号 in all the forms in which it is typed.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("毕测发〔2026〕30号", "毕测发〔2026〕30号")]
    [InlineData("毕测发(2026)30号", "毕测发〔2026〕30号")]
    [InlineData("毕测发（2026）30号", "毕测发〔2026〕30号")]
    [InlineData("毕测发[2026]30号", "毕测发〔2026〕30号")]
    [InlineData("毕测发﹝2026﹞30号", "毕测发〔2026〕30号")]
    [InlineData("毕测发［2026］30号", "毕测发〔2026〕30号")]
    [InlineData("毕测发【2026】30号", "毕测发〔2026〕30号")]
    [InlineData("毕测发〔２０２６〕３０号", "毕测发〔2026〕30号")]
    [InlineData("毕测发{2026}30号", "毕测发〔2026〕30号")]
    [InlineData("毕测发<2026>30号", "毕测发〔2026〕30号")]
    [InlineData("毕测发《2026》30号", "毕测发〔2026〕30号")]
    [InlineData("毕测发2026-30号", "毕测发〔2026〕30号")]
    [InlineData("毕测发202630号", "毕测发〔2026〕30号")]
    [InlineData("毕测发〔2026〕A12号", "毕测发〔2026〕A12号")]
    [InlineData("毕测发〔2026〕第030号", "毕测发〔2026〕30号")]
    [InlineData("毕测发〔2026〕30", "毕测发〔2026〕30号")]
    [InlineData("毕测发〔2026年〕30号", "毕测发〔2026〕30号")]
    [InlineData("毕测发〔二〇二六〕三十号", "毕测发〔2026〕30号")]
    [InlineData("毕 测 发 〔 2026 〕 30 号", "毕测发〔2026〕30号")]
    [InlineData("（毕测发〔2026〕30号）", "毕测发〔2026〕30号")]
    [InlineData("毕测罚决字〔2026〕第30号", "毕测罚决字〔2026〕30号")]
    [InlineData("（毕）测罚字〔2026〕3号", "（毕）测罚字〔2026〕3号")]
    [InlineData("国令第711号", "国令第711号")]
    [InlineData("国务院令第711号", "国务院令第711号")]
    [InlineData("国务院令（第711号）", "国务院令第711号")]
    [InlineData("中华人民共和国主席令第四十五号", "中华人民共和国主席令第四十五号")]
    [InlineData("毕节市人民政府令第3号", "毕节市人民政府令第3号")]
    [InlineData("国家发展改革委 商务部令第32号", "国家发展改革委 商务部令第32号")]
    [InlineData("国家发展改革委令2026年第3号", "国家发展改革委令2026年第3号")]
    [InlineData("财政部公告2026年第3号", "财政部公告2026年第3号")]
    [InlineData("财政部公告2026年第03号", "财政部公告2026年第3号")]
    [InlineData("财政部　公告　2026年第3号", "财政部公告2026年第3号")]
    [InlineData("2026年第3号", "2026年第3号")]
    [InlineData("（2026年第3号）", "2026年第3号")]
    [InlineData("财政部 税务总局公告2020年第2号", "财政部 税务总局公告2020年第2号")]
    [InlineData("财政部 税务总局 海关总署公告2020年第9号", "财政部 税务总局 海关总署公告2020年第9号")]
    public void A_number_above_the_title(string line, string number)
    {
        foreach (var parting in (string[])["\n", ""])
        {
            var document = Headed($"{line}{parting}毕节市测试局关于开展试验的通知");
            Assert.Equal((number, "毕节市测试局关于开展试验的通知", "毕节市测试局"),
                (document.DocumentNumber?.Value, document.Title.Value, document.IssuingOrgan?.Value));
            Assert.Equal("各科室：", TextOf(document)[0]);
        }
    }

    [Theory]
    [InlineData("毕节市测试局公告\n2026年第3号", "毕节市测试局公告2026年第3号")]
    [InlineData("毕节市测试局公告\n（2026年第3号）", "毕节市测试局公告2026年第3号")]
    [InlineData("毕节市测试局公告\n第3号", "毕节市测试局公告第3号")]
    [InlineData("毕节市测试局令\n第3号", "毕节市测试局令第3号")]
    [InlineData("毕节市测试局会议纪要\n〔2026〕3号", "毕节市测试局会议纪要〔2026〕3号")]
    public void A_serial_number_below_the_name_that_it_belongs_to(string lines, string number)
    {
        var document = Headed($"{lines}\n关于试验目录的决定");
        Assert.Equal((number, "关于试验目录的决定"), (document.DocumentNumber?.Value, document.Title.Value));
        Assert.Equal("各科室：", TextOf(document)[0]);
    }

    [Theory]
    [InlineData("毕测发〔2026〕7号　签发人：某某")]
    [InlineData("索引号：1　文号：毕测发（2026）第7号")]
    [InlineData("发文字号： 毕测发[2026]7号 成文日期：2026年11月2日")]
    [InlineData("发 文 字 号：毕测发〔2026〕7号")]
    public void A_number_beside_something_else_is_read_and_its_line_stays(string line)
    {
        var document = Headed($"{line}\n毕节市测试局关于开展试验的通知");
        Assert.Equal("毕测发〔2026〕7号", document.DocumentNumber?.Value);
        Assert.Equal("毕节市测试局关于开展试验的通知", document.Title.Value);
        Assert.Equal(line, TextOf(document)[0]);
    }

    [Theory]
    [InlineData("毕节市测试局关于开展试验的通知\n毕测发〔2026〕7号")]
    [InlineData("毕节市测试局关于开展试验的通知\n（毕测发〔2026〕7号）")]
    [InlineData("毕节市测试局关于开展试验的通知（毕测发〔2026〕7号）")]
    [InlineData("毕节市测试局关于开展试验的通知 毕测发(2026)7号")]
    [InlineData("毕节市测试局文件毕测发〔2026〕7号\n毕节市测试局关于开展试验的通知")]
    [InlineData("毕节市测试局文件\n毕测发〔2026〕7号\n毕节市测试局关于开展试验的通知")]
    [InlineData("毕 节 市 测 试 局 文 件\n毕测发〔2026〕7号\n毕节市测试局\n关于开展试验的通知")]
    public void Wherever_it_stands_in_the_head(string head)
    {
        var document = Headed(head);
        Assert.Equal(("毕测发〔2026〕7号", "毕节市测试局关于开展试验的通知"), (document.DocumentNumber?.Value, document.Title.Value));
        Assert.Equal("各科室：", TextOf(document)[0]);
    }

    [Theory]
    [InlineData("毕节市测试局关于转发《关于推进服务的意见》（国发〔2016〕55号）的通知")]
    [InlineData("附件1\n毕节市测试局2026年公开工作方案\n按照《关于推进服务的意见》（国发〔2016〕55号）要求，制定本方案。")]
    [InlineData("毕节市测试局关于开展试验的通知\n国发〔2016〕55号文件已经印发，请遵照执行。")]
    [InlineData("毕节市测试局关于开展试验的通知\n各科室：\n国发〔2016〕55号")]
    public void A_number_inside_a_sentence_or_behind_a_name_is_another_documents(string head)
        => Assert.Null(Headed(head).DocumentNumber);

    [Theory]
    [InlineData("文号：毕测发〔2026〕30号 毕节市测试局关于开展试验的通知", 1)]
    [InlineData("毕测发〔2026〕30号－毕节市测试局关于开展试验的通知", 0)]
    public void A_title_behind_it_is_the_title_and_a_label_stays(string line, int kept)
    {
        var document = Headed(line);
        Assert.Equal(("毕测发〔2026〕30号", "毕节市测试局关于开展试验的通知"), (document.DocumentNumber?.Value, document.Title.Value));
        Assert.Equal(kept == 1 ? line : "各科室：", TextOf(document)[0]);
    }

    [Fact]
    public void The_number_of_an_issue_is_no_documents_number()
        => Assert.Null(Headed("毕节市人民政府公报\n2026年第3号\n毕节市测试局关于开展试验的通知").DocumentNumber);

    [Fact]
    public void A_number_in_an_unusual_form_is_said_to_be_doubtful()
    {
        var document = Headed("毕测发2026-30号\n毕节市测试局关于开展试验的通知");
        Assert.Contains(document.Remarks, remark => remark.Words == "文号是推测的，取自第 1 行“毕测发2026-30号”，请核对。");
        Assert.DoesNotContain(Headed("毕测发〔2026〕30号\n毕节市测试局关于开展试验的通知").Remarks, remark => remark.Code == "doubtful-field");
    }
}
