using System.Text.Json.Serialization;

namespace Disclosure.DevelopmentIssuer.Realm;

/// <summary>How the wait grows with the failures.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LockoutStrategy>))]
internal enum LockoutStrategy
{
    /// <summary>One increment more at every multiple of the failure factor.</summary>
    Multiple,

    /// <summary>One increment more at every failure from the failure factor on.</summary>
    Linear,
}

/// <summary>The realm's protection against guessing; what the file leaves out is as in a Keycloak that leaves it out.</summary>
internal abstract record LockoutModel
{
    public bool BruteForceProtected { get; init; }

    public LockoutStrategy BruteForceStrategy { get; init; }

    /// <summary>Locks for good, once there were more than <see cref="MaxTemporaryLockouts"/> temporary locks.</summary>
    public bool PermanentLockout { get; init; }

    public int MaxTemporaryLockouts { get; init; }

    public int FailureFactor { get; init; } = 30;

    public int WaitIncrementSeconds { get; init; } = 60;

    public int MaxFailureWaitSeconds { get; init; } = 900;

    /// <summary>Two failures closer than this are a machine's.</summary>
    public long QuickLoginCheckMilliSeconds { get; init; } = 1000;

    public int MinimumQuickLoginWaitSeconds { get; init; } = 60;

    /// <summary>Failures are forgotten when none followed for so long.</summary>
    public int MaxDeltaTimeSeconds { get; init; } = 43_200;
}
