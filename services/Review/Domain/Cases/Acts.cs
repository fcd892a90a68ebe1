namespace Disclosure.Review.Domain.Cases;

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
    public const string DeterminedSecret = "determined-secret";
    public const string Escalated = "escalated";
    public const string DeterminationEscalated = "determination-escalated";
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
    public const string DelegationDeclined = "delegation-declined";
    public const string DelegationHandedBack = "delegation-handed-back";
    public const string ReplacementConfirmed = "replacement-confirmed";
    public const string ReplacementRevoked = "replacement-revoked";
}
