namespace Disclosure.Kernel;

/// <summary>Who does something (办理人), under which authority: what every command takes and every audit entry keeps (invariant 9).</summary>
/// <param name="Subject">Subject claim of the person, or <see cref="SystemSubject"/>.</param>
/// <param name="Name">Name shown to colleagues.</param>
/// <param name="Authority">The authority (机关) the person works for.</param>
/// <param name="Unit">Unit (科室、单位) of the powers used, code; null for the platform itself.</param>
/// <param name="Role">Role used; null where the act needs none, as an author's.</param>
/// <param name="OnBehalfOf">Subject claim of the principal, where the powers are not the person's own (授权、接替) or the platform carries out
/// what a person
/// decided.</param>
/// <param name="Address">Network address the request came from; null for messages and for the platform itself.</param>
/// <param name="OnBehalfOfName">Name of the principal whose powers were used (代); null where nobody's were, as where the platform
/// carries out what a person decided.</param>
public sealed record Actor(string Subject, string Name, string Authority, string? Unit = null, string? Role = null,
    string? OnBehalfOf = null, string? Address = null, string? OnBehalfOfName = null)
{
    /// <summary>Subject of what the platform does by itself.</summary>
    public const string SystemSubject = "system";

    /// <summary>The platform itself (系统).</summary>
    /// <param name="authority">For which authority.</param>
    /// <param name="decidedBy">Subject claim of the person whose decision is carried out; null where nobody decided.</param>
    /// <returns>The actor.</returns>
    public static Actor System(string authority, string? decidedBy = null) => new(SystemSubject, "系统", authority, OnBehalfOf: decidedBy);
}
