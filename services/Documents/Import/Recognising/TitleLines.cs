using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import.Recognising.Grammar;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>Lines that together may be a title.</summary>
/// <param name="Text">Their text in one line.</param>
/// <param name="Indices">Which lines, in the outline.</param>
/// <param name="IsOrgans">Whether they name organs and nothing else.</param>
/// <param name="IsMarked">Whether the document sets them as a title: centred or as a heading.</param>
internal sealed record TitleGroup(string Text, IReadOnlyList<int> Indices, bool IsOrgans, bool IsMarked)
{
    /// <summary>Whether it ends with a kind of document.</summary>
    public bool IsNamed { get; } = DocumentKinds.Of(Text) is not null;

    /// <summary>Whether it is built as titles are.</summary>
    public bool IsSure => IsNamed && !IsOrgans && Text.Length >= 4;
}

/// <summary>Joins the lines of a head to what may be its title.</summary>
internal sealed partial class TitleLines(Outline outline, FoundNumber? number)
{
    private const int MaxTitle = 200;
    private const int MaxLines = 8;

    private static readonly char[] Dashes = ['-', '－', '—', '–', ':', '：', '，', '、', ' ', '\u3000'];

    /// <summary>A line as it stands in a title: letters set apart are brought together, other gaps are one space.</summary>
    public static string Tidy(string line)
        => LineKinds.IsSpaced(line) ? string.Concat(line.Where(c => !char.IsWhiteSpace(c))) : Gap().Replace(line.Trim(), " ");

    /// <summary>What may be titles between two places of the outline.</summary>
    public List<TitleGroup> Groups(int from, int to)
    {
        var groups = new List<TitleGroup>();
        for (var index = from; index < to;)
        {
            if (TextAt(index) is not { } first)
            {
                index++;
                continue;
            }

            var (lines, text) = (new List<int> { index }, first);
            while (++index < to && lines.Count < MaxLines && TextAt(index) is { } next && text.Length + next.Length <= MaxTitle
                && GoesOn(text, lines[^1], next, index))
            {
                text = Join(text, outline.Lines[lines[^1]].Text, next);
                lines.Add(index);
            }

            groups.Add(new TitleGroup(text, lines, OrganNames.AllOf(text).Count > 0, lines.TrueForAll(IsMarked)));
        }

        return groups;
    }

    /// <summary>What a line gives to a title; null when it can be no part of one.</summary>
    private string? TextAt(int index)
    {
        if (index == number?.Index)
        {
            var plain = outline.Lines[index].Plain;
            return number.TitleBegin is { } begin ? Tidy(plain.From(begin).TrimStart(Dashes))
                : number.TitleEnd is { } end ? Tidy(plain.Until(end)) : null;
        }

        return outline[index] != LineKind.Words || number?.Lines.Contains(index) == true ? null : Tidy(outline.Lines[index].Text);
    }

    private bool GoesOn(string text, int last, string next, int index)
    {
        if (IsOpen(text) || next[0] is '的' or '》' or '）' || Supplement().IsMatch(next)) return true;
        var kind = DocumentKinds.Of(text);
        var about = About().IsMatch(text);
        // 关于调整……职责 / 和设置的通知: a word that may end a title stands within it.
        if (kind is not null)
            return about && !Standard().IsMatch(kind) && !About().IsMatch(next) && Standard().IsMatch(DocumentKinds.Of(next) ?? "");
        if (IsMarked(last) && IsMarked(index) && outline.Lines[last].IsHeading == outline.Lines[index].IsHeading) return true;
        if (OrganNames.AllOf(text).Count > 0)
            return OrganNames.AllOf(next).Count > 0 || About().IsMatch(next) || DocumentKinds.Of(next) is not null;
        if (about) return true;
        return DocumentKinds.Of(next) is not null && !About().IsMatch(next) && OrganNames.AtStartOf(next) is null
            && (OrganNames.AtStartOf(text) is not null || (next.Length <= 8 && text.Length >= 6));
    }

    private bool IsMarked(int index) => outline.Lines[index].IsHeading || outline.Lines[index].Alignment == Alignment.Center;

    /// <summary>Whether a bracket or quotation is still open.</summary>
    private static bool IsOpen(string text)
        => text.Count(c => c is '《' or '（' or '(' or '“') > text.Count(c => c is '》' or '）' or ')' or '”');

    private static string Join(string text, string last, string next)
    {
        var organ = OrganBefore().Match(next) is { Success: true } named ? named.Value : next;
        var isJoint = OrganNames.StartsAnew(next) && OrganNames.AllOf(text).Count > 0 && OrganNames.AllOf(last).Count > 0
            && OrganNames.AllOf(organ).Count > 0;
        var isWord = char.IsAsciiLetterOrDigit(text[^1]) && char.IsAsciiLetterOrDigit(next[0]);
        return new StringBuilder(text).Append(isJoint || isWord ? " " : "").Append(next).ToString();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gap();

    [GeneratedRegex("关于|转发|印发|批转")]
    private static partial Regex About();

    [GeneratedRegex("^.{2,60}?(?=关于|转发|印发|批转)")]
    private static partial Regex OrganBefore();

    /// <summary>（试行） on a line of its own.</summary>
    [GeneratedRegex("^[（(〔][^（）()〔〕0-9][^（）()〔〕]{0,20}[）)〕]$|^[（(〔][0-9]{4}年?[^（）()〔〕日号]{0,12}[）)〕]$")]
    private static partial Regex Supplement();

    [GeneratedRegex("^(决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)$")]
    private static partial Regex Standard();
}
