using System.Text.RegularExpressions;

namespace Disclosure.Documents.Import.Recognising.Grammar;

/// <summary>A 发文字号 as it stands at the beginning of a squeezed line, in whatever brackets it was typed.</summary>
/// <param name="Value">The normal form: 毕测发〔2026〕7号, 国务院令第711号, 财政部 税务总局公告2020年第2号.</param>
/// <param name="End">Where it ends in the line.</param>
/// <param name="HeadEnd">Where a red head that is glued to it (××文件) ends; 0 for none.</param>
/// <param name="IsPlain">Whether it is in a form that the standard knows, brackets apart.</param>
internal sealed partial record WrittenNumber(string Value, int End, int HeadEnd, bool IsPlain)
{
    private const int MaxCode = 24;

    /// <summary>The number at a place of a line.</summary>
    public static WrittenNumber? At(Squeezed line, int from)
    {
        var text = line.Text;
        if (from >= text.Length) return null;
        if (text[from] != '(') return Standard(text, from) ?? Other(line, from);
        // （毕测发〔2026〕7号）; an opening bracket that does not close behind it belongs to something else.
        var inside = Standard(text, from + 1) ?? Other(line, from + 1);
        return inside is not null && inside.End < text.Length && text[inside.End] == ')' ? inside with { End = inside.End + 1 }
            : Standard(text, from);
    }

    private static WrittenNumber? Other(Squeezed line, int from)
        => Announced(line, from) ?? Ordered(line, from) ?? Unbracketed(line.Text, from);

    private static WrittenNumber? Standard(string text, int from)
    {
        var match = Bracketed().Match(text, from);
        if (!match.Success || ChineseNumber.Of(match.Groups["year"].ValueSpan) is not (>= 1949 and <= 2099 and var year)) return null;
        var (code, head) = WithoutHead(match.Groups["code"]);
        return code is null || Serial(match) is not { } serial ? null
            : new WrittenNumber($"{Area(match)}{code}〔{year}〕{serial}号", match.Index + match.Length, head,
                match.Groups["end"].Success && code.Length > 0);
    }

    private static string Area(Match match) => match.Groups["area"].Value.Replace('(', '（').Replace(')', '）');

    private static WrittenNumber? Unbracketed(string text, int from)
    {
        var match = Dashed().Match(text, from);
        if (!match.Success) match = Glued().Match(text, from);
        var (code, head) = match.Success ? WithoutHead(match.Groups["code"]) : default;
        return code is not { Length: > 1 } || Serial(match) is not { } serial ? null
            : new WrittenNumber($"{code}〔{match.Groups["year"].Value}〕{serial}号", match.Index + match.Length, head, false);
    }

    private static WrittenNumber? Announced(Squeezed line, int from)
    {
        var match = Announcement().Match(line.Text, from);
        if (!match.Success) return null;
        // 某某局2026年第3号 names no announcement unless one of the two words stands before or behind.
        if (match.Groups["organ"].Length > 0 && !match.Groups["kind"].Success && !match.Groups["after"].Success) return null;
        var serial = match.Groups["serial"].Value.TrimStart('0');
        var name = Organs(line, match) + match.Groups["kind"].Value;
        var value = $"{name}{match.Groups["year"].Value}年第{serial}号{match.Groups["after"].Value}";
        return serial.Length == 0 ? null : new WrittenNumber(value, match.Index + match.Length, 0, true);
    }

    private static WrittenNumber? Ordered(Squeezed line, int from)
    {
        var match = Order().Match(line.Text, from);
        if (!match.Success) return null;
        var serial = match.Groups["serial"].Value.TrimStart('0');
        var value = $"{Organs(line, match)}{match.Groups["kind"].Value}第{serial}号";
        return serial.Length == 0 ? null : new WrittenNumber(value, match.Index + match.Length, 0, true);
    }

    /// <summary>Joint organs as they are written: parted by one space.</summary>
    private static string Organs(Squeezed line, Match match)
    {
        var organ = match.Groups["organ"];
        var names = new List<char>();
        for (var at = organ.Index; at < organ.Index + organ.Length; at++)
        {
            if (at > organ.Index && line.IsParted(at) && OrganNames.IsOrgan(line.Text[organ.Index..at])) names.Add(' ');
            names.Add(line.Text[at]);
        }

        return new string([.. names]);
    }

    private static (string? Code, int Head) WithoutHead(Group code)
    {
        var head = code.Value.LastIndexOf("文件", StringComparison.Ordinal);
        var own = head < 0 ? code.Value : code.Value[(head + 2)..];
        // 关于……的通知毕测发〔2026〕7号: a title stands before it.
        if (own.Contains("关于", StringComparison.Ordinal) || own.Contains('的', StringComparison.Ordinal)) return (null, 0);
        if (Urgency().Match(own) is { Success: true } urgent) own = own[urgent.Length..];
        // 毕节市测试局毕测发〔2026〕7号: the organ stands before its code.
        for (var at = own.Length - 2; at >= 4; at--)
            if (own[at] == own[0] && OrganNames.IsOrgan(own[..at])) return (own[at..], head < 0 ? code.Index + at : code.Index + head + 2);
        return own.Length > MaxCode || (head >= 0 && own.Length == 0) ? (null, 0) : (own, head < 0 ? 0 : code.Index + head + 2);
    }

    private static string? Serial(Match match)
    {
        var written = match.Groups["serial"].Value;
        if (written[0] is >= 'A' and <= 'Z' || written.Contains('-', StringComparison.Ordinal)) return written;
        return ChineseNumber.Of(written) is > 0 and var number ? $"{number}" : null;
    }

    [GeneratedRegex("^(特急|加急|平急|急件|特提)")]
    private static partial Regex Urgency();

    private const string Years = "(?<year>(19|20)[0-9]{2}|[一二][" + ChineseNumber.Digits + "]{3})";

    // [0-9] and not \d: the latter takes the digits of every script.
    private const string Serials = "(?<serial>[A-Z]?[0-9]{1,6}(-[0-9]{1,3})?|[" + ChineseNumber.Words + "]{1,6})";

    [GeneratedRegex(@"\G(?<area>\(\p{IsCJKUnifiedIdeographs}{1,4}\))?(?<code>\p{IsCJKUnifiedIdeographs}{0,60})[\[({<《〈]第?" + Years
        + @"年?[\])}>》〉](第|字第)?" + Serials + "(?<end>号)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\G(?<code>\p{IsCJKUnifiedIdeographs}{2,60})(?<year>(19|20)[0-9]{2})-第?(?<serial>[0-9]{1,5})号",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Dashed();

    [GeneratedRegex(@"\G(?<code>\p{IsCJKUnifiedIdeographs}{1,60}[发字函办通复呈报批党规任罚])(?<year>(19|20)[0-9]{2})年?第?(?<serial>[0-9]{1,4})号",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Glued();

    [GeneratedRegex(@"\G(?<organ>\p{IsCJKUnifiedIdeographs}{0,60}?)(?<kind>公告|通告|令)?[\[(]?"
        + @"(?<year>(19|20)[0-9]{2})(年[\])]?|[\])])第(?<serial>[0-9]{1,5})号"
        + "(?<after>公告|通告)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"\G(?<organ>\p{IsCJKUnifiedIdeographs}{0,60}?)(?<kind>令|公告|通告)[\[(]?第(?<serial>[0-9]{1,5}|[" + ChineseNumber.Words
        + @"]{1,6})号[\])]?", RegexOptions.ExplicitCapture)]
    private static partial Regex Order();
}
