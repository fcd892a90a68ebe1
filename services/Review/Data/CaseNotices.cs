using Disclosure.Contracts.Review.Api;
using Disclosure.Contracts.Work;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.ServiceDefaults.Work;

namespace Disclosure.Review.Data;

/// <summary>Tells people what happened to their cases (通知): a step has come to them, is urged, can be taken by nobody, or is
/// held.</summary>
/// <remarks>How a case ended is told by the owner of its subject, who knows what follows from it.</remarks>
internal sealed class CaseNotices(NoticeStore<ReviewDb> notices, ColleagueDirectory directory)
{
    /// <summary>Compares the case with what it was, and tells the difference; within the transaction of the change.</summary>
    /// <param name="review">The case as it is now.</param>
    /// <param name="before">What it was; null where it was opened just now.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task TellAsync(ReviewCase review, CaseProgress? before, CancellationToken cancellation)
    {
        before ??= CaseProgress.None;
        var now = CaseProgress.Of(review);
        foreach (var gone in before.Waiting.Keys.Except(now.Waiting.Keys))
            await notices.SettleAsync(review.Id.Value, cancellation, step: gone);
        // Whoever took another step of the case takes none that is still open beside it.
        foreach (var step in review.Steps.Where(step => step.Barred.Length > 0 && before.Waiting.ContainsKey(step.Code)
            && now.Waiting.ContainsKey(step.Code)))
            await notices.SettleAsync(review.Id.Value, cancellation, step: step.Code, receivers: step.Barred);
        if (before.IsHeld && !now.IsHeld) await notices.SettleAsync(review.Id.Value, cancellation, kind: NoticeKind.Held);
        if (now.IsHeld && !before.IsHeld) await TellWritersAsync(review, cancellation);
        // Come just now, or urged since.
        var steps = review.Steps.Where(step => now.Waiting.TryGetValue(step.Code, out var urges)
            && (!before.Waiting.TryGetValue(step.Code, out var earlier) || urges > earlier)).ToList();
        if (steps.Count == 0) return;
        var candidates = await directory.CandidatesAsync(review.Authority, steps.Select(step => (review, step)), cancellation);
        foreach (var step in steps)
        {
            var urged = before.Waiting.ContainsKey(step.Code);
            // One notice of a step at a time: who is urged need not be told again that it has come.
            if (urged) await notices.SettleAsync(review.Id.Value, cancellation, step: step.Code);
            string[] takers = [.. candidates[(review.Id, step.Code)].Select(candidate => candidate.Subject)];
            if (takers.Length > 0) await notices.RaiseAsync(review.Authority, urged ? NoticeKind.Urged : NoticeKind.Offered,
                review.Id.Value, takers, cancellation, step.Code);
            else await notices.RaiseAsync(review.Authority, NoticeKind.Stuck, review.Id.Value,
                await directory.SupervisorsAsync(review, cancellation), cancellation, step.Code);
        }
    }

    private Task TellWritersAsync(ReviewCase review, CancellationToken cancellation)
        => notices.RaiseAsync(review.Authority, NoticeKind.Held, review.Id.Value,
        review.Contributors.Prepend(review.Author).Where(person => person != review.HeldBy), cancellation);
}

/// <summary>How far a case has come.</summary>
/// <param name="Waiting">The steps that wait for somebody, and how often each was urged.</param>
/// <param name="IsHeld">Whether it is held (暂缓).</param>
internal sealed record CaseProgress(IReadOnlyDictionary<string, int> Waiting, bool IsHeld)
{
    /// <summary>Of a case that was not there.</summary>
    public static readonly CaseProgress None = new(new Dictionary<string, int>(), false);

    public static CaseProgress Of(ReviewCase review) => new(
        review.Steps.Where(review.WaitsForSomebody).ToDictionary(step => step.Code, step => step.Urges, StringComparer.Ordinal),
        review.State == CaseState.Held);
}
