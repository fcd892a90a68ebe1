using Disclosure.Contracts.Review;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Features.Shared;
using Disclosure.ServiceDefaults.Commands;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Cases;

/// <summary>Commands upon one case: what goes with it is looked up first, and its conclusion is told.</summary>
/// <remarks>Serial, so that nobody opens, moves or signs what goes with the case (一并报批) before the command is done.</remarks>
internal sealed class CaseCommands(ReviewDb db, CommandRunner<ReviewDb> commands, LegalClock legalClock, CompanionCases companions,
    CaseNotices notices)
{
    public Task<Outcome<Committed>> ActAsync(CaseId id, Caller caller, Func<ReviewCase, LegalTime, Verdict> act,
        CancellationToken cancellation)
        => ActAsync(id, caller, (review, now) => Task.FromResult(act(review, now)), cancellation);

    /// <summary>The same for acts that must look something up within the transaction.</summary>
    public Task<Outcome<Committed>> ActAsync(CaseId id, Caller caller, Func<ReviewCase, LegalTime, Task<Verdict>> act,
        CancellationToken cancellation)
        => RunAsync(id, caller.Command, caller.Person, act, cancellation);

    /// <summary>催办 by the platform itself.</summary>
    public Task<Outcome<Committed>> UrgeOverdueAsync(CaseId id, string authority, CancellationToken cancellation)
    {
        var command = CommandContext.OfSystem(authority);
        return RunAsync(id, command, null, (review, now) => Task.FromResult(review.UrgeOverdue(command.Actor, now)), cancellation);
    }

    private Task<Outcome<Committed>> RunAsync(CaseId id, CommandContext command, Person? who,
        Func<ReviewCase, LegalTime, Task<Verdict>> act, CancellationToken cancellation)
        => commands.ChangeAsync(command, () => FindAsync(id, command.Actor.Authority, who, cancellation), async review =>
        {
            await companions.AccompanyAsync(review, cancellation);
            // The waiting may have taken a while: an act happens when it is its turn.
            var now = legalClock.Now(review.Authority);
            var before = CaseProgress.Of(review);
            var verdict = await act(review, now);
            if (verdict.Failure is not null) return verdict;
            await notices.TellAsync(review, before, cancellation);
            if (review.IsConcluded) db.Publish(Conclusion(review, now));
            return verdict;
        }, cancellation, serial: true);

    private async Task<Outcome<ReviewCase>> FindAsync(CaseId id, string authority, Person? who, CancellationToken cancellation)
    {
        var review = await db.Cases.Include(c => c.Steps).FirstOrDefaultAsync(c => c.Id == id && c.Authority == authority, cancellation);
        return review is null || (who is not null && review.IsKeptFrom(who)) ? Refusals.CaseIsUnknown : review;
    }

    private static ReviewConcluded Conclusion(ReviewCase review, LegalTime now)
        => new(Guid.CreateVersion7(), now.At, review.Authority, review.Id.Value,
        review.SubjectKind, review.SubjectId, review.State switch
        {
            CaseState.Approved => ReviewOutcome.Approved,
            CaseState.Returned => ReviewOutcome.Returned,
            CaseState.Rejected => ReviewOutcome.Rejected,
            CaseState.Withdrawn => ReviewOutcome.Withdrawn,
            _ => throw new InvalidOperationException($"Case {review.Id} is {review.State}, not concluded."),
        }, review.ContentDigest, review.ConclusionReason, review.ConcludedBy!,
        review.Changes.Length == 0 ? null : [.. review.Changes.Select(change => new ReviewerChange(change.Field, change.Value))],
        review.IsBypassed, review.IsFoundSecret,
        review.Changes.Length == 0 ? null : [.. review.Changes.Select(change => new ReviewCorrection(change.Field,
            change.ByName ?? change.By, review.Steps.First(step => step.Code == change.Step).Name, change.Reason))],
        review is { State: CaseState.Approved, Releases: { Count: > 0 } releases } ? releases : null);
}
