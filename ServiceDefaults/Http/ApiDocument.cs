using System.Globalization;
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

/// <summary>Marks an endpoint that writes and is no command: it has neither key nor version, and may be called again to no other
/// effect.</summary>
public sealed class NoCommand;

/// <summary>What the OpenAPI document of a service says of every endpoint alike: who may call it, how it refuses, and the headers of
/// commands.</summary>
internal static class ApiDocument
{
    /// <summary>Extension of an operation: the roles of which the caller needs one; absent where every member of staff may call
    /// it.</summary>
    public const string Roles = "x-roles";

    /// <summary>Extension of an operation: the machine client that alone may call it; absent where staff call it.</summary>
    public const string Machine = "x-machine";

    private const string Bearer = "bearer";
    private const string Limit = "limit";
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
        options.CreateSchemaReferenceId = ApiSchemas.Names();
        options.AddSchemaTransformer(ApiSchemas.DescribeAsync);
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
        if (guards.Find(guard => guard.Machine is not null)?.Machine is { } machine)
            (operation.Extensions ??= new Dictionary<string, IOpenApiExtension>())[Machine] =
            new JsonNodeExtension(JsonValue.Create(machine));
        DescribeParameters(operation, context.Description.RelativePath ?? "");
        context.Document!.AddComponent(nameof(ProblemDetails),
            await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), cancellationToken: cancellation));
        operation.Responses ??= [];
        operation.Responses["4XX"] = Refusal("请求有误或者不能办理", context.Document);
        operation.Responses["503"] = Refusal("服务暂时不可用", context.Document);
        var results = metadata.OfType<IProducesResponseTypeMetadata>().Select(result => result.StatusCode).ToList();
        if (results.Exists(status => status is StatusCodes.Status201Created or StatusCodes.Status204NoContent)
            && !metadata.OfType<NoCommand>().Any()) DescribeCommand(operation);
    }

    /// <summary>The handler of an endpoint need not name each parameter of its address: a guard may be all that reads it.</summary>
    private static void DescribeParameters(OpenApiOperation operation, string path)
    {
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Query))
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (parameter is not { Name: Limit, Schema: OpenApiSchema limit }) continue;
            limit.Minimum = "1";
            limit.Maximum = PageLimit.Max.ToString(CultureInfo.InvariantCulture);
        }

        // {id:guid} is described as id.
        var unnamed = path.Split('/').Where(part => part is ['{', .., '}']).Select(part => part[1..^1].Split(':')[0])
            .Where(name => operation.Parameters.All(parameter => parameter.Name != name));
        foreach (var name in unnamed.Reverse().ToList())
            operation.Parameters.Insert(0, new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Schema = ApiSchemas.Text(),
            });
    }

    private static OpenApiResponse Refusal(string description, OpenApiDocument document) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [Problem] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), document) },
        },
    };

    private static void DescribeCommand(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(Header("Idempotency-Key", "同一请求重复发送时只办理一次",
            new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = CommandFailures.MaxKey, Pattern = "^[!-~]+$" }));
        operation.Parameters.Add(Header("If-Match", "读取时得到的 ETag，或者 *",
            new OpenApiSchema { Type = JsonSchemaType.String, Pattern = """^(\*|"[!#-~]*")$""" }));
        foreach (var response in operation.Responses!.Where(response => response.Key is "201" or "204").Select(response => response.Value)
            .OfType<OpenApiResponse>())
            (response.Headers ??= new Dictionary<string, IOpenApiHeader>())["ETag"] = new OpenApiHeader
            {
                Description = "新版本",
                Schema = ApiSchemas.Text(),
            };
    }

    private static OpenApiParameter Header(string name, string description, OpenApiSchema schema)
        => new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = schema };
}
