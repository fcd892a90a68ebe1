using Disclosure.DevelopmentIssuer.Realm;

namespace Disclosure.DevelopmentIssuer.Login;

/// <summary>The failed sign-ins of one account, counted as Keycloak 26.7 counts them (its DefaultBruteForceProtector).</summary>
/// <remarks>Not safe for several threads: its owner takes one attempt after the other.</remarks>
internal sealed class Failures(LockoutModel rules)
{
    private int count;
    private int temporaryLocks;
    private bool lockedForGood;
    private DateTimeOffset? last;
    private long notBefore;

    private bool LocksAtOnceForGood => rules is { PermanentLockout: true, MaxTemporaryLockouts: 0 };

    /// <summary>Whole seconds, as Keycloak compares them.</summary>
    public bool IsLocked(DateTimeOffset now) => lockedForGood || now.ToUnixTimeSeconds() < notBefore;

    public void Forget() => (count, temporaryLocks, last, notBefore) = (0, 0, null, 0);

    /// <summary>Counts a failure; true when it locked the account.</summary>
    public bool Add(DateTimeOffset now)
    {
        var since = now - last;
        // A realm that locks for good at once has no failures to forget.
        if (!LocksAtOnceForGood && since > TimeSpan.FromSeconds(rules.MaxDeltaTimeSeconds)) Forget();
        last = now;
        count++;
        var wait = Wait();
        if (wait > 0) temporaryLocks++;
        var quick = wait <= 0 && since < TimeSpan.FromMilliseconds(rules.QuickLoginCheckMilliSeconds);
        if (quick) wait = rules.MinimumQuickLoginWaitSeconds;
        lockedForGood = rules.PermanentLockout
            && (temporaryLocks > rules.MaxTemporaryLockouts || (LocksAtOnceForGood && count >= rules.FailureFactor));
        if (wait > 0) notBefore = now.ToUnixTimeSeconds() + Math.Min(wait, rules.MaxFailureWaitSeconds);
        return IsLocked(now);
    }

    private long Wait()
    {
        if (LocksAtOnceForGood) return 0;
        var increments = rules.BruteForceStrategy == LockoutStrategy.Multiple
            ? count / rules.FailureFactor
            : 1 + count - rules.FailureFactor;
        return (long)rules.WaitIncrementSeconds * increments;
    }
}
