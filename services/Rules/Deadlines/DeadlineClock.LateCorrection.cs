using Disclosure.Kernel;
using Disclosure.Rules.Deadlines.Folding;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines;

/// <content>
/// The period without a notice of correction that came too late (逾期的补正告知). The Regulation lets the period begin anew from the
/// corrected application and asks for the notice within 7 working days; whether it begins anew after a later notice it does not say, so
/// both last days are shown.
/// </content>
public sealed partial class DeadlineClock
{
    private static readonly Citation LateNotice = new("政府信息公开条例", "第三十条、第三十三条第二款", []);

    // The same file without the notice, so that the correction answers nothing. What was not lawful under the period as it runs does not
    // count here either; what came after this last day is refused by it, as after any other.
    private ClockTrack? WithoutLateCorrection(CaseFold fold, ReadOnlySpan<Fact> facts, DateOnly today)
    {
        if (fold.LateCorrection is not { } notice) return null;
        var refused = fold.Errors.Select(error => error.Index).ToHashSet();
        var without = new CaseFold(this.calendar, this.limit, this.spans, behaviour, null);
        for (var index = 0; index < facts.Length; index++)
        {
            if (index != notice && !refused.Contains(index)) without.Apply(facts[index], index);
        }

        var length = Length.LawfulOf(this.limit);
        if (without.Due(length) is not { } due || due >= fold.Due(length)) return null;
        var track = Track(without, today, length, LateNotice, local: false);
        return fold.Status != FoldStatus.Ended ? track
            : track with { State = ClockState.Ended, Remaining = null, OnTime = fold.EndedOn <= due };
    }

    private static IReadOnlyList<string> Warnings(CaseFold fold, ReadOnlySpan<Fact> facts, ClockTrack? without)
    {
        if (fold.LateCorrection is not { } notice) return fold.Warnings;
        var late = $"{facts[notice].On:yyyy-MM-dd} 的补正告知超过收到之日起 {fold.LawfulNotice} 个工作日（{Articles.Correction}）";
        return without is null or { OnTime: true } ? [.. fold.Warnings, $"{late}。"]
            : [.. fold.Warnings, $"{late}，重新计算的期限可能不被认可；不重新计算的，法定期限于 {without.Due:yyyy-MM-dd} 届满，应以该日为警示。"];
    }
}
