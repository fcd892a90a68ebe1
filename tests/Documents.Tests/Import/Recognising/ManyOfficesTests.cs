using Disclosure.Documents.Bodies;
using Disclosure.Kernel;
using Xunit;
using static Disclosure.Documents.Tests.Import.Recognising.Papers;

namespace Disclosure.Documents.Tests.Import.Recognising;

/// <summary>Organs of every kind, and the heads and ends of papers as they are found in the world.</summary>
public sealed class ManyOfficesTests
{
    [Theory]
    [InlineData("国家税务总局毕节市税务局")]
    [InlineData("毕节市七星关区人民政府")]
    [InlineData("贵州毕节经济开发区管理委员会")]
    [InlineData("中共毕节市委")]
    [InlineData("中共毕节市委办公室")]
    [InlineData("中共毕节市测试局党组")]
    [InlineData("共青团毕节市委")]
    [InlineData("毕节市妇女联合会")]
    [InlineData("毕节市总工会")]
    [InlineData("毕节海关")]
    [InlineData("毕节市第一人民医院")]
    [InlineData("毕节市住房公积金管理中心")]
    [InlineData("毕节市安全生产委员会办公室")]
    [InlineData("毕节市机关事务管理局")]
    [InlineData("毕节市人民检察院")]
    [InlineData("毕节市特种设备检验所")]
    [InlineData("毕节市疫情防控领导小组")]
    [InlineData("毕节市防汛抗旱指挥部")]
    [InlineData("毕节市人民代表大会常务委员会")]
    [InlineData("毕节市公安局交通警察支队")]
    [InlineData("毕节市文化广电旅游局（毕节市版权局）")]
    [InlineData("毕节市人民政府国有资产监督管理委员会")]
    [InlineData("财政部")]
    [InlineData("国务院")]
    [InlineData("国务院办公厅")]
    [InlineData("海关总署")]
    public void An_organ_is_read_from_title_signature_and_red_head(string organ)
    {
        Assert.Equal(organ, Recognise($"{organ}关于开展试验的通知\n各单位：\n正文。").IssuingOrgan?.Value);
        Assert.Equal(organ, Recognise($"关于开展试验的通知\n各单位：\n正文。\n{organ}\n2026年11月2日").IssuingOrgan?.Value);
        Assert.Equal(organ, Recognise($"关于开展试验的通知\n各单位：\n正文。\n{organ}2026年11月2日").IssuingOrgan?.Value);
        Assert.Equal(organ, Recognise($"{organ}文件\n毕测发〔2026〕7号\n关于开展试验的通知\n各单位：\n正文。").IssuingOrgan?.Value);
        Assert.Equal($"{organ}关于开展试验的通知", Recognise($"{organ}\n关于开展试验的通知\n各单位：\n正文。").Title.Value);
    }

    [Theory]
    [InlineData("财政部 税务总局 海关总署")]
    [InlineData("毕节市测试局 毕节市财政局 国家税务总局毕节市税务局")]
    [InlineData("中共毕节市委办公室 毕节市人民政府办公室")]
    [InlineData("毕节市测试局 毕节市财政局 毕节市人力资源和社会保障局 毕节市教育局")]
    public void Joint_organs_in_title_and_signature(string organs)
    {
        var names = organs.Split(' ');
        foreach (var parting in (string[])["\n", "　　", "　"])
        {
            var signed = string.Join(parting, names);
            Assert.Equal(organs, Recognise($"关于开展试验的通知\n各单位：\n正文。\n{signed}\n2026年11月2日").IssuingOrgan?.Value);
            Assert.Equal(organs, Recognise($"{signed}\n关于开展试验的通知\n各单位：\n正文。").IssuingOrgan?.Value);
            Assert.Equal(organs, Recognise($"{signed}\n文件\n毕测发〔2026〕7号\n关于开展试验的通知\n各单位：\n正文。").IssuingOrgan?.Value);
        }
    }

    [Fact]
    public void Organs_two_on_a_line_are_read_line_by_line()
        => Assert.Equal("毕节市测试局 毕节市财政局 毕节市教育局 毕节市民政局", Closed(
            "毕节市测试局　　毕节市财政局\n毕节市教育局　　毕节市民政局\n2026年11月2日").IssuingOrgan?.Value);

    [Theory]
    [InlineData("毕节市测试局毕测发〔2026〕7号\n关于开展试验的通知", "毕测发〔2026〕7号")]
    [InlineData("特急　毕测明电〔2026〕7号\n毕节市测试局关于开展试验的通知", "毕测明电〔2026〕7号")]
    [InlineData("索 引 号\t000014349\t发文字号\t毕测发〔2026〕7号\n毕节市测试局关于开展试验的通知", "毕测发〔2026〕7号")]
    [InlineData("中华人民共和国主席令\n第四十五号", "中华人民共和国主席令第四十五号")]
    [InlineData("中华人民共和国国务院令\n第 711 号", "中华人民共和国国务院令第711号")]
    [InlineData("毕节市人民政府令（第3号）\n毕节市试验办法", "毕节市人民政府令第3号")]
    [InlineData("国家市场监督管理总局令第31号\n试验管理办法", "国家市场监督管理总局令第31号")]
    [InlineData("国发明电〔2026〕3号\n国务院关于开展试验的通知", "国发明电〔2026〕3号")]
    [InlineData("毕节市测试局通告\n〔2026〕第3号\n关于开展试验的通告", "毕节市测试局通告〔2026〕3号")]
    public void Numbers_of_other_offices(string head, string number)
    {
        var document = Recognise($"{head}\n各单位：\n正文。");
        Assert.Equal(number, document.DocumentNumber?.Value);
        Assert.DoesNotContain('〔', document.IssuingOrgan?.Value ?? "");
        Assert.DoesNotContain("号", document.IssuingOrgan?.Value ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("成文日期 2026年11月2日\n毕节市测试局工作要点\n正文。")]
    [InlineData("索引号\t1\t成文日期\t2026-11-02\n毕节市测试局工作要点\n正文。")]
    [InlineData("毕节市人民政府令\n第3号\n《试验办法》已经通过，现予公布。\n毕节市人民政府\n市长　某某\n2026年11月2日\n试验办法\n第一条 略。\n2027年1月1日")]
    [InlineData("毕节市测试局工作要点\n各科室：\n正文。\n附件：\n培训日程\n人员名单\n毕节市测试局\n2026年11月2日")]
    [InlineData("毕节市测试局工作要点\n各科室：\n正文。\n附件：1.培训日程\n　　　2.人员名单\n毕节市测试局\n2026年11月2日\n附件1\n培训日程\n2026年11月20日")]
    [InlineData("毕节市测试局工作要点\n正文。\n毕节市测试局\n2026年11月2日\n毕节市测试局培训方案\n正文。\n毕节市测试局\n2026年11月20日")]
    [InlineData("毕节市测试局工作要点\n各科室：\n正文。\n毕节市测试局\n日期：2026年11月2日")]
    public void The_day_of_signing_is_found(string text)
    {
        var document = Recognise(text);
        Assert.Equal(new DateOnly(2026, 11, 2), document.ProducedOn?.Value);
        Assert.StartsWith("毕节市", document.IssuingOrgan?.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("（此件公开发布）", DisclosureAttribute.Proactive)]
    [InlineData("(此件主动公开)", DisclosureAttribute.Proactive)]
    [InlineData("此件依申请公开", DisclosureAttribute.OnRequest)]
    [InlineData("（此件不予公开）", DisclosureAttribute.Withheld)]
    [InlineData("公开方式：主动公开", DisclosureAttribute.Proactive)]
    [InlineData("公开属性： 依申请公开", DisclosureAttribute.OnRequest)]
    [InlineData("信息公开选项：□主动公开　☑依申请公开　□不予公开", DisclosureAttribute.OnRequest)]
    public void What_a_paper_says_of_its_own_publication_is_proposed_and_said(string line, DisclosureAttribute attribute)
    {
        var document = Closed($"毕节市测试局\n2026年11月2日\n{line}");
        Assert.Equal(attribute, document.Attribute?.Value);
        Assert.Equal(new DateOnly(2026, 11, 2), document.ProducedOn?.Value);
        Assert.Contains(document.Remarks, remark => remark.Code == "stated-attribute");
        Assert.Contains(line, TextOf(document));
    }

    [Fact]
    public void A_sentence_about_publication_says_nothing_of_the_paper()
        => Assert.Null(Closed("凡应主动公开的信息，不得以依申请公开代替。").Attribute);

    [Fact]
    public void Keywords_are_read_behind_their_label()
        => Assert.Equal(["试验", "公开", "通知"], Closed("主题词：试验　公开　通知").Keywords?.Value);

    [Theory]
    [InlineData("毕节市测试局关于印发《试验办法》的通知", "通知")]
    [InlineData("毕节市测试局行政处罚决定书", "行政处罚决定书")]
    [InlineData("毕节市测试局试验管理办法（试行）", "管理办法")]
    [InlineData("毕节市测试局2026年部门预算", "部门预算")]
    [InlineData("毕节市测试局转发《关于开展试验的意见》", "意见")]
    public void The_kind_is_the_word_with_which_the_title_ends(string title, string kind)
        => Assert.Equal(kind, Headed(title).Kind?.Value);

    [Theory]
    [InlineData("附件2：毕节市测试局应急预案\n一、总则\n正文。", "毕节市测试局应急预案")]
    [InlineData("标题：毕节市测试局应急预案\n索引号：1\n正文如下。", "毕节市测试局应急预案")]
    [InlineData("毕节市测试局公告\n2026年第3号\n现将目录予以公布。", "毕节市测试局公告")]
    [InlineData("欢迎访问本网站！今天是星期一。\n毕节市测试局关于开展试验的通知\n各科室：\n正文。", "毕节市测试局关于开展试验的通知")]
    [InlineData("毕节市测试局工作总结\n目　录\n一、概况\n正文。", "毕节市测试局工作总结")]
    [InlineData("毕节市测试局\n\n关于开展试验的通知\n毕节市测试局\n2026年11月2日", "毕节市测试局关于开展试验的通知")]
    [InlineData("招标书\n一、项目概况\n正文。", "招标书")]
    [InlineData("毕测发〔2026〕7号\n人员名单\n张三\n李四", "人员名单")]
    [InlineData("毕测发〔2026〕7号\n培训期间的纪律要求\n一、准时\n正文。", "培训期间的纪律要求")]
    [InlineData("毕节市测试局关于加强管理、完善制度，提高效率，方便群众的意见\n各科室：\n正文。", "毕节市测试局关于加强管理、完善制度，提高效率，方便群众的意见")]
    public void Titles_in_other_surroundings(string text, string title) => Assert.Equal(title, Recognise(text).Title.Value);

    [Fact]
    public void Centred_lines_are_one_title_and_the_line_below_is_text()
    {
        var document = Recognise(Line("毕节市试验与检验检测", Alignment.Center), Line("技术服务中心2026年度", Alignment.Center),
            Line("部门决算", Alignment.Center), Line("（2026年11月2日）", Alignment.Center), Line("一、概况"), Line("正文。"));
        Assert.Equal("毕节市试验与检验检测技术服务中心2026年度部门决算", document.Title.Value);
        Assert.Equal(new DateOnly(2026, 11, 2), document.ProducedOn?.Value);
    }
}
