using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Steps;
using Disclosure.Rules.Packs;

namespace Disclosure.Review.Domain.Submissions;

/// <summary>A case that comes before the leader together with another (一并报批): the document of a plan, or the plan of a document (rules 267,
/// 339).</summary>
/// <param name="Case">The latest round of the other subject.</param>
/// <param name="IsDocument">Whether it is the document; otherwise it is the plan.</param>
/// <param name="Title">Its title.</param>
/// <param name="FlowName">Name of its flow.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ConcludedAt">When it ended; null while it runs.</param>
/// <param name="IsBeforeLeader">Whether a step that signs waits for somebody, or is done.</param>
/// <param name="OpenSteps">Names of the steps that wait.</param>
/// <param name="Readers">Who may read it.</param>
internal sealed record Companion(CaseId Case, bool IsDocument, string Title, string FlowName, CaseState State, DateTimeOffset? ConcludedAt,
    bool IsBeforeLeader,
    IReadOnlyList<string> OpenSteps, Readership Readers)
{
    /// <summary>Tells of a case what the other half needs to know.</summary>
    public static Companion Of(CaseId id, bool isDocument, string title, string flowName, CaseState state, DateTimeOffset? concludedAt,
        Readership readers)
    {
        var waiting = readers.Steps.Where(step => Waits(state, step)).ToList();
        return new Companion(id, isDocument, title, flowName, state, concludedAt,
            readers.Steps.Any(step => Signs(readers.Steps, step) && (step.IsDone || waiting.Contains(step))),
            [.. waiting.Select(step => step.Name)], readers);
    }

    /// <summary>Whether somebody could decide at the step now: in a held case, only at its determination.</summary>
    public static bool Waits(CaseState state, CaseStep step)
        => step.State == StepState.Open && (state == CaseState.Open || (state == CaseState.Held && step.Determines is not null));

    /// <summary>Whether approval at the step is the leader's signature: a sign-off, or the last word where the flow has none.</summary>
    public static bool Signs(IReadOnlyList<CaseStep> steps, CaseStep step) => step.Determines is null && (step.Kind == StepKind.SignOff
        || (steps.All(s => s.Kind != StepKind.SignOff) && !steps.Any(s => s.Determines is null && s.Stage > step.Stage)));

    /// <summary>What stands in the way of signing a case that was opened at this moment, or null.</summary>
    /// <param name="openedAt">When the case to be signed was opened: a signature from before it was given to another text.</param>
    /// <param name="who">Who asks; whoever may not read the other half is told no more than that there is one. Null for the platform
    /// itself.</param>
    public Obstacle? Obstacle(DateTimeOffset openedAt, Person? who)
    {
        var found = (IsDocument, State) switch
        {
            (_, CaseState.Approved) when ConcludedAt >= openedAt => null,
            (_, CaseState.Open) when IsBeforeLeader => null,
            (true, CaseState.Approved) => new Obstacle(Refusals.DocumentWasSignedBefore, IsFinal: false),
            (false, CaseState.Approved) => new Obstacle(Refusals.PlanIsOfAnEarlierText, IsFinal: false),
            (true, CaseState.Open or CaseState.Held) => new Obstacle(Refusals.DocumentIsNotBeforeLeader(OpenSteps), IsFinal: true),
            (true, _) => new Obstacle(Refusals.DocumentWentBack, IsFinal: false),
            (false, CaseState.Open or CaseState.Held) => new Obstacle(Refusals.PlanIsNotBeforeLeader(OpenSteps), IsFinal: true),
            (false, CaseState.Returned) => new Obstacle(Refusals.PlanWentBack, IsFinal: false),
            // Turned down or taken back: the document goes on without it, and the finding of a missing interpretation stands.
            _ => null,
        };
        return found is null || who is null || Readers.Includes(who) ? found
            : found with { Failure = found.IsFinal ? Refusals.OtherHalfIsOnItsWay : Refusals.OtherHalfIsMissing };
    }
}

/// <summary>Why a case is not simply signed: the other half is not there.</summary>
/// <param name="Failure">The sentence.</param>
/// <param name="IsFinal">Whether nothing helps but to wait, because the other half is on its way. Otherwise the leader may sign this half
/// alone and says why.</param>
internal sealed record Obstacle(Failure Failure, bool IsFinal);
