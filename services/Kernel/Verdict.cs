using Disclosure.Kernel.Auditing;

namespace Disclosure.Kernel;

/// <summary>What an aggregate says to a command: a failure, after which nothing has changed, or what happened. Nothing at all may have
/// happened, because it had before.</summary>
/// <param name="Failure">Why not, or null.</param>
/// <param name="Facts">What happened, in order.</param>
public readonly record struct Verdict(Failure? Failure, IReadOnlyList<AuditFact> Facts)
{
    /// <summary>Nothing had to happen.</summary>
    public static Verdict Nothing => new(null, []);

    /// <summary>A refusal.</summary>
    /// <param name="failure">Why.</param>
    public static implicit operator Verdict(Failure failure) => new(failure, []);

    /// <summary>One thing happened.</summary>
    /// <param name="fact">What.</param>
    public static implicit operator Verdict(AuditFact fact) => new(null, [fact]);

    /// <summary>Several things happened.</summary>
    /// <param name="facts">What, in order.</param>
    public static implicit operator Verdict(AuditFact[] facts) => new(null, facts);
}
