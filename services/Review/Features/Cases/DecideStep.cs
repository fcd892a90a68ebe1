using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Findings;
using Disclosure.Review.Features.Shared;
using Disclosure.ServiceDefaults.Commands;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features.Cases;

/// <summary>审核: a person decides at a step.</summary>
internal static class DecideStep
{
    public static void Map(RouteGroupBuilder cases) => cases.MapPost("cases/{id:guid}/decisions", Handle).WithName("DecideStep")
        .WithSummary("办理审核环节");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(string authority, Guid id, DecisionRequest request,
        HttpContext http, CaseCommands commands, RulePackLookup packOf, CancellationToken cancellation)
    {
        var caller = Caller.Of(http, request);
        var decision = new Decision
        {
            Step = request.Step,
            Outcome = request.Outcome,
            Digest = request.Digest,
            Reason = request.Reason,
            Checklist = request.Checklist ?? [],
            // Elements of a JSON list may be null whatever the type says.
            Conditions = [.. (request.Conditions ?? []).OfType<string>()],
            Changes = [.. (request.Changes ?? []).OfType<ReviewerChange>()],
            Corrections = [.. (request.Corrections ?? []).OfType<TextCorrection>()
                .Select(wording => new Correction(wording.Original, wording.Corrected))],
            Disclosed = [.. (request.Disclosed ?? []).OfType<DisclosedFinding>()
                .Select(answer => new GivenAnswer(answer.Finding, answer.Reason))],
            HoldTo = request.HoldTo ?? DeterminedBy.LeadingGroup,
        };
        var decided = await commands
            .ActAsync(new CaseId(id), caller, (review, now) => review.Decide(caller.Person, decision, now, packOf(authority)),
            cancellation);
        return decided.ToNoContent(http);
    }
}
