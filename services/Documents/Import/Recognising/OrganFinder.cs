using System.Text.RegularExpressions;
using Disclosure.Documents.Import.Recognising.Grammar;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>发文机关: of the title before 关于, of the signature, of the red head, of the number; of the imprint never.</summary>
internal static partial class OrganFinder
{
    public static Recognised<string>? In(Outline outline, FoundTitle? title, FoundNumber? number, Signature? signature)
    {
        var signed = signature is { Organs.Count: > 0 } ? Of(signature.Organs, outline, signature.OrganIndex) : null;
        if (title is not null && InTitle(title.Text) is { Count: > 0 } named)
            return IsFuller(signature, named) ? signed : Of(named, outline, title.Index);
        return signed ?? Labelled(outline) ?? OfHead(outline, number) ?? OfNumber(outline, number) ?? AtStart(outline, title);
    }

    /// <summary>The organs that the title names before what it is about: who forwards, and not who is forwarded.</summary>
    private static IReadOnlyList<string> InTitle(string title)
        => BeforeAbout().Match(title) is { Success: true } match ? OrganNames.AllOf(match.Value) : [];

    /// <summary>Whether the signature says the same in full: all of the joint organs, or the name with its place.</summary>
    private static bool IsFuller(Signature? signature, IReadOnlyList<string> named)
        => signature is { Organs.Count: > 0 } && signature.Organs.Count >= named.Count && named.Count == 1
        && signature.Organs[0].EndsWith(named[0], StringComparison.Ordinal) && !signature.Organs.SequenceEqual(named);

    private static Recognised<string>? Labelled(Outline outline)
    {
        foreach (var line in outline.Lines.Take(Outline.HeadLines))
        {
            if (Labels.ValueOf(line, Labels.Organ) is not { } value) continue;
            if (LabelledName().Match(line.Plain.Text, value) is { Success: true } match && OrganNames.IsOrgan(match.Value))
                return new Recognised<string>(match.Value, Confidence.High, line.Place);
        }

        return null;
    }

    private static Recognised<string>? OfHead(Outline outline, FoundNumber? number)
    {
        for (var index = 0; index < outline.HeadEnd; index++)
        {
            if (outline[index] != LineKind.Head) continue;
            var plain = outline.Lines[index].Plain;
            var organs = OrganNames.AllOf(plain.Until(plain.Text.Length - 2));
            if (organs.Count == 0 && OrganNames.IsOrgan(plain.Text[..^2])) organs = [plain.Text[..^2]];
            return Of([.. RedHead.Above(outline, index).SelectMany(above => OrganNames.AllOf(outline.Lines[above].Text)), .. organs],
                outline, index);
        }

        // 信函格式: the organ alone above the number.
        if (number is not { Index: > 0 } || number.Index >= outline.HeadEnd) return null;
        return Of(OrganNames.AllOf(outline.Lines[number.Index - 1].Text), outline, number.Index - 1);
    }

    private static Recognised<string>? OfNumber(Outline outline, FoundNumber? number)
        => number is not null && BeforeKind().Match(number.Value) is { Success: true } match
        ? Of(OrganNames.AllOf(match.Value), outline, number.Index) : null;

    private static Recognised<string>? AtStart(Outline outline, FoundTitle? title)
        => title is not null && OrganNames.AtStartOf(title.Text) is { } organ
        ? new Recognised<string>(organ, Confidence.Low, outline.Lines[title.Index].Place) : null;

    private static Recognised<string>? Of(IReadOnlyList<string> organs, Outline outline, int index)
        => organs.Count == 0 ? null
        : new Recognised<string>(string.Join(' ', organs.Distinct()), Confidence.High, outline.Lines[index].Place);

    [GeneratedRegex("^.{2,200}?(?=关于|转发|印发|批转)")]
    private static partial Regex BeforeAbout();

    [GeneratedRegex(@"^.{2,60}(?=(公告|通告|令)(第|[0-9〔]))", RegexOptions.ExplicitCapture)]
    private static partial Regex BeforeKind();

    [GeneratedRegex(@"\G\p{IsCJKUnifiedIdeographs}{2,30}?(局|厅|委员会|办公室|办公厅|政府|院|馆|中心|部|署|委)"
        + @"(?=发布|时间|日期|[\[(]|[^\p{IsCJKUnifiedIdeographs}]|$)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex LabelledName();
}
