using Disclosure.Documents.Bodies;
using Xunit;
using static Disclosure.Documents.Tests.Import.Recognising.Papers;

namespace Disclosure.Documents.Tests.Import.Recognising;

/// <summary>标题: below the number, of organ, what it is about and kind.</summary>
public sealed class TitleTests
{
    public static TheoryData<string> Kinds() =>
    [
        "应急预案", "条例", "部门预算", "2026年部门决算", "行政处罚决定书", "许可事项目录", "请示", "人员名单", "招标书", "招标公告", "机构职能",
        "工作总结", "2025年度工作报告", "议案", "命令", "通报", "会议纪要", "管理办法（试行）", "暂行规定", "章程修正案", "关于试验的函",
        "权责清单（2026年版）", "政府信息公开指南", "政府信息公开年度报告", "政策解读", "裁量基准", "征求意见稿公告",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_red_head_is_no_title_and_the_line_below_the_number_is(string kind)
    {
        var document = Headed($"毕节市测试局文件\n\n毕测发〔2026〕7号\n\n毕节市测试局{kind}");
        Assert.Equal($"毕节市测试局{kind}", document.Title.Value);
        Assert.Equal(["各科室：", "　　现将有关事项通知如下。", "毕节市测试局", "2026年11月2日"], TextOf(document));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_number_and_red_head_too(string kind)
        => Assert.Equal($"毕节市测试局{kind}", Headed($"毕节市测试局{kind}").Title.Value);

    [Theory]
    [InlineData("毕节市测试局\n关于开展试验的通知", "毕节市测试局关于开展试验的通知")]
    [InlineData("毕节市测试局\n毕节市财政局\n关于开展试验的通知", "毕节市测试局 毕节市财政局关于开展试验的通知")]
    [InlineData("毕节市人民政府\n办公室关于开展试验的通知", "毕节市人民政府办公室关于开展试验的通知")]
    [InlineData("毕节市测试局关于印发\n《试验工作制度》等制度的通知", "毕节市测试局关于印发《试验工作制度》等制度的通知")]
    [InlineData("毕节市测试局关于印发《试验工作制度\n（试行）》的通知", "毕节市测试局关于印发《试验工作制度（试行）》的通知")]
    [InlineData("毕节市测试局关于印发试验工作制度\n的通知", "毕节市测试局关于印发试验工作制度的通知")]
    [InlineData("毕节市测试局关于调整领导小组职责\n和办公室设置的通知", "毕节市测试局关于调整领导小组职责和办公室设置的通知")]
    [InlineData("毕节市测试局管理办法\n（试行）", "毕节市测试局管理办法（试行）")]
    [InlineData("毕节市测试局2026年度\n部门预算", "毕节市测试局2026年度部门预算")]
    [InlineData("毕节市突发公共卫生事件\n应急预案", "毕节市突发公共卫生事件应急预案")]
    [InlineData("毕节市测试局\n通　　知", "毕节市测试局通知")]
    [InlineData("关 于 开 展 试 验 的 通 知", "关于开展试验的通知")]
    public void A_title_broken_over_lines_is_joined(string lines, string title)
    {
        foreach (var above in (string[])["", "毕测发〔2026〕7号\n", "毕节市测试局文件\n毕测发〔2026〕7号\n"])
        {
            var document = Headed(above + lines);
            Assert.Equal(title, document.Title.Value);
            Assert.Equal("各科室：", TextOf(document)[0]);
        }
    }

    [Theory]
    [InlineData("成文日期：2026年11月02日")]
    [InlineData("索引号：000014349/2026-00012")]
    [InlineData("公开方式：主动公开")]
    [InlineData("签发人：某某")]
    [InlineData("签 发 人：某某")]
    [InlineData("发布机构：毕节市测试局　发布时间：2026-11-02")]
    [InlineData("来源：毕节市测试局 发布时间：2026-11-02 [打印] [关闭]")]
    [InlineData("000001\n机密★1年\n特急")]
    [InlineData("附件1")]
    [InlineData("首页 > 政务公开 > 公开制度")]
    [InlineData("帮助 公开 公开制度")]
    [InlineData("（此件公开发布）")]
    [InlineData("2026年11月2日")]
    public void A_field_a_mark_or_a_menu_above_is_no_title(string line)
    {
        var document = Headed($"{line}\n毕节市测试局关于开展试验的通知");
        Assert.Equal("毕节市测试局关于开展试验的通知", document.Title.Value);
        Assert.Equal(line.Split('\n'), TextOf(document)[..line.Split('\n').Length]);
    }

    [Fact]
    public void A_numbered_heading_never_is_the_title()
    {
        var document = Recognise(Line("毕测发〔2026〕7号"), Line("毕节市测试局关于开展试验的通知"), Line("各科室："),
            new Heading(1, [new TextRun("一、总体要求")]), Line("正文甲。"), Line("毕节市测试局"), Line("2026年11月2日"));
        Assert.Equal("毕节市测试局关于开展试验的通知", document.Title.Value);
        Assert.Equal(["各科室：", "一、总体要求", "正文甲。", "毕节市测试局", "2026年11月2日"], TextOf(document));
        Assert.IsType<Heading>(document.Body.Blocks[1]);
    }

    [Theory]
    [InlineData("一、总体要求")]
    [InlineData("（一）总体要求")]
    [InlineData("第一章 总则")]
    [InlineData("第一条 为了规范管理，制定本办法。")]
    [InlineData("1.总体要求")]
    public void However_it_is_numbered(string heading)
    {
        var document = Recognise(Line("毕节市测试局试验管理"), new Heading(1, [new TextRun(heading)]), Line("正文甲。"));
        Assert.Equal("毕节市测试局试验管理", document.Title.Value);
        Assert.Equal(heading, TextOf(document)[0]);
    }

    [Fact]
    public void A_line_that_begins_with_a_hash_is_text()
    {
        var document = Recognise("毕节市测试局关于公布统计表的通知\n# 1号机组停运检修。");
        Assert.Equal("毕节市测试局关于公布统计表的通知", document.Title.Value);
        Assert.Equal(["# 1号机组停运检修。"], TextOf(document));
    }

    [Fact]
    public void A_heading_or_centred_lines_are_a_title_even_without_a_kind()
    {
        Assert.Equal("毕节市的试验", Recognise(Line("某某网"), new Heading(1, [new TextRun("毕节市的试验")]), Line("正文。")).Title.Value);
        var document = Recognise(Line("毕节市试验", Alignment.Center), Line("一周年成果", Alignment.Center), Line("正文很短。"));
        Assert.Equal(("毕节市试验一周年成果", "正文很短。"), (document.Title.Value, BodyText.Of(document.Body)));
    }

    [Fact]
    public void A_title_too_long_is_clipped_and_stays_whole_in_the_body()
    {
        var line = string.Concat(Enumerable.Repeat("很长的一行文字", 30)) + "末尾";
        var document = Recognise(line + "\n\n第二段\n");
        Assert.Equal(120, document.Title.Value.Length);
        Assert.Contains(line, BodyText.Of(document.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_one_paragraph_are_told_apart()
    {
        var document = Recognise(new Paragraph([new TextRun("毕测发〔2026〕7号"), new LineBreak(), new TextRun("毕节市测试局关于"), new LineBreak(),
            new TextRun("开展试验的通知", Marks.Strong), new LineBreak(), new TextRun("各科室："), new LineBreak(), new TextRun("正文。")]));
        Assert.Equal("毕节市测试局关于开展试验的通知", document.Title.Value);
        Assert.Equal(["各科室：", "正文。"], TextOf(document));
    }

    [Fact]
    public void Each_proposal_says_where_it_was_read()
    {
        var document = Headed("毕节市测试局文件\n毕测发〔2026〕7号\n毕节市测试局关于开展试验的通知");
        Assert.Equal((3, "毕节市测试局关于开展试验的通知"), (document.Title.Place.Line, document.Title.Place.Excerpt));
        Assert.Equal((2, 7, 3), (document.DocumentNumber!.Place.Line, document.ProducedOn!.Place.Line, document.IssuingOrgan!.Place.Line));
    }
}
