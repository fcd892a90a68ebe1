using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Findings;
using Disclosure.Rules.Scanning;

namespace Disclosure.Review.Domain.Decisions;

/// <summary>Every way answers to findings (确需公开) are refused.</summary>
internal static class AnswerRefusals
{
    /// <summary>Findings that one refusal names; of more than that the number is said.</summary>
    private const int MaxNamed = 10;

    public static readonly Failure OnlyWithApproval = new Failure(FailureKind.Invalid, "disclosed-only-with-approval",
        "只有审核内容的环节通过或者放行时，才能说明确需公开的理由", "退回时请在理由中写明应当遮盖之处。").At("disclosed");

    public static readonly Failure TooMany = new Failure(FailureKind.Invalid, "too-many-disclosed", "确需公开的理由条数过多",
        $"一次最多填写 {FindingAnswer.MaxCount} 项。").At("disclosed");

    /// <summary>Findings that wait for an answer, in words: each is masked, or somebody says why not.</summary>
    public static Failure FindingsAreUnanswered(IReadOnlyList<Finding> findings)
        => new Failure(FailureKind.Invalid, "findings-are-unanswered", "须逐项确认的内容还没有说明理由",
            $"请逐项说明确需公开的理由，或者退回遮盖：{string.Join('、', findings.Take(MaxNamed).Select(Named))}"
            + (findings.Count > MaxNamed ? $"等 {findings.Count} 项。" : "。")).At("disclosed");

    /// <summary>Some answers cannot be taken; the code is that of the first, what to do is said once for each kind of fault.</summary>
    /// <param name="faults">Place in the list, from 0, and what is wrong.</param>
    public static Failure DoNotFit(IReadOnlyList<(int At, AnswerFault Fault)> faults)
        => new(FailureKind.Invalid, faults[0].Fault.Code, $"确需公开的理由有误：{faults[0].Fault.Words}",
            string.Concat(faults.Select(fault => fault.Fault.Advice).Distinct(StringComparer.Ordinal)))
        {
            Errors = faults.ToDictionary(fault => $"disclosed.{fault.At}", fault => new[] { fault.Fault.Words }, StringComparer.Ordinal),
        };

    /// <summary>What is wrong with one answer, or null.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="finding">What it names; null where there is nothing of that key.</param>
    /// <param name="isNamedBefore">Whether an answer before it names the same.</param>
    public static AnswerFault? FaultOf(GivenAnswer answer, Finding? finding, bool isNamedBefore) => finding switch
    {
        null => AnswerFault.Unknown,
        { Level: FindingLevel.Blocking } => AnswerFault.Blocked,
        { NeedsAnswer: false } => AnswerFault.Unknown,
        _ when isNamedBefore => AnswerFault.Twice,
        _ when EnteredText.IsBlank(answer.Reason) => AnswerFault.Blank,
        _ when answer.Reason.Length > FindingAnswer.MaxReason => AnswerFault.TooLong,
        _ when EnteredText.ProblemOfText(answer.Reason) is not null => AnswerFault.Unreadable,
        // It is kept for ever, and read by everybody who reads the case.
        _ when SensitiveDataScanner.Scan(answer.Reason).Any(span => span.Kind is SensitiveKind.IdentityCard or SensitiveKind.BankCard)
            => AnswerFault.Personal,
        _ => null,
    };

    private static string Named(Finding finding) => $"{finding.Name}（{finding.Count} 处）";
}

/// <summary>What is wrong with one answer.</summary>
/// <param name="Code">Code of the failure.</param>
/// <param name="Words">What is wrong, Chinese.</param>
/// <param name="Advice">What to do, Chinese.</param>
internal sealed record AnswerFault(string Code, string Words, string Advice)
{
    public static readonly AnswerFault Unknown = new("finding-is-unknown", "没有这一项须确认的内容", "请刷新页面后，按页面列出的各项填写。");

    public static readonly AnswerFault Blocked = new("finding-is-blocking", "这一项禁止公开，不能以说明理由代替", "请退回遮盖或者删去。");

    public static readonly AnswerFault Twice = new("finding-is-answered-twice", "同一项说明了两次", "每一项只填写一次理由。");

    public static readonly AnswerFault Blank = new("disclosed-reason-is-missing", "没有填写确需公开的理由", "请写明理由，或者退回遮盖。");

    public static readonly AnswerFault TooLong = new("disclosed-reason-is-too-long", $"确需公开的理由超过 {FindingAnswer.MaxReason} 字",
        "请缩减后再提交。");

    public static readonly AnswerFault Personal = new("disclosed-reason-is-personal", "理由中有身份证号或者银行卡号",
        "理由随件保存，请删去号码，只写明为什么确需公开。");

    public static readonly AnswerFault Unreadable = new("disclosed-reason-is-unreadable", "确需公开的理由中有无法保存的字符",
        "请删除看不见的字符，或者重新输入，不要粘贴。");
}
