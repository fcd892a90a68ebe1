using System.Text.RegularExpressions;
using Disclosure.Documents.Import.Recognising.Grammar;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>落款: who signs, and the date below.</summary>
/// <param name="Organs">The organs in order; empty for a date alone.</param>
/// <param name="Date">成文日期.</param>
/// <param name="DateIndex">Line of the date in the outline.</param>
/// <param name="OrganIndex">First line of the organs; that of the date when there are none.</param>
/// <param name="Confidence">How sure the date is.</param>
internal sealed partial record Signature(IReadOnlyList<string> Organs, DateOnly Date, int DateIndex, int OrganIndex, Confidence Confidence)
{
    private const int MaxOrganLines = 8;
    private const int MaxLine = 200;

    /// <summary>The first signature behind the text and before annexes and imprint (版记), whose dates are later or another's.</summary>
    public static Signature? In(Outline outline, int from)
    {
        Signature? alone = null;
        for (var index = from; index < outline.MainEnd; index++)
        {
            if (DateOf(outline, index) is not { } signed) continue;
            if (signed.Organs.Count > 0) return Joint(outline, signed);
            // In the head it is the date of a meeting or of a web page; the last one alone closes the text.
            if (alone is null || index >= outline.HeadEnd) alone = signed;
        }

        return alone ?? BelowList(outline);
    }

    /// <summary>The signature below an 附件说明 whose entries stand on lines of their own without numbers.</summary>
    private static Signature? BelowList(Outline outline)
    {
        if (outline.MainEnd == outline.Lines.Count || outline.Lines[outline.MainEnd].Plain.Text is not [.., ':']) return null;
        for (var index = outline.MainEnd + 1; index < outline.Lines.Count; index++)
            if (outline[index] is LineKind.Annex or LineKind.Imprint) break;
            else if (DateOf(outline, index) is { Organs.Count: > 0 } signed) return signed with { Confidence = Confidence.Low };
        return null;
    }

    private static Signature? DateOf(Outline outline, int index)
    {
        var line = outline.Lines[index];
        if (!line.IsFree || line.Text.Length < 8) return null;
        var text = line.Plain.Text;
        if (text.Length > MaxLine || WrittenDate.In(text) is not { } date || !IsEnd(text[date.End..])) return null;
        var before = text[..date.Begin].TrimEnd('(');
        // 日期：2026年11月2日 is a signature's below an organ only.
        if (before is "日期:" or "时间:" or "公元")
        {
            var below = WithAbove(outline, new Signature([], date.Value, index, index, Confidence.Low));
            return below.Organs.Count > 0 ? below : null;
        }

        if (before.Length > 0)
        {
            var beside = OrganNames.AllOf(line.Plain.Until(date.Begin).TrimEnd('(', '（'));
            return beside.Count == 0 ? null : WithAbove(outline, new Signature(beside, date.Value, index, index, Confidence.High));
        }

        // 有效期至 / 2027年6月30日: the date ends what stands above.
        if (index > 0 && outline.Lines[index - 1].Plain.Text is [.., '至' or ':' or '起' or '期' or '间' or '于']) return null;
        var isSigned = line.Alignment == Bodies.Alignment.End || (index == outline.MainEnd - 1 && index >= outline.HeadEnd)
            || (index > outline.HeadEnd && Person().IsMatch(outline.Lines[index - 1].Plain.Text));
        return WithAbove(outline, new Signature([], date.Value, index, index, isSigned ? Confidence.High : Confidence.Low));
    }

    /// <summary>With the organs on the lines above.</summary>
    private static Signature WithAbove(Outline outline, Signature signed)
    {
        var organs = new List<string>(signed.Organs);
        var first = signed.OrganIndex;
        // 市长　某某 stands between an order and its date.
        if (organs.Count == 0 && first > 1 && Person().IsMatch(outline.Lines[first - 1].Plain.Text)
            && OrganNames.AllOf(outline.Lines[first - 2].Text).Count > 0) first--;
        while (first > 0 && signed.DateIndex - first < MaxOrganLines && outline.Lines[first - 1].IsFree
            && OrganNames.AllOf(outline.Lines[first - 1].Text) is { Count: > 0 } above)
        {
            // A name broken over two lines: 某某市人民政府 / 办公室.
            if (organs.Count > 0 && above.Count == 1 && !OrganNames.StartsAnew(organs[0])) organs[0] = above[0] + organs[0];
            else organs.InsertRange(0, above);
            first--;
        }

        return organs.Count == 0 ? signed : signed with { Organs = organs, OrganIndex = first, Confidence = Confidence.High };
    }

    /// <summary>With those who sign below, each with the same date.</summary>
    private static Signature Joint(Outline outline, Signature signed)
    {
        var organs = signed.Organs.ToList();
        for (var index = signed.DateIndex + 1; index < outline.MainEnd && index <= signed.DateIndex + (2 * MaxOrganLines); index++)
        {
            if (DateOf(outline, index) is { Organs.Count: > 0 } next && next.Date == signed.Date)
            {
                organs.AddRange(next.Organs);
            }
            else if (OrganNames.AllOf(outline.Lines[index].Text).Count == 0) break;
        }

        return signed with { Organs = [.. organs.Distinct()] };
    }

    [GeneratedRegex("^(省长|市长|州长|县长|区长|厅长|局长|主任|部长|总理|主席|院长|检察长|书记|会长|负责人).{1,8}$")]
    private static partial Regex Person();

    private static bool IsEnd(string rest) => rest is "" or ")" or "." || OpennessFinder.In(rest.TrimStart(')')) is not null
        || rest is "(盖章)" or "(公章)" or "(印)";
}
