using System.Text.Json;

namespace Disclosure.Review.Features;

/// <summary>Names of enumerated values in JSON: kebab-case.</summary>
internal static class Wire
{
    public static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static T? Parse<T>(string? name) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Name(value) == name) return value;
        return null;
    }
}
