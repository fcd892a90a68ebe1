using System.Text.Json;

namespace Disclosure.Kernel;

/// <summary>Codes of enumerated values, wherever they leave a process: kebab case, never numbers.</summary>
public static class Codes
{
    /// <summary>The code of a value, for instance <c>on-request</c>.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>Its name in kebab case.</returns>
    public static string Of<T>(T value) where T : struct, Enum => OfName(value.ToString());

    /// <summary>The code of a value by its name.</summary>
    /// <param name="name">Name in the enumeration, for instance <c>OnRequest</c>.</param>
    /// <returns>The name in kebab case.</returns>
    public static string OfName(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    /// <summary>The value of a code.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="code">The code, exactly.</param>
    /// <returns>The value, or null when there is none.</returns>
    public static T? Parse<T>(string? code) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Of(value) == code) return value;
        return null;
    }
}
