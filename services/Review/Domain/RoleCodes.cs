namespace Disclosure.Review.Domain;

/// <summary>Roles the rules of review themselves name; all others come from the pack.</summary>
internal static class RoleCodes
{
    public const string Officer = "officer";
    public const string Head = "head";
    public const string Office = "office";
    public const string Deputy = "deputy";
    public const string Director = "director";
    public const string Policy = "policy";
    public const string Promotion = "promotion";
    public const string Secrecy = "secrecy";
    public const string Discipline = "discipline";
    public const string LeadingGroup = "leading-group";
    public const string AuditAdmin = "audit-admin";

    /// <summary>Roles whose holders read the cases of their own unit; the three administrators (三员) are not among them.</summary>
    public static readonly IReadOnlySet<string> Business = new HashSet<string>(StringComparer.Ordinal)
        { Officer, Head, Office, Deputy, Director, Policy, Promotion, Secrecy, LeadingGroup };

    /// <summary>Roles that read every case of the authority because they supervise it.</summary>
    public static readonly IReadOnlySet<string> Supervision = new HashSet<string>(StringComparer.Ordinal) { Discipline, AuditAdmin };

    /// <summary>The role to which a matter of these roles is passed on (上报), or null at the top.</summary>
    public static string? Above(CaseStep step)
    {
        // What the leading group cannot determine goes to the secrecy authority (Regulation art. 17), and never back.
        if (step.Determines is not null) return step.Roles.Contains(LeadingGroup) ? Secrecy : null;
        return step.Roles.Select(Above).FirstOrDefault(superior => superior is not null);
    }

    private static string? Above(string role) => role switch
    {
        Officer => Head,
        Head or Office or Policy or Promotion => Deputy,
        Deputy => Director,
        Director or Secrecy => LeadingGroup,
        _ => null,
    };
}
