namespace Disclosure.Rules.Packs.Loading;

/// <summary>Words that packs refer to but do not define.</summary>
internal static class KnownWords
{
    /// <summary>Realm roles; a test compares them with the identity module's list, which this pure project cannot reference.</summary>
    public static readonly HashSet<string> Roles = new HashSet<string>
    {
        "officer", "head", "office", "deputy", "director", "policy", "secrecy", "promotion", "discipline", "leading-group",
        "leading-group-office",
        "system-admin", "security-admin", "audit-admin",
    };

    /// <summary>Fields a reviewer may be allowed to change.</summary>
    public static readonly HashSet<string> Changeable = new HashSet<string> { "attribute", "ground", "scope", "channel", "category" };

    public static readonly HashSet<string> Conditions = ReviewConditions.All.ToHashSet();

    public static readonly HashSet<string> Flows = FlowCodes.All.ToHashSet();

    public static readonly HashSet<string> Principles = ScoringPrinciples.All.ToHashSet();
}
