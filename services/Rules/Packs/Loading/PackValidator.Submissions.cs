using Disclosure.Rules.Reading;

namespace Disclosure.Rules.Packs.Loading;

internal sealed partial class PackValidator
{
    private void CheckSubmissions()
    {
        for (var i = 0; i < pack.Quotas.Count; i++)
        {
            if (pack.Quotas[i].Subject == QuotaSubject.Authority != (pack.Quotas[i].Groups.Count == 0))
                Add($"$.quotas[{i}].groups", "应指明分组；任务属于机关整体时不应指明", $"$.quotas[{i}].subject");
            CheckEach(pack.Quotas[i].Groups, groups, $"$.quotas[{i}].groups", "分组");
            if (pack.Quotas[i].Period is not (Cycle.Month or Cycle.Year)) Add($"$.quotas[{i}].period", "报送任务应按 month 或 year 计");
            if (pack.Quotas[i].Minimum < 1) Add($"$.quotas[{i}].minimum", "应不小于1");
        }
        if (pack.InformationStaff is { } staff)
        {
            if (staff.PerUnit < 1) Add("$.informationStaff.perUnit", "应不小于1；只要求有人的不填");
            CheckEach(staff.SectionGroups, groups, "$.informationStaff.sectionGroups", "分组");
        }
        CheckPoints(pack.Scoring);
        CheckAwards(pack.Scoring);
    }

    private void CheckPoints(Scoring scoring)
    {
        var scores = new Names(scoring.Scores.Select(score => score.Code).ToHashSet(), merger.HidesCodes("$.scoring.scores"));
        var limits = new Names(pack.Limits.Select(limit => limit.Code).ToHashSet(), merger.HidesCodes("$.limits"));
        for (var i = 0; i < scoring.Scores.Count; i++)
        {
            if (scoring.Scores[i].Points <= 0) Add($"$.scoring.scores[{i}].points", "应大于0");
            CheckEach(scoring.Scores[i].AddsTo, scores, $"$.scoring.scores[{i}].addsTo", "计分项");
        }
        for (var i = 0; i < scoring.NoScores.Count; i++)
            if (!limits.Has(scoring.NoScores[i].Limit))
                Add($"$.scoring.noScores[{i}].limit", $"没有期限“{Excerpt.Of(scoring.NoScores[i].Limit)}”");
        for (var i = 0; i < scoring.Deductions.Count; i++)
        {
            var (deduction, at) = (scoring.Deductions[i], $"$.scoring.deductions[{i}]");
            if (deduction.Points <= 0) Add($"{at}.points", "应大于0；表示扣去的分数");
            if (deduction is { Occasion: not null, LateByMoreThan: not null }) Add($"{at}.occasion", "迟报的扣分不按少报次数计");
            if (deduction.LateByMoreThan is null != deduction.Unit is null) Add(at, "lateByMoreThan 与 unit 应同时填写或同时不填");
            if (deduction is { LateByMoreThan: { } late, Unit: { } unit }
                && AmountFault(late, unit) is { } fault) Add($"{at}.lateByMoreThan", fault, $"{at}.unit");
            if (deduction.Limits is { Count: 0 }) Add($"{at}.limits", "应列明期限；不由期限决定的不填");
            CheckEach(deduction.Limits ?? [], limits, $"{at}.limits", "期限");
        }
    }

    private void CheckAssessments(Scoring scoring)
    {
        for (var i = 0; i < scoring.Assessments.Count; i++)
        {
            var (assessment, at) = (scoring.Assessments[i], $"$.scoring.assessments[{i}]");
            CheckEach(assessment.Groups, groups, $"{at}.groups", "分组");
            if (assessment.Results.Count == 0) Add($"{at}.results", "缺少纳入考核的结果");
            else if (assessment.Results.Distinct().Count() < assessment.Results.Count) Add($"{at}.results", "结果重复");
        }
    }

    private void CheckAwards(Scoring scoring)
    {
        CheckEach([.. scoring.Principles.Select(entry => entry.Code)], KnownWords.Principles, "$.scoring.principles", "考评原则");
        CheckAssessments(scoring);
        for (var i = 0; i < scoring.CutOffs.Count; i++)
        {
            var (cutOff, at) = (scoring.CutOffs[i], $"$.scoring.cutOffs[{i}]");
            if (!groups.Has(cutOff.Group)) Add($"{at}.group", $"没有分组“{Excerpt.Of(cutOff.Group)}”");
            if (cutOff.TopRank < 1) Add($"{at}.topRank", "应不小于1");
            if (cutOff.Kind == AwardKind.AdvancedPerson != cutOff.Nominations > 0) Add($"{at}.nominations", "先进个人应大于0，先进单位应为0",
                $"{at}.kind");
        }
        for (var i = 0; i < scoring.Exclusions.Count; i++)
        {
            var (exclusion, at) = (scoring.Exclusions[i], $"$.scoring.exclusions[{i}]");
            if (exclusion.ShortfallAbove is <= 0 or >= 1) Add($"{at}.shortfallAbove", "应为0与1之间的比例");
            if (exclusion.ShortfallAbove is null != exclusion.AddedUpOver is null)
                Add(at, "shortfallAbove 与 addedUpOver 应同时填写或同时不填");
        }
    }
}
