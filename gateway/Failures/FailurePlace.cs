using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Gateway.Failures;

/// <summary>Where a request failed, which is where its page leads back to.</summary>
/// <param name="IsAtWork">Whether in the workbench. Whoever is at work goes back to work; other people who come there by chance are shown
/// the portal.</param>
/// <param name="Authority">Code of the authority whose page was asked for; null elsewhere.</param>
public sealed record FailurePlace(bool IsAtWork, string? Authority)
{
    /// <summary>Whether its page offers a search.</summary>
    public bool HasSearch => !IsAtWork && Authority is not null;

    /// <summary>The place of a request. The route is forgotten by the time a failure is told, the address is not.</summary>
    internal static FailurePlace Of(HttpContext http, int status)
    {
        var path = http.Request.Path;
        var isAtWork = path.StartsWithSegments("/staff", StringComparison.Ordinal)
            && (http.User.Staff() is not null || status == StatusCodes.Status401Unauthorized);
        var first = path.Value?.Split('/', 3) is ["", { Length: > 0 } code, ..] ? code : null;
        var packs = http.RequestServices.GetRequiredService<RulePacks>();
        return new FailurePlace(isAtWork, first is not null && packs.TryGet(first, out var pack) ? pack.Authority : null);
    }
}
