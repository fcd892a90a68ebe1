namespace Disclosure.Documents.Bodies;

/// <summary>Where a link of a body may lead.</summary>
internal static class Addresses
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary>
    /// Whether a browser that follows the address opens a page, a letter or a call. Browsers drop control characters before they look for
    /// a scheme, so an address with one has none that could be judged.
    /// </summary>
    public static bool MayBeFollowed(string? address)
    {
        if (address is null || address.Any(char.IsControl)) return false;
        var scheme = address.TrimStart().AsSpan();
        var end = scheme.IndexOfAny(":/?#");
        return end < 0 || scheme[end] != ':' || Schemes.Contains(scheme[..end].ToString(), StringComparer.OrdinalIgnoreCase);
    }
}
