using Disclosure.Kernel;

namespace Disclosure.Rules.Packs;

/// <summary>A review flow (审核流程).</summary>
/// <param name="Code">One of <see cref="FlowCodes"/>.</param>
/// <param name="Name">Name.</param>
/// <param name="Steps">Steps in order; steps that share a <see cref="ReviewStep.Stage"/> run in parallel.</param>
/// <param name="Checklist">Questions a reviewer answers before approving.</param>
/// <param name="BulkApproval">Whether several cases may be approved in one act.</param>
/// <param name="Bypass">Roles that may release without the remaining steps, with a reason that supervision sees; empty forbids it.</param>
/// <param name="Citation">Its source.</param>
/// <param name="WithDocument">Whether its subject goes with a document and both come before the leader together (文件与方案一并报批, rule
/// 267).</param>
public sealed record ReviewFlow(string Code, string Name, IReadOnlyList<ReviewStep> Steps, IReadOnlyList<ChecklistItem> Checklist,
    bool BulkApproval, IReadOnlyList<string> Bypass, Citation Citation, bool WithDocument = false);

/// <summary>A question of a checklist.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Wording.</param>
/// <param name="Citation">Its source.</param>
public sealed record ChecklistItem(string Code, string Name, Citation Citation);

/// <summary>A step of a flow (审核环节).</summary>
/// <param name="Code">Stable kebab-case code, unique in the flow.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Stage">Stages run in ascending order; equal stages in parallel. From 1.</param>
/// <param name="Roles">Any one of these roles may take it.</param>
/// <param name="Scope">Whose staff.</param>
/// <param name="When">Conditions of which one must be set on the case (see <see cref="ReviewConditions"/>); empty means always.</param>
/// <param name="LimitWorkingDays">Limit in working days, or null when the rule gives none.</param>
/// <param name="MayChange">Fields the reviewer may correct: subset of attribute, ground, scope, channel, category; a change returns a new
/// digest.</param>
/// <param name="Citation">Its source.</param>
public sealed record ReviewStep(string Code, string Name, StepKind Kind, int Stage, IReadOnlyList<string> Roles, UnitScope Scope,
    IReadOnlyList<string> When, int? LimitWorkingDays, IReadOnlyList<string> MayChange, Citation Citation);

/// <summary>Conditions that switch steps on.</summary>
public static class ReviewConditions
{
    /// <summary>重要内容.</summary>
    public const string Important = "important";

    /// <summary>重大事项.</summary>
    public const string Major = "major";

    /// <summary>敏感内容.</summary>
    public const string Sensitive = "sensitive";

    /// <summary>涉及第三方.</summary>
    public const string ThirdParty = "third-party";

    /// <summary>涉及其他机关.</summary>
    public const string OtherOrgans = "other-organs";

    /// <summary>非主动公开.</summary>
    public const string NotProactive = "not-proactive";

    /// <summary>涉密情况待确定: set by the owner of the subject, never chosen; the case is held until it is determined (rule 128).</summary>
    public const string SecrecyUndetermined = "secrecy-undetermined";

    /// <summary>Every condition that a drafter may choose and a pack may name.</summary>
    public static readonly IReadOnlyList<string> All = [Important, Major, Sensitive, ThirdParty, OtherOrgans, NotProactive];
}
