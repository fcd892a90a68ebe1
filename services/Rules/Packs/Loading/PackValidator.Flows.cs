namespace Disclosure.Rules.Packs.Loading;

internal sealed partial class PackValidator
{
    private void CheckFlows()
    {
        foreach (var missing in FlowCodes.All.Where(code => pack.Flow(code) is null)) Add("$.flows", $"has no flow '{missing}'");
        for (var i = 0; i < pack.Flows.Count; i++)
        {
            var (flow, at) = (pack.Flows[i], $"$.flows[{i}]");
            if (!KnownWords.Flows.Contains(flow.Code)) Add($"{at}.code", $"is not a flow: '{flow.Code}'");
            CheckEach(flow.Bypass, KnownWords.Roles, $"{at}.bypass", "role");
            if (flow.Steps.All(step => step.When.Count > 0)) Add($"{at}.steps", "must have a step that always runs");
            CheckStages(flow, at);
            for (var s = 0; s < flow.Steps.Count; s++) CheckStep(flow.Steps[s], $"{at}.steps[{s}]");
        }
    }

    private void CheckStages(ReviewFlow flow, string at)
    {
        var before = 0;
        for (var s = 0; s < flow.Steps.Count; s++)
        {
            var stage = flow.Steps[s].Stage;
            if (stage < before || stage > before + 1 || stage < 1)
                Add($"{at}.steps[{s}].stage", $"must ascend from 1 without gaps, after {before} came {stage}");
            before = Math.Max(stage, before);
        }
    }

    private void CheckStep(ReviewStep step, string at)
    {
        CheckCode(step.Code, $"{at}.code");
        if (step.Roles.Count == 0) Add($"{at}.roles", "must name a role");
        CheckEach(step.Roles, KnownWords.Roles, $"{at}.roles", "role");
        CheckEach(step.When, KnownWords.Conditions, $"{at}.when", "condition");
        CheckEach(step.MayChange, KnownWords.Changeable, $"{at}.mayChange", "field");
        if (step.LimitWorkingDays is <= 0) Add($"{at}.limitWorkingDays", "must be at least 1");
    }
}
