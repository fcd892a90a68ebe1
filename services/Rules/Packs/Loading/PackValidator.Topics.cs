using Disclosure.Rules.Answers;
using Disclosure.Rules.Deadlines.Timing;
using Disclosure.Rules.Reading;

namespace Disclosure.Rules.Packs.Loading;

internal sealed partial class PackValidator
{
    /// <summary>Most characters of a document number and of its pattern: a match costs their product.</summary>
    private const int MaxNumber = 200;

    private void CheckTopics()
    {
        if (pack.DocumentNumber is { } number) CheckDocumentNumber(number);
        for (var i = 0; i < pack.Responsibilities.Count; i++)
            CheckEach(pack.Responsibilities[i].Roles, KnownWords.Roles, $"$.responsibilities[{i}].roles", "角色");
        var channels = new Names(pack.Channels.Select(known => known.Code).ToHashSet(), merger.HidesCodes("$.channels"));
        if (pack.Interpretation.FirstChannel is { } channel && !channels.Has(channel))
            Add("$.interpretation.firstChannel", $"没有渠道“{Excerpt.Of(channel)}”");
        CheckPreDisclosure(pack.PreDisclosure.Periods);
        CheckTimings();
        for (var i = 0; i < pack.ReplyOutcomes.Count; i++)
            if (pack.ReplyOutcomes[i].Row is < 3 or > 23) Add($"$.replyOutcomes[{i}].row", "应为表三办理结果的行（3–23）");
        for (var i = 0; i < pack.Forms.Count; i++)
            if (pack.Forms[i].Fields.Count == 0) Add($"$.forms[{i}].fields", "缺少字段");
        foreach (var field in merger.Weakened) Add($"{field}.required", "全国规则要求填写的字段，本机关不能改为选填");
        for (var i = 0; i < pack.Warnings.Count; i++)
            if (pack.Warnings[i].Acts.Count == 0) Add($"$.warnings[{i}].acts", "缺少提示的时点");
    }

    // What recurs needs a period that can be counted; nothing else has one.
    private void CheckTimings()
    {
        var limits = new Names([.. pack.Limits.Select(limit => limit.Code)], merger.HidesCodes("$.limits"));
        if (pack.Timings.Any(timing => timing.Kind is TimingKind.Permanent or TimingKind.Suitable or TimingKind.AnyTime)
            && !limits.Has(LimitCodes.Publication))
            Add("$.limits", $"缺少期限“{LimitCodes.Publication}”，长期公开、适时公开和随时公开以它为限", "$.timings");
        for (var i = 0; i < pack.Timings.Count; i++)
        {
            var (timing, at) = (pack.Timings[i], $"$.timings[{i}].recurrence");
            if (timing.Kind == TimingKind.Periodic != timing.Recurrence is not null) Add(at, "定期公开应指明周期，其他的不应指明", $"$.timings[{i}].kind");
            else if (timing.Recurrence is { Period: Cycle.Regularly or Cycle.Promptly or Cycle.AtOnce }) Add($"{at}.period",
                "应为 month、quarter、half-year、year 之一");
            if (timing.Limit is not { } number) continue;
            if (timing.Kind != TimingKind.Prompt) Add($"$.timings[{i}].limit", "只有及时公开可以指明期限", $"$.timings[{i}].kind");
            else if (!limits.Has(number)) Add($"$.timings[{i}].limit", $"没有期限“{Excerpt.Of(number)}”");
        }
    }

    private void CheckPreDisclosure(IReadOnlyList<PreDisclosurePeriod> periods)
    {
        for (var i = 0; i < periods.Count; i++)
        {
            var (period, at) = (periods[i], $"$.preDisclosure.periods[{i}]");
            if (!PreDisclosurePeriods.All.Contains(period.Code))
                Add($"{at}.code", $"应为 {string.Join("、", PreDisclosurePeriods.All)} 之一");
            if (period.Unit is not (LimitUnit.WorkingDay or LimitUnit.CalendarDay)) Add($"{at}.unit", "应为 working-day 或 calendar-day");
            else
            {
                if (period.Least is { } least && AmountFault(least, period.Unit) is { } tooShort)
                    Add($"{at}.least", tooShort, $"{at}.unit");
                if (period.Most is { } most && AmountFault(most, period.Unit) is { } tooLong) Add($"{at}.most", tooLong, $"{at}.unit");
            }

            if (period.Least is null && period.Most is null) Add(at, "least 与 most 至少填写一项");
            if (period.Least > period.Most) Add($"{at}.least", "不应大于 most", $"{at}.most");
        }
    }

    private void CheckDocumentNumber(DocumentNumberRule rule)
    {
        if (rule.Pattern.Length > MaxNumber) Add("$.documentNumber.pattern", $"不应超过{MaxNumber}个字符");
        else if (rule.Example.Length > MaxNumber) Add("$.documentNumber.example", $"不应超过{MaxNumber}个字符");
        else CheckExample(rule);
    }

    // The pattern is anybody's: the platform's own expressions would build from it what its author wants.
    private void CheckExample(DocumentNumberRule rule)
    {
        if (!NumberPattern.TryParse(rule.Pattern, out var pattern, out var fault)) Add("$.documentNumber.pattern", fault);
        else if (pattern.Matches(rule.Example) is not { } matches) Add("$.documentNumber.pattern", "过于复杂，不能据以核对 example");
        else if (!matches) Add("$.documentNumber.example", "不符合 pattern", "$.documentNumber.pattern");
    }
}
