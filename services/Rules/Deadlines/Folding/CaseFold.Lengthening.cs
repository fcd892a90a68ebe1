using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Deadlines.Folding;

/// <content>The extension (延长) of a limit, in the limit's own days, and the delay of a reply (延迟答复).</content>
internal sealed partial class CaseFold
{
    private void Extend(in Fact fact, DateOnly on, int index)
    {
        var longest = spans.ExtensionOf(limit.Code)!;
        var reply = limit.Code == LimitCodes.Reply;
        var article = reply ? Articles.Extension : longest.Citation.Source + longest.Citation.Article;
        var before = errors?.Count ?? 0;
        if (fact.Days is < 1 or > MaxDays)
            Fail(ClockErrorKind.BadDays, index, $"延长应写明天数（{FixedDates.Told(1, limit.Unit)}以上）。", article);
        if (fact.Days > longest.Amount)
        {
            // Whoever needs more than an extension gives is usually asked for far too much.
            var hint = reply ? $"；申请的数量、频次明显超过合理范围而理由合理的，不是延长，应记载 delayed（延迟答复的合理期限，{Articles.Delay}）" : "";
            Fail(ClockErrorKind.ExtensionTooLong, index, $"延长 {FixedDates.Told(fact.Days, limit.Unit)}超过上限 "
                + $"{FixedDates.Told(longest.Amount, limit.Unit)}{hint}。", article);
        }

        if (extensionUsed) Fail(ClockErrorKind.SecondExtension, index, $"“{limit.Name}”只能延长一次。", article);
        else if (fact.Days >= 1 && fact.Days <= longest.Amount && extended + fact.Days > longest.Amount)
            Fail(ClockErrorKind.ExtensionTooLong, index, SumTold(fact.Days, longest.Amount), article);
        if (Running(fact.Kind, on, index, article) && on > OrdinaryExpiry)
            Fail(ClockErrorKind.ExtensionAfterExpiry, index,
                $"{(Delay > 0 ? "延迟之前的" : "")}期限已于 {OrdinaryExpiry:yyyy-MM-dd} 届满，{on:yyyy-MM-dd} 不能再决定延长。", article);
        if ((errors?.Count ?? 0) > before) return;
        (extensionUsed, Extension, extended) = (true, fact.Days, extended + fact.Days);
        events?.Add(new(on, $"决定延长 {FixedDates.Told(fact.Days, limit.Unit)}，并告知{behaviour.Told}", article));
    }

    // Article 33 bounds the extension of a reply to an application, however often its period begins anew.
    private string SumTold(int days, int longest)
        => $"此前已决定延长 {FixedDates.Told(extended, limit.Unit)}，再延长 {FixedDates.Told(days, limit.Unit)}，"
            + $"合计 {FixedDates.Told(extended + days, limit.Unit)}，超过上限 {FixedDates.Told(longest, limit.Unit)}；期限重新计算的，延长不另计。";

    // Article 35 gives no length; what has to be reasonable is shown to a supervisor where it is longer than article 33 at its longest.
    private void DelayReply(in Fact fact, DateOnly on, int index)
    {
        var before = errors?.Count ?? 0;
        if (fact.Days is < 1 or > MaxDays)
            Fail(ClockErrorKind.BadDays, index, $"延迟答复应写明 1 至 {MaxDays} 个工作日。", Articles.Delay);
        if (delayUsed) Fail(ClockErrorKind.SecondDelay, index, "延迟答复的合理期限已经确定并告知，不能再次确定。", Articles.Delay);
        if (Running(fact.Kind, on, index, Articles.Delay))
            InTime(ClockErrorKind.DelayAfterExpiry, on, index, "不能再确定延迟答复的期限", Articles.Delay);
        if ((errors?.Count ?? 0) > before) return;
        var longest = lawful.Amount + spans.Extension.Amount;
        if (fact.Days > longest)
        {
            Warn($"延迟答复 {fact.Days} 个工作日，长于答复期限与最长延长期限之和 {longest} 个工作日，应当说明为何合理（{Articles.Delay}）。");
        }

        (delayUsed, Delay) = (true, fact.Days);
        events?.Add(new(on, $"确定在第三十三条的期限之外延迟 {fact.Days} 个工作日答复，并告知申请人", Articles.Delay));
    }
}
