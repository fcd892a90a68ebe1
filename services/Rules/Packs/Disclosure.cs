using Disclosure.Kernel;

namespace Disclosure.Rules.Packs;

/// <summary>A unit (科室、单位).</summary>
/// <param name="Code">Code, as in the token claim <c>unit</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Group">Group that quotas and awards use, for instance <c>subordinate</c>.</param>
/// <param name="Citation">Its source; <c>平台示例</c> where the bureau's documents do not name it.</param>
public sealed record Unit(string Code, string Name, string Group, Citation Citation);

/// <summary>A category (目录分类) of proactive disclosure.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Name.</param>
/// <param name="Units">Responsible units (责任单位); empty means every unit.</param>
/// <param name="Parent">Code of the statutory column it stands below, see national pack; null at the top.</param>
/// <param name="Citation">Its source.</param>
/// <param name="EachForItsOwn">各业务股室: each of the units is responsible for its own items and none leads.</param>
public sealed record Category(string Code, string Name, IReadOnlyList<string> Units, string? Parent, Citation Citation,
    bool EachForItsOwn = false)
{
    /// <summary>The unit that leads (牵头单位): the first of several, unless each is responsible for its own.</summary>
    /// <returns>Its code; null where none leads.</returns>
    public string? LeadingUnit() => EachForItsOwn || Units.Count == 0 ? null : Units[0];
}

/// <summary>A reason that supports an attribute.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Name">Wording shown to staff.</param>
/// <param name="Attribute">The attribute it supports.</param>
/// <param name="Citation">Its source.</param>
/// <param name="Lawful">Codes of the Regulation's grounds of which one has to be given in its place: a local ground that articles 14–16 do
/// not know decides nothing by itself. Null where it stands by itself.</param>
public sealed record AttributeGround(string Code, string Name, DisclosureAttribute Attribute, Citation Citation,
    IReadOnlyList<string>? Lawful = null)
{
    /// <summary>Whether it may be given as the ground of a document.</summary>
    public bool StandsAlone() => Lawful is null;
}

/// <summary>A publication channel (公开渠道).</summary>
/// <param name="Code">Stable kebab-case code; <see cref="Portal"/> is this platform.</param>
/// <param name="Name">Name.</param>
/// <param name="Roles">Roles that may use it; empty means every role.</param>
/// <param name="Citation">Its source.</param>
public sealed record Channel(string Code, string Name, IReadOnlyList<string> Roles, Citation Citation)
{
    /// <summary>Code of this platform, to which every published item goes: who publishes it, the flow says.</summary>
    public const string Portal = "portal";

    /// <summary>Whether somebody may push to it.</summary>
    /// <param name="holds">Whether the person holds a role.</param>
    /// <returns>True where no role is named, for <see cref="Portal"/>, and for whoever holds one of the roles.</returns>
    public bool MayBeUsedBy(Func<string, bool> holds) => Roles.Count == 0 || Code == Portal || Roles.Any(holds);
}

/// <summary>Which attribute (公开属性) a document has by its grounds.</summary>
public static class AttributeDecision
{
    /// <summary>Decides the attribute: a ground to withhold goes before one to publish, one to publish before one to give on
    /// request. A local ground that does not stand by itself (<see cref="AttributeGround.Lawful"/>) decides nothing.</summary>
    /// <param name="pack">The authority's pack.</param>
    /// <param name="grounds">Codes of the grounds that apply; empty where none does.</param>
    /// <returns>The attribute; where no ground applies the one the rules give to everything else.</returns>
    /// <exception cref="ArgumentException">The pack has no such ground.</exception>
    public static DisclosureAttribute Of(RulePack pack, IReadOnlyCollection<string> grounds)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(grounds);
        var supported = grounds.Select(code => pack.Grounds.FirstOrDefault(ground => ground.Code == code)
            ?? throw new ArgumentException($"No ground '{code}' in {pack.Authority}.", nameof(grounds)))
            .Where(ground => ground.StandsAlone()).Select(ground => ground.Attribute).ToHashSet();
        if (supported.Contains(DisclosureAttribute.Withheld)) return DisclosureAttribute.Withheld;
        if (supported.Contains(DisclosureAttribute.Proactive)) return DisclosureAttribute.Proactive;
        return supported.Count > 0 ? DisclosureAttribute.OnRequest : pack.DefaultAttribute?.Attribute ?? DisclosureAttribute.OnRequest;
    }
}
