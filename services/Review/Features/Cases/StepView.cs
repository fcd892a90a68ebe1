using System.Text.Json;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;

namespace Disclosure.Review.Features;

/// <summary>A step as shown; states are <c>waiting, open, held, approved, escalated, returned, rejected, bypassed, cancelled</c>.</summary>
/// <remarks><c>Determines</c> says that the step determines a secrecy (涉密认定) instead of judging the content, <c>RecordsAnAnswer</c>
/// that it records what the secrecy authority answered (rule 128); <c>DecidedDigest</c> is what the decision was about;
/// <c>LimitIsDefault</c> says that the limit is the platform's and no rule's; <c>DueExplanation</c> how
/// the due day came about and what is left. While the step waits for somebody, <c>Candidates</c> are colleagues who can take it (at most
/// 10) and
/// <c>Consequences</c> what each decision leads to.</remarks>
internal sealed record StepView(string Code, string Name, string Kind, int Stage, string State, IReadOnlyList<string> Roles, string Scope,
    string Source,
    string? DecidedBy, string? DecidedByName, string? DecidedRole, string? DecidedUnit, DateTimeOffset? DecidedAt, string? Outcome,
    string? Reason, string? DecidedDigest,
    DateOnly? DueOn, int? LimitWorkingDays, bool LimitIsDefault, string? DueExplanation, int PassesRequired, int PassesConfirmed,
    IReadOnlyList<string> MayChange,
    bool Determines, bool RecordsAnAnswer, int Urges, DateOnly? UrgedOn, string? UrgeWords, IReadOnlyList<Candidate> Candidates,
    IReadOnlyList<ConsequenceView> Consequences)
{
    private static readonly StepOutcome[] Explained = [StepOutcome.Approve, StepOutcome.Return, StepOutcome.Reject, StepOutcome.Hold,
        StepOutcome.Escalate];

    public static StepView Of(ReviewCase review, CaseStep step, CaseSurroundings around)
        => new(step.Code, step.Name, Codes.Of(step.Kind), step.Stage, Codes.Of(step.State), step.Roles,
        Codes.Of(step.Scope), step.Source, step.DecidedBy, step.DecidedByName, step.DecidedRole, step.DecidedUnit, step.DecidedAt,
        step.DecidedAt is null ? null : Codes.Of(step.State), step.Reason, step.DecidedDigest, step.DueOn, step.LimitWorkingDays,
        step.LimitIsDefault,
        DueExplained(review, step, around), step.PassesRequired, step.PassesConfirmed, step.MayChange,
        step.Determines is not null, step.RecordsAnAnswer, step.Urges, step.UrgedOn,
        step.UrgeWords,
        around.Candidates(step),
        review.WaitsForSomebody(step)
        ? [.. Explained.Where(outcome => review.IsForeseen(step, outcome)).Select(outcome => ConsequenceView.Of(review, step, outcome))]
        : []);

    private static string? DueExplained(ReviewCase review, CaseStep step, CaseSurroundings around)
    {
        if (step.DueOn is not { } due || step.OpenedAt is not { } opened || step.State != StepState.Open) return null;
        var from = LegalDay.Of(opened);
        var limit = due == review.SubjectDueOn && step.LimitWorkingDays is null or 0 ? ""
            : $"自 {from:O} 起 {step.LimitWorkingDays} 个工作日{(step.LimitIsDefault ? "（平台默认期限）" : "")}，";
        var legal = due == review.SubjectDueOn ? "不超过该事项的法定期限，" : "";
        var (today, count) = (around.Today, around.CountWorkingDays);
        var left = today > due ? $"已超过 {count(due, today)} 个工作日" : $"还剩 {count(today, due)} 个工作日";
        return $"{limit}{legal}{left}";
    }
}

/// <summary>What the caller may decide at a step: outcomes out of <c>approve, return, reject, hold, escalate, bypass</c>.</summary>
internal sealed record DecisionView(string Step, IReadOnlyList<string> Outcomes, bool ChecklistRequired,
    IReadOnlyList<ConsequenceView> Consequences)
{
    public static DecisionView Of(ReviewCase review, CaseStep step, Person who)
    {
        var offered = review.Offered(step, who);
        return new DecisionView(step.Code, [.. offered.Select(outcome => Codes.Of(outcome))], review.NeedsChecklist(step),
            [.. offered.Select(outcome => ConsequenceView.Of(review, step, outcome))]);
    }
}

/// <summary>What a decision leads to, in words.</summary>
internal sealed record ConsequenceView(string Outcome, string LeadsTo)
{
    public static ConsequenceView Of(ReviewCase review, CaseStep step, StepOutcome outcome)
        => new(Codes.Of(outcome), Consequences.Of(review, step, outcome));
}

/// <summary>One act of the case's history.</summary>
/// <remarks><c>Detail</c> is what exactly was decided: confirmed checklist, changes, corrections, digest after.</remarks>
internal sealed record ActView(DateTimeOffset At, string Act, string Actor, string ActorName, string? OnBehalfOf,
    string? OnBehalfOfName, string? Role, string? Unit, string? Step,
    string? Digest, string? Reason, JsonElement? Detail)
{
    public static ActView Of(AuditRecord entry)
        => new(entry.At, entry.Act, entry.Actor, entry.ActorName, entry.OnBehalfOf, entry.OnBehalfOfName, entry.Role, entry.Unit,
        entry.Step, entry.Digest, entry.Reason, entry.Detail is null ? null : JsonSerializer.Deserialize<JsonElement>(entry.Detail));
}
