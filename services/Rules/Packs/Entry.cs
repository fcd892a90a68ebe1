namespace Disclosure.Rules.Packs;

/// <summary>One value of a content list.</summary>
/// <param name="Code">Stable kebab-case code, unique in its list.</param>
/// <param name="Name">Name, Chinese.</param>
/// <param name="Citation">Its source.</param>
public sealed record Entry(string Code, string Name, Citation Citation);

/// <summary>A code by which others know the authority (组织机构代码、网站标识码).</summary>
/// <param name="Value">The code.</param>
/// <param name="Citation">Its source; <c>平台示例</c> where the bureau's documents do not name it.</param>
public sealed record IdentifyingCode(string Value, Citation Citation);

/// <summary>A duty (职责) and the roles that carry it.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">The duty, Chinese.</param>
/// <param name="Roles">Roles that carry it.</param>
/// <param name="Citation">Its source.</param>
public sealed record Responsibility(string Code, string Name, IReadOnlyList<string> Roles, Citation Citation);

/// <summary>A set of fields somebody has to fill in or supply (表单、必备要素).</summary>
/// <param name="Code">Stable kebab-case code, for instance <c>application</c>.</param>
/// <param name="Name">Name, Chinese.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Citation">Its source.</param>
public sealed record FormRule(string Code, string Name, IReadOnlyList<FormField> Fields, Citation Citation)
{
    /// <summary>The fields that a form as filled in still lacks (未填、未附).</summary>
    /// <param name="values">What was filled in or supplied, by code of the field; blanks count as nothing.</param>
    /// <param name="available">Codes of optional fields whose material there is, so that it has to be supplied (有则附); null for
    /// none.</param>
    /// <returns>The fields in the form's order; empty when it is complete.</returns>
    public IReadOnlyList<FormField> Missing(IReadOnlyDictionary<string, string?> values, IReadOnlySet<string>? available = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. Fields.Where(field => (field.Required || available?.Contains(field.Code) == true)
            && string.IsNullOrWhiteSpace(values.GetValueOrDefault(field.Code)))];
    }
}

/// <summary>A field of a form.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Label, Chinese.</param>
/// <param name="Required">Whether it must be filled in.</param>
/// <param name="Citation">Its source where it differs from the form's; null otherwise.</param>
public sealed record FormField(string Code, string Name, bool Required, Citation? Citation = null);

/// <summary>How often something falls due (周期).</summary>
public enum Cycle
{
    /// <summary>每月.</summary>
    Month,

    /// <summary>每季度.</summary>
    Quarter,

    /// <summary>每半年.</summary>
    HalfYear,

    /// <summary>每年.</summary>
    Year,

    /// <summary>定期: the rule names no period.</summary>
    Regularly,

    /// <summary>及时: promptly after each occasion.</summary>
    Promptly,

    /// <summary>即时.</summary>
    AtOnce,
}

/// <summary>A report or bulletin somebody owes (通报、报告).</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Name, Chinese.</param>
/// <param name="Period">How often.</param>
/// <param name="Audience">Who gets it, Chinese.</param>
/// <param name="Citation">Its source.</param>
public sealed record ReportDuty(string Code, string Name, Cycle Period, string Audience, Citation Citation);

/// <summary>A local value that contradicts the Regulation: shown to whoever applies it, not enforced.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">What staff have to know, Chinese.</param>
/// <param name="Statute">Article of national law it contradicts.</param>
/// <param name="Citation">The local rule.</param>
/// <param name="Acts">What somebody does when it has to be said; at least one.</param>
public sealed record PackWarning(string Code, string Name, string Statute, Citation Citation, IReadOnlyList<WarnedAct> Acts);

/// <summary>What somebody does when a warning has to be said (提示时点).</summary>
public enum WarnedAct
{
    /// <summary>选择公开属性和理由, in a draft and in its review.</summary>
    ChoosingGround,

    /// <summary>填写预公开期间, in a draft and in its review.</summary>
    EnteringPreDisclosure,

    /// <summary>登记申请.</summary>
    RegisteringApplication,

    /// <summary>征求第三方或者其他机关意见.</summary>
    Consulting,

    /// <summary>申请和审批延期.</summary>
    Extending,

    /// <summary>拟制和审核答复.</summary>
    Replying,
}
