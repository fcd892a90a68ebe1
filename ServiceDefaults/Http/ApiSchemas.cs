using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Disclosure.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>What the OpenAPI document says of the types that <see cref="JsonDialect"/> reads and writes in its own way: the framework knows
/// nothing of a converter and leaves them open.</summary>
internal static class ApiSchemas
{
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum) DescribeCode(schema, type, mayBeNull: type != context.JsonTypeInfo.Type);
        else if (type == typeof(string)) schema.Type = TextOf(context.JsonPropertyInfo);
        else if (type == typeof(int)) DescribeNumber(schema, context.JsonPropertyInfo, mayBeNull: type != context.JsonTypeInfo.Type);
        else if (type == typeof(ProblemDetails)) DescribeProblem(schema);
        // The list of what has no description is left without one as well, so that nobody is asked about its elements.
        else if (context.JsonTypeInfo.ElementType == typeof(string) && context.JsonTypeInfo.Kind == JsonTypeInfoKind.Enumerable)
            schema.Items ??= Text();
        return Task.CompletedTask;
    }

    /// <summary>Names of schemas for one document: a type within another is named after both, and two types never share a name, because
    /// the document would describe one of them by the other.</summary>
    public static Func<JsonTypeInfo, string?> Names()
    {
        var named = new ConcurrentDictionary<string, Type>();
        return info =>
        {
            var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
            // Any JSON at all needs no name; under one, null would be said twice: as null, and as any JSON. A code that may be absent has
            // none either: under the name of the code it would be the code.
            if (type == typeof(JsonElement) || (type.IsEnum && type != info.Type)
                || OpenApiOptions.CreateDefaultSchemaReferenceId(info) is not { } name) return null;
            if (type is { IsGenericType: false, DeclaringType: { } outer }) name = outer.Name + name;
            return named.GetOrAdd(name, type) == type ? name
                : throw new InvalidOperationException($"{type} and {named[name]} would both be {name} in the API document.");
        };
    }

    public static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static void DescribeCode(OpenApiSchema schema, Type type, bool mayBeNull)
    {
        schema.Type = mayBeNull ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)Codes.OfName(name))];
        if (mayBeNull) schema.Enum.Add(JsonNullSentinel.JsonNull);
    }

    private static void DescribeNumber(OpenApiSchema schema, JsonPropertyInfo? property, bool mayBeNull)
    {
        schema.Type = mayBeNull && property is not null ? JsonSchemaType.Integer | JsonSchemaType.Null : JsonSchemaType.Integer;
        schema.Format = "int32";
    }

    private static JsonSchemaType TextOf(JsonPropertyInfo? property)
        => property is { IsGetNullable: true } or { IsSetNullable: true } or { AssociatedParameter.IsNullable: true }
            ? JsonSchemaType.String | JsonSchemaType.Null
            : JsonSchemaType.String;

    /// <summary>A problem holds more than its class: the trace, and what is wrong with each field.</summary>
    private static void DescribeProblem(OpenApiSchema schema)
    {
        schema.AdditionalPropertiesAllowed = true;
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        schema.Properties["traceId"] = Text();
        schema.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text() },
        };
    }
}
