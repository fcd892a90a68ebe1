using System.Text.RegularExpressions;
using Disclosure.Documents.Import.Recognising.Grammar;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>A document's own number, and what else stands on its line.</summary>
/// <param name="Value">The normal form.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Index">Its line in the outline.</param>
/// <param name="Lines">Lines that are number and nothing else, among them the name above it (××公告, then 2026年第3号).</param>
/// <param name="TitleBegin">Where on its line a title begins that is glued to it; null when none does.</param>
/// <param name="TitleEnd">Where on its line a title ends that stands before it; null when none does.</param>
internal sealed record FoundNumber(
    string Value, Confidence Confidence, int Index, IReadOnlyList<int> Lines, int? TitleBegin = null, int? TitleEnd = null);

/// <summary>Finds the 发文字号: alone on its line, with the title, or behind its label. One inside a sentence is another document's.</summary>
internal static partial class NumberFinder
{
    // Longer lines are no heads.
    private const int MaxLine = 200;

    public static FoundNumber? In(Outline outline)
    {
        for (var index = 0; index < outline.HeadEnd; index++)
            if (Alone(outline, index) is { } found) return found;
        for (var index = 0; index < Math.Min(Outline.HeadLines, outline.Lines.Count); index++)
            if (Labelled(outline, index) is { } found) return found;
        for (var index = 0; index < outline.HeadEnd; index++)
            if (BehindTitle(outline, index) is { } found) return found;
        return HeadNote.In(outline) is { Number: { } number } note ? new FoundNumber(number, Confidence.Low, note.Index, []) : null;
    }

    private static FoundNumber? Alone(Outline outline, int index)
    {
        var line = outline.Lines[index];
        if (outline[index] is not (LineKind.Words or LineKind.Menu) || line.Plain.Text.Length > MaxLine) return null;
        var serial = Serial().Match(line.Plain.Text);
        if (serial.Success) return Below(outline, index, $"第{serial.Groups["serial"].Value}号", isBare: true);
        if (WrittenNumber.At(line.Plain, 0) is not { } number) return null;
        if (number.End < line.Plain.Text.Length) return WithMore(outline, index, number);
        if (number.Value[0] is '〔' or '1' or '2') return Below(outline, index, number.Value, isBare: false);
        return new FoundNumber(number.Value, number.IsPlain ? Confidence.High : Confidence.Low, index, [index]);
    }

    /// <summary>A serial number below the name that it belongs to: ××局公告, then 2026年第3号.</summary>
    private static FoundNumber? Below(Outline outline, int index, string serial, bool isBare)
    {
        var name = index == 0 ? "" : outline.Lines[index - 1].Plain.Text;
        // 国务院公报 / 2026年第3号 is the number of an issue.
        if (Periodical().IsMatch(name)) return null;
        var isNamed = name.Length is > 1 and <= 60 && outline[index - 1] == LineKind.Words && NameEnd().IsMatch(name)
            && !name.Contains("关于", StringComparison.Ordinal);
        if (isNamed) return new FoundNumber(name + serial, Confidence.High, index, [index - 1, index]);
        return isBare ? null : new FoundNumber(serial, serial[0] == '〔' ? Confidence.Low : Confidence.High, index, [index]);
    }

    private static FoundNumber? WithMore(Outline outline, int index, WrittenNumber number)
    {
        var plain = outline.Lines[index].Plain;
        var rest = plain.Text[number.End..];
        var confidence = number.IsPlain ? Confidence.High : Confidence.Low;
        // 毕测发〔2026〕7号文件, 毕测发〔2026〕7号的要求 speak of it.
        if (rest.StartsWith("文件", StringComparison.Ordinal) || rest[0] is '的' or '》' or ')' or '、' or '和' or '及') return null;
        if (IsTitle(rest))
        {
            var found = number.Value[0] is '1' or '2' ? Below(outline, index, number.Value, isBare: false) : null;
            return (found ?? new FoundNumber(number.Value, confidence, index, [index])) with { TitleBegin = number.End };
        }

        var isParted = plain.IsParted(number.End) || rest.StartsWith("签发", StringComparison.Ordinal);
        return isParted ? new FoundNumber(number.Value, confidence, index, []) : null;
    }

    private static FoundNumber? Labelled(Outline outline, int index)
    {
        var line = outline.Lines[index];
        if (Labels.ValueOf(line, Labels.Number) is not { } value || WrittenNumber.At(line.Plain, value) is not { } number) return null;
        var confidence = number.IsPlain ? Confidence.High : Confidence.Low;
        var hasTitle = number.End < line.Plain.Text.Length && IsTitle(line.Plain.Text[number.End..]);
        return new FoundNumber(number.Value, confidence, index, [], hasTitle ? number.End : null);
    }

    /// <summary>××关于……的通知（毕测发〔2026〕7号）.</summary>
    private static FoundNumber? BehindTitle(Outline outline, int index)
    {
        var plain = outline.Lines[index].Plain;
        if (outline[index] != LineKind.Words || plain.Text.Length > MaxLine || plain.Text[^1] is not ('号' or ')')) return null;
        for (var at = 2; at < plain.Text.Length; at++)
        {
            if (plain.Text[at] != '(' && !plain.IsParted(at)) continue;
            if (WrittenNumber.At(plain, at) is not { } number || number.End < plain.Text.Length) continue;
            // Behind 》 it is the number of what is named there.
            if (plain.Text[at - 1] == '》' || DocumentKinds.Of(plain.Text[..at]) is null) return null;
            return new FoundNumber(number.Value, number.IsPlain ? Confidence.High : Confidence.Low, index, [index], TitleEnd: at);
        }

        return null;
    }

    private static bool IsTitle(string rest)
        => (DocumentKinds.Of(rest) is not null && !rest.Contains(':', StringComparison.Ordinal)) || OrganNames.AllOf(rest).Count > 0
        || (rest.StartsWith("关于", StringComparison.Ordinal) && rest.Length > 6);

    [GeneratedRegex(@"^\(?第(?<serial>[1-9][0-9]{0,4}|[" + ChineseNumber.Words + @"]{1,6})号\)?$")]
    private static partial Regex Serial();

    [GeneratedRegex("(公报|简报|通讯|月报|季报|年报|会刊)$")]
    private static partial Regex Periodical();

    [GeneratedRegex("(令|公告|通告|纪要|办公会议|常务会议)$")]
    private static partial Regex NameEnd();
}
