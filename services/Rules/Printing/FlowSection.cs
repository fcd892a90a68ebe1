using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;

namespace Disclosure.Rules.Printing;

/// <summary>审核流程: each flow with its steps and its checklist.</summary>
internal static class FlowSection
{
    public static IEnumerable<PrintTable> Of(RulePack pack) => pack.Flows.Select(flow => new PrintTable(flow.Name, [.. Rows(flow)]));

    private static IEnumerable<PrintRow> Rows(ReviewFlow flow)
    {
        var place = $"flows.{flow.Code}";
        yield return new(place, $"流程：{flow.Name}", PackPrinter.Lines(
            $"共 {flow.Steps.Select(step => step.Stage).Distinct().Count()} 步、{flow.Steps.Count} 个环节",
            flow.BulkApproval ? "几件可以一并通过" : "逐件办理",
            flow.Bypass.Count == 0 ? "不允许越级放行（跳过其余环节直接通过）"
                : $"{PackNames.Roles(flow.Bypass)}可以说明理由越级放行（跳过其余环节直接通过），监督可见",
            flow.WithDocument ? "与所涉文件一并报批" : null,
            $"涉密情况待确定的，先认定：期限 {FlowSteps.DeterminationLimit} 个工作日（平台规定）"), flow.Citation);
        foreach (var step in flow.Steps) yield return new($"{place}.steps.{step.Code}", $"第 {step.Stage} 步：{step.Name}", Text(flow, step),
            step.Citation);
        foreach (var item in flow.Checklist) yield return new($"{place}.checklist.{item.Code}", "审核核对项", item.Name, item.Citation);
    }

    private static string Text(ReviewFlow flow, ReviewStep step) => PackPrinter.Lines(
        $"{PackTerms.Of(step.Kind)}；办理人：{(step.Scope == UnitScope.Own ? "送审单位的" : "")}{PackNames.Roles(step.Roles)}"
            + (step.Roles.Count > 1 ? "（其一）" : ""),
        flow.Steps.Where(other => other.Stage == step.Stage && other != step).Select(other => other.Name).ToList() is { Count: > 0 } beside
            ? $"与同一步的{string.Join('、', beside)}同时进行" : null,
        step.When.Count == 0 ? null : $"只在下列情形进入：{string.Join('、', step.When.Select(PackTerms.Condition))}",
        $"环节期限：{FlowSteps.LimitOf(step)} 个工作日{(step.LimitWorkingDays is null ? "（平台规定，来源未定）" : "")}",
        step.MayChange.Count == 0 ? null : $"可以更正：{string.Join('、', step.MayChange.Select(PackTerms.Field))}");
}
