namespace Disclosure.Gateway.Security;

/// <summary>An address of this site that a stranger may have written into a link, and a person is sent back to.</summary>
/// <remarks>
/// Browsers drop tabs and line feeds before they read an address and take <c>\</c> for <c>/</c>, so <c>/⇥/host</c> and <c>/\host</c>
/// lead to another site; so does <c>/.//host</c> once its dots are resolved. Judged is therefore what the browser will make of it.
/// </remarks>
internal static class ReturnAddress
{
    /// <summary>Longest address, characters: every page of this site has a shorter one.</summary>
    public const int MaxLength = 2000;

    private static readonly Uri Site = new("http://site.invalid/");

    /// <summary>
    /// The address in ASCII, as a header can carry it; or <paramref name="otherwise"/> where it is missing, ill-formed or of another site.
    /// </summary>
    /// <param name="wanted">What the link says.</param>
    /// <param name="otherwise">A page of this site.</param>
    public static string Or(string? wanted, string otherwise)
    {
        if (wanted is not ['/', ..] || wanted.Length > MaxLength || wanted.Any(c => c == '\\' || char.IsControl(c))) return otherwise;
        if (!Uri.TryCreate(Site, wanted, out var address)) return otherwise;
        if (address.Host != Site.Host || address.Scheme != Site.Scheme || !address.IsDefaultPort) return otherwise;
        // Percent-encoding is what TryCreate leaves to do; what it resolved may begin with two slashes only now.
        return address.PathAndQuery + address.Fragment is var local && local is ['/', '/', ..] ? otherwise : local;
    }
}
