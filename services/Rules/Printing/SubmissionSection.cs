using System.Globalization;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Printing;

/// <summary>报送任务与考核.</summary>
internal static class SubmissionSection
{
    public static IEnumerable<PrintTable> Of(RulePack pack, PackNames names)
    {
        if (pack.InformationStaff is { } staff)
            yield return new("信息员", [new("informationStaff", "信息员", PackPrinter.Lines(
                staff.PerUnit switch
                {
                    null => "每个单位至少 1 名，未规定人数上限",
                    1 => "每个单位 1 名",
                    { } most => $"每个单位至少 1 名，不超过 {most} 名",
                },
                staff.SectionGroups.Count == 0 ? null : $"还须确定职能科室：{names.Groups(staff.SectionGroups)}",
                staff.BlocksSubmission ? "未确定信息员的单位不能报送" : null), staff.Citation)]);
        yield return PackPrinter.Entries("报送范围", "submissionCategories", pack.SubmissionCategories);
        yield return PackPrinter.Entries("发布平台", "platforms", pack.Platforms);
        yield return PackPrinter.Entries("上级平台", "upwardPlatforms", pack.UpwardPlatforms);
        yield return new("报送任务", [.. pack.Quotas.Select(quota => new PrintRow($"quotas.{quota.Code}", quota.Name,
            $"{PackTerms.Of(quota.Subject)}{(quota.Groups.Count == 0 ? "" : $"（{names.Groups(quota.Groups)}）")}"
            + $"{PackTerms.Of(quota.Period)}不少于 {quota.Minimum} {(quota.Subject == QuotaSubject.Authority ? "次" : "条（篇）")}",
            quota.Citation))]);
        foreach (var table in Appraisal(pack, names)) yield return table;
    }

    private static IEnumerable<PrintTable> Appraisal(RulePack pack, PackNames names)
    {
        var scoring = pack.Scoring;
        yield return PackPrinter.Entries("考评原则", "scoring.principles", scoring.Principles);
        yield return new("采用计分", [.. scoring.Scores.Select(score => new PrintRow($"scoring.scores.{score.Code}", score.Name,
            PackPrinter.Lines($"每条{(score.AddsTo.Count == 0 ? "计" : "另加")} {Number(score.Points)} 分",
                score.AddsTo.Count == 0 ? null : $"须已有其一：{names.Scores(score.AddsTo)}",
                score.OnlyRecommended ? "只计经上级部门推荐的" : null), score.Citation))]);
        yield return new("不予计分", [.. scoring.NoScores.Select(none => new PrintRow($"scoring.noScores.{none.Code}", none.Name,
            $"逾期的不计分：{names.Limit(none.Limit)}", none.Citation))]);
        yield return new("扣分", [.. scoring.Deductions.Select(deduction => new PrintRow($"scoring.deductions.{deduction.Code}",
            deduction.Name, PackPrinter.Lines($"每次扣 {Number(deduction.Points)} 分",
                deduction is { LateByMoreThan: { } late, Unit: { } unit } ? Late(pack, deduction, late, unit) : null,
                deduction.Limits is { } limits ? $"规定时限：{string.Join("、", limits.Select(names.Limit))}" : null,
                deduction.Occasion is { } occasion ? PackTerms.Of(occasion) : null), deduction.Citation))]);
        yield return new("通报与追责", [.. scoring.Faults.Select(fault => new PrintRow($"scoring.faults.{fault.Code}", fault.Name,
            PackTerms.Of(fault.Consequence), fault.Citation))]);
        yield return new("评先名次", [.. scoring.CutOffs.Select(cut => new PrintRow($"scoring.cutOffs.{cut.Code}", cut.Name,
            PackPrinter.Lines($"{PackTerms.Of(cut.Kind)}：{names.Group(cut.Group)}前 {cut.TopRank} 名",
                cut.Nominations == 0 ? null : $"每个单位可以推荐 {cut.Nominations} 人"), cut.Citation))]);
        yield return new("取消评先资格", [.. scoring.Exclusions.Select(exclusion => new PrintRow(
            $"scoring.exclusions.{exclusion.Code}", exclusion.Name, PackPrinter.Lines("取消当年评先资格",
                exclusion.ShortfallAbove is { } share ? $"少报超过全年任务的 {Number(share * 100)}%" : null,
                exclusion.AddedUpOver is { } total ? PackTerms.Of(total) : null), exclusion.Citation))]);
        yield return new("纳入年度考核", [.. scoring.Assessments.Select(assessment => new PrintRow(
            $"scoring.assessments.{assessment.Code}", assessment.Name, PackPrinter.Lines(
                $"考核：{(assessment.Groups.Count == 0 ? "各单位" : names.Groups(assessment.Groups))}",
                $"计入：{string.Join('、', assessment.Results.Select(PackTerms.Of))}"), assessment.Citation))]);
    }

    /// <summary>Where a limit of the same rule is as long, the deduction is for missing it, and for nothing beyond it.</summary>
    private static string Late(RulePack pack, Deduction deduction, int late, LimitUnit unit)
        => pack.Limits.FirstOrDefault(limit => (limit.Amount, limit.Unit) == (late, unit)
            && limit.Citation.Rules.Intersect(deduction.Citation.Rules).Any()) is not { } limit
            ? $"迟于期限超过 {LimitText.Amount(late, unit)}才扣"
            : limit.Code.StartsWith("column.", StringComparison.Ordinal) ? $"超过 {LimitText.Amount(late, unit)}未更新即扣"
            : $"超过时限 {LimitText.Amount(late, unit)}即扣（{limit.Name}）";

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
