namespace Disclosure.Rules.Identifiers;

/// <summary>Whether a value is a valid identifier, and why not.</summary>
/// <param name="Valid">Whether it is.</param>
/// <param name="Reason">Why not, Chinese; null when valid.</param>
/// <param name="Normalized">The value in its standard form (half width, upper case), when it could be read.</param>
/// <param name="Warning">What is unusual though valid, Chinese; null when nothing is.</param>
public sealed record Checked(bool Valid, string? Reason, string? Normalized, string? Warning = null)
{
    internal static Checked Ok(string normalized) => new(true, null, normalized);

    internal static Checked No(string reason, string? normalized = null) => new(false, reason, normalized);
}

/// <summary>Brings what people type into the standard form.</summary>
internal static class Normalization
{
    /// <summary>Full-width letters and digits to half width, Roman ten and multiplication signs to X, spaces and what nobody sees away,
    /// upper
    /// case.</summary>
    public static string Of(string value)
    {
        Span<char> buffer = value.Length <= 256 ? stackalloc char[value.Length] : new char[value.Length];
        var length = 0;
        foreach (var character in value)
        {
            var normal = character switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
                '×' or 'Ⅹ' or 'ⅹ' or '✕' or '✖' or 'Χ' or 'Х' => 'X',
                '\u3000' => ' ',
                _ => character,
            };
            if (!char.IsWhiteSpace(normal) && !Characters.IsInvisible(normal)) buffer[length++] = char.ToUpperInvariant(normal);
        }

        return new string(buffer[..length]);
    }
}
