using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Recognising;
using Xunit;
using static Disclosure.Documents.Tests.Import.Recognising.Papers;

namespace Disclosure.Documents.Tests.Import.Recognising;

/// <summary>What became a field leaves the body, and nothing else does.</summary>
public sealed class RemainderTests
{
    private static readonly string[] Lines =
    [
        "毕节市测试局文件", "毕节市测试局", "毕节市财政局", "毕测发〔2026〕7号", "毕节市测试局公告2026年第3号", "2026年第3号", "毕节市人民政府令", "第3号", "毕节市测试局关于开展试验的通知",
        "毕节市测试局", "关于开展试验的通知", "（试行）", "毕节市测试局应急预案", "索引号：1　文号：毕测发〔2026〕8号", "各科室：", "一、总体要求", "（一）要求", "第一条 为了管理，制定本办法。",
        "现将有关事项通知如下。", "短行", "2026年11月2日", "二〇二六年十一月二日", "抄送：市委。", "毕节市测试局办公室 2026年11月5日印发", "附件", "附件：1.名单", "名单", "（此件公开发布）",
        "主题词：试验 通知", "首页 > 公开", "# 1号机组", "000001", "机密★1年", "通　知", "毕测发2026-30号毕节市测试局关于试验的函",
        "张三", "第", "号", "：", "《", "（", "2027-01-05", "成文日期：2027-01-05",
    ];

    private static readonly char[] Brackets = ['[', ']', '(', ')', '-', '〔', '〕', '第'];

    [Fact]
    public void Every_other_line_is_in_the_body_once_and_in_order()
    {
        for (var seed = 0; seed < 4_000; seed++)
        {
            var random = new Random(seed);
            var source = Enumerable.Range(0, random.Next(1, 25)).Select(_ => Lines[random.Next(Lines.Length)]).ToArray();
            var document = Recognition.Of(new ReadDocument(new Body([.. Blocks(source, random)]), []), Today);
            var body = TextOf(document);
            var removed = Removed(source, body);
            if (body.Length == source.Length) continue;
            var fields = Squeeze(document.Title.Value + document.DocumentNumber?.Value);
            foreach (var line in removed)
                Assert.True(IsHead(line) || Squeeze(line).All(c => fields.Contains(c, StringComparison.Ordinal) || Brackets.Contains(c)),
                    $"seed {seed}: {line} is no part of {fields}\n{string.Join('\n', source)}");
        }
    }

    /// <summary>Paragraphs of one or more lines, some of them centred or headings.</summary>
    private static IEnumerable<Block> Blocks(string[] source, Random random)
    {
        for (var at = 0; at < source.Length;)
        {
            var count = random.Next(3) == 0 ? Math.Min(random.Next(1, 4), source.Length - at) : 1;
            var inlines = source.Skip(at).Take(count).SelectMany(line => (Inline[])[new LineBreak(), new TextRun(line)]).Skip(1).ToList();
            yield return random.Next(6) == 0 ? new Heading(1, inlines) : new Paragraph(inlines, (Alignment)random.Next(3));
            at += count;
        }
    }

    /// <summary>The lines that are missing; fails when the body has a line more, or another order.</summary>
    private static List<string> Removed(string[] source, string[] body)
    {
        var removed = new List<string>();
        var at = 0;
        foreach (var line in source)
            if (at < body.Length && body[at] == line) at++;
            else removed.Add(line);
        Assert.Equal(body.Length, at);
        return removed;
    }

    private static bool IsHead(string line) => line.EndsWith("文件", StringComparison.Ordinal) || line is "毕节市测试局" or "毕节市财政局";

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [Fact]
    public void A_mark_of_a_note_keeps_its_line()
    {
        var title = new Paragraph([new TextRun("毕节市测试局工作总结"), new NoteReference(1)]);
        var body = new Body([title, Line("正文。")], [new Note("1", [new TextRun("注")])]);
        var document = Recognition.Of(new ReadDocument(body, []), Today);
        Assert.Equal("毕节市测试局工作总结[1]\n正文。\n[1] 注", BodyText.Of(document.Body));
    }

    [Fact]
    public void A_paper_of_nothing_but_a_title_keeps_it_as_text()
        => Assert.Equal(["毕节市测试局关于开展试验的通知"], TextOf(Recognise("毕节市测试局关于开展试验的通知")));

    [Fact]
    public void An_empty_paper_has_no_fields()
    {
        var document = Recognise("");
        Assert.Equal(("", null, null, null), (document.Title.Value, document.DocumentNumber, document.IssuingOrgan, document.ProducedOn));
    }

    [Fact]
    public void Tables_lists_and_quotations_stay_whole()
    {
        var table = new Table([], [[new Cell(false, 1, 1, [Line("毕测发〔2026〕9号")])], [new Cell(false, 1, 1, [Line("毕节市测试局关于其他的通知")])]]);
        var document = Recognise(Line("毕测发〔2026〕7号"), Line("毕节市测试局应急预案"), table, new ItemList(1, [[Line("毕节市测试局关于甲的通知")]]), Line("正文。"));
        Assert.Equal(("毕测发〔2026〕7号", "毕节市测试局应急预案"), (document.DocumentNumber?.Value, document.Title.Value));
        Assert.Equal(3, document.Body.Blocks.Count);
    }
}
