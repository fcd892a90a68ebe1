using System.Text.RegularExpressions;
using Disclosure.Documents.Import.Recognising.Grammar;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>What a line of an official document is by itself, before its neighbours are asked.</summary>
internal enum LineKind
{
    /// <summary>May be a title or a part of one.</summary>
    Words,

    /// <summary>正文: a sentence.</summary>
    Sentence,

    /// <summary>结构层次序数: 一、 （一） 第一条 1.</summary>
    Section,

    /// <summary>主送机关.</summary>
    Addressee,

    /// <summary>A field and its value: 索引号：…</summary>
    Label,

    /// <summary>附件, 附件1 before an annex.</summary>
    Annex,

    /// <summary>附件说明: 附件：1.……</summary>
    AnnexList,

    /// <summary>版记: 抄送, 印发.</summary>
    Imprint,

    /// <summary>份号, 密级, 紧急程度.</summary>
    Mark,

    /// <summary>Words side by side, as a web page's menu leaves them.</summary>
    Menu,

    /// <summary>发文机关标志: ××文件.</summary>
    Head,

    /// <summary>A date alone.</summary>
    Date,

    /// <summary>公开属性: （此件公开发布）.</summary>
    Openness,
}

/// <summary>Tells the kinds of lines apart.</summary>
internal static partial class LineKinds
{
    private const int MaxTitleLine = 80;
    private const int MaxLongTitle = 180;

    public static LineKind Of(SourceLine line)
    {
        var text = line.Plain.Text;
        if (!line.IsFree) return text.StartsWith("抄送", StringComparison.Ordinal) ? LineKind.Imprint : LineKind.Sentence;
        if (IsHead(line)) return LineKind.Head;
        if (Mark().IsMatch(text)) return LineKind.Mark;
        if (Annex().IsMatch(text)) return LineKind.Annex;
        if (AnnexList().IsMatch(text)) return LineKind.AnnexList;
        if (Imprint().IsMatch(text) && !text.Contains("关于", StringComparison.Ordinal)) return LineKind.Imprint;
        if (OpennessFinder.In(text) is not null && text.Length <= 20) return LineKind.Openness;
        if (Labels.IsLabel(text) || (text.StartsWith("成文日期", StringComparison.Ordinal) && text.Length < 20)) return LineKind.Label;
        if (IsDate(text)) return LineKind.Date;
        if (Section().IsMatch(text) || (line.IsHeading && NumberedHeading().IsMatch(text))) return LineKind.Section;
        if (text[^1] == ':' || Everybody().IsMatch(text)) return LineKind.Addressee;
        if (text[0] == '#' || IsSentence(text)) return LineKind.Sentence;
        return IsMenu(line) ? LineKind.Menu : LineKind.Words;
    }

    private static bool IsSentence(string text)
    {
        if (text.Length > MaxTitleLine) return text.Length > MaxLongTitle || !About().IsMatch(text) || DocumentKinds.Of(text) is null;
        return End().IsMatch(text) || (Commas().IsMatch(text) && !(About().IsMatch(text) && DocumentKinds.Of(text) is not null));
    }

    private static bool IsMenu(SourceLine line)
    {
        var text = line.Plain.Text;
        if (Path().IsMatch(text)) return true;
        return Menu().IsMatch(line.Text) && !IsSpaced(line.Text) && !About().IsMatch(text) && OrganNames.AtStartOf(text) is null
            && OrganNames.AllOf(line.Text).Count == 0;
    }

    /// <summary>Whether a line may be an annex's or of the imprint: asked of every line of a text.</summary>
    public static bool MayEndText(SourceLine line) => line.Text[0] is '附' or '抄' or '分' or '主' or '校' or '共' or '（' or '('
        || line.Text[^1] is '发' or '制';

    /// <summary>Letters set apart: 通　　知.</summary>
    public static bool IsSpaced(string line)
        => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts && parts.All(part => part.Length == 1);

    private static bool IsHead(SourceLine line)
    {
        var text = line.Plain.Text;
        if (!text.EndsWith("文件", StringComparison.Ordinal) || text.Length > 100) return false;
        return text.Length == 2 || OrganNames.AllOf(line.Plain.Until(text.Length - 2)).Count > 0 || OrganNames.IsOrgan(text[..^2]);
    }

    private static bool IsDate(string text) => WrittenDate.In(text) is { } date && date.Begin <= 1 && text.Length - date.End <= 1;

    [GeneratedRegex(@"^(份号:?)?[0-9]{6}$|^(绝密|机密|秘密)([★☆*].{0,10})?$|^(特急|加急|急件|平急|特提|紧急)$|^(绝密|机密|秘密).{0,12}(特急|加急|急件|平急)$")]
    private static partial Regex Mark();

    [GeneratedRegex("^(附件|附录|附表)([0-9]{1,2}|[一二三四五六七八九十]{1,3})?[:.-]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Annex();

    [GeneratedRegex(@"^(附件[0-9一二三四五六七八九十]{0,2}[:.]|附[:]|附件[0-9]*\()")]
    private static partial Regex AnnexList();

    [GeneratedRegex("^(抄送|抄报|分送|主报|主送)|印发$|印制$|^\\(?共印[0-9]{1,5}份|^校对:", RegexOptions.ExplicitCapture)]
    private static partial Regex Imprint();

    [GeneratedRegex(@"^(目录|前言|引言|摘要|概述|正文|附录|后记)$|^(第[一二三四五六七八九十百零〇0-9]{1,6}([章节条款项编]|部分)|[一二三四五六七八九十]{1,3}[、.,，]|\([一二三四五六七八九十0-9]{1,3}\)"
        + @"|[0-9]{1,3}([、)]|\.(?![0-9]))|[0-9]{1,2}(\.[0-9]{1,2}){1,3}(?![0-9.\-年])|[①-⑳]|[-•●■◆])", RegexOptions.ExplicitCapture)]
    private static partial Regex Section();

    /// <summary>1 总则, where the space was all that parted them.</summary>
    [GeneratedRegex("^[0-9]{1,2}[^0-9年月日.]")]
    private static partial Regex NumberedHeading();

    /// <summary>主送机关 without the colon that it should have.</summary>
    [GeneratedRegex(@"^(各|局机关各|机关各|市直各|县直各|省直各|区直各|全市各|全县各|全省各).{2,}(单位|部门|政府|科室|室\)|局|机构|企业|学校|委员会)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Everybody();

    [GeneratedRegex("[。;!?；！？]|^(为|根据|按照|依据|经|现将|兹).{12,}[,，]")]
    private static partial Regex End();

    [GeneratedRegex("[,，].*[,，]")]
    private static partial Regex Commas();

    [GeneratedRegex("关于|转发|印发|批转|《")]
    private static partial Regex About();

    [GeneratedRegex(@"^\S{2,}(\s+\S{2,}){2,}$")]
    private static partial Regex Menu();

    [GeneratedRegex("^(首页|网站首页|返回|打印|关闭|扫一扫|分享|字号|政务公开|信息公开|通知公告|搜索|登录|注册|无障碍)$|[>»/|].+[>»/|]",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Path();
}
