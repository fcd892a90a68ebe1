using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Features.Supervision;

namespace Disclosure.Review.Features.Cases;

/// <summary>Shows the steps of a case, what may be decided at them, and what was done.</summary>
internal static class StepViews
{
    private static readonly StepOutcome[] Explained = [StepOutcome.Approve, StepOutcome.Return, StepOutcome.Reject, StepOutcome.Hold,
        StepOutcome.Escalate];

    public static StepView Step(ReviewCase review, CaseStep step, CaseSurroundings around)
        => new(step.Code, step.Name, step.Kind, step.Stage, step.State, step.Roles, step.Scope, step.Source, step.DecidedBy,
            step.DecidedByName, step.DecidedRole, step.DecidedUnit, step.DecidedAt, step.Reason, step.DecidedDigest, step.DueOn,
            step.LimitWorkingDays, step.LimitIsDefault, DueExplained(review, step, around), step.PassesRequired, step.PassesConfirmed,
            step.MayChange, step.Determines is not null, step.RecordsAnAnswer, step.Urges, step.UrgedOn, step.UrgedByName, step.UrgeWords,
            CaseViews.Candidates(around.Candidates(step)),
            review.WaitsForSomebody(step)
                ? [.. Explained.Where(outcome => review.IsForeseen(step, outcome)).Select(outcome => Consequence(review, step, outcome))]
                : []);

    public static DecisionView Decisions(ReviewCase review, CaseStep step, Person who)
    {
        var offered = review.Offered(step, who);
        return new DecisionView(step.Code, offered, review.NeedsChecklist(step),
            [.. offered.Select(outcome => Consequence(review, step, outcome))],
            [.. review.ToAnswer(step).Select(finding => finding.Key!)], ReviewCase.JudgesContent(step));
    }

    public static ActView Act(AuditRecord entry)
        => new(entry.At, entry.Act, entry.Actor, entry.ActorName, entry.OnBehalfOf, entry.OnBehalfOfName, entry.Role, entry.Unit,
            entry.Step, entry.Digest, entry.Reason, entry.Detail is { } detail ? FactDetail.Read<ActDetail>(detail) : null);

    private static ConsequenceView Consequence(ReviewCase review, CaseStep step, StepOutcome outcome)
        => new(outcome, Consequences.Of(review, step, outcome));

    /// <summary>That a notice of holidays has moved the day since the step was opened.</summary>
    private static string Moved(CaseStep step, DateOnly due, DateTimeOffset opened, CaseSurroundings around)
        => around.Moved[step.Code].Where(change => change.At >= opened).LastOrDefault() is { Before: { } before } && before != due
            ? $"；原为 {before:O}，因放假安排调整重新计算" : "";

    private static string? DueExplained(ReviewCase review, CaseStep step, CaseSurroundings around)
    {
        if (step.DueOn is not { } due || step.OpenedAt is not { } opened || step.State != StepState.Open) return null;
        var from = LegalDay.Of(opened);
        var limit = due == review.SubjectDueOn && step.LimitWorkingDays is null or 0 ? ""
            : $"自 {from:O} 起 {step.LimitWorkingDays} 个工作日{(step.LimitIsDefault ? "（平台默认期限）" : "")}，";
        var legal = due == review.SubjectDueOn ? "不超过该事项的法定期限，" : "";
        var (today, calendar) = (around.Now.Today, around.Now.Calendar!);
        var left = today > due ? $"已超过 {DueLight.Count(calendar, due, today)} 个工作日"
            : $"还有 {DueLight.Count(calendar, today, due)} 个工作日";
        var provisional = calendar.IsProvisional(from, due) ? "（放假安排尚未全部载入，为暂定）" : "";
        return $"{limit}{legal}{left}{provisional}{Moved(step, due, opened, around)}";
    }
}
