using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>What every service's OpenAPI document says is what the service does.</summary>
public sealed class ApiDocumentTests
{
    private enum Colour
    {
        DarkRed,
    }

    private sealed record Sheet(string Title, string? Note, IReadOnlyList<string> Keywords, List<string>? Channels, Colour Ink,
        JsonElement? Detail = null, Colour? Paper = null);

    private sealed record Filter(string? Q, int? Limit);

    [Fact]
    public async Task Text_is_described_as_text_though_a_converter_of_ours_reads_it()
    {
        var sheet = (await DocumentAsync())["components"]!["schemas"]!["ApiDocumentTestsSheet"]!["properties"]!;
        Assert.Equal("\"string\"", sheet["title"]!["type"]!.ToJsonString());
        Assert.Equal("""["null","string"]""", sheet["note"]!["type"]!.ToJsonString());
        Assert.Equal("\"string\"", sheet["keywords"]!["items"]!["type"]!.ToJsonString());
        Assert.Equal("\"string\"", sheet["channels"]!["items"]!["type"]!.ToJsonString());
        Assert.Equal("""["null","array"]""", sheet["channels"]!["type"]!.ToJsonString());
    }

    [Fact]
    public async Task Any_JSON_at_all_is_described_as_such_and_null_is_none_of_two_kinds()
        => Assert.Equal("{}", (await DocumentAsync())["components"]!["schemas"]!["ApiDocumentTestsSheet"]!["properties"]!["detail"]!
            .ToJsonString());

    [Fact]
    public async Task A_code_is_one_of_its_values_and_nothing_only_where_it_may_be_absent()
    {
        var sheet = (await DocumentAsync())["components"]!["schemas"]!["ApiDocumentTestsSheet"]!["properties"]!;
        Assert.Equal("""["dark-red",null]""", sheet["paper"]!["enum"]!.ToJsonString());
        Assert.Equal("""["null","string"]""", sheet["paper"]!["type"]!.ToJsonString());
        var ink = (await DocumentAsync())["components"]!["schemas"]!["ApiDocumentTestsColour"]!;
        Assert.Equal("""{"enum":["dark-red"],"type":"string"}""", ink.ToJsonString());
    }

    [Fact]
    public async Task A_problem_is_described_with_all_that_it_holds()
    {
        var document = await DocumentAsync();
        var refusal = document["paths"]!["/{authority}/sheets/{id}"]!["get"]!["responses"]!["4XX"]!;
        var said = refusal["content"]!["application/problem+json"]!["schema"]!["$ref"]!.GetValue<string>();
        Assert.Equal("#/components/schemas/ProblemDetails", said);
        var problem = document["components"]!["schemas"]!["ProblemDetails"]!;
        Assert.Null(problem["additionalProperties"]);
        Assert.Equal("\"string\"", problem["properties"]!["traceId"]!["type"]!.ToJsonString());
        Assert.Equal("\"string\"", problem["properties"]!["errors"]!["additionalProperties"]!["items"]!["type"]!.ToJsonString());
    }

    [Fact]
    public async Task Each_parameter_of_an_address_is_described_in_its_order_whether_or_not_the_handler_names_it()
    {
        var parameters = (await DocumentAsync())["paths"]!["/{authority}/sheets/{id}"]!["get"]!["parameters"]!.AsArray();
        Assert.Equal(["authority path true string", "id path true string"],
            parameters.Select(p => $"{p!["name"]} {p["in"]} {p["required"]} {p["schema"]!["type"]}"));
    }

    [Fact]
    public async Task A_query_is_described_in_camel_case_and_with_the_bounds_of_a_page()
    {
        var parameters = (await DocumentAsync())["paths"]!["/{authority}/sheets"]!["get"]!["parameters"]!.AsArray();
        Assert.Equal(["authority", "q", "limit"], parameters.Select(p => p!["name"]!.GetValue<string>()));
        Assert.Equal((1, PageLimit.Max),
            (parameters[2]!["schema"]!["minimum"]!.GetValue<int>(), parameters[2]!["schema"]!["maximum"]!.GetValue<int>()));
    }

    private static class Opening
    {
        public sealed record Request(string Colour);
    }

    private static class Closing
    {
        public sealed record Request(int Hour);
    }

    [Fact]
    public async Task Types_of_one_name_within_different_others_are_told_apart()
    {
        var document = await DocumentAsync(app =>
        {
            app.MapPost("/open", (Opening.Request request) => request.Colour);
            app.MapPost("/close", (Closing.Request request) => request.Hour);
        });
        var schemas = document["components"]!["schemas"]!;
        Assert.NotNull(schemas["OpeningRequest"]!["properties"]!["colour"]);
        Assert.NotNull(schemas["ClosingRequest"]!["properties"]!["hour"]);
    }

    private static class Morning
    {
        public static class Closing
        {
            public sealed record Request(int Hour);
        }
    }

    [Fact]
    public void Two_types_never_share_a_name()
    {
        var names = ApiSchemas.Names();
        foreach (var _ in (int[])[1, 2]) Assert.Equal("ClosingRequest", NameOf(typeof(Closing.Request)));
        Assert.Throws<InvalidOperationException>(() => NameOf(typeof(Morning.Closing.Request)));

        string? NameOf(Type type) => names(JsonSerializerOptions.Web.GetTypeInfo(type));
    }

    private static async Task<JsonNode> DocumentAsync(Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        await using var app = builder.Build();
        app.UseServiceDefaults();
        app.MapGet("/{authority}/sheets/{id:guid}", Results<Ok<Sheet>, ProblemHttpResult> (Guid id)
            => TypedResults.Ok(new Sheet("", null, [], null, Colour.DarkRed)));
        app.MapGet("/{authority}/sheets", ([AsParameters] Filter filter) => filter.Q);
        map?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        return JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
    }
}
