using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>What the OpenAPI document of a service says of every endpoint alike: who may call it, how it refuses, and the headers of
/// commands.</summary>
internal static class ApiDocument
{
    /// <summary>Extension of an operation: the roles of which the caller needs one; absent where every member of staff may call
    /// it.</summary>
    public const string Roles = "x-roles";

    private const string Bearer = "bearer";
    private const string Problem = "application/problem+json";

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT"
            };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (!type.IsEnum) return Task.CompletedTask;
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.KebabCaseLower.ConvertName(name))];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(DescribeAsync);
    }

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context,
        CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var guards = metadata.OfType<AuthorizationPolicy>().SelectMany(policy => policy.Requirements).OfType<StaffRequirement>().ToList();
        if (guards.Count > 0) operation.Security =
            [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        if (guards.Find(guard => guard.Roles is not null)?.Roles is { } roles)
            (operation.Extensions ??= new Dictionary<string, IOpenApiExtension>())[Roles] =
            new JsonNodeExtension(new JsonArray([.. roles.Select(role => JsonValue.Create(role))]));
        var schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), cancellationToken: cancellation);
        operation.Responses ??= [];
        operation.Responses["4XX"] = Refusal("请求有误或者不能办理", schema);
        operation.Responses["503"] = Refusal("服务暂时不可用", schema);
        var results = metadata.OfType<IProducesResponseTypeMetadata>().Select(result => result.StatusCode).ToList();
        if (results.Exists(status => status is StatusCodes.Status201Created or StatusCodes.Status204NoContent)) DescribeCommand(operation);
    }

    private static OpenApiResponse Refusal(string description, IOpenApiSchema schema) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Schema = schema } },
    };

    private static void DescribeCommand(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(Header("Idempotency-Key", "同一请求重复发送时只办理一次",
            new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = CommandFailures.MaxKey }));
        operation.Parameters.Add(Header("If-Match", "读取时得到的 ETag，或者 *", new OpenApiSchema { Type = JsonSchemaType.String }));
        foreach (var response in operation.Responses!.Where(response => response.Key is "201" or "204").Select(response => response.Value)
            .OfType<OpenApiResponse>())
            (response.Headers ??= new Dictionary<string, IOpenApiHeader>())["ETag"] = new OpenApiHeader
            {
                Description = "新版本",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String }
            };
    }

    private static OpenApiParameter Header(string name, string description, OpenApiSchema schema)
        => new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = schema };
}
