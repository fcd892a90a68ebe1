using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Disclosure.Kernel;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Reading;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>
/// Compares JSON with the shape of a type and reports every difference, where the serializer would stop at the first.
/// Covers unknown and missing members, wrong kinds, unknown enum words, empty strings and duplicate codes in a list.
/// Repairs as it goes: what is wrong is replaced by a placeholder and marked suspect, so that everything else can be bound.
/// </summary>
internal sealed class ShapeCheck(string file, FaultList errors, FaultyPaths faultyPaths)
{
    /// <summary>Longest text of a pack, thrice what any of this platform's has: answers and pages repeat it.</summary>
    public const int MaxText = 200;

    /// <summary>Most entries of a list, twenty times what any of this platform's has.</summary>
    public const int MaxEntries = 500;

    private static readonly ConcurrentDictionary<Type, string[]> Words = new();

    private bool isHopeless;

    /// <summary>Checks a file; members it leaves out may come from the base it is merged over.</summary>
    /// <returns>
    /// Whether it can be bound. One with more faults than are told is not repaired: what takes a byte's place may be a hundred times as
    /// long.
    /// </returns>
    public bool CheckFile(JsonObject root)
    {
        CheckObject(root, PackJson.Options.GetTypeInfo(typeof(RulePack)), "$", partial: true);
        return !errors.HasMore(file);
    }

    /// <summary>Checks that a merged pack misses nothing at its top; what was reported already is not reported again.</summary>
    /// <returns>Whether it can be bound.</returns>
    public bool CheckTop(JsonObject root)
    {
        ReportMissing(root, PackJson.Options.GetTypeInfo(typeof(RulePack)), "$");
        return !isHopeless;
    }

    private bool Check(JsonNode? node, Type type, bool nullable, string path)
    {
        if (node is null) return nullable || Add(path, "不应为 null");
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var kind = node.GetValueKind();
        if (bare == typeof(string)) return CheckString(node, path);
        if (bare == typeof(int)) return (kind == JsonValueKind.Number && node.AsValue().TryGetValue<int>(out _)) || Add(path, "应为整数");
        if (bare == typeof(decimal)) return (kind == JsonValueKind.Number && node.AsValue().TryGetValue<decimal>(out _))
            || Add(path, "应为数字");
        if (bare == typeof(bool)) return kind is JsonValueKind.True or JsonValueKind.False || Add(path, "应为 true 或 false");
        if (bare.IsEnum) return CheckEnum(node, bare, path);
        if (PackJson.Options.GetTypeInfo(bare) is { Kind: JsonTypeInfoKind.Enumerable } list) return CheckList(node, list.ElementType!,
            path);
        if (node is not JsonObject members) return Add(path, "应为对象");
        CheckObject(members, PackJson.Options.GetTypeInfo(bare), path, partial: PackJson.IsSection(bare));
        return true;
    }

    private void CheckObject(JsonObject node, JsonTypeInfo type, string path, bool partial)
    {
        var known = type.Properties.ToDictionary(property => property.Name);
        foreach (var (name, value) in node.ToList())
        {
            if (errors.IsFull(file)) return;
            var at = $"{path}.{Excerpt.Of(name)}";
            if (!known.TryGetValue(name, out var property)) Add(at, "不是规则包的内容");
            else if (!Check(value, property.PropertyType, property.IsGetNullable, at)) Replace(at, placeholder
                => node[name] = placeholder, property.PropertyType);
        }

        KeepOnly(node, known);
        if (!partial) ReportMissing(node, type, path);
    }

    // To remove a member moves all that follow it, so that many would cost the square of their number.
    private static void KeepOnly(JsonObject node, Dictionary<string, JsonPropertyInfo> known)
    {
        var kept = node.Where(member => known.ContainsKey(member.Key)).ToList();
        if (kept.Count == node.Count) return;
        node.Clear();
        foreach (var (name, value) in kept) node.Add(name, value);
    }

    private void ReportMissing(JsonObject node, JsonTypeInfo type, string path)
    {
        foreach (var property in type.Properties)
        {
            if (node.ContainsKey(property.Name) || !IsRequired(property)) continue;
            Add($"{path}.{property.Name}", "缺少此项");
            Replace($"{path}.{property.Name}", placeholder => node[property.Name] = placeholder, property.PropertyType);
        }
    }

    private void Replace(string path, Action<JsonNode> set, Type type)
    {
        if (isHopeless) return;
        faultyPaths.Add(path);
        set(Placeholder.Of(type));
    }

    /// <summary>Whether an object cannot be made without the member.</summary>
    public static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };

    private bool CheckList(JsonNode node, Type element, string path)
    {
        if (node is not JsonArray list) return Add(path, "应为列表");
        if (list.Count > MaxEntries) return Add(path, $"不应超过{MaxEntries}项");
        var codes = new HashSet<string>();
        for (var i = 0; i < list.Count && !errors.IsFull(file); i++)
        {
            var (at, index) = ($"{path}[{i}]", i);
            if (!Check(list[i], element, nullable: false, at)) Replace(at, placeholder => list[index] = placeholder, element);
            if (CodeOf(list[i]) is not { } code || codes.Add(code)) continue;
            Add($"{at}.code", $"代码“{Excerpt.Of(code)}”重复");
            Replace($"{at}.code", placeholder => list[index]!["code"] = placeholder, typeof(string));
        }

        return true;
    }

    private bool CheckString(JsonNode node, string path)
    {
        if (node.GetValueKind() != JsonValueKind.String) return Add(path, "应为字符串");
        var text = node.GetValue<string>();
        if (text.Length > MaxText) return Add(path, $"不应超过{MaxText}个字符");
        return !string.IsNullOrWhiteSpace(text) || Add(path, "不应为空");
    }

    private bool CheckEnum(JsonNode node, Type type, string path)
    {
        var words = Words.GetOrAdd(type, word => [.. Enum.GetNames(word).Select(Codes.OfName)]);
        return (node.GetValueKind() == JsonValueKind.String && words.Contains(node.GetValue<string>()))
            || Add(path, $"应为 {string.Join("、", words)} 之一");
    }

    private bool Add(string path, string message)
    {
        errors.Add(file, path, message);
        isHopeless = errors.HasMore(file);
        return false;
    }

    /// <summary>The code of a list's element, or null where it has none.</summary>
    public static string? CodeOf(JsonNode? node) =>
        node is JsonObject item && item["code"] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>() : null;
}
