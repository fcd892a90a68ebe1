using Disclosure.Rules.Reading;

namespace Disclosure.Rules.Packs.Loading;

internal sealed partial class PackValidator
{
    /// <summary>Most steps of a flow: every case keeps and shows each.</summary>
    private const int MaxSteps = 40;

    private void CheckFlows()
    {
        if (!merger.HidesCodes("$.flows")) foreach (var missing in FlowCodes.All.Where(code => pack.Flow(code) is null)) Add("$.flows",
            $"缺少流程“{missing}”");
        for (var i = 0; i < pack.Flows.Count; i++)
        {
            var (flow, at) = (pack.Flows[i], $"$.flows[{i}]");
            if (!KnownWords.Flows.Contains(flow.Code)) Add($"{at}.code", $"没有流程“{Excerpt.Of(flow.Code)}”");
            CheckEach(flow.Bypass, KnownWords.Roles, $"{at}.bypass", "角色");
            if (flow.Steps.All(step => step.When.Count > 0)) Add($"{at}.steps", "缺少总是执行的环节");
            if (flow.Steps.Count > MaxSteps) Add($"{at}.steps", $"不应超过{MaxSteps}个环节");
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
                Add($"{at}.steps[{s}].stage", $"阶段应从1起连续递增，{before}之后为{stage}", $"{at}.steps");
            before = Math.Max(stage, before);
        }
    }

    private void CheckStep(ReviewStep step, string at)
    {
        CheckCode(step.Code, $"{at}.code");
        if (step.Roles.Count == 0) Add($"{at}.roles", "缺少角色");
        CheckEach(step.Roles, KnownWords.Roles, $"{at}.roles", "角色");
        CheckEach(step.When, KnownWords.Conditions, $"{at}.when", "条件");
        CheckEach(step.MayChange, KnownWords.Changeable, $"{at}.mayChange", "字段");
        if (step.LimitWorkingDays is { } days && AmountFault(days, LimitUnit.WorkingDay) is { } fault) Add($"{at}.limitWorkingDays", fault);
    }
}
