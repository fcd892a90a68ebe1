namespace Disclosure.Review.Domain;

/// <summary>Codes of acts, as the audit log keeps them.</summary>
internal static class Acts
{
    public const string Opened = "opened";
    public const string Approved = "approved";
    public const string ProofPassed = "proof-passed";
    public const string Returned = "returned";
    public const string Rejected = "rejected";
    public const string Held = "held";
    public const string Determined = "determined";
    public const string Escalated = "escalated";
    public const string Bypassed = "bypassed";
    public const string Withdrawn = "withdrawn";
    public const string Urged = "urged";
    public const string Delegated = "delegated";
    public const string Ended = "ended";
    public const string Raised = "raised";
    public const string Recused = "recused";
    public const string DelegationAccepted = "delegation-accepted";
    public const string Replaced = "replaced";
    public const string RequestRefused = "request-refused";
    public const string DelegationRevoked = "delegation-revoked";
}

/// <summary>Something that happened to a case: who, in which role and unit, at which step, to which content, why.</summary>
/// <param name="Act">One of <see cref="Acts"/>.</param>
/// <param name="Actor">Subject claim of the person.</param>
/// <param name="ActorName">Name of the person.</param>
/// <param name="Role">Role under which the person acted; null for the author.</param>
/// <param name="Unit">Unit of the powers used.</param>
/// <param name="OnBehalfOf">Subject claim of the principal when the powers were not the person's own.</param>
/// <param name="Step">The step, or null for acts on the whole case.</param>
/// <param name="Digest">Digest of the content as it stood.</param>
/// <param name="Reason">Why.</param>
internal sealed record CaseFact(string Act, string Actor, string ActorName, string? Role, string? Unit, string? OnBehalfOf, string? Step,
    string Digest, string? Reason)
{
    /// <summary>Subject claim of the person to whom powers were given.</summary>
    public string? Counterpart { get; init; }

    /// <summary>What exactly was decided, as JSON; part of what the audit log hashes.</summary>
    public string? Detail { get; init; }
}
