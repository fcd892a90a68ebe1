using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Disclosure.Kernel;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>Values that can be bound in the place of one that cannot.</summary>
internal static class Placeholder
{
    /// <summary>A value of a type; strings are all different, so that they may stand for codes.</summary>
    public static JsonNode Of(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(string)) return $"?{Guid.CreateVersion7():N}";
        if (bare == typeof(int) || bare == typeof(decimal)) return 1;
        if (bare == typeof(bool)) return false;
        if (bare.IsEnum) return Codes.OfName(Enum.GetNames(bare)[0]);
        var info = PackJson.Options.GetTypeInfo(bare);
        if (info.Kind == JsonTypeInfoKind.Enumerable) return new JsonArray();
        return new JsonObject(info.Properties.Where(ShapeCheck.IsRequired)
            .Select(property => KeyValuePair.Create(property.Name, (JsonNode?)Of(property.PropertyType))));
    }
}
