namespace Disclosure.Rules.Packs.Loading;

internal sealed partial class PackValidator
{
    private void CheckSubmissions()
    {
        for (var i = 0; i < pack.Quotas.Count; i++)
        {
            if (pack.Quotas[i].Subject == QuotaSubject.Authority != (pack.Quotas[i].Groups.Count == 0))
                Add($"$.quotas[{i}].groups", "must name a group, and must not for the authority as a whole");
            CheckEach(pack.Quotas[i].Groups, _groups, $"$.quotas[{i}].groups", "group");
            if (pack.Quotas[i].Minimum < 1) Add($"$.quotas[{i}].minimum", "must be at least 1");
        }
        CheckPoints(pack.Scoring);
        CheckAwards(pack.Scoring);
    }

    private void CheckPoints(Scoring scoring)
    {
        var scores = scoring.Scores.Select(score => score.Code).ToHashSet();
        var limits = pack.Limits.Select(limit => limit.Code).ToHashSet();
        for (var i = 0; i < scoring.Scores.Count; i++)
        {
            if (scoring.Scores[i].Points <= 0) Add($"$.scoring.scores[{i}].points", "must be above 0");
            CheckEach(scoring.Scores[i].AddsTo, scores, $"$.scoring.scores[{i}].addsTo", "score");
        }
        for (var i = 0; i < scoring.NoScores.Count; i++)
            if (!limits.Contains(scoring.NoScores[i].Limit))
                Add($"$.scoring.noScores[{i}].limit", $"names no limit: '{scoring.NoScores[i].Limit}'");
        for (var i = 0; i < scoring.Deductions.Count; i++)
        {
            var (deduction, at) = (scoring.Deductions[i], $"$.scoring.deductions[{i}]");
            if (deduction.Points <= 0) Add($"{at}.points", "must be above 0; it is taken away");
            if (deduction.LateByMoreThan is null != deduction.Unit is null) Add(at, "must have both lateByMoreThan and unit or neither");
        }
    }

    private void CheckAwards(Scoring scoring)
    {
        CheckEach([.. scoring.Principles.Select(entry => entry.Code)], KnownWords.Principles, "$.scoring.principles", "principle");
        for (var i = 0; i < scoring.CutOffs.Count; i++)
        {
            var (cutOff, at) = (scoring.CutOffs[i], $"$.scoring.cutOffs[{i}]");
            if (!_groups.Contains(cutOff.Group)) Add($"{at}.group", $"names no group of this pack: '{cutOff.Group}'");
            if (cutOff.TopRank < 1) Add($"{at}.topRank", "must be at least 1");
            if (cutOff.Kind == AwardKind.AdvancedPerson != cutOff.Nominations > 0) Add($"{at}.nominations", "is above 0 for persons only");
        }
        for (var i = 0; i < scoring.Exclusions.Count; i++)
            if (scoring.Exclusions[i].ShortfallAbove is <= 0 or >= 1) Add($"$.scoring.exclusions[{i}].shortfallAbove", "must be a share between 0 and 1");
    }
}
