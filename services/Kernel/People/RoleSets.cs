namespace Disclosure.Kernel.People;

/// <summary>Which roles belong together, and which stands above which; codes in <see cref="Roles"/>.</summary>
public static class RoleSets
{
    /// <summary>业务岗位: roles over content; the three administrators (三员) and supervision (纪检) are not among them.</summary>
    public static readonly IReadOnlySet<string> Business = Set(Roles.Officer, Roles.Head, Roles.Office, Roles.Deputy, Roles.Director,
        Roles.Policy, Roles.Promotion, Roles.Secrecy, Roles.LeadingGroup, Roles.LeadingGroupOffice);

    /// <summary>Roles that lead or supervise the whole authority, whichever unit their holder has the desk in.</summary>
    public static readonly IReadOnlySet<string> OfWholeAuthority = Set(Roles.Deputy, Roles.Director, Roles.LeadingGroup, Roles.Discipline);

    /// <summary>Offices of a unit: whoever holds one belongs to it, whatever else the person holds.</summary>
    public static readonly IReadOnlySet<string> OfUnit = Set(Roles.Officer, Roles.Head, Roles.Office, Roles.Policy, Roles.Promotion,
        Roles.Secrecy, Roles.LeadingGroupOffice);

    /// <summary>三员: whoever holds one of them holds no power over content, whatever else the token says.</summary>
    public static readonly IReadOnlySet<string> Administrators = Set(Roles.SystemAdmin, Roles.SecurityAdmin, Roles.AuditAdmin);

    /// <summary>三员、监督 (纪检): offices that take part in nothing they administer or watch over.</summary>
    public static readonly IReadOnlySet<string> KeptApart = Set(Roles.Discipline, Roles.SystemAdmin, Roles.SecurityAdmin, Roles.AuditAdmin);

    /// <summary>Roles that read every case of the authority because they see its supervision board. The audit administrator is not among
    /// them: audited are
    /// acts, and the audit log tells them without the content they were about.</summary>
    public static readonly IReadOnlySet<string> Supervision = Set(Roles.Discipline, Roles.LeadingGroup, Roles.Director, Roles.Office);

    /// <summary>Roles that write items: for their unit, or, the office, for the whole authority.</summary>
    public static readonly IReadOnlySet<string> Drafting = Set(Roles.Officer, Roles.Head, Roles.Office);

    /// <summary>The roles that count: of an administrator only the administrative ones (三员分立).</summary>
    /// <param name="roles">Roles of a token.</param>
    /// <returns>Those of them that give powers.</returns>
    public static IReadOnlySet<string> Effective(IReadOnlySet<string> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return roles.Overlaps(Administrators) ? roles.Where(Administrators.Contains).ToHashSet(StringComparer.Ordinal) : roles;
    }

    /// <summary>The role to which a matter of this role is passed on (提请上级审定).</summary>
    /// <param name="role">A role.</param>
    /// <returns>The higher role, or null at the top.</returns>
    public static string? Above(string role) => role switch
    {
        Roles.Officer => Roles.Head,
        Roles.Head or Roles.Office or Roles.Policy or Roles.Promotion or Roles.LeadingGroupOffice => Roles.Deputy,
        Roles.Deputy => Roles.Director,
        Roles.Director or Roles.Secrecy => Roles.LeadingGroup,
        _ => null,
    };

    private static HashSet<string> Set(params string[] roles) => new(roles, StringComparer.Ordinal);
}
