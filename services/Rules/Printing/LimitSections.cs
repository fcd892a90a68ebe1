using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Printing;

/// <summary>Until when: limits, times of disclosure, and how long a draft is shown.</summary>
internal static class LimitSections
{
    /// <summary>Beginnings of codes by what people look under; what begins otherwise comes last.</summary>
    private static readonly (string Heading, string[] Beginnings)[] Kinds =
    [
        ("主动公开", ["publication", "declassification", "catalogue", "interpretation", "powers-list", "column"]),
        ("依申请公开", ["application"]),
        ("行政复议", ["reconsideration"]),
        ("信访", ["petition"]),
        ("政民互动与会议", ["interaction", "meeting"]),
        ("信息报送", ["submission", "emergency", "personnel"]),
        ("年度报告", ["annual-report"]),
        ("监督与评议", ["supervision", "appraisal", "rectification"]),
    ];

    /// <summary>期限, each with the statutory one below it.</summary>
    public static IEnumerable<PrintTable> Limits(RulePack pack, PackNames names) => pack.Limits
        .GroupBy(Kind).OrderBy(kind => kind.Key)
        .Select(kind => new PrintTable(kind.Key < Kinds.Length ? Kinds[kind.Key].Heading : "其他",
            [.. kind.SelectMany(limit => Rows(pack, limit, names))]));

    private static int Kind(LimitRule limit)
    {
        var place = Array.FindIndex(Kinds, kind => kind.Beginnings.Contains(limit.Code.Split('.')[0]));
        return place < 0 ? Kinds.Length : place;
    }

    private static IEnumerable<PrintRow> Rows(RulePack pack, LimitRule limit, PackNames names)
    {
        yield return new($"limits.{limit.Code}", limit.Name, PackPrinter.Lines(
            (limit.Effect == LimitEffect.Extends ? "不超过 " : "") + LimitText.Amount(limit),
            LimitText.Late(limit),
            limit.Categories is null ? null : $"适用于：{names.SubmissionCategories(limit.Categories)}",
            limit.Effect is { } effect ? PackTerms.Of(effect) : null,
            limit.Silence is { } silence ? PackTerms.Of(silence) : null,
            LimitText.LastDay(limit.Unit, limit.LastDayOff)), limit.Citation);
        // By its place in the list: another limit may have a code that ends in the name of the member.
        if (limit.Statutory is { } statutory) yield return new($"$.limits[{pack.Limits.ToList().IndexOf(limit)}].statutory",
            $"{limit.Name}：法定期限", PackPrinter.Lines(LimitText.Amount(statutory.Amount, statutory.Unit),
                (statutory.Amount, statutory.Unit) == (limit.Amount, limit.Unit) ? "与上一行的期限相同" : "与上一行的期限同时计算，届满另行报警",
                LimitText.LastDay(statutory.Unit, statutory.LastDayOff)), statutory.Citation);
    }

    /// <summary>公开时间.</summary>
    public static IEnumerable<PrintTable> Timings(RulePack pack, PackNames names)
        => [new("公开时间", [.. pack.Timings.SelectMany(timing => Rows(timing, names))])];

    private static IEnumerable<PrintRow> Rows(TimingClass timing, PackNames names)
    {
        yield return new($"timings.{timing.Code}", timing.Name, PackPrinter.Lines(PackTerms.Of(timing.Kind),
            timing.Limit is null ? null : $"期限：{names.Limit(timing.Limit)}"), timing.Citation);
        if (timing.Recurrence is { } recurrence) yield return new($"timings.{timing.Code}.recurrence", $"{timing.Name}：公开周期",
            PackTerms.Of(recurrence.Period), recurrence.Citation);
    }

    /// <summary>预公开.</summary>
    public static IEnumerable<PrintTable> PreDisclosure(RulePack pack)
    {
        yield return PackPrinter.Entries("预公开事项", "preDisclosure.matters", pack.PreDisclosure.Matters);
        yield return PackPrinter.Entries("预公开方式", "preDisclosure.channels", pack.PreDisclosure.Channels);
        yield return new("预公开期间", [.. pack.PreDisclosure.Periods.Select(period => new PrintRow(
            $"preDisclosure.periods.{period.Code}", $"预公开期间：{period.Name}", PackPrinter.Lines(
                period.Least is { } least ? $"不少于 {LimitText.Amount(least, period.Unit)}" : "未规定最短期间",
                period.Most is { } most ? $"不超过 {LimitText.Amount(most, period.Unit)}" : "未规定最长期间"), period.Citation))]);
    }
}
