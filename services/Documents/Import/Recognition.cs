using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Documents.Bodies;

namespace Disclosure.Documents.Import;

/// <summary>Finds title, 文号, 成文日期 and 发文机关 in the text of an official document.</summary>
/// <remarks>A proposal to the drafter, who sees every field before anything is submitted; what is not found stays absent.</remarks>
public static partial class Recognition
{
    private const int HeadLines = 30;
    private const int MaxTitle = 120;

    // What is looked for stands in a short line; the longest heads that websites leave behind have some hundreds.
    private const int MaxLine = 1000;

    /// <summary>Recognises a document by the lines of its text.</summary>
    /// <param name="document">What was read.</param>
    /// <returns>What was found.</returns>
    public static RecognisedDocument Of(ReadDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var lines = BodyText.Of(document.Body).Split('\n').Select(line => line.Trim()).ToList();
        var filled = lines.Select((line, index) => (Text: line.Length <= MaxLine ? line : line[..MaxLine], Index: index))
            .Where(line => line.Text.Length > 0).ToList();
        var title = Title(filled);
        var body = string.Join("\n", Body(lines, title.FirstIndex, title.LastIndex)).Trim();
        return new RecognisedDocument(title.Text, Lines.ToBody(body.Length > 0 ? body : title.Text), DocumentNumber(filled), Date(filled),
            Organ(filled, title.Text));
    }

    /// <summary>The 文号 stands on a line of its own or behind its label; one inside a sentence is another document's.</summary>
    private static string? DocumentNumber(List<(string Text, int Index)> lines)
        => lines.Take(HeadLines).Select(line => NumberLine().Match(line.Text)).FirstOrDefault(match => match.Success) is { } found
        ? Tidy(found.Groups["number"].Value) : null;

    /// <summary>The title: a marked heading, else the first line that ends like a document's name, with the lines it continues.</summary>
    private static (string Text, int FirstIndex, int LastIndex) Title(List<(string Text, int Index)> lines)
    {
        var head = lines.Take(HeadLines).ToList();
        var heading = head.Find(line => line.Text.StartsWith("# ", StringComparison.Ordinal));
        if (heading.Text is not null) return Clip(heading.Text[2..].Trim(), heading.Index, heading.Index);
        var last = head.FindIndex(line => IsTitleLike(line.Text) && EndsLikeATitle().IsMatch(line.Text));
        if (last < 0) last = Math.Max(head.FindIndex(line => IsTitleLike(line.Text)), 0);
        var first = last;
        var text = head[last].Text;
        // A long title is broken over centred lines: the organ and 关于… stand above the line that ends it.
        while (first > 0 && last - first < 3 && head[first - 1].Index == head[first].Index - 1 && Continues(head[first - 1].Text)
            && head[first - 1].Text.Length + text.Length <= MaxTitle)
            text = head[--first].Text + text;
        return Clip(text, head[first].Index, head[last].Index);
    }

    private static bool Continues(string line) => IsTitleLike(line) && !EndsLikeATitle().IsMatch(line)
        && !line.EndsWith("文件", StringComparison.Ordinal);

    private static bool IsTitleLike(string line) => line.Length is > 3 and <= 60 && !Sentence().IsMatch(line) && !Number().IsMatch(line)
        && !line.EndsWith('：') && !line.EndsWith(':') && !DateLine().IsMatch(line) && !Attachment().IsMatch(line)
        && !Navigation().IsMatch(line);

    private static IEnumerable<string> Body(List<string> lines, int firstTitle, int lastTitle)
        => lines.Where((_, index) => index < firstTitle || index > lastTitle).Select(Paragraph);

    // Numbered headings of official documents (一、 第一章 第一条) become paragraphs of their own.
    private static string Paragraph(string line) => line.Length == 0 || line.StartsWith('|') ? line : line + "\n";

    /// <summary>The last date that stands alone near the end is the signing date; else one written as 成文日期.</summary>
    private static DateOnly? Date(List<(string Text, int Index)> lines)
    {
        var labelled = lines.Select(line => LabelledDate().Match(line.Text)).FirstOrDefault(m => m.Success);
        if (labelled is not null && Parse(labelled) is { } given) return given;
        return lines.AsEnumerable().Reverse().Select(line => DateLine().Match(line.Text)).Where(m => m.Success).Select(Parse)
            .FirstOrDefault(d => d is not null);
    }

    private static string? Organ(List<(string Text, int Index)> lines, string title)
    {
        var about = title.IndexOf("关于", StringComparison.Ordinal);
        if (about > 3 && OrganEnd().IsMatch(title[..about])) return title[..about];
        if (lines.Take(HeadLines).Select(line => LabelledOrgan().Match(line.Text))
            .FirstOrDefault(match => match.Success) is { } labelled) return labelled.Groups["organ"].Value;
        var signed = lines.FindLastIndex(line => DateLine().IsMatch(line.Text));
        if (signed >= 0 && DateLine().Match(lines[signed].Text).Groups["organ"] is { Success: true } beside) return beside.Value;
        if (signed > 0 && OrganEnd().IsMatch(lines[signed - 1].Text) && lines[signed - 1].Text.Length <= 40) return lines[signed - 1].Text;
        var named = OrganInTitle().Match(title);
        return named.Success ? named.Value : null;
    }

    private static DateOnly? Parse(Match match)
    {
        var year = Number(match.Groups["y"].Value);
        var month = Number(match.Groups["m"].Value);
        var day = Number(match.Groups["d"].Value);
        return year is >= 1949 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    /// <summary>Arabic digits, or Chinese ones: 二〇二〇, 十二, 二十一.</summary>
    private static int Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var arabic)) return arabic;
        const string digits = "〇一二三四五六七八九";
        text = text.Replace('○', '〇').Replace('零', '〇').Replace('Ｏ', '〇').Replace('O', '〇');
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
        {
            var value = 0;
            foreach (var c in text) value = (value * 10) + Math.Max(digits.IndexOf(c, StringComparison.Ordinal), 0);
            return value;
        }

        var tens = ten == 0 ? 1 : Math.Max(digits.IndexOf(text[ten - 1], StringComparison.Ordinal), 0);
        var ones = ten == text.Length - 1 ? 0 : Math.Max(digits.IndexOf(text[ten + 1], StringComparison.Ordinal), 0);
        return (tens * 10) + ones;
    }

    /// <summary>A longer line gives its beginning as the title and stays in the body, so that nothing of it is lost.</summary>
    private static (string Text, int FirstIndex, int LastIndex) Clip(string title, int first, int last)
        => title.Length <= MaxTitle ? (title, first, last) : (title[..MaxTitle], -1, -1);

    private static string Tidy(string number) => number.Replace('[', '〔').Replace(']', '〕').Replace('【', '〔').Replace('】', '〕')
        .Replace('（', '〔').Replace('）', '〕').Replace('(', '〔').Replace(')', '〕').Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"[\u4e00-\u9fff]{2,12}\s*[〔\[【（]\s*(19|20)\d{2}\s*[〕\]】）]\s*(第\s*)?\d{1,5}\s*号")]
    private static partial Regex Number();

    [GeneratedRegex(@"(^[（(]?|(文\s*号|发文字号|文件编号)\s*[：:]\s*)"
        + @"(?<number>[\u4e00-\u9fff]{2,12}\s*[〔\[【（(]\s*(19|20)\d{2}\s*[〕\]】）)]\s*(第\s*)?\d{1,5}\s*号)"
        + @"([）)]?$|\s)", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"(通知|意见|办法|制度|方案|报告|公告|通告|决定|规定|细则|函|批复|计划|要点|解读|公示|纪要|清单|指南|规程|规则)(（[^）]{1,20}）|\([^)]{1,20}\))?$")]
    private static partial Regex EndsLikeATitle();

    [GeneratedRegex("[。；！？]|，.*，")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(附件|附：|附:|目录|抄送|主送)")]
    private static partial Regex Attachment();

    /// <summary>Words side by side, as a web page's menu leaves them; a title has no two gaps.</summary>
    [GeneratedRegex(@"^\S{2,}(\s+\S{2,}){2,}$")]
    private static partial Regex Navigation();

    /// <summary>A date alone on its line, or behind the organ that signs.</summary>
    [GeneratedRegex(@"^((?<organ>[\u4e00-\u9fff]{3,39}[局厅委院馆会室府组心])\s*)?"
        + @"[（(]?(?<y>(19|20)\d{2}|[一二][〇○零Ｏ一二三四五六七八九]{3})\s*年\s*(?<m>\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*"
        + @"(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日(印发)?[）)]?$")]
    private static partial Regex DateLine();

    [GeneratedRegex(@"成文日期[：:\s]*(?<y>(19|20)\d{2})[年\-/.](?<m>\d{1,2})[月\-/.](?<d>\d{1,2})")]
    private static partial Regex LabelledDate();

    [GeneratedRegex(@"(发文机关|发布机构|发布机关|制发机关|信息来源|来源)\s*[：:]\s*(?<organ>[\u4e00-\u9fff]{2,30}?(局|厅|委员会|办公室|政府|院|馆|中心))(?=发布|[\s\[（(]|$)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex LabelledOrgan();

    [GeneratedRegex("(局|厅|委员会|办公室|政府|委|院|馆|中心|领导小组)$")]
    private static partial Regex OrganEnd();

    [GeneratedRegex("^[\u4e00-\u9fff]{2,20}?(文化(体育|广电|广播电视)[\u4e00-\u9fff]{0,12}局|局|厅|委员会|人民政府)")]
    private static partial Regex OrganInTitle();
}
