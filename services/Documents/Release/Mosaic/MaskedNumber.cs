using System.Text.RegularExpressions;

namespace Disclosure.Documents.Release.Mosaic;

/// <summary>A number with its middle or an end masked: 138****5678.</summary>
/// <param name="First">Digits before the mask.</param>
/// <param name="Last">Digits behind it.</param>
/// <param name="Length">Digits and masked digits; people also write three signs for any number of them.</param>
/// <param name="Words">As it is written.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Anchors">Short words of its line, of which one may be the name of whose it is.</param>
internal sealed partial record MaskedNumber(string First, string Last, int Length, string Words, int Line, IReadOnlyList<string> Anchors)
{
    private const int MaxAnchors = 8;

    private static readonly HashSet<string> Headings = new(StringComparer.Ordinal)
    {
        "电话", "手机", "手机号", "号码", "联系电话", "身份证", "身份证号", "证件号码", "账号", "银行", "银行卡号", "联系人", "姓名", "地址", "住址", "备注",
    };

    /// <summary>Whether both may be the same number of the same shape.</summary>
    public bool HasShapeOf(MaskedNumber other) => First.Length == other.First.Length && Last.Length == other.Last.Length;

    public static IEnumerable<MaskedNumber> In(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.AsSpan().IndexOfAny(MaskSigns.All) < 0) continue;
            IReadOnlyList<string>? anchors = null;
            foreach (Match match in Form().Matches(line))
            {
                string first = Digits(match.Groups["first"].Value), last = Digits(match.Groups["last"].Value);
                if (first.Length + last.Length < 2) continue;
                anchors ??= [.. Word().Matches(line).Select(word => word.Value).Where(word => !Headings.Contains(word)).Distinct()
                    .Take(MaxAnchors)];
                var hidden = match.Groups["mask"].Value.Count(MaskSigns.All.Contains);
                yield return new MaskedNumber(first, last, first.Length + hidden + last.Length, match.Value, number, anchors);
            }
        }
    }

    public static string Digits(string text) => string.Concat(text
        .Where(c => char.IsAsciiDigit(c) || c is 'X' or 'x' or (>= '０' and <= '９'))
        .Select(c => c >= '０' ? (char)(c - 0xFEE0) : char.ToUpperInvariant(c)));

    [GeneratedRegex(@"(?<![0-9０-９])(?<first>(?:[0-9０-９][ -]?){0,14})(?<mask>(?:[*＊×█■●•_xX][ -]?){2,16})"
        + "(?<last>(?:[0-9０-９][ -]?){0,14}[0-9０-９]?[Xx]?)"
        + "(?![0-9０-９*＊×█■●•_])")]
    private static partial Regex Form();

    [GeneratedRegex("[\u4E00-\u9FFF]{2,4}")]
    private static partial Regex Word();
}
