namespace Disclosure.DevelopmentIssuer.Realm;

/// <summary>Compares redirect addresses as Keycloak does: exactly, except for the port of a loopback address (RFC 8252 §7.3).</summary>
internal static class RedirectRules
{
    public static bool Allows(IEnumerable<string> registered, string? address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Fragment.Length == 0
            && registered.Any(pattern => Matches(pattern, address!) || (IsAnyLoopback(uri) && Matches(pattern, WithoutPort(uri))));

    /// <summary>An address of the web on the same scheme, host and port as a registered one.</summary>
    public static bool IsOnSiteOf(IEnumerable<string> registered, string? address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && registered.Any(pattern => Uri.TryCreate(pattern, UriKind.Absolute, out var known)
                && Uri.Compare(uri, known, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0);

    private static bool Matches(string pattern, string address)
        => pattern.EndsWith('*') ? address.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : string.Equals(pattern, address, StringComparison.Ordinal);

    private static bool IsAnyLoopback(Uri uri) => uri is { Scheme: "http", Host: "localhost" or "127.0.0.1" };

    private static string WithoutPort(Uri uri) => $"{uri.Scheme}://{uri.Host}{uri.PathAndQuery}";
}
