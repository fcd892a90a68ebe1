using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Findings;
using Disclosure.Review.Domain.Steps;
using Disclosure.Rules.Packs;

namespace Disclosure.Review.Domain.Cases;

/// <summary>确需公开: findings that a named reviewer answers one by one.</summary>
internal sealed partial class ReviewCase
{
    /// <summary>Every answer that was given, in order; the last one to a finding counts.</summary>
    public FindingAnswer[] Answers { get; private set; } = [];

    /// <summary>Whether somebody must look at the case itself before it is approved: something blocks it or waits for an answer. Lists of
    /// what is approved in bulk leave it out.</summary>
    public bool HasOpenFindings { get; private set; }

    /// <summary>The answer that counts; null where nobody has given one.</summary>
    public FindingAnswer? AnswerTo(Finding finding) => Array.FindLast(Answers, answer => answer.Finding == finding.Key);

    /// <summary>The answers that count, as the owner is told them.</summary>
    public IReadOnlyList<ReleaseAnswer> Releases => [.. Findings.Where(finding => finding.NeedsAnswer).Select(AnswerTo)
        .OfType<FindingAnswer>().Select(answer => new ReleaseAnswer(answer.Finding, answer.Count, answer.Reason, answer.ByName))];

    /// <summary>Findings that approval of the step demands an answer to; none where the step judges no content, or what was corrected
    /// keeps the subject from the public.</summary>
    public IReadOnlyList<Finding> ToAnswer(CaseStep step) => JudgesContent(step) && NotPublic is null ? Unanswered : [];

    /// <summary>Whether the step judges the content: neither a proof nor a determination of secrecy.</summary>
    public static bool JudgesContent(CaseStep step) => step.Kind != StepKind.Proof && step.Determines is null;

    private List<Finding> Unanswered => [.. Findings.Where(finding => finding.NeedsAnswer && AnswerTo(finding) is null)];

    /// <summary>Why the answers of a decision cannot be taken, or are not all that is demanded; null where they are.</summary>
    private Failure? CheckAnswers(CaseStep step, Decision decision)
    {
        var approves = decision.Outcome is StepOutcome.Approve or StepOutcome.Bypass && JudgesContent(step);
        if (decision.Disclosed.Count > 0)
        {
            if (!approves) return AnswerRefusals.OnlyWithApproval;
            if (decision.Disclosed.Count > FindingAnswer.MaxCount) return AnswerRefusals.TooMany;
            if (Faults(decision.Disclosed) is { Count: > 0 } faults) return AnswerRefusals.DoNotFit(faults);
        }

        if (!approves || NotPublicAfter(decision.Changes) is not null) return null;
        var missing = Unanswered.Where(finding => decision.Disclosed.All(answer => answer.Finding != finding.Key)).ToList();
        return missing.Count == 0 ? null : AnswerRefusals.FindingsAreUnanswered(missing);
    }

    private List<(int At, AnswerFault Fault)> Faults(IReadOnlyList<GivenAnswer> answers)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        var faults = new List<(int, AnswerFault)>();
        for (var at = 0; at < answers.Count; at++)
        {
            var isNamedBefore = !named.Add(answers[at].Finding ?? "");
            if (AnswerRefusals.FaultOf(answers[at], Find(answers[at].Finding), isNamedBefore) is { } fault) faults.Add((at, fault));
        }

        return faults;
    }

    private Finding? Find(string? key) => key is null ? null : Array.Find(Findings, finding => finding.Key == key);

    private void Answer(CaseStep step, Person who, IReadOnlyList<GivenAnswer> answers, LegalTime now)
    {
        if (answers.Count == 0) return;
        Answers = [.. Answers, .. answers.Select(answer => new FindingAnswer(answer.Finding, Find(answer.Finding)!.Count, answer.Reason,
            who.Subject, who.Name, step.Code, now.At))];
    }

    /// <summary>What the decision would leave the subject to be, so that it does not become public; null where it may.</summary>
    private NotPublicCause? NotPublicAfter(IReadOnlyList<ReviewerChange> changes)
        => NotPublicIf(changes.LastOrDefault(change => change.Field == "attribute")?.Value ?? Attribute,
            changes.LastOrDefault(change => change.Field == "scope")?.Value ?? CorrectedScope);

    private void UpdateOpenFindings() => HasOpenFindings = Array.Exists(Findings, finding => finding.Level == FindingLevel.Blocking)
        || (NotPublic is null && Unanswered.Count > 0);
}
