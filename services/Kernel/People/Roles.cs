namespace Disclosure.Kernel.People;

/// <summary>Realm roles of staff, exactly as in <c>deploy/keycloak/disclosure-realm.json</c>.</summary>
public static class Roles
{
    /// <summary>信息员: drafts and submits for a unit.</summary>
    public const string Officer = "officer";

    /// <summary>科室（单位）负责人: reviews what the own unit drafts.</summary>
    public const string Head = "head";

    /// <summary>办公室: reviews, publishes and runs the work for the whole authority.</summary>
    public const string Office = "office";

    /// <summary>分管领导.</summary>
    public const string Deputy = "deputy";

    /// <summary>主要领导.</summary>
    public const string Director = "director";

    /// <summary>政策法规科.</summary>
    public const string Policy = "policy";

    /// <summary>保密审查员.</summary>
    public const string Secrecy = "secrecy";

    /// <summary>产业促进股.</summary>
    public const string Promotion = "promotion";

    /// <summary>纪检监督.</summary>
    public const string Discipline = "discipline";

    /// <summary>政务公开领导小组.</summary>
    public const string LeadingGroup = "leading-group";

    /// <summary>政务公开领导小组办公室: first review and appraisal, apart from the group that decides.</summary>
    public const string LeadingGroupOffice = "leading-group-office";

    /// <summary>系统管理员.</summary>
    public const string SystemAdmin = "system-admin";

    /// <summary>安全管理员.</summary>
    public const string SecurityAdmin = "security-admin";

    /// <summary>审计管理员.</summary>
    public const string AuditAdmin = "audit-admin";

    /// <summary>Every role, in the order above.</summary>
    public static readonly IReadOnlyList<string> All =
        [Officer, Head, Office, Deputy, Director, Policy, Secrecy, Promotion, Discipline, LeadingGroup, LeadingGroupOffice, SystemAdmin,
        SecurityAdmin, AuditAdmin];
}
