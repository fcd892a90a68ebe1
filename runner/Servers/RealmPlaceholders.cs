using System.Text.RegularExpressions;

namespace Disclosure.Runner.Servers;

/// <summary>The variables that a realm file takes from the issuer's environment.</summary>
internal static partial class RealmPlaceholders
{
    /// <summary>Names without a default that the environment does not set; Keycloak would take the placeholder itself for the value.</summary>
    public static IReadOnlyList<string> Absent(string realm, Func<string, string?> variable)
        => [.. Placeholder().Matches(realm).Where(match => !match.Groups["default"].Success).Select(match => match.Groups["name"].Value)
            .Distinct().Where(name => string.IsNullOrEmpty(variable(name))).Order(StringComparer.Ordinal)];

    // Upper case only: ${username} and its like are names of Keycloak's own texts.
    [GeneratedRegex(@"\$\{(?<name>[A-Z][A-Z0-9_]*)(?<default>:[^}]*)?\}")]
    private static partial Regex Placeholder();
}
