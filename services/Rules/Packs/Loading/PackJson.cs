using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Disclosure.Kernel;
using Disclosure.Rules.Reading;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>How packs are written as JSON.</summary>
internal static class PackJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new CodeConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Parses a file; a syntax error becomes a fault at the root that names the line.</summary>
    public static JsonObject? Parse(string file, string text, FaultList errors)
    {
        if (JsonText.Fault(text) is { } fault)
        {
            errors.Add(file, "$", fault);
            return null;
        }

        try
        {
            if (JsonNode.Parse(text, documentOptions: Strict) is JsonObject root) return root;
            errors.Add(file, "$", "应为 JSON 对象");
        }
        catch (JsonException exception)
        {
            errors.Add(file, "$", $"不是有效的 JSON{JsonPlace.Of(exception)}");
        }
        return null;
    }

    /// <summary>Whether members of a section merge one by one instead of being replaced whole: sections have no constructor
    /// arguments.</summary>
    public static bool IsSection(Type type) => type.IsClass && type != typeof(string) && type.GetConstructor(Type.EmptyTypes) is not null;
}
