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
        CheckPreDisclosure(pack.PreDisclosure);
        CheckTimings();
        for (var i = 0; i < pack.ReplyOutcomes.Count; i++)
            if (pack.ReplyOutcomes[i].Row is < 3 or > 23) Add($"$.replyOutcomes[{i}].row", "应为表三办理结果的行（3–23）");
        for (var i = 0; i < pack.Forms.Count; i++)
            if (pack.Forms[i].Fields.Count == 0) Add($"$.forms[{i}].fields", "缺少字段");
    }

    // What recurs needs a period that can be counted; nothing else has one.
    private void CheckTimings()
    {
        if (pack.Timings.Any(timing => timing.Kind is TimingKind.Permanent or TimingKind.Suitable)
            && pack.Limit(LimitCodes.Publication) is null && !merger.HidesCodes("$.limits"))
            Add("$.limits", $"缺少期限“{LimitCodes.Publication}”，长期公开和适时公开以它为限", "$.timings");
        for (var i = 0; i < pack.Timings.Count; i++)
        {
            var (timing, at) = (pack.Timings[i], $"$.timings[{i}].recurrence");
            if (timing.Kind == TimingKind.Periodic != timing.Recurrence is not null) Add(at, "定期公开应指明周期，其他的不应指明", $"$.timings[{i}].kind");
            else if (timing.Recurrence is { Period: Cycle.Regularly or Cycle.AtOnce }) Add($"{at}.period",
                "应为 month、quarter、halfYear、year 之一");
        }
    }

    private void CheckPreDisclosure(PreDisclosure period)
    {
        if (period.MinWorkingDays is { } min
            && AmountFault(min, LimitUnit.WorkingDay) is { } tooShort) Add("$.preDisclosure.minWorkingDays", tooShort);
        if (period.MaxWorkingDays is { } max && AmountFault(max, LimitUnit.WorkingDay) is { } tooLong) Add("$.preDisclosure.maxWorkingDays",
            tooLong);
        if (period.MinWorkingDays > period.MaxWorkingDays) Add("$.preDisclosure.minWorkingDays", "不应大于 maxWorkingDays",
            "$.preDisclosure.maxWorkingDays");
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
