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
    public const string SystemAdmin = "system-admin";
    public const string SecurityAdmin = "security-admin";
    public const string AuditAdmin = "audit-admin";

    /// <summary>Roles whose holders read the cases of their own unit; the three administrators (三员) are not among them.</summary>
    public static readonly IReadOnlySet<string> Business = new HashSet<string>(StringComparer.Ordinal)
        { Officer, Head, Office, Deputy, Director, Policy, Promotion, Secrecy, LeadingGroup };

    /// <summary>Roles that lead or supervise the whole authority, whichever unit their holder has the desk in.</summary>
    public static readonly IReadOnlySet<string> OfWholeAuthority = new HashSet<string>(StringComparer.Ordinal) { Deputy, Director, LeadingGroup, Discipline };

    /// <summary>Offices of a unit: whoever holds one belongs to it, whatever else the person holds.</summary>
    public static readonly IReadOnlySet<string> OfUnit = new HashSet<string>(StringComparer.Ordinal) { Officer, Head, Office, Policy, Promotion, Secrecy };

    /// <summary>三员: whoever holds one of them holds no power over content, whatever else the token says.</summary>
    public static readonly IReadOnlySet<string> Administrators = new HashSet<string>(StringComparer.Ordinal) { SystemAdmin, SecurityAdmin, AuditAdmin };

    /// <summary>Roles that read every case of the authority because they see its supervision board. The audit administrator is not among them: audited are acts,
    /// and the audit log tells them without the content they were about.</summary>
    public static readonly IReadOnlySet<string> Supervision = new HashSet<string>(StringComparer.Ordinal) { Discipline, LeadingGroup, Director, Office };

    /// <summary>The roles that count: of an administrator only the administrative ones (三员分立).</summary>
    public static IReadOnlySet<string> Effective(IReadOnlySet<string> roles)
        => roles.Overlaps(Administrators) ? roles.Where(Administrators.Contains).ToHashSet(StringComparer.Ordinal) : roles;

    /// <summary>The role to which a matter of this role is passed on (上报), or null at the top.</summary>
    public static string? Above(string role) => role switch
    {
        Officer => Head,
        Head or Office or Policy or Promotion => Deputy,
        Deputy => Director,
        Director or Secrecy => LeadingGroup,
        _ => null,
    };
}
