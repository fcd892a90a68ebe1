using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain;
using Disclosure.Rules.Reviewing;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features;

/// <summary>审核: a person decides at a step.</summary>
internal static class DecideStep
{
    private static readonly Failure UnknownOutcome = new(FailureKind.Invalid, "outcome-is-unknown", "没有这种办理意见",
        "可选：approve、return、reject、hold、escalate、bypass。");

    public static void Map(RouteGroupBuilder cases) => cases.MapPost("cases/{id:guid}/decisions", Handle).WithName("DecideStep")
        .WithSummary("办理审核环节");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(string authority, Guid id, Request request, HttpContext http,
        CaseCommands commands, PackOf packOf, CancellationToken cancellation)
    {
        if (Codes.Parse<StepOutcome>(request.Outcome) is not { } outcome) return UnknownOutcome.ToProblem();
        DeterminedBy? holdTo = request.HoldTo is null ? DeterminedBy.LeadingGroup : Codes.Parse<DeterminedBy>(request.HoldTo);
        if (holdTo is null) return UnknownOutcome.ToProblem();
        var caller = Caller.Of(http, request);
        var decision = new Decision
        {
            Step = request.Step,
            Outcome = outcome,
            Digest = request.Digest,
            Reason = request.Reason,
            Checklist = request.Checklist ?? [],
            // Elements of a JSON list may be null whatever the type says.
            Conditions = [.. (request.Conditions ?? []).OfType<string>()],
            Changes = [.. (request.Changes ?? []).OfType<ReviewedChange>()],
            Corrections = [.. (request.Corrections ?? []).OfType<Correction>()],
            HoldTo = holdTo.Value,
        };
        var decided = await commands
            .ActAsync(new CaseId(id), caller, (review, now) => review.Decide(caller.Person, decision, now, packOf(authority)),
            cancellation);
        return decided.ToNoContent(http);
    }

    /// <summary>A decision.</summary>
    /// <param name="Step">Code of the step.</param>
    /// <param name="Outcome"><c>approve, return, reject, hold, escalate, bypass</c>.</param>
    /// <param name="Digest">The case's <c>contentDigest</c> as the person has read it.</param>
    /// <param name="Reason">理由; demanded for everything but approval, and for signing alone what is signed together; at most 2000
    /// characters.</param>
    /// <param name="Checklist">Codes of the confirmed questions; all of them where the action says <c>checklistRequired</c>.</param>
    /// <param name="HoldTo">With <c>hold</c>: <c>leading-group</c> (default) or <c>secrecy-authority</c>.</param>
    /// <param name="Changes">With <c>approve</c>: fields corrected within the step's <c>mayChange</c>; the answer carries the new
    /// digest.</param>
    /// <param name="Corrections">With <c>return</c> at a proof step: 校对意见, each a wording of the snapshot and what it should be.</param>
    /// <param name="Conditions">With <c>approve</c>: conditions the reviewer finds met besides those handed in; they switch on further
    /// steps.</param>
    internal sealed record Request(string Step, string Outcome, string Digest, string? Reason = null,
        IReadOnlyList<string>? Checklist = null, string? HoldTo = null,
        IReadOnlyList<ReviewedChange>? Changes = null, IReadOnlyList<Correction>? Corrections = null,
        IReadOnlyList<string>? Conditions = null);
}
