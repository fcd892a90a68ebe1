using System.Collections.Frozen;

namespace Disclosure.Kernel.Auditing;

/// <summary>Chinese words of acts (行为), one for each, wherever an act is shown: in audit logs and in what a person did (已办).</summary>
public static class ActTerms
{
    private static readonly FrozenDictionary<string, string> Terms = new Dictionary<string, string>
    {
        ["opened"] = "送审",
        ["approved"] = "通过",
        ["proof-passed"] = "校对一遍无误",
        ["returned"] = "退回",
        ["rejected"] = "不予通过",
        ["held"] = "暂缓，提请确定",
        ["determined"] = "认定不涉密",
        ["determined-secret"] = "认定涉密",
        ["escalated"] = "提请上级审定",
        ["determination-escalated"] = "提请保密行政管理部门认定",
        ["bypassed"] = "越级放行",
        ["withdrawn"] = "撤回送审",
        ["urged"] = "催办",
        ["delegated"] = "授权代办",
        ["delegation-revoked"] = "撤销授权",
        ["delegation-declined"] = "谢绝授权",
        ["delegation-handed-back"] = "交回授权",
        ["request-refused"] = "送审未受理",
        ["replaced"] = "登记离岗接替",
        ["replacement-confirmed"] = "确认离岗接替",
        ["replacement-revoked"] = "撤销离岗接替",
        ["delegation-accepted"] = "接受授权",
        ["ended"] = "终止审核，退回起草人",
        ["raised"] = "接办无人可办的环节",
        ["recused"] = "补充回避对象",
        ["drafted"] = "起草",
        ["edited"] = "修改",
        ["attachments-changed"] = "调整附件",
        ["submitted"] = "送审",
        ["recalled"] = "撤回送审",
        ["published"] = "发布",
        ["determined-not-public"] = "审定不发布",
        ["publication-failed"] = "结论没能办理",
        ["revision-opened"] = "发起修订",
        ["taken-down"] = "撤下",
        ["shown-version-checked"] = "核对公开版本，可以继续公开",
        ["calendar-imported"] = "导入放假安排",
        ["calendar-withdrawn"] = "撤销导入的放假安排",
        ["due-days-recounted"] = "按新的工作日历重算期限",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words of an act.</summary>
    /// <param name="act">Code of the act.</param>
    /// <returns>Its words; the code where there are none.</returns>
    public static string Of(string act) => Terms.GetValueOrDefault(act, act);
}
