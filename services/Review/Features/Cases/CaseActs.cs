using Disclosure.Contracts.Review;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Disclosure.Review.Features;

/// <summary>One act upon one case: decision, audit entry, conclusion and remembered request commit together or not at all.</summary>
internal sealed class CaseActs(ReviewDb db, AuditLog audit, Moments moments, CompanionCases companions)
{
    /// <summary>Two people rarely act on a case at once; three in a row never.</summary>
    private const int Attempts = 4;

    public static readonly Failure KeyReused = new("idempotency-key-reused", 422, "同一请求编号用于了不同内容", "请为新的请求使用新的 Idempotency-Key。");

    public static readonly Failure KeyIsTooLong = new("idempotency-key-is-too-long", 422, "请求编号过长", $"Idempotency-Key 不超过 {RememberedRequest.MaxKey} 个字符。");

    private static readonly Failure TooBusy = new("case-is-busy", 409, "多人正在办理该件", "请稍后刷新再办理。");

    public Task<Outcome<ReviewCase>> ActAsync(CaseId id, Caller caller, Func<ReviewCase, Moment, Verdict> act, CancellationToken cancellation)
        => ActAsync(id, caller, (review, now) => Task.FromResult(act(review, now)), cancellation);

    /// <summary>The same for acts that must look something up within the transaction.</summary>
    public async Task<Outcome<ReviewCase>> ActAsync(CaseId id, Caller caller, Func<ReviewCase, Moment, Task<Verdict>> act, CancellationToken cancellation)
    {
        if (caller.Key?.Length > RememberedRequest.MaxKey) return KeyIsTooLong;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                return await OnceAsync(id, caller, act, cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody else changed the case: look again, and say what they did if nothing is left to do.
                db.ChangeTracker.Clear();
            }
            catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "remembered_requests" })
            {
                // The same request arrived twice at once: the other took effect.
                db.ChangeTracker.Clear();
            }
        }

        return TooBusy;
    }

    private async Task<Outcome<ReviewCase>> OnceAsync(CaseId id, Caller caller, Func<ReviewCase, Moment, Task<Verdict>> act, CancellationToken cancellation)
    {
        // Nothing of an earlier act, refused or done, may be saved with this one: a bulk act has many in one scope.
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var authority = caller.Reviewer.Authority;
        var review = await db.Cases.Include(c => c.Steps).FirstOrDefaultAsync(c => c.Id == id && c.Authority == authority, cancellation);
        if (review is null || review.IsKeptFrom(caller.Reviewer)) return Refusals.CaseIsUnknown.ToFailure();
        var now = moments.Now();
        if (caller.Key is not null)
        {
            if (await db.Requests.FindAsync([caller.Reviewer.Subject, caller.Key], cancellation) is { } earlier)
            {
                if (earlier.Fingerprint != caller.Fingerprint) return KeyReused;
                // An answer that was given once is no pass for ever: whoever has left since reads nothing more.
                return review.MayBeReadBy(caller.Reviewer) ? review : Refusals.CaseIsNotYours.ToFailure();
            }

            db.Requests.Add(new RememberedRequest { Subject = caller.Reviewer.Subject, Key = caller.Key, Fingerprint = caller.Fingerprint, At = now.At });
        }

        await companions.AccompanyLockedAsync(review, cancellation);
        // The waiting may have taken a while: an act happens when it is its turn.
        now = moments.Now();
        var verdict = await act(review, now);
        if (verdict.Refusal is { } refusal) return refusal.ToFailure();
        if (review.IsConcluded) db.Publish(Conclusion(review, now));
        await audit.AppendAsync(review, verdict.Facts, caller.Source, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return review;
    }

    private static ReviewConcluded Conclusion(ReviewCase review, Moment now) => new(Guid.CreateVersion7(), now.At, review.Authority, review.Id.Value,
        review.SubjectKind, review.SubjectId, review.State switch
        {
            CaseState.Approved => ReviewOutcome.Approved,
            CaseState.Returned => ReviewOutcome.Returned,
            CaseState.Rejected => ReviewOutcome.Rejected,
            CaseState.Withdrawn => ReviewOutcome.Withdrawn,
            _ => throw new InvalidOperationException($"Case {review.Id} is {review.State}, not concluded."),
        }, review.ContentDigest, review.ConclusionReason, review.ConcludedBy!,
        review.Changes.Length == 0 ? null : [.. review.Changes.Select(change => new ReviewerChange(change.Field, change.Value))], review.IsBypassed);
}
