using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>
/// Compares JSON with the shape of a type and reports every difference, where the serializer would stop at the first.
/// Covers unknown and missing members, wrong kinds, unknown enum words, empty strings and duplicate codes in a list.
/// </summary>
internal sealed class ShapeCheck(string file, List<PackError> errors)
{
    /// <summary>Checks a file; members it leaves out may come from the base it is merged over.</summary>
    public void CheckFile(JsonObject root) => CheckObject(root, PackJson.Options.GetTypeInfo(typeof(RulePack)), "$", partial: true);

    /// <summary>Checks that a merged pack misses nothing at its top.</summary>
    public void CheckTop(JsonObject root) => ReportMissing(root, PackJson.Options.GetTypeInfo(typeof(RulePack)), "$");

    private void Check(JsonNode? node, Type type, bool nullable, string path)
    {
        if (node is null)
        {
            if (!nullable) Add(path, "must not be null");
            return;
        }
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(string)) CheckString(node, path);
        else if (bare == typeof(int)) CheckValue(node.GetValueKind() == JsonValueKind.Number && node.AsValue().TryGetValue<int>(out _), path, "a whole number");
        else if (bare == typeof(decimal)) CheckValue(node.GetValueKind() == JsonValueKind.Number, path, "a number");
        else if (bare == typeof(bool)) CheckValue(node.GetValueKind() is JsonValueKind.True or JsonValueKind.False, path, "true or false");
        else if (bare.IsEnum) CheckEnum(node, bare, path);
        else if (PackJson.Options.GetTypeInfo(bare) is { Kind: JsonTypeInfoKind.Enumerable } list) CheckList(node, list.ElementType!, path);
        else if (node is JsonObject member) CheckObject(member, PackJson.Options.GetTypeInfo(bare), path, partial: PackJson.IsSection(bare));
        else Add(path, "must be an object");
    }

    private void CheckObject(JsonObject node, JsonTypeInfo type, string path, bool partial)
    {
        var known = type.Properties.ToDictionary(property => property.Name);
        foreach (var (name, value) in node)
            if (known.TryGetValue(name, out var property)) Check(value, property.PropertyType, property.IsGetNullable, $"{path}.{name}");
            else Add($"{path}.{name}", "is not a known member");
        if (!partial) ReportMissing(node, type, path);
    }

    private void ReportMissing(JsonObject node, JsonTypeInfo type, string path)
    {
        foreach (var property in type.Properties)
            if (!node.ContainsKey(property.Name) && IsRequired(property)) Add($"{path}.{property.Name}", "is missing");
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };

    private void CheckList(JsonNode node, Type element, string path)
    {
        if (node is not JsonArray list)
        {
            Add(path, "must be a list");
            return;
        }
        var codes = new HashSet<string>();
        for (var i = 0; i < list.Count; i++)
        {
            Check(list[i], element, nullable: false, $"{path}[{i}]");
            if (CodeOf(list[i]) is { } code && !codes.Add(code)) Add($"{path}[{i}].code", $"repeats the code '{code}'");
        }
    }

    private void CheckString(JsonNode node, string path)
    {
        CheckValue(node.GetValueKind() == JsonValueKind.String, path, "a string");
        if (node.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(node.GetValue<string>())) Add(path, "must not be empty");
    }

    private void CheckEnum(JsonNode node, Type type, string path)
    {
        var words = Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
        CheckValue(node.GetValueKind() == JsonValueKind.String && words.Contains(node.GetValue<string>()), path, $"one of {string.Join(", ", words)}");
    }

    private void CheckValue(bool right, string path, string expected)
    {
        if (!right) Add(path, $"must be {expected}");
    }

    private void Add(string path, string message) => errors.Add(new PackError(file, path, message));

    /// <summary>The code of a list's element, or null where it has none.</summary>
    public static string? CodeOf(JsonNode? node) =>
        node is JsonObject item && item["code"] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
